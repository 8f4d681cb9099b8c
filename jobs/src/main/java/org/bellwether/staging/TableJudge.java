package org.bellwether.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.ContractCatalog;
import org.bellwether.contract.Located;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.Severity;
import org.bellwether.contract.TableContract;
import org.bellwether.engine.Sql;

/**
 * Types and judges the rows of one table in one scan: from text to {@code judged_<table>}, which has every column typed,
 * {@code reject} (the error that costs the row, or null) and {@code flags} (what else was found, joined by ',').
 */
final class TableJudge {

    private final Connection connection;
    private final ContractCatalog catalog;
    private final Pseudonymiser pseudonymiser;
    private final ReturnContract contract;
    private final TableContract table;

    TableJudge(Connection connection, ContractCatalog catalog, Pseudonymiser pseudonymiser, ReturnContract contract,
            TableContract table) {
        this.connection = connection;
        this.catalog = catalog;
        this.pseudonymiser = pseudonymiser;
        this.contract = contract;
        this.table = table;
    }

    static String judged(String table) {
        return "judged_" + table;
    }

    /**
     * @param raw table of texts {@code (source_line, c0, c1, …)}
     * @param located where the columns stand in it
     * @param context further relations that rules may name, as join clauses
     */
    void judge(String raw, Located located, Context context) throws SQLException {
        List<Finding> findings = new ArrayList<>(new Findings(catalog, contract, table).all());
        findings.addAll(context.findings());
        for (Column column : upns()) {
            if (located.positions().containsKey(column.name())) {
                pseudonymiser.pseudonymise(upnTable(column), raw, "c" + located.positions().get(column.name()),
                        column.name(), catalog.rulesFor(table).stream().filter(rule -> rule.over().filter(column.name()::equals).isPresent()).toList());
            }
        }
        Sql.execute(connection, """
                create or replace temp table %s as
                with text as (
                    select source_line%s from %s
                ),
                typed as (
                    select text.*%s%s from text%s%s
                ),
                marked as (
                    select *, %s as reject, %s as flags from typed
                )
                select source_line%s%s, reject, flags from marked
                """.formatted(judged(table.name()), texts(located), raw, typed(located), context.columns(), joins(located),
                context.joins(), reject(findings), flags(findings), columns(findings, located), context.kept()));
    }

    /** Marks the rows of equal key behind the first, by the table's key rule; what {@code by} says is not null names a row. */
    void rejectRepeats(List<String> by) throws SQLException {
        String keys = by.stream().map(Sql::identifier).collect(Collectors.joining(", "));
        String judged = judged(table.name());
        long repeated = Sql.queryLong(connection, "select count(*) from (select 1 from " + judged
                + " where reject is null group by " + keys + " having count(*) > 1)");
        if (repeated > 0) {
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

    private List<Column> upns() {
        return table.columns().values().stream().filter(column -> column.type() == ColumnType.UPN).toList();
    }

    private String upnTable(Column column) {
        return "upn_" + table.name() + "_" + column.name();
    }

    private String texts(Located located) {
        StringBuilder select = new StringBuilder();
        for (Column column : table.everyColumn().values()) {
            Integer place = located.positions().get(column.name());
            String text = place != null ? "nullif(trim(c" + place + "), '')"
                    : "cast(" + Sql.literal(column.absentText().orElse(null)) + " as varchar)";
            select.append(", ").append(text).append(" as ").append(ColumnSql.text(column.name()));
        }
        located.rest().forEach((header, place) -> select.append(", nullif(trim(c").append(place).append("), '') as ")
                .append(Sql.identifier(header)));
        return select.toString();
    }

    private String typed(Located located) {
        StringBuilder select = new StringBuilder();
        for (Column column : table.everyColumn().values()) {
            CodeSet codes = column.codeSet().map(catalog::codeSet).orElse(null);
            select.append(", ").append(new ColumnSql(column, codes).typed()).append(" as ").append(Sql.identifier(column.name()));
            if (column.type() == ColumnType.UPN) {
                boolean here = located.positions().containsKey(column.name());
                select.append(", ").append(here ? upnTable(column) + ".pupil_key" : "cast(null as bigint)").append(" as ")
                        .append(Sql.identifier(column.stagedName()));
                select.append(", ").append(here ? upnTable(column) + ".failed_rule" : "cast(null as varchar)").append(" as ")
                        .append(Sql.identifier(column.name() + "__failed"));
            }
        }
        return select.toString();
    }

    private String joins(Located located) {
        return upns().stream().filter(column -> located.positions().containsKey(column.name()))
                .map(column -> " left join %1$s on %1$s.upn = upper(text.%2$s)".formatted(upnTable(column), ColumnSql.text(column.name())))
                .collect(Collectors.joining());
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

    private String columns(List<Finding> findings, Located located) {
        StringBuilder select = new StringBuilder();
        for (Column column : table.everyColumn().values()) {
            String name = Sql.identifier(column.name());
            if (column.type() == ColumnType.UPN) {
                select.append(", ").append(Sql.identifier(column.stagedName()));
                continue;
            }
            String unknown = findings.stream().filter(finding -> finding.severity() == Severity.VALUE && finding.clears().contains(column.name()))
                    .map(Finding::condition).collect(Collectors.joining(") or ("));
            select.append(", ").append(unknown.isEmpty() ? name : "case when (" + unknown + ") then null else " + name + " end as " + name);
            select.append(", ").append(ColumnSql.text(column.name()));
        }
        located.rest().keySet().forEach(header -> select.append(", ").append(Sql.identifier(header)));
        return select.toString();
    }

    /**
     * What else a row's judgement may read.
     *
     * @param columns to add to {@code typed}, each with a comma before it
     * @param joins clauses that bring them
     * @param kept columns of theirs to keep, each with a comma before it
     * @param findings judged with their help
     */
    record Context(String columns, String joins, String kept, List<Finding> findings) {

        static final Context NONE = new Context("", "", "", List.of());
    }
}
