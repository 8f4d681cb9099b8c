package org.bellwether.contract.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.config.ConfigFiles;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.Column;
import org.bellwether.contract.DatedChange;
import org.bellwether.contract.Headers;
import org.bellwether.contract.Kind;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.Rule;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.Waiver;
import org.bellwether.contract.reader.ConfigErrors;

/** Sees that contracts, rules and code sets name only what exists, and that no two tables look alike. */
final class CatalogCheck {

    private final ContractCatalog catalog;

    CatalogCheck(ContractCatalog catalog) {
        this.catalog = catalog;
    }

    void run() {
        catalog.returns().forEach(contract -> {
            ConfigErrors errors = new ConfigErrors(catalog.config(), "returns/" + contract.name() + ".yml");
            checkReplaces(contract, errors);
            versions(contract).forEach(tables -> tables.values().forEach(table -> {
                checkTable(table, tables, errors);
                table.columns().values().forEach(column -> checkColumn(table, column, errors));
            }));
            checkChanges(contract, errors);
        });
        checkSignatures();
        checkRules();
        checkWaivers();
    }

    /** A rule can be waived that is a condition, and of rows that name their school. */
    private void checkWaivers() {
        ConfigErrors errors = new ConfigErrors(catalog.config(), ConfigFiles.WAIVERS);
        for (Waiver waiver : catalog.waivers()) {
            String key = "waivers." + waiver.name() + ".rule";
            checkRule(waiver.rule(), key, errors);
            Rule rule = catalog.rule(waiver.rule());
            errors.require(!rule.checks().isEmpty() && rule.over().isEmpty(), key, rule.id() + " cannot be waived: without it nobody could read the row, or say whose it is");
            errors.require(catalog.returns().stream().anyMatch(contract -> contract.tables().values().stream().anyMatch(table -> rule.judges(table)
                    && (table.columns().containsKey(TableContract.LAESTAB) || !contract.reference().isEmpty()))), key,
                    rule.id() + " cannot be waived for a school: it judges rows that name none");
        }
    }

    private static Stream<Map<String, TableContract>> versions(ReturnContract contract) {
        return Stream.concat(Stream.of(contract.tables()), contract.changes().stream().map(DatedChange::tables));
    }

    private static void checkReplaces(ReturnContract contract, ConfigErrors errors) {
        Set<String> staged = contract.tables().values().stream()
                .flatMap(table -> table.stagedNames().stream())
                .collect(Collectors.toSet());
        for (String column : contract.replaces()) {
            errors.require(staged.contains(column), "replaces", "no table stages a column " + column);
        }
        contract.retires().ifPresent(column ->
                errors.require(staged.contains(column), "retires", "no table stages a column " + column));
        boolean isWhole = contract.kind() == Kind.FULL || contract.kind() == Kind.SNAPSHOT;
        errors.require(contract.replaces().isEmpty() == isWhole, "replaces",
                isWhole ? "a whole register names no scope" : "is missing: what does a later submission replace?");
        errors.require(contract.kind() != Kind.EVENTS || contract.replaces().size() == 1, "replaces",
                "an event has one key");
        errors.require(contract.retires().isEmpty() || contract.kind() == Kind.EVENTS, "retires",
                "only an event takes an earlier one back");
    }

    private void checkTable(TableContract table, Map<String, TableContract> tables, ConfigErrors errors) {
        String key = "tables." + table.name();
        checkRule(table.keyRule(), key + ".key_rule", errors);
        table.rest().ifPresent(rest -> {
            for (String set : List.of(rest.known(), rest.symbols())) {
                errors.require(catalog.codeSets().containsKey(set), key + ".rest", "there is no code set " + set);
            }
        });
        table.parent().ifPresent(parent -> {
            TableContract other = tables.get(parent.table());
            errors.require(other != null, key + ".parent.table", "the return has no table " + parent.table());
            errors.require(!parent.by().isEmpty(), key + ".parent.by", "is missing");
            for (String column : parent.by()) {
                errors.require(table.columns().containsKey(column) && other.columns().containsKey(column),
                        key + ".parent.by", "both tables need a column " + column);
            }
        });
    }

    private void checkColumn(TableContract table, Column column, ConfigErrors errors) {
        String key = "tables." + table.name() + ".columns." + column.name();
        column.rule().ifPresent(id -> checkRule(id, key + ".rule", errors));
        column.missingRule().ifPresent(id -> checkRule(id, key + ".missing_rule", errors));
        column.codeSet().ifPresent(name -> {
            CodeSet set = catalog.codeSets().get(name);
            errors.require(set != null, key + ".codes", "there is no code set " + name);
            errors.require(set.header().contains("code"), key + ".codes", "code set " + name + " has no column code");
            set.rows().forEach(row -> errors.require(row.get("code").equals(row.get("code").toUpperCase(Locale.ROOT)),
                    key + ".codes", "code set " + name + " has a code that is not in upper case"));
        });
    }

    private void checkRule(String id, String key, ConfigErrors errors) {
        errors.require(catalog.hasRule(id), key, "there is no rule " + id);
    }

    private void checkChanges(ReturnContract contract, ConfigErrors errors) {
        int index = 0;
        Map<String, TableContract> before = contract.tables();
        for (DatedChange change : contract.changes()) {
            String key = "changes[" + index++ + "]";
            for (String name : change.codes()) {
                CodeSet set = catalog.codeSets().get(name);
                errors.require(set != null, key + ".codes", "there is no code set " + name);
                errors.require(set.changesOn(change.from()), key + ".codes",
                        "no code of " + name + " begins or ends on " + change.from());
            }
            errors.require(!change.codes().isEmpty() || !change.tables().equals(before), key, "changes nothing");
            before = change.tables();
        }
    }

    private void checkSignatures() {
        Map<Set<Object>, String> bySignature = new HashMap<>();
        Map<String, String> byFile = new HashMap<>();
        for (ReturnContract contract : catalog.returns()) {
            ConfigErrors errors = new ConfigErrors(catalog.config(), "returns/" + contract.name() + ".yml");
            for (TableContract table : contract.tables().values()) {
                String key = "tables." + table.name();
                String place = contract.name() + "." + table.name();
                for (String glob : table.files()) {
                    String other = byFile.putIfAbsent(glob.toLowerCase(Locale.ROOT), place);
                    boolean sameReturn = other != null && other.startsWith(contract.name() + ".");
                    errors.require(other == null || sameReturn && !table.signature().isEmpty(), key + ".files",
                            "'" + glob + "' is also a file of " + other);
                }
                String other = table.signature().isEmpty() ? null : bySignature.putIfAbsent(signature(table), place);
                errors.require(other == null, key + ".signature",
                        "cannot be told apart from " + other);
            }
        }
    }

    /** What the signature accepts, each column by all its headers; equal for tables that no header can tell apart. */
    private static Set<Object> signature(TableContract table) {
        Map<String, Column> known = table.columnsByHeader();
        return Stream.concat(
                table.signature().stream().map(Headers::normal).map(header -> known.containsKey(header)
                        ? known.get(header).headers().stream().map(Headers::normal).collect(Collectors.toSet())
                        : Set.of(header)),
                table.without().stream().map(header -> "not " + Headers.normal(header)))
                .collect(Collectors.toSet());
    }

    private void checkRules() {
        Map<String, Set<String>> columns = new HashMap<>();
        for (ReturnContract contract : catalog.returns()) {
            versions(contract).forEach(tables -> tables.values().forEach(table -> {
                List<String> names = List.copyOf(table.everyColumn().keySet());
                columns.computeIfAbsent(table.name(), name -> new HashSet<>()).addAll(names);
                columns.get(table.name()).addAll(table.stagedNames());
                table.stages().ifPresent(staged ->
                        columns.computeIfAbsent(staged, name -> new HashSet<>()).addAll(names));
            }));
        }
        for (Rule rule : catalog.rules()) {
            ConfigErrors errors = new ConfigErrors(catalog.config(), catalog.fileOf(rule));
            for (String table : Stream.of(rule.tables(), rule.severityByTable().keySet())
                    .flatMap(Collection::stream).toList()) {
                errors.require(columns.containsKey(table), rule.id() + ".tables", "there is no table " + table);
            }
            Set<String> known = rule.tables().stream().flatMap(table -> columns.get(table).stream())
                    .collect(Collectors.toSet());
            rule.over().ifPresent(column -> errors.require(known.contains(column), rule.id() + ".over",
                    "its tables have no column " + column));
            rule.checks().forEach(check -> check.tables().forEach(table -> errors.require(
                    rule.tables().contains(table), rule.id() + ".checks.tables", "the rule does not judge " + table)));
            rule.checks().forEach(check -> check.clears().forEach(column -> errors.require(known.contains(column),
                    rule.id() + ".clears", "its tables have no column " + column)));
        }
    }
}
