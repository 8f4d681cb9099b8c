package org.bellwether.release.site.catalog;

import static org.bellwether.release.site.chart.Drawing.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.bellwether.release.site.chart.Drawing;
import org.bellwether.release.site.chart.Shape;

/** Draws what a table is made of: returns on the left, the table on the right, each table as far to the right as what it reads allows. */
final class LineageDrawing {

    private static final double WIDE = 232;
    private static final double HIGH = 24;
    private static final double ACROSS = 70;
    private static final double EACH = 34;
    private static final double TEXT = 6.2;

    private final Map<String, SortedSet<String>> reads;
    private final Map<String, Integer> layers = new HashMap<>();

    /** @param reads what each table reads; what reads nothing is a return or a table of config */
    LineageDrawing(Map<String, SortedSet<String>> reads) {
        this.reads = reads;
    }

    Drawing of(String table) {
        reads.keySet().forEach(this::layer);
        Map<Integer, List<String>> byLayer = new TreeMap<>();
        layers.forEach((name, layer) -> byLayer.computeIfAbsent(layer, any -> new ArrayList<>()).add(name));
        Map<String, Double> heights = heights(byLayer);
        double width = byLayer.size() * (WIDE + ACROSS) - ACROSS + 4;
        double height = byLayer.values().stream().mapToInt(List::size).max().orElse(1) * EACH + 4;
        List<Shape> shapes = new ArrayList<>();
        reads.forEach((reader, all) -> all.forEach(read -> shapes.add(edge(x(layers.get(read)) + WIDE, heights.get(read), x(layers.get(reader)), heights.get(reader)))));
        heights.forEach((name, y) -> {
            String kind = name.equals(table) ? "node this" : reads.get(name).isEmpty() ? "node source" : "node";
            shapes.add(new Shape.Rectangle(x(layers.get(name)), y - HIGH / 2, WIDE, HIGH, kind, null));
            shapes.add(new Shape.Label(x(layers.get(name)) + 8, y + 4, shortened(name), "start", kind));
        });
        List<String> words = new ArrayList<>();
        reads.forEach((reader, all) -> {
            if (!all.isEmpty()) {
                words.add(reader + " reads " + String.join(", ", all));
            }
        });
        return new Drawing("What " + table + " is made of", String.join("; ", words) + ".", (int) Math.ceil(width), (int) Math.ceil(height), shapes, false);
    }

    private int layer(String name) {
        Integer known = layers.get(name);
        if (known == null) {
            known = reads.get(name).stream().mapToInt(read -> layer(read) + 1).max().orElse(0);
            layers.put(name, known);
        }
        return known;
    }

    /** Middle of each box: beside what it reads, as far as those of its layer leave room. */
    private Map<String, Double> heights(Map<Integer, List<String>> byLayer) {
        Map<String, Double> heights = new LinkedHashMap<>();
        double most = byLayer.values().stream().mapToInt(List::size).max().orElse(1) * EACH;
        byLayer.forEach((layer, names) -> {
            Map<String, Double> wanted = new HashMap<>();
            names.forEach(name -> wanted.put(name, reads.get(name).stream().filter(heights::containsKey).mapToDouble(heights::get).average().orElse(0)));
            names.sort(Comparator.comparing((String name) -> wanted.get(name)).thenComparing(Comparator.naturalOrder()));
            double from = (most - names.size() * EACH) / 2;
            for (int i = 0; i < names.size(); i++) {
                heights.put(names.get(i), from + i * EACH + EACH / 2 + 2);
            }
        });
        return heights;
    }

    private static double x(int layer) {
        return 2 + layer * (WIDE + ACROSS);
    }

    private static Shape edge(double x1, double y1, double x2, double y2) {
        double middle = (x1 + x2) / 2;
        return new Shape.Curve("M" + number(x1) + " " + number(y1) + "C" + number(middle) + " " + number(y1) + " " + number(middle) + " " + number(y2)
                + " " + number(x2) + " " + number(y2), "edge");
    }

    private static String shortened(String name) {
        int room = (int) ((WIDE - 16) / TEXT);
        return name.length() <= room ? name : name.substring(0, room - 1) + "…";
    }
}
