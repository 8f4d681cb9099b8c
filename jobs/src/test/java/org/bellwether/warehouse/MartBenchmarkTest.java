package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The authority's figures beside its region, England and its statistical neighbours. */
class MartBenchmarkTest {

    private static final String MART = "mart.mart_benchmark";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void authorities() {
        warehouse.given("core.dim_local_authority", """
                la_key, la_code, new_la_code, la_name,         region_code, is_home_la
                1,      899,     E06000999,   Wardown Borough, E12000006,   true
                2,      821,     E06000032,   Luton,           E12000006,   false
                3,      822,     E06000055,   Bedford,         E12000006,   false
                4,      823,     E06000056,   Central,         E12000006,   false
                """);
        warehouse.given("core.dim_statistical_neighbour", """
                la_code, sn_version, rank, neighbour_la_code, is_current
                899,     2024,       1,    821,               true
                899,     2024,       2,    822,               true
                899,     2024,       3,    823,               true
                899,     2019,       1,    830,               false
                """);
    }

    @Test
    void a_mean_is_over_the_neighbours_that_have_a_figure_and_the_place_is_among_them() {
        warehouse.given("core.fact_benchmark", """
                dataset,    geographic_level, area_code, time_period, time_identifier, phase_type_grouping, school_type,          breakdown_topic, breakdown, measure,   value, value_status
                exclusions, National,         E92000001, 202324,      Academic year,   Total,               Total,                Total,           Total,     susp_rate, 11.31, ok
                exclusions, Regional,         E12000006, 202324,      Academic year,   Total,               Total,                Total,           Total,     susp_rate, 9.2,   ok
                exclusions, Local authority,  E06000999, 202324,      Academic year,   Total,               Total,                Total,           Total,     susp_rate, 8.5,   ok
                exclusions, Local authority,  E06000032, 202324,      Academic year,   Total,               Total,                Total,           Total,     susp_rate, 8.5,   ok
                exclusions, Local authority,  E06000055, 202324,      Academic year,   Total,               Total,                Total,           Total,     susp_rate, 6,     ok
                exclusions, Local authority,  E06000056, 202324,      Academic year,   Total,               Total,                Total,           Total,     susp_rate, ,      x
                exclusions, National,         E92000001, 202324,      Academic year,   Total,               Total,                Sex,             Male,      susp_rate, 14.48, ok
                exclusions, National,         E92000001, 202324,      Academic year,   Primary,             State-funded primary, Total,           Total,     susp_rate, 3.1,   ok
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where measure_code = 'susp_rate'", """
                time_period, education_phase, la_value_status, la_published, region, england, sn_mean, sn_count, sn_rank, sn_rank_status, gap_pp, gap_pp_status
                202324,      Total,           x,               8.5,          9.2,    11.31,   7.25,    2,        2,       ok,             ,       x
                202324,      Primary,         x,               ,             ,       3.1,     ,        0,        ,        x,              ,       x
                """);
    }

    @Test
    void the_tool_speaks_where_the_statistics_are_silent_and_only_of_measures_that_are_known_to_be_the_same() {
        warehouse.config("config.lait_measure", """
                code,       dataset,    measure,   school_type, period
                TotFixedEx, exclusions, susp_rate, Total,       ACADEMIC
                """);
        warehouse.given("core.fact_benchmark", """
                dataset,    geographic_level, area_code, time_period, time_identifier, phase_type_grouping, school_type, breakdown_topic, breakdown, measure,    value, value_status
                exclusions, National,         E92000001, 202324,      Academic year,   Total,               Total,       Total,           Total,     susp_rate,  11.31, ok
                lait,       National,         E92000001, 202324,      Academic year,   Total,               Total,       Total,           Total,     TotFixedEx, 99,    ok
                lait,       Regional,         E12000006, 202324,      Academic year,   Total,               Total,       Total,           Total,     TotFixedEx, 9.2,   ok
                lait,       Local authority,  E06000032, 202324,      Academic year,   Total,               Total,       Total,           Total,     TotFixedEx, 6,     ok
                lait,       National,         E92000001, 202324,      Academic year,   Total,               Total,       Total,           Total,     TotPermEx,  0.1,   ok
                """);

        warehouse.build(MART);

        warehouse.expect(MART, """
                time_period, measure_code, region, england, sn_mean, sn_count
                202324,      susp_rate,    9.2,    11.31,   6,       1
                """);
    }

    @Test
    void the_gap_is_of_the_authoritys_own_figure_to_england_of_the_same_phase() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, phase_of_education, snapshot_date
                990001, 8992001, 899,     Primary,            2024-09-01
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, reference_date
                202425,        SPR,         8992001, true,    1,         C,            2025-01-16
                202425,        SPR,         8992001, true,    2,         C,            2025-01-16
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8992001, SUSP,     2025-02-04, 2
                """);
        warehouse.given("core.fact_benchmark", """
                dataset,    geographic_level, area_code, time_period, time_identifier, phase_type_grouping, school_type,          breakdown_topic, breakdown, measure,        value, value_status
                exclusions, National,         E92000001, 202425,      Academic year,   Primary,             State-funded primary, Total,           Total,     susp_rate,      3.25,  ok
                exclusions, National,         E92000001, 202425,      Academic year,   Total,               Total,                Total,           Total,     perm_excl_rate, 0,     ok
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where time_identifier = 'Academic year' and measure_code in ('susp_rate', 'perm_excl_rate')", """
                education_phase, measure_code,   polarity, la_value, la_published_status, england, gap_pp, gap_pp_status
                Total,           susp_rate,      LOW,      50,       x,                   ,        ,       x
                Primary,         susp_rate,      LOW,      50,       x,                   3.25,    46.75,  ok
                Total,           perm_excl_rate, LOW,      0,        x,                   0,       0,      ok
                Primary,         perm_excl_rate, LOW,      0,        x,                   ,        ,       x
                """);
    }

    @Test
    void more_attendance_is_better_and_has_no_place_over_all_phases() {
        warehouse.given("core.fact_benchmark", """
                dataset,          geographic_level, area_code, time_period, time_identifier, phase_type_grouping, school_type, breakdown_topic, breakdown, measure,         value, value_status
                pupil_attendance, Local authority,  E06000999, 202324,      Academic year,   Primary,             Primary,     Total,           Total,     attendance_perc, 94.5,  ok
                pupil_attendance, Local authority,  E06000032, 202324,      Academic year,   Primary,             Primary,     Total,           Total,     attendance_perc, 94.1,  ok
                pupil_attendance, Local authority,  E06000999, 202324,      Academic year,   Total,               Total,       Total,           Total,     attendance_perc, 93,    ok
                pupil_attendance, Local authority,  E06000999, 2024,        Week 37,         Primary,             Primary,     Total,           Total,     attendance_perc, 93,    ok
                """);

        warehouse.build(MART);

        warehouse.expect(MART, """
                time_period, time_identifier, education_phase, measure_code,    polarity, la_published, sn_mean, sn_count, sn_rank, england_status
                202324,      Academic year,   Primary,         attendance_rate, HIGH,     94.5,         94.1,    1,        1,       x
                """);
    }
}
