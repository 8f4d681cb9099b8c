package org.bellwether.release.site.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Before and after, a line each. Columns: {@code label}, {@code before} and {@code after}, each with its status, and {@code style}. */
final class SlopeChart {

    private SlopeChart() {
    }

    static Drawing of(String title, List<Row> rows, Figure.Unit unit, int width, int height) {
        Scale plain = Scale.of(rows.stream().flatMap(row -> Stream.of("before", "after").map(row::number)).filter(value -> value != null)
                .mapToDouble(Number::doubleValue), false, 0, 1);
        double room = Frame.room(rows.stream().map(row -> row.text("label", "") + "  " + unit.text(new BigDecimal("100"))).toList());
        Frame frame = new Frame(width, height, Frame.room(List.of(unit.text(new BigDecimal("100.0")))) + 24, Math.min(room, width * 0.5), 28, 12);
        Scale scale = new Scale(plain.low(), plain.high(), frame.bottom, frame.top, plain.step());
        frame.label(frame.left, 16, "Before", "middle", "name");
        frame.label(frame.right, 16, "After", "middle", "name");
        frame.add(new Shape.Line(frame.left, frame.top, frame.left, frame.bottom, "axis"));
        frame.add(new Shape.Line(frame.right, frame.top, frame.right, frame.bottom, "axis"));
        LabelColumn befores = new LabelColumn();
        LabelColumn afters = new LabelColumn();
        List<String> words = new ArrayList<>();
        for (Row row : rows) {
            Figure before = row.figure("before");
            Figure after = row.figure("after");
            String style = row.text("style", "main");
            words.add(row.text("label", "") + ": " + before.text(unit) + " before, " + after.text(unit) + " after");
            if (before.isThere() && after.isThere()) {
                frame.add(new Shape.Line(frame.left, scale.at(before.number()), frame.right, scale.at(after.number()), "line " + style));
                frame.add(new Shape.Dot(frame.left, scale.at(before.number()), 4.5, "dot " + style, null));
                frame.add(new Shape.Dot(frame.right, scale.at(after.number()), 4.5, "dot " + style, null));
                befores.add(new Shape.Label(frame.left - 10, scale.at(before.number()), before.text(unit), "end", "value"));
                afters.add(new Shape.Label(frame.right + 10, scale.at(after.number()), after.text(unit) + "  " + row.text("label", ""), "start", "name " + style));
            } else if (before.isHidden() || after.isHidden()) {
                frame.hidden((frame.left + frame.right) / 2 - 40, frame.top + 4, 80, frame.bottom - frame.top - 8, words.get(words.size() - 1));
            }
        }
        befores.spread(frame.top, frame.bottom).forEach(frame::add);
        afters.spread(frame.top, frame.bottom).forEach(frame::add);
        return frame.drawing(title, String.join("; ", words) + ".");
    }
}
