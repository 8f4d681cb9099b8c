package org.bellwether.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.Severity;
import org.bellwether.contract.TableContract;
import org.bellwether.engine.Sql;

/**
 * Judges the typed rows of one table in one scan: {@code judged_<table>} has every column, {@code reject} (the error that
 * costs the row, or null) and {@code flags} (what else was found, joined by ',').
 */
final class TableJudge {

    private final Connection connection;
    private final TableContract table;

    TableJudge(Connection connection, TableContract table) {
        this.connection = connection;
        this.table = table;
    }

    static String judged(String table) {
        return "judged_" + table;
    }

    /** The accepted rows, without what the judgement added. */
    static String accepted(String table) {
        return "(select * exclude (reject, flags) from " + judged(table) + " where reject is null)";
    }

    void judge(List<Finding> findings, List<String> reference) throws SQLException {
        Sql.execute(connection, """
                create or replace temp table %s as
                with marked as (
                    select *, %s as reject, %s as flags from %s as typed
                )
                select source_line%s%s%s, reject, flags from marked as typed
                """.formatted(judged(table.name()), reject(findings), flags(findings), TypedRows.view(table.name()),
                columns(findings), rest(), reference.stream().filter(name -> !table.columns().containsKey(name))
                        .map(name -> ", " + name).collect(Collectors.joining())));
    }

    /** Rejects the rows of equal key behind the first, by the table's key rule. */
    void rejectRepeats() throws SQLException {
        if (table.keys().isEmpty() || table.rest().isPresent()) {
            return;
        }
        String keys = table.keys().stream().map(this::stagedName).map(Sql::identifier).collect(Collectors.joining(", "));
        String judged = judged(table.name());
        if (Sql.queryLong(connection, "select count(*) from (select 1 from " + judged + " where reject is null group by "
                + keys + " having count(*) > 1)") > 0) {
            Sql.execute(connection, """
                    update %1$s set reject = %3$s where rowid in (
                        select row from (
                            select rowid as row, row_number() over (partition by %2$s order by source_line) as place
                            from %1$s where reject is null
                        ) where place > 1
                    )
                    """.formatted(judged, keys, Sql.literal(table.keyRule() + "|error|")));
        }
    }

    private String stagedName(String key) {
        Column column = table.columns().get(key);
        return column == null ? key : column.stagedName();
    }

    private static String reject(List<Finding> findings) {
        String cases = findings.stream().filter(finding -> !finding.severity().keepsRow())
                .map(finding -> " when " + finding.condition() + " then " + Sql.literal(finding.mark()))
                .collect(Collectors.joining());
        return cases.isEmpty() ? "cast(null as varchar)" : "case" + cases + " end";
    }

    private static String flags(List<Finding> findings) {
        String cases = findings.stream().filter(finding -> finding.severity().keepsRow())
                .map(finding -> "case when " + finding.condition() + " then " + Sql.literal(finding.mark()) + " end")
                .collect(Collectors.joining(", "));
        return cases.isEmpty() ? "cast(null as varchar)" : "nullif(concat_ws(',', " + cases + "), '')";
    }

    /** Every column with its text; a value that a rule has found wanting is unknown. */
    private String columns(List<Finding> findings) {
        StringBuilder select = new StringBuilder();
        for (Column column : table.everyColumn().values()) {
            String name = Sql.identifier(column.name());
            if (column.type() == ColumnType.UPN) {
                select.append(", ").append(Sql.identifier(column.stagedName()));
                continue;
            }
            String unknown = findings.stream()
                    .filter(finding -> finding.severity() == Severity.VALUE && finding.clears().contains(column.name()))
                    .map(Finding::condition).collect(Collectors.joining(") or ("));
            select.append(", ").append(unknown.isEmpty() ? name : "case when (" + unknown + ") then null else " + name + " end as " + name);
        }
        return select.toString();
    }

    private String rest() {
        return table.rest().map(rest -> ", " + Sql.identifier(rest.into()) + ", " + Sql.identifier(rest.value())).orElse("");
    }
}
