package org.bellwether.release.site.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {

    private static final Figure.Unit PERCENT = new Figure.Unit("%", 1);

    @ParameterizedTest
    @CsvSource({"2.5,%,1,2.5%", "-0.04,pp,1,0.0 pp", "-12.25,pp,1,−12.3 pp", "1234567,GBP,0,'£1,234,567'", "-5,GBP,2,−£5.00", "3,count,0,3"})
    void a_figure_is_written_with_its_unit(BigDecimal value, String unit, int places, String text) {
        assertThat(new Figure(value, "ok").text(new Figure.Unit(unit, places))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"c,hidden", "z,not applicable", "x,not available", "low,under 0.05%"})
    void where_there_is_no_figure_its_status_is_told(String status, String text) {
        assertThat(new Figure(null, status).text(PERCENT)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"3.1,7.9,0,8,2", "33.3,33.3,0,40,10", "-4,-4,-4,0,1", "93.2,95.6,93,96,1", "0,0,0,1,0.25", "-5,120,-50,150,50", "0.11,0.21,0.1,0.225,0.025"})
    void ends_of_an_axis_are_round(double low, double high, double from, double to, double step) {
        Scale scale = Scale.of(DoubleStream.of(low, high), false, 0, 100);

        assertThat(scale.low()).isCloseTo(from, within(1e-9));
        assertThat(scale.high()).isCloseTo(to, within(1e-9));
        assertThat(scale.step()).isCloseTo(step, within(1e-9));
        assertThat(scale.at(low)).isBetween(0.0, 100.0);
    }

    @Test
    void a_hidden_figure_is_drawn_as_hidden_and_not_as_nothing_or_nought() {
        Drawing line = ChartKind.LINE.draw("Rate", List.of(point("a", "2023/24", "1"), hidden("a", "2024/25"), point("a", "2025/26", "3")), PERCENT, null, false);
        Drawing bar = ChartKind.BAR.draw("Rate", List.of(row("label", "a", "y", new BigDecimal("2")), row("label", "b", "y", null, "y_status", "c")), PERCENT, null, false);

        for (Drawing drawing : List.of(line, bar)) {
            assertThat(drawing.hasHidden()).isTrue();
            assertThat(of(drawing, Shape.Rectangle.class).filter(shape -> shape.style().equals("hidden"))).hasSize(1);
        }
        assertThat(of(line, Shape.Curve.class).filter(shape -> shape.style().equals("line main")).map(Shape.Curve::path)).as("the line has a gap")
                .singleElement().asString().matches("M[^L]+M[^L]+");
        assertThat(bar.description()).isEqualTo("a: 2.0%; b: hidden.");
        assertThat(of(bar, Shape.Rectangle.class).filter(shape -> shape.style().startsWith("bar"))).hasSize(1);
    }

    @Test
    void heights_of_counts_are_whole_and_of_what_is_hidden_there_are_none() {
        Drawing counts = ChartKind.LINE.draw("Children", List.of(point("a", "2023/24", "0"), point("a", "2024/25", "1")), new Figure.Unit("children", 0), null, false);
        Drawing hidden = ChartKind.LINE.draw("Rate", List.of(hidden("a", "2023/24"), hidden("a", "2024/25")), PERCENT, null, false);

        assertThat(ticks(counts)).containsExactly("0", "1", "2023/24", "2024/25");
        assertThat(ticks(hidden)).containsExactly("2023/24", "2024/25");
    }

    @Test
    void times_below_the_axis_stand_apart_and_the_last_is_told() {
        List<Row> years = IntStream.range(10, 40).mapToObj(year -> point("a", "20" + year + "/" + (year + 1), "5")).toList();

        List<Shape.Label> times = of(ChartKind.LINE.draw("Rate", years, PERCENT, null, true), Shape.Label.class).filter(label -> label.text().contains("/")).toList();

        assertThat(times.get(times.size() - 1).text()).isEqualTo("2039/40");
        assertThat(IntStream.range(1, times.size()).mapToObj(i -> times.get(i).x() - times.get(i - 1).x())).allMatch(gap -> gap > Frame.LETTER * 8);
    }

    private static List<String> ticks(Drawing drawing) {
        return of(drawing, Shape.Label.class).filter(label -> label.style().equals("tick")).map(Shape.Label::text).toList();
    }

    @Test
    void the_way_to_a_figure_that_may_still_grow_is_another_line() {
        Drawing drawing = ChartKind.LINE.draw("Rate", List.of(point("a", "2023/24", "1"), point("a", "2024/25", "3"),
                row("series", "a", "x", "2025/26", "y", new BigDecimal("2"), "running", true)), PERCENT, null, false);

        assertThat(of(drawing, Shape.Curve.class).map(Shape::style)).containsExactlyInAnyOrder("line main", "line running main");
        assertThat(of(drawing, Shape.Dot.class).map(Shape::style)).contains("dot running main");
    }

    @Test
    void names_of_lines_that_end_together_do_not_lie_on_one_another() {
        Drawing drawing = ChartKind.LINE.draw("Rate", Stream.of("a", "b", "c", "d").map(series -> point(series, "2024/25", "5")).toList(), PERCENT, null, true);

        List<Double> heights = of(drawing, Shape.Label.class).filter(label -> label.style().startsWith("name")).map(Shape.Label::y).sorted().toList();
        assertThat(heights).hasSize(4);
        for (int i = 1; i < heights.size(); i++) {
            assertThat(heights.get(i) - heights.get(i - 1)).isGreaterThanOrEqualTo(LabelColumn.LINE - 0.01);
        }
    }

    @Test
    void what_lies_outside_the_limits_of_a_funnel_is_named() {
        Drawing drawing = ChartKind.FUNNEL.draw("Schools", List.of(school("Inside", 100, "8"), school("Outside", 200, "30"),
                row("label", "Hidden", "x", 50, "y", null, "y_status", "c", "centre", new BigDecimal("9"), "low", new BigDecimal("1"), "high", new BigDecimal("20"))),
                PERCENT, "Pupils", false);

        assertThat(drawing.description()).isEqualTo("Outside the limits: Outside: 30.0%.");
        assertThat(of(drawing, Shape.Dot.class).map(Shape::style)).containsExactlyInAnyOrder("dot main", "dot outside");
        assertThat(drawing.hasHidden()).isTrue();
    }

    @Test
    void everything_lies_within_the_sheet_whatever_the_figures() {
        List<List<Row>> all = List.of(
                List.of(point("a", "x", "0")), List.of(hidden("a", "x")), List.of(point("a", "x", "-100"), point("a", "y", "1000000")),
                List.of(row("series", "a", "x", LocalDate.of(2026, 1, 5), "y", new BigDecimal("95.5"))));
        for (List<Row> rows : all) {
            Drawing drawing = ChartKind.LINE.draw("Any", rows, PERCENT, null, false);

            of(drawing, Shape.Dot.class).forEach(dot -> {
                assertThat(dot.x()).isBetween(0.0, (double) drawing.width());
                assertThat(dot.y()).isBetween(0.0, (double) drawing.height());
            });
        }
        assertThat(ChartKind.TIMELINE.draw("None", List.of(row("label", "a", "begin", null, "finish", null, "done", null, "status", "planned")), PERCENT, null, false).description())
                .isEqualTo("Nothing is planned.");
        assertThat(ChartKind.SLOPE.draw("Slope", List.of(row("label", "a", "before", null, "before_status", "c", "after", new BigDecimal("3"))), PERCENT, null, false).description())
                .isEqualTo("a: hidden before, 3.0% after.");
    }

    private static Row point(String series, String x, String y) {
        return row("series", series, "x", x, "y", new BigDecimal(y), "y_status", "ok");
    }

    private static Row hidden(String series, String x) {
        return row("series", series, "x", x, "y", null, "y_status", "c");
    }

    private static Row school(String name, int roll, String rate) {
        return row("label", name, "x", roll, "y", new BigDecimal(rate), "y_status", "ok", "centre", new BigDecimal("9"), "low", new BigDecimal("1"), "high", new BigDecimal("20"));
    }

    private static Row row(Object... values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            row.put((String) values[i], values[i + 1]);
        }
        return new Row(row);
    }

    private static <T extends Shape> Stream<T> of(Drawing drawing, Class<T> kind) {
        return drawing.shapes().stream().filter(kind::isInstance).map(kind::cast);
    }
}
