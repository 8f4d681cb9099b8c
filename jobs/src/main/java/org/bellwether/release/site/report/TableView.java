package org.bellwether.release.site.report;

import java.util.List;
import org.bellwether.release.site.chart.Figure;

/** A table as its template shows it; the first cell of a row heads it. */
public record TableView(List<Head> heads, List<List<Cell>> rows) {

    public record Head(String text, boolean isNumber) {
    }

    /**
     * @param value the number as the mart has it, where the text is rounded; null where the cell is a text, or has none
     * @param style {@code hidden} where a figure is, {@code none} where there is none; null for all others
     * @param href  where it leads to; null for nowhere
     */
    public record Cell(String text, String value, boolean isNumber, String style, String href) {

        static Cell of(Figure figure, Figure.Unit unit) {
            return new Cell(figure.text(unit), plain(figure), true, figure.isHidden() ? "hidden" : figure.isThere() ? null : "none", null);
        }

        static Cell of(String text, String href) {
            return new Cell(text, null, false, null, href);
        }

        /** The number as it stands, without an exponent and without noughts at its end; null where there is none. */
        static String plain(Figure figure) {
            return figure.isThere() ? figure.value().stripTrailingZeros().toPlainString() : null;
        }
    }
}
