package org.bellwether.app.explain;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.warehouse.Warehouse;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.Subject;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.model.ModelDependencies;

/**
 * The rows of parts that add to one figure, and what they make by the very SELECT that made the figures of the warehouse.
 *
 * <p>That SELECT reads {@code total.x} and {@code part.x__coverage}. In memory these hold the sums of the listed rows alone, and what is
 * known of the cell, so that a row that is not listed can add nothing.
 */
final class ListedFigure {

    private static final String TOTAL = "total.";

    private final ReadOnlyWarehouse warehouse;
    private final Connection connection;
    private final Subject subject;
    private final Path composed;

    ListedFigure(ReadOnlyWarehouse warehouse, Home home, Subject subject) {
        this.warehouse = warehouse;
        this.connection = warehouse.connection();
        this.subject = subject;
        this.composed = home.build().resolve(Warehouse.COMPOSED).resolve("figure").resolve(subject.subject() + ".sql");
    }

    /** What the listed rows make of a figure. */
    record Made(BigDecimal numerator, BigDecimal denominator, BigDecimal value, String status) {

        static final Made NOTHING = new Made(null, null, null, "x");
    }

    /**
     * Fills {@code memory.main.listed_part (part, period, amount, fact, fact_key)} with the rows of one figure.
     *
     * @param cellKey of a cell of the subject
     * @param models given the models that its rows have passed
     */
    Made list(String code, Measure measure, long cellKey, List<String> models) throws SQLException, IOException {
        Model figure = Model.table("figure", subject.subject(), Files.readString(composed));
        models.add(figure.table());
        Sql.execute(connection, "create or replace table cell as select * from warehouse.figure." + Sql.identifier(subject.subject())
                + " where measure_code = " + Sql.literal(code) + " and cell_key = " + cellKey);
        Set<String> parts = subject.partsOf(measure);
        List<String> listed = new ArrayList<>();
        List<String> helpers = new ArrayList<>();
        for (String table : ModelDependencies.of(connection, figure).tables()) {
            String name = table.substring(table.indexOf('.') + 1);
            if (table.startsWith(TOTAL)) {
                if (sum(name, parts, measure.comparesWithYearBefore())) {
                    listed.add(name);
                    helpers.add(table);
                }
            } else {
                Sql.execute(connection, "create or replace table " + table + " as select * from warehouse." + table + " where "
                        + ofCell(warehouse.columns("part", name), measure.comparesWithYearBefore()));
            }
        }
        models.addAll(helpers);
        listed.forEach(name -> models.add("part." + name));
        Sql.execute(connection, "create or replace table listed_part as " + (listed.isEmpty()
                ? "select null::varchar as part, null::integer as period, null::decimal(38, 5) as amount, null::varchar as fact, null::bigint as fact_key limit 0"
                : listed.stream().map(name -> "select part, cast(time_period as integer) as period, cast(amount as decimal(38, 5)) as amount, fact, fact_key from listed_"
                        + name).collect(Collectors.joining(" union all "))));
        return Sql.queryFirst(connection, "select numerator, denominator, value, status from (" + figure.sql() + ") where measure_code = "
                + Sql.literal(code) + " and cell_key = " + cellKey,
                row -> new Made(row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3), row.getString(4))).orElse(Made.NOTHING);
    }

    /** Lists the rows of one relation of parts and sums them by cell; whether it is one of which the measure reads anything. */
    private boolean sum(String name, Set<String> parts, boolean withYearBefore) throws SQLException {
        List<String> cell = warehouse.columns("total", name).stream().filter(column -> !List.of("part", "amount").contains(column)).toList();
        Sql.execute(connection, "create or replace table listed_" + name + " as select * from warehouse.part." + name + " where part in ("
                + parts.stream().map(Sql::literal).collect(Collectors.joining(", ")) + ") and " + ofCell(cell, withYearBefore));
        String by = String.join(", ", cell);
        Sql.execute(connection, "create or replace table total." + name + " as select " + by + ", part, try_cast(sum(amount) as "
                + warehouse.type("total", name, "amount") + ") as amount from listed_" + name + " group by all");
        // A cell is there with other parts too: a figure of which it has none is nought, and not missing.
        Sql.execute(connection, "insert into total." + name + " by name select " + by + " from cell");
        return subject.parts().get(name) != null && subject.parts().get(name).stream().anyMatch(parts::contains);
    }

    /** Literals, so that views are computed for the cell alone where the engine can. */
    private String ofCell(List<String> columns, boolean withYearBefore) throws SQLException {
        List<String> conditions = new ArrayList<>(List.of("true"));
        for (String column : warehouse.columns("mart", "figure").stream().filter(CELL::contains).filter(columns::contains).toList()) {
            String value = Sql.queryText(connection, "select any_value(cast(" + column + " as varchar)) from cell");
            String text = Sql.literal(value);
            conditions.add(value == null ? column + " is null"
                    : withYearBefore && column.equals("time_period") ? column + " in (" + value + ", " + value + " - 101)" : column + " = " + text);
        }
        return String.join(" and ", conditions);
    }

    private static final Set<String> CELL = Set.of("geographic_level", "area_code", "time_period", "time_identifier", "period_start",
            "phase_type_grouping", "breakdown_topic", "breakdown", "scope_type", "scope_code");
}
