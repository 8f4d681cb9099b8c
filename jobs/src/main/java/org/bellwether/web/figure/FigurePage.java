package org.bellwether.web.figure;

import java.util.List;
import org.bellwether.release.site.chart.Drawing;

/**
 * Figures of one measure in the rows that a reader has chosen.
 *
 * @param figures    that the mart has, to choose from
 * @param filters    columns in which the chosen rows can be narrowed
 * @param heads      of the columns that tell the rows apart
 * @param total      how many rows there are, of which {@code rows} are shown
 * @param drawing    null where the rows are none that one chart can show
 * @param isRunning  whether some are of a year that is not over
 * @param asAt       up to when the figures know; null where they do not say it
 * @param choice     the choice as it stands in an address
 * @param citation   by which somebody else finds the same figures
 */
public record FigurePage(Edition edition, String mart, String comment, String column, String name, String definition, List<Option> figures, List<Filter> filters,
        List<String> heads, List<Line> rows, long total, Drawing drawing, boolean isRunning, String asAt, String choice, String citation, String sql) {

    /** Something to choose. */
    public record Option(String value, String text, boolean isChosen) {
    }

    /**
     * @param words   what the column is called
     * @param options empty where there are too many, so that one is typed
     * @param value   what is chosen; empty where all are
     */
    public record Filter(String column, String words, List<Option> options, String value) {
    }

    /**
     * @param labels  what tells the row from others
     * @param figure  as people read it
     * @param value   for a machine; null where there is none
     * @param isHidden whether it would tell of few children
     * @param explain where it is explained; null where it cannot be
     */
    public record Line(List<String> labels, String figure, String value, boolean isHidden, String explain) {
    }
}
