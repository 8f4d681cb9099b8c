package org.bellwether.contract;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.contract.Forms.ReturnForm;
import org.bellwether.contract.Forms.TableForm;

/** Reads one table of a contract and sees that it agrees with itself. */
final class TableReader {

    /** A table that stages this is judged and then dropped. */
    private static final String NOTHING = "nothing";

    private final Problems problems;
    private final String table;
    private final ReturnForm home;
    private final String key;
    private final ColumnReader reader;

    TableReader(Problems problems, ReturnForm home, String table) {
        this.problems = problems;
        this.home = home;
        this.table = table;
        this.key = "tables." + table;
        this.reader = new ColumnReader(problems, home);
    }

    /** @param versions the table in every version of the contract */
    TableContract read(TableForm form, List<TableForm> versions) {
        Map<String, Column> columns = columns(form);
        Map<String, Column> absent = new LinkedHashMap<>();
        for (TableForm version : versions) {
            Forms.orEmpty(version.columns()).forEach((name, column) -> {
                if (!columns.containsKey(name)) {
                    absent.put(name, reader.read(key, name, column));
                }
            });
        }
        TableContract read = new TableContract(table,
                Forms.orEmpty(form.files()),
                Forms.orEmpty(form.signature()),
                Forms.orEmpty(form.without()),
                Forms.orEmpty(form.keys()),
                form.keyRule() == null ? "ROW-004" : form.keyRule(),
                columns,
                absent,
                Optional.ofNullable(form.rest()).map(rest -> new TableContract.Rest(
                        problems.present(rest.into(), key + ".rest.into"),
                        problems.present(rest.value(), key + ".rest.value"),
                        problems.present(rest.known(), key + ".rest.known"),
                        problems.present(rest.symbols(), key + ".rest.symbols"))),
                Forms.orEmpty(form.ignore()),
                Optional.ofNullable(form.parent()).map(parent -> new TableContract.Parent(
                        problems.present(parent.table(), key + ".parent.table"), Forms.orEmpty(parent.by()))),
                stages(form),
                Forms.orEmpty(form.derives()),
                Optional.ofNullable(form.repeats()).map(repeats -> new TableContract.Repeats(
                        Forms.orEmpty(repeats.by()),
                        problems.present(repeats.latest(), key + ".repeats.latest"),
                        problems.present(repeats.differs(), key + ".repeats.differs"),
                        problems.present(repeats.rule(), key + ".repeats.rule"))),
                Forms.orEmpty(form.named()).stream().map(named -> new TableContract.Named(
                        List.copyOf(Forms.orEmpty(named.files())), Map.copyOf(Forms.orEmpty(named.columns())))).toList());
        check(read);
        return read;
    }

    private Optional<String> stages(TableForm form) {
        return NOTHING.equals(form.stages()) ? Optional.empty()
                : Optional.of(form.stages() == null ? table : form.stages());
    }

    private Map<String, Column> columns(TableForm form) {
        problems.require(!Forms.orEmpty(form.columns()).isEmpty(), key + ".columns", "is missing");
        Map<String, Column> columns = new LinkedHashMap<>();
        form.columns().forEach((name, column) -> columns.put(name, reader.read(key, name, column)));
        return columns;
    }

    private void check(TableContract read) {
        Map<String, String> owners = new HashMap<>();
        for (Column column : read.columns().values()) {
            String at = key + ".columns." + column.name();
            for (String header : column.headers()) {
                String owner = owners.putIfAbsent(Headers.normal(header), column.name());
                problems.require(owner == null || owner.equals(column.name()), at,
                        "header '" + header + "' also stands for " + owner);
                problems.require(read.ignore().stream().map(Headers::normal).noneMatch(Headers.normal(header)::equals),
                        at, "is also in ignore");
            }
            column.validOn().ifPresent(day -> {
                Column dated = read.everyColumn().get(day);
                boolean isReference = Forms.orEmpty(home.reference()).contains(day);
                problems.require(isReference || dated != null && dated.type() == ColumnType.DATE, at + ".valid_on",
                        "the table has no date column " + day);
            });
            problems.require(column.validOn().isEmpty() || column.codeSet().isPresent(), at + ".valid_on",
                    "only a column with a code set has one");
        }
        for (String name : read.keys()) {
            problems.require(read.everyColumn().containsKey(name), key + ".keys", "the table has no column " + name);
        }
        for (TableContract.Named named : read.named()) {
            problems.require(!named.files().isEmpty(), key + ".named", "files is missing");
            for (String name : named.columns().keySet()) {
                problems.require(read.columns().containsKey(name), key + ".named", "the table has no column " + name);
            }
        }
        for (String wanted : read.signature()) {
            problems.require(owners.containsKey(Headers.normal(wanted)) || read.isIgnored(Headers.normal(wanted))
                    || read.rest().isPresent(), key + ".signature", "the table has no column " + wanted);
        }
        problems.require(!read.files().isEmpty() || !read.signature().isEmpty(), key,
                "files and signature are both missing: no file could be recognised");
    }
}
