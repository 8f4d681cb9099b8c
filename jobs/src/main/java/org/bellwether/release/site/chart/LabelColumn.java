package org.bellwether.release.site.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Labels beside the ends of lines, moved apart as far as they would lie on one another. */
final class LabelColumn {

    /** Height of a line of text. */
    static final double LINE = 16;

    private record Wanted(double y, Shape.Label label) {
    }

    private final List<Wanted> wanted = new ArrayList<>();

    void add(Shape.Label label) {
        wanted.add(new Wanted(label.y(), label));
    }

    /** The labels within top and bottom, in the order of their height. */
    List<Shape> spread(double top, double bottom) {
        List<Wanted> sorted = wanted.stream().sorted(Comparator.comparingDouble(Wanted::y)).toList();
        double[] heights = new double[sorted.size()];
        double last = top - LINE;
        for (int i = 0; i < heights.length; i++) {
            last = heights[i] = Math.max(sorted.get(i).y(), last + LINE);
        }
        double next = bottom + LINE;
        for (int i = heights.length - 1; i >= 0; i--) {
            next = heights[i] = Math.min(heights[i], next - LINE);
        }
        List<Shape> labels = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            Shape.Label label = sorted.get(i).label();
            labels.add(new Shape.Label(label.x(), heights[i] + LINE / 4, label.text(), label.anchor(), label.style()));
        }
        return labels;
    }
}
