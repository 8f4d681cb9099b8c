package org.bellwether.release.disclosure;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.release.format.Table;

/**
 * Which figures the columns of marts show, so that a figure that is hidden in one mart is hidden in all.
 *
 * <p>A mart that shows figures has beside it the view {@code <mart>__figure}: its grain, {@code mart_column}, and the
 * {@code measure_code} and {@code cell_key} of the figure in that column. Composed marts have it of themselves.
 */
final class ShownFigures {

    private static final String SAME_FIGURE = "same figure";
    private static final String HIDDEN_FIGURE = "disclosure.hidden_figure";

    private final Connection connection;
    private final Map<Table, MartDisclosure> marts;

    ShownFigures(Connection connection, Map<Table, MartDisclosure> marts) throws SQLException {
        this.connection = connection;
        List<String> views = Sql.queryTexts(connection, "select schema_name || '.' || view_name from duckdb_views()");
        this.marts = marts.entrySet().stream().filter(mart -> views.contains(mart.getKey().schema() + "." + view(mart.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static String view(Table mart) {
        return mart.name() + "__figure";
    }

    /** Hides wherever it is shown each figure that is hidden somewhere, and tells how many cells that were. */
    long hideEverywhere() throws SQLException {
        if (marts.isEmpty()) {
            return 0;
        }
        Sql.execute(connection, "create or replace table " + HIDDEN_FIGURE + " as " + marts.keySet().stream().map(this::hidden)
                .collect(Collectors.joining(" union ")));
        long cells = 0;
        for (Table mart : marts.keySet()) {
            cells += Sql.update(connection, "insert into " + DisclosureControl.HIDDEN + " " + shown(mart));
        }
        return cells;
    }

    private String hidden(Table mart) {
        return "select shown.measure_code, shown.cell_key from " + rows(mart) + " join " + DisclosureControl.HIDDEN + " as h on h.mart = "
                + literal(mart.name()) + " and h.mart_row = m.rowid and h.figure = shown.mart_column";
    }

    private String shown(Table mart) {
        String hasFigure = marts.get(mart).figures().stream().filter(mart.columnNames()::contains)
                .map(figure -> " when " + literal(figure) + " then m." + identifier(figure) + " is not null").collect(Collectors.joining());
        return "select " + literal(mart.name()) + ", m.rowid, shown.mart_column, " + literal(SAME_FIGURE) + " from " + rows(mart)
                + " semi join " + HIDDEN_FIGURE + " as f on f.measure_code = shown.measure_code and f.cell_key = shown.cell_key"
                + " anti join " + DisclosureControl.HIDDEN + " as h on h.mart = " + literal(mart.name())
                + " and h.mart_row = m.rowid and h.figure = shown.mart_column where case shown.mart_column" + hasFigure + " else false end";
    }

    /** The rows of a mart beside what their columns show. */
    private String rows(Table mart) {
        return mart.qualified() + " as m join " + identifier(mart.schema()) + "." + identifier(view(mart)) + " as shown on "
                + marts.get(mart).grain().stream().map(column -> "shown." + identifier(column) + " is not distinct from m." + identifier(column))
                        .collect(Collectors.joining(" and "));
    }
}
