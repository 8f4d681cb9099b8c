package org.bellwether.release.site.chart;

import static org.bellwether.release.site.chart.Drawing.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Funnel plot: a rate against the size of what it is of, with the limits within which chance alone would leave it.
 *
 * <p>Columns: {@code label}, {@code x}, {@code y} with its status, and {@code centre}, {@code low}, {@code high} at the size of the row. Who lies
 * outside is named; of whom the rate is hidden stands below the plot, at its size.
 */
final class FunnelChart {

    private static final double HIDDEN = 14;

    private FunnelChart() {
    }

    static Drawing of(String title, List<Row> all, Figure.Unit unit, String sizeName, int width, int height) {
        List<Row> rows = all.stream().filter(row -> row.number("x") != null).sorted(Comparator.comparingDouble(row -> row.number("x").doubleValue())).toList();
        Scale high = Scale.of(rows.stream().flatMap(row -> Stream.of("y", "low", "high").map(row::number)).filter(value -> value != null)
                .mapToDouble(Number::doubleValue), true, 0, 1);
        Frame frame = new Frame(width, height, Frame.room(high.ticks().stream().map(tick -> unit.text(BigDecimal.valueOf(tick))).toList()) + 4, 24, 12, 64);
        Scale y = new Scale(high.low(), high.high(), frame.bottom, frame.top, high.step());
        Scale x = Scale.of(rows.stream().mapToDouble(row -> row.number("x").doubleValue()), true, frame.left, frame.right);
        frame.values(y, unit);
        for (double tick : x.ticks()) {
            frame.label(x.at(tick), frame.bottom + 36, new Figure.Unit("", x.places()).text(BigDecimal.valueOf(tick)), "middle", "tick");
        }
        frame.label((frame.left + frame.right) / 2, frame.height - 6, sizeName, "middle", "tick");
        limits(frame, rows, x, y);
        List<String> outside = new ArrayList<>();
        LabelColumn names = new LabelColumn();
        for (Row row : rows) {
            Figure figure = row.figure("y");
            String told = row.text("label", "") + ": " + figure.text(unit);
            double at = x.at(row.number("x").doubleValue());
            if (figure.isHidden()) {
                frame.hidden(at - HIDDEN / 2, frame.bottom + 4, HIDDEN, HIDDEN, told);
            } else if (figure.isThere()) {
                boolean isOutside = row.number("high") != null && row.number("low") != null && (figure.value().compareTo(row.number("high")) > 0 || figure.value().compareTo(row.number("low")) < 0);
                frame.add(new Shape.Dot(at, y.at(figure.number()), isOutside ? 6 : 4.5, isOutside ? "dot outside" : "dot main", told));
                if (isOutside) {
                    boolean isRight = at > (frame.left + frame.right) / 2;
                    names.add(new Shape.Label(at + (isRight ? -10 : 10), y.at(figure.number()), row.text("label", ""), isRight ? "end" : "start", "name outside"));
                    outside.add(told);
                }
            }
        }
        names.spread(frame.top, frame.bottom).forEach(frame::add);
        return frame.drawing(title, outside.isEmpty() ? "None lies outside the limits." : "Outside the limits: " + String.join("; ", outside) + ".");
    }

    private static void limits(Frame frame, List<Row> rows, Scale x, Scale y) {
        for (String line : List.of("centre", "low", "high")) {
            List<Row> with = rows.stream().filter(row -> row.number(line) != null).toList();
            ToDoubleFunction<Row> value = row -> Math.max(y.low(), Math.min(y.high(), row.number(line).doubleValue()));
            if (with.size() > 1) {
                List<String> points = with.stream().map(row -> number(x.at(row.number("x").doubleValue())) + " " + number(y.at(value.applyAsDouble(row)))).toList();
                frame.add(new Shape.Curve("M" + String.join("L", points), line.equals("centre") ? "line centre" : "line limit"));
            }
        }
    }
}
