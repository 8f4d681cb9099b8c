package org.bellwether.release.disclosure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.disclosure.PublishedParts.PartCell;
import org.bellwether.release.disclosure.PublishedParts.Unit;
import org.bellwether.warehouse.figure.MeasureCatalog;

/** Hides what small figures could be worked out from: the other figures of their children, and companions of those in other cells. */
final class CompanionFigures {

    private static final String HIDDEN_UNIT = DisclosureControl.DATABASE + ".hidden_unit";

    private final Connection connection;
    private final PublishedParts published;

    CompanionFigures(Connection connection, MeasureCatalog measures, int minDenominator) throws SQLException {
        this.connection = connection;
        this.published = new PublishedParts(connection, measures, minDenominator);
    }

    /** Whether there was anything to hide: beside what is hidden already, rates of few, and figures of which few have come since they were last shown. */
    boolean hide() throws SQLException {
        if (Sql.queryLong(connection, "select count(*) from " + ShownFigures.SHOWN) == 0) {
            return false;
        }
        List<PartCell> cells = published.cells();
        Set<Unit> primary = primary();
        cells.stream().filter(cell -> !cell.isOpen() && (cell.isOfFew() || cell.isOfFewSince())).map(PartCell::unit).forEach(primary::add);
        if (primary.isEmpty()) {
            return false;
        }
        hide(new UnitProtection(new PartSystem(cells, published.sums(), published.ofEveryCell()), primary).choose());
        return true;
    }

    /**
     * Units of which a figure is hidden, and those of small counts that no mart of their own has judged, as another shows them.
     */
    private Set<Unit> primary() throws SQLException {
        return new HashSet<>(Sql.query(connection, """
                select told.family, shown.cell_key
                from %1$s as hidden
                join %2$s as shown on shown.mart = hidden.mart and shown.mart_row = hidden.mart_row and shown.figure = hidden.figure
                join %3$s as told on told.measure_code = shown.measure_code and told.is_of
                where hidden.rule <> 'change'
                union
                select cell.family, cell.cell_key
                from %2$s as shown
                join %3$s as told on told.measure_code = shown.measure_code and told.is_count and told.is_of
                join %4$s as cell on cell.part = told.part and cell.cell_key = shown.cell_key
                where shown.is_published and not cell.is_open and cell.amount between 1 and cell.threshold - 1
                """.formatted(DisclosureControl.HIDDEN, ShownFigures.SHOWN, PublishedParts.TOLD_PART, PublishedParts.PART_CELL),
                row -> new Unit(row.getString(1), row.getLong(2))));
    }

    /** Every figure that tells a part of a hidden unit. */
    private void hide(Set<Unit> units) throws SQLException {
        Sql.execute(connection, "create or replace table " + HIDDEN_UNIT + " as select * from (values "
                + units.stream().map(unit -> "(" + Sql.literal(unit.family()) + ", " + unit.cellKey() + "::bigint)").collect(Collectors.joining(", "))
                + ") as unit (family, cell_key)");
        Sql.execute(connection, """
                insert into %1$s
                select distinct shown.mart, shown.mart_row, shown.figure, 'companion'
                from %2$s as shown
                join %3$s as told on told.measure_code = shown.measure_code
                join %4$s as unit on unit.family = told.family and unit.cell_key = shown.cell_key
                anti join %1$s as hidden on hidden.mart = shown.mart and hidden.mart_row = shown.mart_row and hidden.figure = shown.figure
                """.formatted(DisclosureControl.HIDDEN, ShownFigures.SHOWN, PublishedParts.TOLD_PART, HIDDEN_UNIT));
    }
}
