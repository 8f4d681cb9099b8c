package org.bellwether.release.site.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.release.format.Table;
import org.bellwether.release.site.chart.Days;
import org.bellwether.release.site.chart.Figure;
import org.bellwether.release.site.chart.Row;

/** Makes the table of a panel: its columns under their heads, figures as people read them. */
final class TableMaker {

    /** Columns of charts that the page itself has worked out, of the panel's unit: no cell of a mart has them. */
    private static final Set<String> LIMITS = Set.of("low", "high", "centre");

    private final Panel panel;

    TableMaker(Panel panel) {
        this.panel = panel;
    }

    TableView table(List<Row> rows) {
        List<TableView.Head> heads = new ArrayList<>();
        for (Map.Entry<String, String> column : panel.columns().entrySet()) {
            heads.add(new TableView.Head(column.getValue(), rows.stream().anyMatch(row -> row.values().get(column.getKey()) instanceof Number)));
        }
        List<List<TableView.Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<TableView.Cell> line = new ArrayList<>();
            for (String column : panel.columns().keySet()) {
                line.add(cell(row, column, line.isEmpty() ? row.text("href") : null));
            }
            cells.add(line);
        }
        return new TableView(heads, cells);
    }

    private TableView.Cell cell(Row row, String column, String href) {
        if (row.date(column) != null) {
            return TableView.Cell.of(Days.SHORT.format(row.date(column)), href);
        }
        Figure figure = row.figure(column);
        if (LIMITS.contains(column) && figure.isThere()) {
            return new TableView.Cell(figure.text(unit(row)), null, true, null, null);
        }
        if (row.has(Table.statusOf(column))) {
            return TableView.Cell.of(figure, unit(row, column));
        }
        String number = TableView.Cell.plain(figure);
        return number == null ? TableView.Cell.of(row.text(column, ""), href) : new TableView.Cell(number, number, true, null, href);
    }

    /** The panel's, unless the row says another. */
    Figure.Unit unit(Row row) {
        return new Figure.Unit(row.text("unit", panel.unit()), row.number("dp") == null ? panel.dp() : row.number("dp").intValue());
    }

    /** Some columns of a table are of another unit: {@code <column>_unit} and {@code <column>_dp} say it. */
    private Figure.Unit unit(Row row, String column) {
        Figure.Unit own = unit(row);
        return new Figure.Unit(row.text(column + "_unit", own.name()), row.number(column + "_dp") == null ? own.places() : row.number(column + "_dp").intValue());
    }
}
