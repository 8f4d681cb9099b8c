package org.bellwether.contract.reader;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.Headers;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.reader.ContractYaml.ReturnYaml;
import org.bellwether.contract.reader.ContractYaml.TableYaml;

/** Reads one table of a contract and sees that it agrees with itself. */
final class TableReader {

    /** A table that stages this is judged and then dropped. */
    private static final String NOTHING = "nothing";

    private final ConfigErrors errors;
    private final String table;
    private final ReturnYaml home;
    private final String key;
    private final ColumnReader reader;

    TableReader(ConfigErrors errors, ReturnYaml home, String table) {
        this.errors = errors;
        this.home = home;
        this.table = table;
        this.key = "tables." + table;
        this.reader = new ColumnReader(errors, home);
    }

    /** @param versions the table in every version of the contract */
    TableContract read(TableYaml yaml, List<TableYaml> versions) {
        Map<String, Column> columns = columns(yaml);
        Map<String, Column> absent = new LinkedHashMap<>();
        for (TableYaml version : versions) {
            ContractYaml.orEmpty(version.columns()).forEach((name, column) -> {
                if (!columns.containsKey(name)) {
                    absent.put(name, reader.read(key, name, column));
                }
            });
        }
        TableContract read = new TableContract(table,
                ContractYaml.orEmpty(yaml.files()),
                ContractYaml.orEmpty(yaml.signature()),
                ContractYaml.orEmpty(yaml.without()),
                ContractYaml.orEmpty(yaml.keys()),
                yaml.keyRule() == null ? "ROW-004" : yaml.keyRule(),
                columns,
                absent,
                Optional.ofNullable(yaml.rest()).map(rest -> new TableContract.Rest(
                        errors.present(rest.into(), key + ".rest.into"),
                        errors.present(rest.value(), key + ".rest.value"),
                        errors.present(rest.known(), key + ".rest.known"),
                        errors.present(rest.symbols(), key + ".rest.symbols"))),
                ContractYaml.orEmpty(yaml.ignore()),
                Optional.ofNullable(yaml.parent()).map(parent -> new TableContract.Parent(
                        errors.present(parent.table(), key + ".parent.table"), ContractYaml.orEmpty(parent.by()))),
                stages(yaml),
                List.copyOf(derived(yaml).keySet()),
                Optional.ofNullable(yaml.repeats()).map(repeats -> new TableContract.Repeats(
                        ContractYaml.orEmpty(repeats.by()),
                        errors.present(repeats.latest(), key + ".repeats.latest"),
                        errors.present(repeats.differs(), key + ".repeats.differs"),
                        errors.present(repeats.rule(), key + ".repeats.rule"))),
                ContractYaml.orEmpty(yaml.named()).stream().map(named -> new TableContract.Named(
                        List.copyOf(ContractYaml.orEmpty(named.files())), Map.copyOf(ContractYaml.orEmpty(named.columns())))).toList(),
                Optional.ofNullable(yaml.grain()), says(yaml, columns),
                new LayoutReader(errors, key, columns.keySet()).read(yaml.sheets()));
        check(read);
        return read;
    }

    private Optional<String> stages(TableYaml yaml) {
        return NOTHING.equals(yaml.stages()) ? Optional.empty()
                : Optional.of(yaml.stages() == null ? table : yaml.stages());
    }

    /** Columns that sql/staged adds, with what they are: a list of names where nobody says it. */
    private Map<String, String> derived(TableYaml yaml) {
        Map<String, String> derived = new LinkedHashMap<>();
        if (yaml.derives() != null) {
            errors.require(yaml.derives().isArray() || yaml.derives().isObject(), key + ".derives", "must be columns with what they are");
            yaml.derives().propertyNames().forEach(name -> derived.put(name, yaml.derives().get(name).asString(null)));
            yaml.derives().forEach(name -> {
                if (yaml.derives().isArray()) {
                    derived.put(name.asString(), null);
                }
            });
        }
        return derived;
    }

    private Map<String, String> says(TableYaml yaml, Map<String, Column> columns) {
        Map<String, String> says = derived(yaml);
        columns.values().forEach(column -> says.put(column.stagedName(), yaml.columns().get(column.name()).says()));
        says.values().removeIf(Objects::isNull);
        return says;
    }

    private Map<String, Column> columns(TableYaml yaml) {
        errors.require(!ContractYaml.orEmpty(yaml.columns()).isEmpty(), key + ".columns", "is missing");
        Map<String, Column> columns = new LinkedHashMap<>();
        yaml.columns().forEach((name, column) -> columns.put(name, reader.read(key, name, column)));
        return columns;
    }

    private void check(TableContract read) {
        Map<String, String> owners = new HashMap<>();
        for (Column column : read.columns().values()) {
            String at = key + ".columns." + column.name();
            for (String header : column.headers()) {
                String owner = owners.putIfAbsent(Headers.normal(header), column.name());
                errors.require(owner == null || owner.equals(column.name()), at,
                        "header '" + header + "' also stands for " + owner);
                errors.require(read.ignore().stream().map(Headers::normal).noneMatch(Headers.normal(header)::equals),
                        at, "is also in ignore");
            }
            column.validOn().ifPresent(day -> {
                Column dated = read.everyColumn().get(day);
                boolean isReference = ContractYaml.orEmpty(home.reference()).contains(day);
                errors.require(isReference || dated != null && dated.type() == ColumnType.DATE, at + ".valid_on",
                        "the table has no date column " + day);
            });
            errors.require(column.validOn().isEmpty() || column.codeSet().isPresent(), at + ".valid_on",
                    "only a column with a code set has one");
        }
        for (String name : read.keys()) {
            errors.require(read.everyColumn().containsKey(name), key + ".keys", "the table has no column " + name);
        }
        for (TableContract.Named named : read.named()) {
            errors.require(!named.files().isEmpty(), key + ".named", "files is missing");
            for (String name : named.columns().keySet()) {
                errors.require(read.columns().containsKey(name), key + ".named", "the table has no column " + name);
            }
        }
        for (String wanted : read.signature()) {
            errors.require(owners.containsKey(Headers.normal(wanted)) || read.isIgnored(Headers.normal(wanted))
                    || read.rest().isPresent(), key + ".signature", "the table has no column " + wanted);
        }
        errors.require(!read.files().isEmpty() || !read.signature().isEmpty(), key,
                "files and signature are both missing: no file could be recognised");
    }
}
