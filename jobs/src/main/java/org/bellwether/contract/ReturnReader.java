package org.bellwether.contract;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.contract.Forms.ChangeForm;
import org.bellwether.contract.Forms.ReturnForm;
import org.bellwether.contract.Forms.TableForm;
import org.bellwether.home.ConfigFiles;
import org.bellwether.home.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one contract: the base, then each dated change laid over what stood before it. */
final class ReturnReader {

    private final ConfigFiles config;
    private final String path;
    private final Problems problems;

    ReturnReader(ConfigFiles config, String path) {
        this.config = config;
        this.path = path;
        this.problems = new Problems(path);
    }

    ReturnContract read() {
        ObjectNode tree = object(config.tree(path));
        JsonNode changesTree = tree.remove("changes");
        ReturnForm base = convert(resolved(tree), ReturnForm.class);
        List<ChangeForm> changes = changesTree == null ? List.of()
                : List.of(convert(changesTree, ChangeForm[].class));
        List<Map<String, TableForm>> versions = versions(tree, base, changes);
        List<Map<String, TableContract>> tables = tables(base, versions);
        List<DatedChange> dated = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            dated.add(new DatedChange(day(i, changes), problems.present(changes.get(i).why(), changeKey(i) + ".why"),
                    Forms.orEmpty(changes.get(i).codes()), tables.get(i + 1)));
        }
        return contract(base, tables.get(0), dated);
    }

    private ReturnContract contract(ReturnForm form, Map<String, TableContract> tables, List<DatedChange> changes) {
        problems.require(path.endsWith("/" + form.name() + ".yml"), "return", "must be the name of the file");
        problems.present(form.cadence(), "cadence");
        return new ReturnContract(form.name(),
                problems.present(form.title(), "title"),
                problems.present(form.grain(), "grain"),
                problems.present(form.kind(), "kind"),
                Forms.orEmpty(form.replaces()),
                Optional.ofNullable(form.retires()),
                new ReturnContract.Cadence(problems.present(form.cadence().every(), "cadence.every"),
                        period(form.cadence().dueAfter())),
                problems.present(form.source(), "source"),
                encodings(form.encodings()),
                Forms.orEmpty(form.reference()),
                tables,
                changes);
    }

    /** Forms of the tables in the base and after each change; a column overlaid with nothing is gone. */
    private List<Map<String, TableForm>> versions(ObjectNode tree, ReturnForm base, List<ChangeForm> changes) {
        problems.require(!Forms.orEmpty(base.tables()).isEmpty(), "tables", "is missing");
        List<Map<String, TableForm>> versions = new ArrayList<>(List.of(base.tables()));
        JsonNode inForce = tree;
        for (int i = 0; i < changes.size(); i++) {
            JsonNode tables = changes.get(i).tables();
            if (tables != null && !tables.isNull()) {
                for (String table : object(tables).propertyNames()) {
                    problems.require(base.tables().containsKey(table), changeKey(i) + ".tables." + table,
                            "the return has no such table");
                }
                ObjectNode over = object(tree.objectNode().set("tables", tables));
                inForce = Yaml.overlay(inForce, over);
            }
            versions.add(convert(resolved(inForce), ReturnForm.class).tables());
        }
        return versions;
    }

    private List<Map<String, TableContract>> tables(ReturnForm base, List<Map<String, TableForm>> versions) {
        List<Map<String, TableContract>> tables = new ArrayList<>();
        for (Map<String, TableForm> version : versions) {
            Map<String, TableContract> read = new LinkedHashMap<>();
            version.forEach((name, form) -> {
                List<TableForm> all = versions.stream().map(other -> other.get(name)).toList();
                read.put(name, new TableReader(problems, base, name).read(form, all));
            });
            tables.add(read);
        }
        return tables;
    }

    /** The tree with each table that is like another written out, and without columns overlaid with nothing. */
    private JsonNode resolved(JsonNode tree) {
        JsonNode copy = tree.deepCopy();
        if (!(copy.get("tables") instanceof ObjectNode tables)) {
            return copy;
        }
        for (String name : List.copyOf(tables.propertyNames())) {
            if (tables.get(name) instanceof ObjectNode own && own.has("like")) {
                String other = own.remove("like").asString();
                problems.require(tables.get(other) instanceof ObjectNode pattern && !pattern.has("like"),
                        "tables." + name + ".like", "no earlier table " + other);
                tables.set(name, Yaml.overlay(tables.get(other), own));
            }
        }
        dropNulls(tables);
        return copy;
    }

    private static void dropNulls(ObjectNode tables) {
        for (JsonNode table : tables) {
            if (table.get("columns") instanceof ObjectNode columns) {
                List.copyOf(columns.propertyNames()).stream()
                        .filter(name -> columns.get(name).isNull())
                        .forEach(columns::remove);
            }
        }
    }

    private LocalDate day(int index, List<ChangeForm> changes) {
        LocalDate day = day(index, changes.get(index));
        problems.require(index == 0 || day.isAfter(day(index - 1, changes.get(index - 1))), changeKey(index) + ".from",
                "changes must stand in the order of their days");
        return day;
    }

    private LocalDate day(int index, ChangeForm change) {
        try {
            return LocalDate.parse(problems.present(change.from(), changeKey(index) + ".from"));
        } catch (DateTimeParseException e) {
            throw problems.at(changeKey(index) + ".from", "must be a day such as 2024-08-19");
        }
    }

    private static String changeKey(int index) {
        return "changes[" + index + "]";
    }

    private Period period(String text) {
        try {
            return Period.parse(problems.present(text, "cadence.due_after"));
        } catch (DateTimeParseException e) {
            throw problems.at("cadence.due_after", "must be a period such as P7D");
        }
    }

    private List<Charset> encodings(List<String> names) {
        List<Charset> encodings = new ArrayList<>();
        for (String name : names == null ? List.of("utf-8") : names) {
            try {
                encodings.add(Charset.forName(name));
            } catch (IllegalArgumentException e) {
                throw problems.at("encodings", "unknown encoding '" + name + "'");
            }
        }
        return encodings;
    }

    private ObjectNode object(JsonNode tree) {
        problems.require(tree instanceof ObjectNode, "the file", "must be a map of keys");
        return (ObjectNode) tree;
    }

    private <T> T convert(JsonNode tree, Class<T> type) {
        return Yaml.convert(tree, type, config.shipped().resolve(path));
    }
}
