package org.bellwether.release.disclosure;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Workers;
import org.bellwether.release.format.Table;

/**
 * Which figures the columns of marts show, so that a figure that is hidden in one mart is hidden in all.
 *
 * <p>A mart that shows figures has beside it the view {@code <mart>__figure}: its grain, {@code mart_column}, and of the
 * figure in that column {@code shown_measure} and {@code cell_key}. Composed marts have it of themselves.
 */
final class ShownFigures {

    private static final String SAME_FIGURE = "same figure";
    static final String SHOWN = DisclosureControl.DATABASE + ".shown_figure";

    private final Connection connection;
    private final Set<Table> marts;

    /** @param marts that may be published, with what each of their columns is */
    ShownFigures(Connection connection, Map<Table, MartDisclosure> marts) throws SQLException {
        this.connection = connection;
        this.marts = marts.keySet();
        Sql.execute(connection, "create or replace table " + SHOWN
                + " (mart varchar, mart_row bigint, figure varchar, is_home boolean, measure_code varchar, cell_key bigint,"
                + " is_published boolean, is_open boolean, threshold integer)");
        List<String> views = Sql.queryTexts(connection, "select schema_name || '.' || view_name from duckdb_views()");
        new Workers(connection).each(marts.keySet().stream().filter(mart -> views.contains(mart.schema() + "." + view(mart))).toList(),
                (own, mart) -> Sql.execute(own, "insert into " + SHOWN + " " + shown(mart, marts.get(mart))));
    }

    static String view(Table mart) {
        return mart.name() + "__figure";
    }

    private static String shown(Table mart, MartDisclosure disclosure) {
        String isThere = disclosure.figures().stream().filter(mart.columnNames()::contains)
                .map(figure -> " when " + literal(figure) + " then m." + identifier(figure) + " is not null").collect(Collectors.joining());
        String sameRow = SuppressionQueries.sameCell("shown", disclosure.grain());
        String isHome = "shown.mart_column not in (" + Stream.concat(Stream.of(""), disclosure.shows().stream()).map(Sql::literal).collect(Collectors.joining(", ")) + ")";
        String isPublished = "m.row_is_published and (m.row_is_open or shown.mart_column not in (" + Stream.concat(Stream.of(""), disclosure.openAlone().stream())
                .map(Sql::literal).collect(Collectors.joining(", ")) + ")) and shown.mart_column not in ("
                + Stream.concat(Stream.of(""), disclosure.withheld().stream()).map(Sql::literal).collect(Collectors.joining(", ")) + ")";
        return ("select %s, m.mart_row, shown.mart_column, %s, shown.shown_measure, shown.cell_key, %s, m.row_is_open, %d from (%s) as m join %s.%s as shown"
                + " on %s where case shown.mart_column%s else false end").formatted(literal(mart.name()), isHome, isPublished, disclosure.threshold(),
                SuppressionQueries.rowsOf(mart, disclosure), identifier(mart.schema()), identifier(view(mart)), sameRow, isThere);
    }

    /** Hides wherever it is shown each figure that is hidden in a mart of its own, and tells in which marts that hid something. */
    List<Table> hideEverywhere() throws SQLException {
        Set<String> names = Set.copyOf(Sql.queryTexts(connection, """
                insert into %1$s
                with hidden_figure as (
                    select distinct shown.measure_code, shown.cell_key
                    from %1$s as hidden
                    join %2$s as shown on shown.mart = hidden.mart and shown.mart_row = hidden.mart_row and shown.figure = hidden.figure
                    where shown.is_home
                )
                select shown.mart, shown.mart_row, shown.figure, '%3$s'
                from %2$s as shown
                semi join hidden_figure on hidden_figure.measure_code = shown.measure_code and hidden_figure.cell_key = shown.cell_key
                anti join %1$s as hidden on hidden.mart = shown.mart and hidden.mart_row = shown.mart_row and hidden.figure = shown.figure
                returning mart
                """.formatted(DisclosureControl.HIDDEN, SHOWN, SAME_FIGURE)));
        return marts.stream().filter(mart -> names.contains(mart.name())).toList();
    }
}
