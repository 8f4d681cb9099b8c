package org.bellwether.app.explain;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.MeasureCatalog;

/** The figures of which one is made, each with the arguments of the command that explains it. */
final class FiguresBehind {

    private static final String YEAR_BEFORE = "-101";

    private final ReadOnlyWarehouse warehouse;
    private final Connection connection;
    private final MeasureCatalog measures;
    private final DisclosureConfig disclosure;

    FiguresBehind(ReadOnlyWarehouse warehouse, MeasureCatalog measures, DisclosureConfig disclosure) {
        this.warehouse = warehouse;
        this.connection = warehouse.connection();
        this.measures = measures;
        this.disclosure = disclosure;
    }

    private record Found(String role, String measure, BigDecimal value, String status, long cellKey) {
    }

    /** Those among the rows of {@code listed_part}. */
    List<Explanation.MadeOf> listed() throws SQLException {
        return madeOf("""
                select 'added', figure.measure_code, figure.value, figure.status, figure.cell_key
                from listed_part as part
                join warehouse.mart.figure as figure
                    on part.fact = 'mart.figure'
                    and figure.measure_code = part.part
                    and stable_key(figure.measure_code, figure.cell_key) = part.fact_key
                order by figure.area_code
                """);
    }

    /** Those of the cell of the figure in {@code cell}, or of the year before. */
    List<Explanation.MadeOf> sameCell(Measure measure, String code) throws SQLException {
        List<String> wanted = new ArrayList<>();
        if (measure.kind() == Measure.Kind.DIFFERENCE) {
            wanted.add(row("of", measure.of(), "0"));
            wanted.add(row("less", measure.less(), "0"));
        } else {
            sumOf(measure.of()).filter(one -> !one.equals(code)).ifPresent(one -> wanted.add(row("numerator", one, "0")));
            sumOf(measure.per()).ifPresent(one -> wanted.add(row("denominator", one, "0")));
            if (measure.comparesWithYearBefore()) {
                sumOf(measure.of()).ifPresent(one -> wanted.add(row("before", one, YEAR_BEFORE)));
            }
        }
        return wanted.isEmpty() ? List.of() : madeOf("""
                select wanted.role, figure.measure_code, figure.value, figure.status, figure.cell_key
                from (values %s) as wanted (role, measure_code, years)
                cross join cell
                join warehouse.mart.figure as figure
                    on figure.measure_code = wanted.measure_code
                    and figure.cell_key = stable_key(cell.geographic_level, cell.area_code, cast(cell.time_period + wanted.years as integer),
                        cell.time_identifier, cell.period_start, cell.phase_type_grouping, cell.breakdown_topic || '|' || cell.breakdown,
                        cell.scope_type || '|' || cell.scope_code)
                """.formatted(String.join(", ", wanted)));
    }

    private static String row(String role, String measure, String years) {
        return "(" + Sql.literal(role) + ", " + Sql.literal(measure) + ", " + years + ")";
    }

    /** The measure that is the sum of these parts and no more. */
    private Optional<String> sumOf(String parts) {
        return parts == null ? Optional.empty() : measures.codes().stream().filter(code -> {
            Measure measure = measures.measure(code);
            return (measure.kind() == Measure.Kind.SUM || measure.kind() == Measure.Kind.MONEY) && measure.times() == null && parts.equals(measure.of());
        }).findFirst();
    }

    private List<Explanation.MadeOf> madeOf(String query) throws SQLException {
        List<Explanation.MadeOf> all = new ArrayList<>();
        for (Found one : Sql.query(connection, query,
                row -> new Found(row.getString(1), row.getString(2), row.getBigDecimal(3), row.getString(4), row.getLong(5)))) {
            all.add(new Explanation.MadeOf(one.role, one.measure, one.value, one.status, arguments(one)));
        }
        return all;
    }

    /** Null where no mart has a row for its cell. */
    private String arguments(Found figure) throws SQLException {
        for (Map.Entry<String, String> place : measures.measure(figure.measure).marts().entrySet()) {
            List<String> known = warehouse.columns("mart", place.getKey() + "__figure");
            if (!known.isEmpty()) {
                String row = disclosure.marts().get(place.getKey()).grain().stream().filter(known::contains).map(FiguresBehind::condition)
                        .collect(Collectors.joining(" || ' and ' || "));
                Optional<String> condition = Sql.queryFirst(warehouse.models(), "select " + row + " from mart." + place.getKey() + "__figure where cell_key = "
                        + figure.cellKey + " and mart_column = " + Sql.literal(place.getValue()), one -> one.getString(1));
                if (condition.isPresent()) {
                    return place.getKey() + " " + place.getValue() + " --where \"" + condition.get() + "\"";
                }
            }
        }
        return null;
    }

    /** SQL that writes the condition which a row's value of a column meets. */
    private static String condition(String column) {
        return "coalesce('" + column + " = ' || case when typeof(" + column + ") in ('INTEGER', 'BIGINT') then cast(" + column
                + " as varchar) else '''' || replace(cast(" + column + " as varchar), '''', '''''') || '''' end, '" + column + " is null')";
    }
}
