package org.bellwether.release.compare;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.compare.ReleaseDifference.ColumnChange;
import org.bellwether.release.compare.ReleaseDifference.Example;
import org.bellwether.release.compare.ReleaseDifference.FigureChange;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.format.Table;

/** Compares a mart of two releases, all its cells at once. */
final class MartComparison {

    private static final String SCHOOL = "laestab";
    private static final String MEASURE = "measure_code";
    private static final String TARGET = "target";

    private final Connection connection;
    private final String mart;
    private final MartDisclosure disclosure;
    private final Map<String, String> measures;

    /**
     * @param disclosure says what names a cell and which columns hold figures
     * @param measures codes by the columns in which they stand
     */
    MartComparison(Connection connection, String mart, MartDisclosure disclosure, Map<String, String> measures) {
        this.connection = connection;
        this.mart = mart;
        this.disclosure = disclosure;
        this.measures = measures;
    }

    /** Cells that differ, with whether a target of theirs does. */
    record Cells(FigureChange change, boolean isTargetChanged) {
    }

    /** Names and types of the columns; none where there is no file. */
    static Map<String, String> columns(Connection connection, Path file) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        if (file.toFile().exists()) {
            Sql.query(connection, "select column_name, column_type from (describe select * from " + rows(file) + ")",
                    row -> columns.put(row.getString(1), row.getString(2)));
        }
        return columns;
    }

    static List<ColumnChange> columnChanges(String mart, Map<String, String> before, Map<String, String> after) {
        Map<String, String> all = new LinkedHashMap<>(before);
        after.forEach(all::putIfAbsent);
        return all.keySet().stream().filter(column -> !String.valueOf(before.get(column)).equals(after.get(column)))
                .map(column -> new ColumnChange(mart, column, before.get(column), after.get(column))).toList();
    }

    /** Of the columns that both have; none where one of them lacks a column that names a cell. */
    List<Cells> cells(Path before, Path after) throws SQLException {
        List<String> columns = new ArrayList<>(columns(connection, after).keySet());
        columns.retainAll(columns(connection, before).keySet());
        if (!columns.containsAll(disclosure.grain())) {
            return List.of();
        }
        List<String> compared = columns.stream().filter(column -> !disclosure.grain().contains(column) && !isStatus(column)).toList();
        return compared.isEmpty() ? List.of() : Sql.query(connection, query(before, after, columns, compared), row -> new Cells(
                new FigureChange(mart, row.getObject(1) == null ? null : row.getInt(1), measure(row.getString(2), row.getString(3)), row.getString(3),
                        !disclosure.figures().contains(row.getString(3)), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8),
                        new Example(row.getString(9), row.getString(10), row.getString(11)), List.of()), row.getBoolean(12)));
    }

    private String measure(String code, String column) {
        return code == null ? measures.getOrDefault(column, column) : code;
    }

    private boolean isStatus(String column) {
        return disclosure.figures().stream().anyMatch(figure -> Table.statusOf(figure).equals(column));
    }

    private String query(Path before, Path after, List<String> columns, List<String> compared) {
        String sameCell = disclosure.grain().isEmpty() ? "true" : disclosure.grain().stream()
                .map(column -> "earlier.%1$s is not distinct from later.%1$s".formatted(identifier(column))).collect(Collectors.joining(" and "));
        String values = compared.stream().map(column -> value(column, columns)).collect(Collectors.joining(", "));
        return """
                with
                cell as (
                    select
                        %s as laestab,
                        %s as measure,
                        concat_ws(', ', %s) as cell,
                        earlier.is_of_release is not null as was_there,
                        later.is_of_release is not null as is_there,
                        %s as is_target_changed,
                        unnest([%s]) as figure
                    from (select *, true as is_of_release from %s) as earlier
                    full join (select *, true as is_of_release from %s) as later on %s
                ),
                change as (
                    select *,
                        case
                            when not was_there and (figure.after is not null or figure.status_after = 'c') then 'appeared'
                            when not is_there and (figure.before is not null or figure.status_before = 'c') then 'gone'
                            when not was_there or not is_there then null
                            when figure.status_after = 'c' and figure.status_before is distinct from 'c' then 'hidden'
                            when figure.status_before = 'c' and figure.status_after is distinct from 'c' then 'shown'
                            when figure.before is null and figure.after is not null then 'appeared'
                            when figure.before is not null and figure.after is null then 'gone'
                            when figure.before is distinct from figure.after or figure.status_before is distinct from figure.status_after then 'changed'
                        end as kind
                    from cell
                )
                select laestab, measure, figure.name, count(*) filter (where kind = 'changed'), count(*) filter (where kind = 'appeared'),
                    count(*) filter (where kind = 'gone'), count(*) filter (where kind = 'hidden'), count(*) filter (where kind = 'shown'),
                    min(cell), arg_min_null(coalesce(figure.before, figure.status_before), cell),
                    arg_min_null(coalesce(figure.after, figure.status_after), cell), bool_or(is_target_changed)
                from change
                where kind is not null
                group by laestab, measure, figure.name, figure.place
                order by laestab, measure, figure.place
                """.formatted(either(SCHOOL, columns), either(MEASURE, columns), disclosure.grain().isEmpty() ? literal(mart)
                : disclosure.grain().stream().filter(column -> !column.equals(SCHOOL) && !column.equals(MEASURE)).map(MartComparison::either)
                        .collect(Collectors.joining(", ")),
                columns.contains(TARGET) ? "earlier.target is distinct from later.target" : "false", values, rows(before), rows(after), sameCell);
    }

    private String value(String column, List<String> columns) {
        String status = Table.statusOf(column);
        boolean hasStatus = disclosure.figures().contains(column) && columns.contains(status);
        return "{'name': %s, 'place': %d, 'before': %s, 'after': %s, 'status_before': %s, 'status_after': %s}".formatted(literal(column),
                columns.indexOf(column), text("earlier", column), text("later", column), hasStatus ? text("earlier", status) : "cast(null as varchar)",
                hasStatus ? text("later", status) : "cast(null as varchar)");
    }

    private static String text(String side, String column) {
        return "cast(" + side + "." + identifier(column) + " as varchar)";
    }

    private static String either(String column, List<String> columns) {
        return columns.contains(column) ? either(column) : "null";
    }

    private static String either(String column) {
        return "coalesce(later.%1$s, earlier.%1$s)".formatted(identifier(column));
    }

    private static String rows(Path file) {
        return "read_parquet(" + literal(file.toString()) + ")";
    }
}
