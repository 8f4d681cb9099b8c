package org.bellwether.release.site.chart;

import java.util.List;
import java.util.Set;

/** The kinds of chart that there are, by the columns that each needs. */
public enum ChartKind {

    LINE(Set.of("series", "x", "y")),
    BAR(Set.of("label", "y")),
    FUNNEL(Set.of("label", "x", "y", "centre", "low", "high")),
    SLOPE(Set.of("label", "before", "after")),
    TIMELINE(Set.of("label", "begin", "finish", "done", "status"));

    private static final int WIDE = 720;
    private static final int NARROW = 400;

    private final Set<String> columns;

    ChartKind(Set<String> columns) {
        this.columns = columns;
    }

    /** Without these a query gives nothing that it could draw. */
    public Set<String> columns() {
        return columns;
    }

    /**
     * @param rows     at least one
     * @param sizeName what the size of a funnel is of
     * @param isNarrow whether it stands beside others
     */
    public Drawing draw(String title, List<Row> rows, Figure.Unit unit, String sizeName, boolean isNarrow) {
        int width = isNarrow ? NARROW : WIDE;
        return switch (this) {
            case LINE -> LineChart.of(title, rows, unit, width, isNarrow ? 260 : 320);
            case BAR -> BarChart.of(title, rows, unit, width);
            case FUNNEL -> FunnelChart.of(title, rows, unit, sizeName, width, 380);
            case SLOPE -> SlopeChart.of(title, rows, unit, width, 240);
            case TIMELINE -> TimelineChart.of(title, rows, width);
        };
    }
}
