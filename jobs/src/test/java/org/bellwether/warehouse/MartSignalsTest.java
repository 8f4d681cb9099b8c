package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Series of weeks: each rule with figures that break it and figures that come as near as they can. */
class MartSignalsTest {

    private static final String MART = "mart.mart_signals";
    private static final String ATTENDANCE = MART + " where measure_code = 'attendance_rate' and week_commencing >= '2024-09-01'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    private SignalSeries series;

    @BeforeEach
    void calendar() {
        series = new SignalSeries(warehouse).calendar();
    }

    @Test
    void a_chart_has_the_mean_of_its_figures_and_a_sigma_of_the_mean_step() {
        series.weeks("Local authority", "899", 100, "94", "95.128", "94", "95.128", "94", "95.128", "94", "95.128", "94");
        warehouse.build(MART);

        warehouse.expect(ATTENDANCE + " and week_commencing = '2024-09-02'", """
                geographic_level, laestab, phase_type_grouping, chart,  value, value_status, centre,   low,      high,     inner_low, inner_high, sigmas,   signal, rules_broken, direction, is_low_base
                Local authority,  ,        Total,               SERIES, 94,    ok,           94.50133, 91.50133, 97.50133, 92.50133,  96.50133,   -0.50133, NONE,   0,            ,          false
                """);
    }

    @Test
    void a_figure_beyond_three_sigma_is_a_signal_and_one_at_the_limit_is_none() {
        series.weeks("Local authority", "899", 100, "97.5", "97.50001", "91.5", "91.49999");
        series.yearBefore();
        warehouse.build(MART);

        warehouse.expect(ATTENDANCE, """
                value,    signal,        direction
                97.5,     NONE,          
                97.50001, BEYOND_LIMITS, BETTER
                91.5,     NONE,          
                91.49999, BEYOND_LIMITS, WORSE
                """);
    }

    @Test
    void two_of_three_beyond_two_sigma_on_one_side_are_a_signal_from_the_second_on() {
        series.weeks("Local authority", "899", 100, "96.6", "94", "96.6", "94", "94", "96.6", "92.4", "92.5", "92.4", "92.5", "92.5", "92.4");
        series.yearBefore();
        warehouse.build(MART);

        warehouse.expect(ATTENDANCE + " and signal = 'TWO_OF_THREE'", """
                week_commencing, value, direction
                2024-09-16,      96.6,  BETTER
                2024-10-28,      92.4,  WORSE
                """);
    }

    @Test
    void the_eighth_on_one_side_of_the_centre_is_a_signal_and_one_on_it_ends_the_run() {
        series.weeks("Local authority", "899", 100, "95", "96", "95", "96", "95", "96", "95", "96", "95", "94.5", "95", "96", "95", "96", "95", "96", "95", "94");
        series.yearBefore();
        warehouse.build(MART);

        warehouse.expect(ATTENDANCE + " and signal <> 'NONE'", """
                week_commencing, signal,       direction
                2024-10-21,      RUN_OF_EIGHT, BETTER
                2024-10-28,      RUN_OF_EIGHT, BETTER
                """);
    }

    @Test
    void six_in_a_row_each_above_the_one_before_are_a_signal_and_equal_ones_are_not() {
        series.weeks("Local authority", "899", 100, "94.1", "94.2", "94.3", "94.4", "94.7", "94.8", "94.9", "94.9", "95", "94.6", "94.55", "94.4", "94.3", "94.2",
                "94.1", "94.6", "94.7", "94.7", "94.8", "94.9", "95", "95.1");
        series.yearBefore();
        warehouse.build(MART);

        warehouse.expect(ATTENDANCE + " and signal <> 'NONE'", """
                week_commencing, value, signal,       direction
                2024-10-07,      94.8,  TREND_OF_SIX, BETTER
                2024-10-14,      94.9,  TREND_OF_SIX, BETTER
                2024-12-02,      94.2,  TREND_OF_SIX, WORSE
                2024-12-09,      94.1,  TREND_OF_SIX, WORSE
                """);
    }
}
