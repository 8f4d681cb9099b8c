package org.bellwether.release.site.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lengths beside one another, largest where the query has it, each with its value at its end and, where there is one, a mark to hold it against.
 *
 * <p>Columns: {@code label}, {@code y} with its status, {@code style}, and {@code compare} with its status, whose name is in {@code compare_name}.
 */
final class BarChart {

    private static final double EACH = 28;
    private static final double BAR = 18;
    private static final double HIDDEN = 60;
    /** Of the width, at most, for the labels. */
    private static final double LABELS = 0.45;

    private BarChart() {
    }

    static Drawing of(String title, List<Row> rows, Figure.Unit unit, int width) {
        List<String> labels = rows.stream().map(row -> shortened(row.text("label", ""), (int) (width * LABELS / Frame.LETTER) - 2)).toList();
        List<String> values = rows.stream().map(row -> row.figure("y").text(unit)).toList();
        boolean compares = rows.stream().anyMatch(row -> row.number("compare") != null);
        Frame frame = new Frame(width, (int) (rows.size() * EACH + (compares ? 46 : 12)), Math.min(Frame.room(labels), width * LABELS), Frame.room(values) + 8, 4,
                compares ? 42 : 8);
        Scale scale = Scale.of(rows.stream().flatMap(row -> Stream.of("y", "compare").map(row::number)).filter(value -> value != null)
                .mapToDouble(Number::doubleValue), true, frame.left, frame.right);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = frame.top + i * EACH;
            Figure figure = row.figure("y");
            String told = row.text("label", "") + ": " + figure.text(unit);
            words.add(told);
            frame.label(frame.left - 8, y + BAR - 4, labels.get(i), "end", "tick");
            double end = scale.at(0);
            if (figure.isThere()) {
                end = Math.max(scale.at(figure.number()), scale.at(0));
                frame.add(new Shape.Rectangle(Math.min(scale.at(figure.number()), scale.at(0)), y, Math.abs(scale.at(figure.number()) - scale.at(0)), BAR,
                        "bar " + row.text("style", "main"), told));
            } else if (figure.isHidden()) {
                end = scale.at(0) + HIDDEN;
                frame.hidden(scale.at(0), y, HIDDEN, BAR, told);
            }
            Figure compare = row.figure("compare");
            if (compare.isThere()) {
                frame.add(new Shape.Line(scale.at(compare.number()), y - 3, scale.at(compare.number()), y + BAR + 3, "mark"));
                end = Math.max(end, Math.abs(scale.at(compare.number()) - end) < values.get(i).length() * Frame.LETTER + 8 ? scale.at(compare.number()) : end);
                words.add(row.text("compare_name", "compared with") + " " + compare.text(unit));
            }
            frame.label(end + 6, y + BAR - 4, values.get(i), "start", figure.isThere() ? "value" : "tick");
        }
        frame.add(new Shape.Line(scale.at(0), frame.top - 2, scale.at(0), frame.top + rows.size() * EACH - 6, "axis"));
        if (compares) {
            double y = frame.height - 18;
            frame.add(new Shape.Line(frame.left, y - 12, frame.left, y + 6, "mark"));
            frame.label(frame.left + 10, y + 2, rows.stream().map(row -> row.text("compare_name")).filter(name -> name != null).findFirst().orElse("compared with"), "start", "tick");
        }
        return frame.drawing(title, String.join("; ", words) + ".");
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).stripTrailing() + "…";
    }
}
