package org.bellwether.release.statement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.format.Table;
import org.bellwether.warehouse.stated.StatedCheck;
import org.bellwether.warehouse.stated.StatedFigure;

/** The questions that statements ask, as SQL whose answers have the same columns whatever table is asked, so that many are one question. */
final class StatementSql {

    private static final String PERIOD = "time_period";

    private final Map<String, Set<String>> columns;
    private final boolean isRestricted;

    /**
     * @param columns of the tables that there are to ask, by their names
     * @param isRestricted whether rows that are not published are among theirs
     */
    StatementSql(Map<String, Set<String>> columns, boolean isRestricted) {
        this.columns = columns;
        this.isRestricted = isRestricted;
    }

    /** Whether the table that it asks is there, with the column that it names and the rows that it means. */
    boolean canAsk(Statement.Figure figure) {
        return (isRestricted || !figure.restricted()) && has(figure.mart()) && (figure.column() == null || has(figure.mart(), figure.column()));
    }

    boolean canAsk(Statement.Register register) {
        return has(register.table()) && columns.get(register.table()).containsAll(register.columns());
    }

    boolean has(String table) {
        return columns.containsKey(table);
    }

    /**
     * Cells of the periods that are asked for: statement, place of the figure in it, time_period, time_identifier, label, value, status, as_at_date, data_status.
     *
     * @param stated periods that are wanted besides the latest
     */
    String figure(String id, int place, Statement.Figure figure, List<Integer> stated) {
        String mart = figure.mart();
        String latest = figure.latest() != null ? figure.latest() : orNull(mart, PERIOD);
        boolean isGrouped = figure.column() == null;
        String value = isGrouped ? figure.value() : Sql.identifier(figure.column());
        String status = isGrouped || !has(mart, Table.statusOf(figure.column())) ? "null" : Table.statusOf(figure.column());
        String cells = "select " + (figure.label() == null ? "null" : "(" + figure.label() + ")") + " as label, " + orNull(mart, PERIOD) + " as time_period, "
                + orNull(mart, "time_identifier") + " as time_identifier, " + of(isGrouped, "max", latest) + " as latest, " + value + " as value, " + status + " as status, "
                + of(isGrouped, "max", orNull(mart, "as_at_date")) + " as as_at_date, " + of(isGrouped, "max", orNull(mart, "data_status")) + " as data_status from "
                + Sql.identifier(mart) + " where (" + figure.where() + "\n)" + (isGrouped ? " group by all" : "");
        return "select " + Sql.literal(id) + " as statement, " + place + " as place, cast(time_period as integer) as time_period, cast(time_identifier as varchar) as time_identifier,"
                + " cast(label as varchar) as label, cast(value as varchar) as value, coalesce(status, case when value is null then 'x' else 'ok' end) as status,"
                + " cast(as_at_date as varchar) as as_at_date, data_status, row_number() over (order by latest, label) as ordinal from (" + cells + ")"
                + " qualify dense_rank() over (order by case when value is not null or status = 'c' then latest end desc nulls last) <= " + figure.last()
                + (stated.isEmpty() ? "" : " or time_period in (" + stated.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ") and dense_rank() over (partition by time_period order by latest desc) = 1");
    }

    /** Rows of a register: statement, ordinal, values as a list of text. */
    String register(String id, Statement.Register register) {
        List<String> order = register.order().isEmpty() ? register.columns() : register.order();
        return "select " + Sql.literal(id) + " as statement, row_number() over (order by " + order.stream().map(Sql::identifier).collect(Collectors.joining(", ")) + ") as ordinal, ["
                + register.columns().stream().map(column -> "cast(" + Sql.identifier(column) + " as varchar)").collect(Collectors.joining(", ")) + "] as cells from "
                + Sql.identifier(register.table()) + " where (" + register.where() + "\n)";
    }

    /** What stated figures come to: statement, place of the check in it, as a number. */
    static String check(String id, int place, StatedCheck check, Map<String, StatedFigure> stated) {
        return "select " + Sql.literal(id) + " as statement, " + place + " as place, comes_to from (" + check.sql(stated) + ")";
    }

    private boolean has(String table, String column) {
        return columns.getOrDefault(table, Set.of()).contains(column);
    }

    private String orNull(String table, String column) {
        return has(table, column) ? column : "null";
    }

    private static String of(boolean isGrouped, String function, String expression) {
        return isGrouped ? function + "(" + expression + ")" : expression;
    }
}
