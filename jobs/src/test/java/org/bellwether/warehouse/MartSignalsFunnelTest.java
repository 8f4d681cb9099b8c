package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.bellwether.config.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Schools' years beside all schools of their phase, with limits by their size. */
class MartSignalsFunnelTest {

    private static final String MART = "mart.mart_signals";
    private static final String FUNNEL = MART + " where chart = 'FUNNEL' and measure_code = ";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    private SignalSeries series;

    @BeforeEach
    void calendar() {
        series = new SignalSeries(warehouse).calendar();
    }

    /** Of 900 children at 90 one sigma is 1: the limits are 1.96 and 3.09 from it. */
    @Test
    void a_share_has_limits_by_children_and_one_at_a_limit_is_within_it() {
        series.year("attendance_rate", 8994001, "93.09", 900);
        series.year("attendance_rate", 8994002, "86.9", 900);
        series.year("attendance_rate", 8994003, "91.96", 900);
        series.year("attendance_rate", 8994004, "88.05", 900);
        warehouse.build(MART);

        warehouse.expect(FUNNEL + "'attendance_rate'", """
                laestab, school_name,    education_phase, value, centre, low,   high,  inner_low, inner_high, signal,     rules_broken, direction
                8994001, School 8994001, Secondary,       93.09, 90,     86.91, 93.09, 88.04,     91.96,      BEYOND_95,  1,            BETTER
                8994002, School 8994002, Secondary,       86.9,  90,     86.91, 93.09, 88.04,     91.96,      BEYOND_998, 2,            WORSE
                8994003, School 8994003, Secondary,       91.96, 90,     86.91, 93.09, 88.04,     91.96,      NONE,       0,
                8994004, School 8994004, Secondary,       88.05, 90,     86.91, 93.09, 88.04,     91.96,      NONE,       0,
                """);
    }

    @Test
    void the_smaller_a_school_the_wider_its_limits_and_of_few_there_is_no_signal() {
        series.year("attendance_rate", 8994001, "90", 900);
        series.year("attendance_rate", 8994002, "90", 900);
        series.year("attendance_rate", 8994003, "90", 225);
        series.year("attendance_rate", 8994004, "90", 9);
        series.year("attendance_rate", 8994005, "z", 9);
        warehouse.build(MART);

        warehouse.expect(FUNNEL + "'attendance_rate'", """
                laestab, value, value_status, centre, inner_low, inner_high, is_low_base, signal
                8994001, 90,    ok,           90,     88.04,     91.96,      false,       NONE
                8994002, 90,    ok,           90,     88.04,     91.96,      false,       NONE
                8994003, 90,    ok,           90,     86.08,     93.92,      false,       NONE
                8994004, 90,    ok,           90,     70.4,      100,        true,
                8994005, ,      z,            90,     ,          ,           ,
                """);
    }

    @Test
    void events_have_limits_by_those_expected() {
        series.year("susp_rate", 8994001, "8", 400);
        series.year("susp_rate", 8994002, "16", 400);
        series.year("susp_rate", 8994003, "32", 400);
        series.year("susp_rate", 8994004, "8", 400);
        series.year("susp_rate", 8994005, "16", 200);
        series.year("susp_rate", 8994006, "12", 500);
        series.year("susp_rate", 8994007, "0", 0);
        warehouse.build(MART);

        warehouse.expect(FUNNEL + "'susp_rate'", """
                laestab, value, value_status, centre, high,    inner_low, is_low_base, signal,     direction
                8994001, 2,     ok,           4,      7.09,    2.04,      false,       BEYOND_95,  BETTER
                8994002, 4,     ok,           4,      7.09,    2.04,      false,       NONE,
                8994003, 8,     ok,           4,      7.09,    2.04,      false,       BEYOND_998, WORSE
                8994004, 2,     ok,           4,      7.09,    2.04,      false,       BEYOND_95,  BETTER
                8994005, 8,     ok,           4,      8.36991, 1.22815,   true,        ,
                8994006, 2.4,   ok,           4,      6.76379, 2.24692,   false,       NONE,
                8994007, ,      z,            4,      ,        ,          ,            ,
                """);
    }

    @Test
    void three_schools_of_a_phase_have_no_limits() {
        series.year("susp_rate", 8994001, "80", 400);
        series.year("susp_rate", 8994002, "16", 400);
        series.year("susp_rate", 8994003, "32", 400);
        series.year("susp_rate", 8994004, "x", 400);
        warehouse.build(MART);

        warehouse.expect("select distinct centre_status, low_status, signal from " + FUNNEL + "'susp_rate'", """
                centre_status, low_status, signal
                z,             z,
                """);
    }

    @Test
    void a_centre_is_made_again_of_the_figures_that_are_listed_behind_it() throws IOException {
        series.weeks("Local authority", "899", 100, "94", "95", "94", "95", "94", "95", "94", "95", "94");
        series.terms("perm_excl_rate", "Local authority", "899", 40000, "18", "12", "18", "12", "18", "12", "18", "12");
        for (int school = 8994001; school <= 8994004; school++) {
            series.year("susp_rate", school, Integer.toString(school - 8994000), 40);
        }
        warehouse.build(MART);
        String behind = Files.readString(Project.locate().sql().resolve("explain/mart_signals.sql"));

        assertThat(warehouse.ask("""
                select distinct own.measure_code || ' ' || own.chart || ' ' || count(own.fact_key) || ' ' || (own.recomputed = cast(mart.centre as varchar))
                from (%s) as own
                join %s as mart
                    on mart.measure_code = own.measure_code
                    and mart.chart = own.chart
                    and mart.time_period = own.time_period
                    and mart.time_identifier = own.time_identifier
                    and mart.laestab is not distinct from own.laestab
                where mart.centre is not null
                group by own.measure_code, own.chart, own.time_period, own.time_identifier, own.laestab, own.recomputed, mart.centre
                order by 1
                """.formatted(behind, MART))).containsExactly("attendance_rate SERIES 9 true", "perm_excl_rate SERIES 8 true", "susp_rate FUNNEL 4 true");
    }
}
