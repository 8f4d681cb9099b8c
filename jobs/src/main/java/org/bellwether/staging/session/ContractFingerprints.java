package org.bellwether.staging.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.bellwether.config.Project;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.Rule;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What judges a return, as one digest: its contract, the rules that judge its rows, the code sets that they name and its SELECTs
 * in sql/staged. What is only said to people (titles, reasons, messages, remedies, comments) is not part of it.
 */
public final class ContractFingerprints {

    /** Raised when the program judges rows in another way by the same contracts and rules. */
    private static final String FORMAT = "1";

    private static final Pattern CODE_SET = Pattern.compile("codes\\.([a-z0-9_]+)");
    /** Rules of these families give reasons that any return can meet. */
    private static final List<String> GENERAL = List.of("ROW-", "UPN-");
    private static final String CENSUS_CODES = "census";

    private final Project project;
    private final ContractCatalog catalog;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    public ContractFingerprints(Project project, ContractCatalog catalog) {
        this.project = project;
        this.catalog = catalog;
    }

    /** SHA-256 in hexadecimal. */
    public String of(String returnName) {
        return known.computeIfAbsent(returnName, this::digest);
    }

    private String digest(String returnName) {
        ReturnContract contract = catalog.contract(returnName);
        String written = judging(catalog.written(returnName)).toString();
        List<String> parts = new ArrayList<>(List.of(FORMAT, written, sql("functions/text.sql")));
        List<TableContract> tables = Stream.concat(Stream.of(contract.tables()), contract.changes().stream().map(change -> change.tables()))
                .flatMap(version -> version.values().stream()).toList();
        catalog.rules().stream().filter(rule -> !rule.isOfBuild()).filter(rule -> written.contains('"' + rule.id() + '"') || GENERAL.stream().anyMatch(rule.id()::startsWith)
                || tables.stream().anyMatch(rule::judges)).map(ContractFingerprints::judging).sorted().forEach(parts::add);
        tables.stream().map(table -> StagedTableReader.model(project, table)).filter(model -> model != null).distinct()
                .map(ContractFingerprints::withoutComments).forEach(parts::add);
        if (!contract.reference().isEmpty()) {
            parts.add(catalog.writtenCensusXml().toString());
        }
        codeSets(contract, tables, parts).forEach((name, set) -> parts.add(name + set.rows()));
        return sha256(parts);
    }

    private Map<String, CodeSet> codeSets(ReturnContract contract, List<TableContract> tables, List<String> texts) {
        TreeSet<String> names = new TreeSet<>();
        tables.forEach(table -> {
            table.columns().values().forEach(column -> column.codeSet().ifPresent(names::add));
            table.rest().ifPresent(rest -> names.addAll(List.of(rest.known(), rest.symbols())));
        });
        if (!contract.reference().isEmpty()) {
            names.add(CENSUS_CODES);
        }
        for (String text : texts) {
            Matcher named = CODE_SET.matcher(text);
            while (named.find()) {
                names.add(named.group(1));
            }
        }
        Map<String, CodeSet> sets = new TreeMap<>();
        names.stream().filter(catalog.codeSets()::containsKey).forEach(name -> sets.put(name, catalog.codeSet(name)));
        return sets;
    }

    /** Of a rule what it does, not what it says. */
    private static String judging(Rule rule) {
        return String.join("|", rule.id(), rule.severity().toString(), rule.lapsed().toString(), rule.unknown().toString(), rule.tables().toString(),
                rule.over().toString(), rule.checks().toString(), new TreeMap<>(rule.severityByTable()).toString(),
                new TreeMap<>(rule.severityByColumn()).toString());
    }

    private static JsonNode judging(JsonNode written) {
        ObjectNode contract = (ObjectNode) written.deepCopy();
        contract.remove(List.of("title", "grain", "source", "cadence"));
        tables(contract);
        contract.path("changes").forEach(change -> {
            ((ObjectNode) change).remove("why");
            tables(change);
        });
        return contract;
    }

    private static void tables(JsonNode holder) {
        holder.path("tables").forEach(table -> {
            if (table instanceof ObjectNode own) {
                own.remove("grain");
                if (own.get("derives") instanceof ObjectNode derived) {
                    own.set("derives", own.arrayNode().addAll(derived.propertyNames().stream().map(own::stringNode).toList()));
                }
                own.path("columns").forEach(column -> {
                    if (column instanceof ObjectNode one) {
                        one.remove("says");
                    }
                });
            }
        });
    }

    private String sql(String file) {
        try {
            return withoutComments(Files.readString(project.sql().resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("--[^\n]*", "").replaceAll("\\s+", " ");
    }

    private static String sha256(List<String> parts) {
        return DigestUtils.sha256Hex(parts.stream().map(part -> part.length() + ":" + part + "\n").collect(Collectors.joining()));
    }
}
