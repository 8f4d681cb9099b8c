package org.bellwether.release.site.chart;

import static org.bellwether.release.site.chart.Drawing.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The sheet of a chart: its size, the margins that its texts need, and what every chart draws. */
final class Frame {

    /** Width of a letter, about. */
    static final double LETTER = 7.8;
    private static final double GAP = 8;
    /** How far the lines of a hatched shape are apart. */
    private static final double HATCH = 6;

    final int width;
    final int height;
    final double left;
    final double right;
    final double top;
    final double bottom;
    final List<Shape> shapes = new ArrayList<>();
    private boolean hasHidden;

    /** Margins in units of the drawing. */
    Frame(int width, int height, double left, double right, double top, double bottom) {
        this.width = width;
        this.height = height;
        this.left = left;
        this.right = width - right;
        this.top = top;
        this.bottom = height - bottom;
    }

    /** Room for the longest of the texts. */
    static double room(Iterable<String> texts) {
        int longest = 0;
        for (String text : texts) {
            longest = Math.max(longest, text.length());
        }
        return longest * LETTER + GAP;
    }

    void add(Shape shape) {
        shapes.add(shape);
    }

    void label(double x, double y, String text, String anchor, String style) {
        add(new Shape.Label(x, y, text, anchor, style));
    }

    /** Lines across at the ticks, with their values on the left. */
    void values(Scale scale, Figure.Unit unit) {
        Figure.Unit ticks = new Figure.Unit(unit.name(), scale.places());
        for (double tick : scale.ticks()) {
            double y = scale.at(tick);
            add(new Shape.Line(left, y, right, y, tick == 0 ? "axis" : "grid"));
            label(left - GAP, y + 4, ticks.text(BigDecimal.valueOf(tick)), "end", "tick");
        }
    }

    /** What stands where a figure is hidden: a hatched shape. Its lines are drawn one by one, since a PDF has no tag for a pattern. */
    void hidden(double x, double y, double wide, double high, String title) {
        hasHidden = true;
        add(new Shape.Rectangle(x, y, wide, high, "hidden", title));
        StringBuilder lines = new StringBuilder();
        for (double foot = x - high + HATCH; foot < x + wide; foot += HATCH) {
            double from = Math.max(foot, x);
            double to = Math.min(foot + high, x + wide);
            lines.append('M').append(number(from)).append(' ').append(number(y + high - (from - foot)))
                    .append('L').append(number(to)).append(' ').append(number(y + high - (to - foot)));
        }
        add(new Shape.Curve(lines.toString(), "hatch"));
    }

    Drawing drawing(String title, String description) {
        return new Drawing(title, description, width, height, List.copyOf(shapes), hasHidden);
    }
}
