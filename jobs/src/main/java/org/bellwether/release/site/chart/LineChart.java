package org.bellwether.release.site.chart;

import static org.bellwether.release.site.chart.Drawing.number;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Figures over time, a line a series, each named where it ends.
 *
 * <p>Columns: {@code series}, {@code x} (a day or a text, in the order of the rows), {@code y} with its status; where wanted {@code style}
 * ({@code main}, {@code second}, {@code third}, {@code comparator} or {@code target}); {@code low} and {@code high}, between which a band is drawn, and
 * {@code centre}, a line through it; {@code when}, what is said of the time, where the axis has another; {@code running}, whether the figure is of a time that is not over and may still grow: the way to it is dashed.
 */
final class LineChart {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.UK);
    private static final double NARROW = 12;
    private static final double AXIS = 34;
    private static final double HIDDEN_WIDTH = 14;
    private static final double HIDDEN_HEIGHT = 24;

    private final List<Row> rows;
    private final Figure.Unit unit;
    private final Map<String, List<Row>> series;
    private final boolean isOfDays;
    /** The first and the last day, where it is of days. */
    private final List<LocalDate> ends;
    /** Days between two figures that follow one another. */
    private final long usual;
    private final List<String> places;
    private final Frame frame;
    private final Scale scale;

    private LineChart(List<Row> rows, Figure.Unit unit, int width, int height) {
        this.rows = rows;
        this.unit = unit;
        this.series = rows.stream().collect(Collectors.groupingBy(row -> row.text("series", ""), LinkedHashMap::new, Collectors.toList()));
        this.isOfDays = rows.stream().allMatch(row -> row.date("x") != null);
        List<LocalDate> days = isOfDays ? rows.stream().map(row -> row.date("x")).sorted().toList() : List.of();
        this.ends = isOfDays ? List.of(days.get(0), days.get(days.size() - 1)) : List.of();
        this.usual = IntStream.range(1, days.size()).mapToLong(i -> days.get(i).toEpochDay() - days.get(i - 1).toEpochDay()).filter(gap -> gap > 0).min().orElse(Long.MAX_VALUE / 2);
        this.places = isOfDays ? List.of() : rows.stream().map(row -> row.text("x", "")).distinct().toList();
        DoubleStream values = rows.stream().flatMap(row -> Stream.of("y", "low", "high").map(row::number)).filter(value -> value != null)
                .mapToDouble(Number::doubleValue);
        Scale plain = Scale.of(values, false, 0, 1, Math.pow(10, -unit.places()));
        double left = Frame.room(plain.ticks().stream().map(tick -> new Figure.Unit(unit.name(), plain.places()).text(BigDecimal.valueOf(tick))).toList()) + 4;
        this.frame = new Frame(width, height, left, Frame.room(series.keySet()) + NARROW, NARROW, AXIS);
        this.scale = new Scale(plain.low(), plain.high(), frame.bottom, frame.top, plain.step());
    }

    static Drawing of(String title, List<Row> rows, Figure.Unit unit, int width, int height) {
        LineChart chart = new LineChart(rows, unit, width, height);
        chart.heights();
        chart.times();
        chart.bands();
        chart.series.values().forEach(chart::centre);
        LabelColumn names = new LabelColumn();
        chart.series.forEach((name, points) -> chart.line(name, points, names));
        names.spread(chart.frame.top, chart.frame.bottom).forEach(chart.frame::add);
        return chart.frame.drawing(title, chart.words());
    }

    /** Where every figure is hidden there is no height to read. */
    private void heights() {
        if (rows.stream().anyMatch(row -> row.number("y") != null)) {
            frame.values(scale, unit);
        } else {
            frame.add(new Shape.Line(frame.left, frame.bottom, frame.right, frame.bottom, "axis"));
        }
    }

    private double x(Row row) {
        double inner = frame.right - frame.left;
        if (isOfDays) {
            long first = ends.get(0).toEpochDay();
            long span = Math.max(1, ends.get(1).toEpochDay() - first);
            return frame.left + NARROW + (inner - 2 * NARROW) * (row.date("x").toEpochDay() - first) / span;
        }
        return at(places.indexOf(row.text("x", "")));
    }

    private double at(int place) {
        double inner = frame.right - frame.left;
        return places.size() == 1 ? frame.left + inner / 2 : frame.left + NARROW + (inner - 2 * NARROW) * place / (places.size() - 1);
    }

    private void times() {
        double last = Double.NEGATIVE_INFINITY;
        if (isOfDays) {
            for (LocalDate month = ends.get(0).withDayOfMonth(1).plusMonths(1); !month.isAfter(ends.get(1)); month = month.plusMonths(1)) {
                last = time(x(new Row(Map.of("x", month))), MONTH.format(month), last);
            }
            return;
        }
        int stride = stride();
        for (int place = (places.size() - 1) % stride; place < places.size(); place += stride) {
            last = time(at(place), places.get(place), last);
        }
    }

    /** Every how many places a text fits below the axis; the last place always has its own. */
    private int stride() {
        if (places.size() < 2) {
            return 1;
        }
        double longest = places.stream().mapToInt(String::length).max().orElse(0) * Frame.LETTER + Frame.LETTER;
        return Math.max(1, (int) Math.ceil(longest / (at(1) - at(0))));
    }

    /** A time below the axis, unless it would lie on the one before, which ends at {@code last}. */
    private double time(double x, String text, double last) {
        double half = text.length() * Frame.LETTER / 2;
        if (x - half < last + Frame.LETTER / 2) {
            return last;
        }
        frame.add(new Shape.Line(x, frame.bottom, x, frame.bottom + 5, "axis"));
        frame.label(x, frame.bottom + 20, text, "middle", "tick");
        return x + half;
    }

    private void bands() {
        series.values().forEach(points -> {
            List<Row> banded = points.stream().filter(row -> row.number("low") != null && row.number("high") != null).toList();
            if (!banded.isEmpty()) {
                List<String> corners = new ArrayList<>();
                banded.forEach(row -> corners.add(point(row, row.number("high").doubleValue())));
                for (int i = banded.size() - 1; i >= 0; i--) {
                    corners.add(point(banded.get(i), banded.get(i).number("low").doubleValue()));
                }
                frame.add(new Shape.Curve("M" + String.join("L", corners) + "Z", "band"));
            }
        });
    }

    private void centre(List<Row> points) {
        List<Row> with = points.stream().filter(row -> row.number("centre") != null).toList();
        if (with.size() > 1) {
            frame.add(new Shape.Curve("M" + String.join("L", with.stream().map(row -> point(row, row.number("centre").doubleValue())).toList()), "line centre"));
        }
    }

    private void line(String name, List<Row> points, LabelColumn names) {
        String style = points.get(0).text("style", "main");
        StringBuilder path = new StringBuilder();
        boolean isDrawing = false;
        Row end = null;
        boolean isDense = points.size() > 14;
        List<Shape> dots = new ArrayList<>();
        for (Row row : points) {
            Figure figure = row.figure("y");
            boolean isRunning = Boolean.TRUE.equals(row.values().get("running"));
            isDrawing = isDrawing && !isFar(end, row);
            if (figure.isThere()) {
                if (isRunning && isDrawing) {
                    frame.add(new Shape.Curve("M" + point(end, end.figure("y").number()) + "L" + point(row, figure.number()), "line running " + style));
                } else {
                    path.append(isDrawing ? "L" : "M").append(point(row, figure.number()));
                }
                if (!isDense || !isDrawing) {
                    dots.add(new Shape.Dot(x(row), scale.at(figure.number()), isDense ? 2 : 4, (isRunning ? "dot running " : "dot ") + style,
                            name + ", " + time(row) + ": " + figure.text(unit)));
                }
                end = row;
            } else if (figure.isHidden()) {
                hidden(row, name + ", " + time(row) + ": hidden");
            }
            isDrawing = figure.isThere();
        }
        if (end != null) {
            frame.add(new Shape.Curve(path.toString(), "line " + style));
            dots.forEach(frame::add);
            names.add(new Shape.Label(frame.right + 4, scale.at(end.figure("y").number()), name, "start", "name " + style));
        }
    }

    /** Whether days lie between the two that have no figure: holidays, say, over which no line leads. */
    private boolean isFar(Row one, Row next) {
        return isOfDays && next.date("x").toEpochDay() - one.date("x").toEpochDay() > 1.5 * usual;
    }

    /** Of several series those that are hidden at one time stand beside one another. */
    private void hidden(Row row, String title) {
        long before = rows.stream().takeWhile(other -> other != row).filter(other -> other.figure("y").isHidden() && time(other).equals(time(row))).count();
        long all = rows.stream().filter(other -> other.figure("y").isHidden() && time(other).equals(time(row))).count();
        frame.hidden(x(row) + (before - all / 2.0) * HIDDEN_WIDTH, frame.bottom - HIDDEN_HEIGHT, HIDDEN_WIDTH, HIDDEN_HEIGHT, title);
    }

    private String point(Row row, double value) {
        return number(x(row)) + " " + number(scale.at(value));
    }

    private String time(Row row) {
        if (row.text("when") != null) {
            return row.text("when");
        }
        return isOfDays ? Days.LONG.format(row.date("x")) : row.text("x", "");
    }

    private String words() {
        List<String> sentences = new ArrayList<>();
        series.forEach((name, points) -> {
            List<Row> there = points.stream().filter(row -> row.figure("y").isThere()).toList();
            if (there.isEmpty()) {
                sentences.add(name + ": nothing to show.");
            } else {
                Row first = there.get(0);
                Row last = there.get(there.size() - 1);
                sentences.add(name + ": " + first.figure("y").text(unit) + " (" + time(first) + ")"
                        + (there.size() == 1 ? "." : " to " + last.figure("y").text(unit) + " (" + time(last) + ")."));
            }
        });
        return String.join(" ", sentences);
    }
}
