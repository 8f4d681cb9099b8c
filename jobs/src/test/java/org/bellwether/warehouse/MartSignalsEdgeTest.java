package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a row, what has limits, and what is too small to be judged. */
class MartSignalsEdgeTest {

    private static final String MART = "mart.mart_signals";
    private static final String SIGNALS = "select time_identifier || ' ' || signal from " + MART + " where signal <> 'NONE' and time_period >= 202401 order by week_commencing, as_at_date";
    /** Eight weeks above the centre of the year before. */
    private static final String[] ABOVE = {"95", "96", "95", "96", "95", "96", "95", "96"};

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    private SignalSeries series;

    @BeforeEach
    void calendar() {
        series = new SignalSeries(warehouse).calendar();
    }

    @Test
    void a_holiday_does_not_end_a_run() {
        series.yearBefore();
        series.weeks("Local authority", "899", "Total", SignalSeries.FIRST.plusWeeks(1), 100, "95", "96", "95", "96", "95", "96", "95", "", "96");
        warehouse.build(MART);

        assertThat(warehouse.ask("select week_commencing || ' ' || signal from " + MART + " where signal <> 'NONE'")).containsExactly("2024-11-04 RUN_OF_EIGHT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "z"})
    void a_week_that_is_missing_or_without_a_figure_ends_what_was_before_it(String none) {
        series.yearBefore();
        series.weeks("Local authority", "899", 100, "95", "96", "95", "96", none, "95", "96", "95", "96", "94");
        warehouse.build(MART);

        assertThat(warehouse.ask("select signal from " + MART + " where signal <> 'NONE'")).isEmpty();
    }

    @Test
    void a_figure_that_is_not_there_has_its_status_and_is_not_judged() {
        series.yearBefore();
        series.weeks("Local authority", "899", 100, "95", "x", "z");
        warehouse.build(MART);

        warehouse.expect(MART + " where week_commencing >= '2024-09-01'", """
                week_commencing, value, value_status, centre, sigmas_status, signal, rules_broken, is_low_base
                2024-09-02,      95,    ok,           94.5,   ok,            NONE,   0,            false
                2024-09-09,      ,      x,            94.5,   z,             ,       ,
                2024-09-16,      ,      z,            94.5,   z,             ,       ,
                """);
    }

    @Test
    void seven_figures_in_a_row_make_no_limits_and_eight_do() {
        series.weeks("School", "8994001", 100, "94", "95", "94", "95", "94", "95", "94");
        series.weeks("School", "8994002", 100, "94", "95", "94", "95", "94", "95", "94", "95");
        series.weeks("School", "8994003", 100, "94", "95", "94", "95", "", "94", "95", "94", "95");
        warehouse.build(MART);

        warehouse.expect("select laestab, count(*) as weeks, count(centre) as centres, count(signal) as judged, min(centre_status) as status from " + MART + " group by laestab", """
                laestab, weeks, centres, judged, status
                8994001, 7,     0,       0,      z
                8994002, 8,     8,       8,      ok
                8994003, 8,     0,       0,      z
                """);
    }

    @Test
    void figures_that_are_all_the_same_have_limits_and_no_signal() {
        series.weeks("School", "8994001", 100, "100", "100", "100", "100", "100", "100", "100", "100", "100");
        warehouse.build(MART);

        warehouse.expect("select distinct centre, low, high, signal, sigmas_status from " + MART, """
                centre, low, high, signal, sigmas_status
                100,    100, 100,  NONE,   z
                """);
    }

    @Test
    void limits_of_a_share_end_at_nought_and_a_hundred() {
        series.weeks("School", "8994001", 100, "100", "0", "100", "0", "100", "0", "100", "0");
        warehouse.build(MART);

        warehouse.expect("select distinct centre, low, high, inner_low, inner_high from " + MART, """
                centre, low, high, inner_low, inner_high
                50,     0,   100,  0,         100
                """);
    }

    @Test
    void a_run_does_not_go_on_from_one_school_year_to_the_next() {
        series.yearBefore();
        series.weeks("Local authority", "899", "Total", LocalDate.of(2024, 7, 1), 100, "95", "96", "95", "96");
        series.weeks("Local authority", "899", 100, "95", "96", "95", "96", "95", "96", "95");
        warehouse.build(MART);

        assertThat(warehouse.ask("select signal from " + MART + " where signal <> 'NONE' and week_commencing >= '2024-09-01'")).isEmpty();
    }

    @Test
    void a_share_of_fewer_children_than_low_base_is_no_point() {
        series.yearBefore();
        series.weeks("Local authority", "899", 9, "10", "20");
        series.weeks("Local authority", "899", "Total", SignalSeries.FIRST.plusWeeks(2), 10, "10");
        series.weeks("Local authority", "899", "Total", SignalSeries.FIRST.plusWeeks(3), 1, "0");
        warehouse.build(MART);

        warehouse.expect(MART + " where week_commencing >= '2024-09-01'", """
                week_commencing, value, is_low_base, signal,        direction
                2024-09-02,      10,    true,        ,
                2024-09-09,      20,    true,        ,
                2024-09-16,      10,    false,       BEYOND_LIMITS, WORSE
                2024-09-23,      0,     true,        ,
                """);
    }

    @Test
    void few_children_make_no_limits() {
        series.weeks("School", "8994001", 9, ABOVE);
        series.weeks("School", "8994002", 10, ABOVE);
        warehouse.build(MART);

        warehouse.expect("select laestab, count(centre) as centres from " + MART + " group by laestab", """
                laestab, centres
                8994001, 0
                8994002, 8
                """);
    }

    @Test
    void a_week_that_runs_is_not_yet_looked_at_nor_a_group_of_children() {
        series.weeks("Local authority", "899", 100, ABOVE);
        warehouse.given("figure.attendance", """
                measure_code,    geographic_level, area_code, time_period, time_identifier, period_start, phase_type_grouping, breakdown_topic, breakdown, scope_type, cell_key, data_status,  value, status
                attendance_rate, Local authority,  899,       2024,        Week 44,         2024-10-28,   Total,               Total,           Total,     Total,      901,      year_to_date, 50,    ok
                attendance_rate, Local authority,  899,       2024,        Week 36,         2024-09-02,   Total,               Sex,             Male,      Total,      902,      final,        50,    ok
                attendance_rate, Neighbourhood,    N1,        2024,        Week 36,         2024-09-02,   Total,               Total,           Total,     Total,      903,      final,        50,    ok
                """);
        warehouse.build(MART);

        assertThat(warehouse.ask("select count(*) from " + MART)).containsExactly("8");
    }

    @Test
    void permanent_exclusions_have_the_limits_of_a_count() {
        series.terms("perm_excl_rate", "Local authority", "899", 40000, "18", "12", "18", "12", "18", "12", "18", "12", "18", "12", "14", "28");
        series.terms("perm_excl_rate", "School", "8994001", 40000, "18", "12", "18", "12", "18", "12", "18", "12", "18", "12", "13", "29");
        warehouse.build(MART);

        warehouse.expect(MART + " where time_period = 202425 and time_identifier = 'Summer term'", """
                geographic_level, value,  centre, low,  high, inner_high, signal,        direction, is_low_base
                Local authority,  0.07,   0.04,   0.01, 0.07, 0.06,       NONE,          ,          false
                School,           0.0725, 0.04,   0.01, 0.07, 0.06,       BEYOND_LIMITS, WORSE,     false
                """);
        assertThat(warehouse.ask(SIGNALS)).containsExactly("Summer term BEYOND_LIMITS");
    }

    @Test
    void a_count_of_which_fewer_than_low_base_are_expected_gives_no_signal() {
        series.terms("perm_excl_rate", "School", "8994001", 10000, "6", "7", "6", "7", "6", "7", "6", "7", "6", "7", "3", "40");
        series.terms("perm_excl_rate", "School", "8994002", 10000, "8", "8", "7", "8", "7", "8", "7", "8", "7", "8", "4", "40");
        series.terms("perm_excl_rate", "School", "8994003", 1, "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "1");
        series.terms("susp_rate", "School", "8994004", 0, "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0");
        warehouse.build(MART);

        warehouse.expect(MART + " where time_period = 202425 and time_identifier = 'Summer term'", """
                laestab, value, value_status, centre,   is_low_base, signal
                8994001, 0.4,   ok,           0.09,     true,
                8994002, 0.4,   ok,           0.1,      false,       BEYOND_LIMITS
                8994003, 100,   ok,           8.33333,  true,
                8994004, ,      z,            ,         ,
                """);
    }

    @Test
    void a_term_of_which_nobody_told_ends_a_trend_of_suspensions() {
        String[] rising = {"10", "11", "12", "13", "14", "15", "13", "12", "13"};
        series.terms("susp_rate", "School", "8994001", 100, rising);
        series.terms("susp_rate", "School", "8994002", 100, "10", "11", "12", "x", "13", "14", "15", "13", "12", "13", "12", "11");
        warehouse.build(MART);

        warehouse.expect(MART + " where signal <> 'NONE'", """
                laestab, time_period, time_identifier, value, signal,       direction
                8994001, 202223,      Summer term,     15,    TREND_OF_SIX, WORSE
                """);
    }
}
