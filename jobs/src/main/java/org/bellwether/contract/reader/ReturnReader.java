package org.bellwether.contract.reader;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Yaml;
import org.bellwether.contract.DatedChange;
import org.bellwether.contract.OwedBy;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.reader.ContractYaml.ChangeYaml;
import org.bellwether.contract.reader.ContractYaml.ReturnYaml;
import org.bellwether.contract.reader.ContractYaml.TableYaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one contract: the base, then each dated change laid over what stood before it. */
public final class ReturnReader {

    private final ConfigFiles config;
    private final String path;
    private final ConfigErrors errors;

    public ReturnReader(ConfigFiles config, String path) {
        this.config = config;
        this.path = path;
        this.errors = new ConfigErrors(config, path);
    }

    public ReturnContract read() {
        ObjectNode tree = object(config.tree(path));
        JsonNode changesTree = tree.remove("changes");
        ReturnYaml base = convert(resolved(tree), ReturnYaml.class);
        List<ChangeYaml> changes = changesTree == null ? List.of()
                : List.of(convert(changesTree, ChangeYaml[].class));
        List<Map<String, TableYaml>> versions = versions(tree, base, changes);
        List<Map<String, TableContract>> tables = tables(base, versions);
        List<DatedChange> dated = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            dated.add(new DatedChange(day(i, changes), errors.present(changes.get(i).why(), changeKey(i) + ".why"),
                    ContractYaml.orEmpty(changes.get(i).codes()), tables.get(i + 1)));
        }
        return contract(base, tables.get(0), dated);
    }

    private ReturnContract contract(ReturnYaml yaml, Map<String, TableContract> tables, List<DatedChange> changes) {
        errors.require(path.endsWith("/" + yaml.name() + ".yml"), "return", "must be the name of the file");
        errors.present(yaml.cadence(), "cadence");
        return new ReturnContract(yaml.name(),
                errors.present(yaml.title(), "title"),
                errors.present(yaml.grain(), "grain"),
                errors.present(yaml.kind(), "kind"),
                ContractYaml.orEmpty(yaml.replaces()),
                Optional.ofNullable(yaml.retires()),
                cadence(yaml.cadence()),
                errors.present(yaml.source(), "source"),
                encodings(yaml.encodings()),
                ContractYaml.orEmpty(yaml.reference()),
                tables,
                changes);
    }

    /** The tables as written in the base and after each change; a column overlaid with nothing is gone. */
    private List<Map<String, TableYaml>> versions(ObjectNode tree, ReturnYaml base, List<ChangeYaml> changes) {
        errors.require(!ContractYaml.orEmpty(base.tables()).isEmpty(), "tables", "is missing");
        List<Map<String, TableYaml>> versions = new ArrayList<>(List.of(base.tables()));
        JsonNode inForce = tree;
        for (int i = 0; i < changes.size(); i++) {
            JsonNode tables = changes.get(i).tables();
            if (tables != null && !tables.isNull()) {
                for (String table : object(tables).propertyNames()) {
                    errors.require(base.tables().containsKey(table), changeKey(i) + ".tables." + table,
                            "the return has no such table");
                }
                ObjectNode over = object(tree.objectNode().set("tables", tables));
                inForce = Yaml.overlay(inForce, over);
            }
            versions.add(convert(resolved(inForce), ReturnYaml.class).tables());
        }
        return versions;
    }

    private List<Map<String, TableContract>> tables(ReturnYaml base, List<Map<String, TableYaml>> versions) {
        List<Map<String, TableContract>> tables = new ArrayList<>();
        for (Map<String, TableYaml> version : versions) {
            Map<String, TableContract> read = new LinkedHashMap<>();
            version.forEach((name, yaml) -> {
                List<TableYaml> all = versions.stream().map(other -> other.get(name)).toList();
                read.put(name, new TableReader(errors, base, name).read(yaml, all));
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
                errors.require(tables.get(other) instanceof ObjectNode pattern && !pattern.has("like"),
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

    private LocalDate day(int index, List<ChangeYaml> changes) {
        LocalDate day = day(index, changes.get(index));
        errors.require(index == 0 || day.isAfter(day(index - 1, changes.get(index - 1))), changeKey(index) + ".from",
                "changes must stand in the order of their days");
        return day;
    }

    private LocalDate day(int index, ChangeYaml change) {
        try {
            return LocalDate.parse(errors.present(change.from(), changeKey(index) + ".from"));
        } catch (DateTimeParseException e) {
            throw errors.at(changeKey(index) + ".from", "must be a day such as 2024-08-19");
        }
    }

    private static String changeKey(int index) {
        return "changes[" + index + "]";
    }

    private ReturnContract.Cadence cadence(ContractYaml.CadenceYaml yaml) {
        String every = errors.present(yaml.every(), "cadence.every");
        errors.require(ReturnContract.Cadence.EVERY.contains(every), "cadence.every", "must be one of " + String.join(", ", ReturnContract.Cadence.EVERY));
        return new ReturnContract.Cadence(every, period(yaml.dueAfter()),
                yaml.owedBy() == null ? OwedBy.AUTHORITY : yaml.owedBy(), Boolean.TRUE.equals(yaml.optional()));
    }

    private Period period(String text) {
        try {
            Period period = Period.parse(errors.present(text, "cadence.due_after"));
            errors.require(period.toTotalMonths() == 0 && period.getDays() > 0, "cadence.due_after", "must be of days, such as P7D");
            return period;
        } catch (DateTimeParseException e) {
            throw errors.at("cadence.due_after", "must be a period such as P7D");
        }
    }

    private List<Charset> encodings(List<String> names) {
        List<Charset> encodings = new ArrayList<>();
        for (String name : names == null ? List.of("utf-8") : names) {
            try {
                encodings.add(Charset.forName(name));
            } catch (IllegalArgumentException e) {
                throw errors.at("encodings", "unknown encoding '" + name + "'");
            }
        }
        return encodings;
    }

    private ObjectNode object(JsonNode tree) {
        errors.require(tree instanceof ObjectNode, "the file", "must be a map of keys");
        return (ObjectNode) tree;
    }

    private <T> T convert(JsonNode tree, Class<T> type) {
        return Yaml.convert(tree, type, config.shipped().resolve(path));
    }
}
