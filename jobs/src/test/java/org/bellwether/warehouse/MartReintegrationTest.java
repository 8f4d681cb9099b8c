package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who came back to a mainstream school after a permanent exclusion or a placement, and how managed moves went. */
class MartReintegrationTest {

    private static final String MART = "mart.mart_reintegration";
    private static final String ALL = MART + " where breakdown_topic = 'Total'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void schools_a_unit_and_a_calendar() {
        warehouse.asOf("2026-03-31T12:00:00Z");
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, is_mainstream, neighbourhood, valid_from, valid_to
                1,          8994001, 899,     true,          NORTH,         2010-09-01, 9999-12-31
                2,          8994002, 899,     true,          NORTH,         2010-09-01, 9999-12-31
                3,          8994003, 899,     true,          SOUTH,         2010-09-01, 9999-12-31
                """);
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        AUT,  AUT1,      TERM,     2024-09-02, 2024-12-20
                899,     202425,        SPR,  SPR1,      TERM,     2025-01-06, 2025-04-04
                899,     202425,        SUM,  SUM1,      TERM,     2025-04-22, 2025-07-18
                899,     202526,        AUT,  AUT1,      TERM,     2025-09-01, 2025-12-19
                899,     202526,        SPR,  SPR1,      TERM,     2026-01-05, 2026-03-27
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_type, la_code, commissioned_capacity, valid_from
                PRU,            PRU_AP,         899,     18,                    2022-09-01
                RP,             RESOURCED,      899,     8,                     2022-09-01
                """);
    }

    @Test
    void a_return_counts_where_it_came_in_a_year_and_held_for_sixty_school_days() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date
                N1,        1,         8994001, PERM,     2024-09-09
                N2,        2,         8994001, PERM,     2024-09-09
                N3,        3,         8994001, PERM,     2024-09-09
                N4,        3,         8994002, PERM,     2024-11-04
                N5,        4,         8994001, PERM,     2024-09-09
                N6,        5,         8994001, PERM,     2026-02-02
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, to_laestab, movement_date, outcome
                M1,          1,         REINTEGRATION, 8994002,    2024-09-16,    SUCCESSFUL
                M3,          3,         REINTEGRATION, 8994003,    2024-10-07,
                M4,          4,         REINTEGRATION, 8994003,    2025-11-03,    SUCCESSFUL
                M5,          5,         REINTEGRATION, 8994003,    2026-02-09,    SUCCESSFUL
                M0,          2,         REINTEGRATION, 8994003,    2024-09-02,    SUCCESSFUL
                """);

        warehouse.build(MART);

        warehouse.expect(ALL, """
                time_period, cohort,   data_status,  cohort_n, window_closed_n, in_progress_n, reintegrated_n, reintegration_rate, reintegration_rate_status, within_6_days_pct, within_term_pct, sustained_12m_rate, partnership_pct, median_days, managed_move_success_rate_status
                202425,      EXCLUDED, provisional,  5,        5,               0,             1,              20,                 ok,                        20,                20,              100,                100,             5,           z
                202526,      EXCLUDED, year_to_date, 1,        0,               1,             0,              ,                   z,                         ,                  ,                ,                   ,                ,            z
                """);
    }

    @Test
    void how_long_a_case_is_watched_and_a_return_must_hold_are_settings() {
        warehouse.config("config.setting", """
                name,                       value
                la,                         899
                la_name,                    Wardown Borough
                reintegration_days,         60
                reintegration_school_days,  20
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date
                N1,        1,         8994001, PERM,     2025-09-08
                N2,        2,         8994001, PERM,     2025-09-08
                N3,        3,         8994001, PERM,     2026-02-23
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, to_laestab, movement_date, outcome
                M1,          1,         REINTEGRATION, 8994002,    2025-09-22,    SUCCESSFUL
                M2,          2,         REINTEGRATION, 8994002,    2025-12-01,    SUCCESSFUL
                """);

        warehouse.build(MART);

        warehouse.expect(ALL, """
                time_period, cohort,   cohort_n, window_closed_n, in_progress_n, reintegrated_n, reintegration_rate
                202526,      EXCLUDED, 3,        2,               1,             1,              50
                """);
    }

    @Test
    void a_pupil_with_two_placements_is_two_cases_and_a_return_that_ends_with_the_second_is_none() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, reason, start_date, end_date,   destination
                P1,           1,         8994001,      PRU,            EXR,    2024-09-09, 2024-10-04, MAINSTREAM
                P2,           1,         8994001,      PRU,            BHS,    2024-11-04, 2024-12-06, OTHER
                P3,           2,         8994001,      RP,             EXR,    2024-09-09, 2024-10-04, MAINSTREAM
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, sex, ncyear, entry_date, reference_date
                202425,        AUT,         8994001, true,    1,         M,            F,   8,      2023-09-04, 2024-10-03
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, reason, start_date, end_date,   destination
                P4,           9,         8994001,      PRU,            EXR,    2023-09-11, 2023-10-06, OTHER
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where breakdown_topic = 'Year band' and time_period = 202324", """
                cohort,  breakdown, cohort_n
                IN_AP,   Unknown,   1
                AT_RISK, Unknown,   1
                """);
        warehouse.expect(ALL + " and time_period = 202425", """
                time_period, cohort,  cohort_name,                       cohort_n, window_closed_n, reintegrated_n, reintegration_rate, median_days
                202425,      IN_AP,   Placed in alternative provision,   2,        2,               0,              0,
                202425,      AT_RISK, Placed while at risk of exclusion, 1,        1,               0,              0,
                """);
        warehouse.expect(MART + " where breakdown_topic in ('Year band', 'Sex') and cohort = 'IN_AP' and time_period = 202425", """
                breakdown_topic, breakdown,    cohort_n, reintegrated_n, median_days_status
                Year band,       Years 7 to 9, 2,        0,              z
                Sex,             Female,       2,        0,              z
                """);
    }

    @Test
    void a_case_of_a_placement_begins_with_its_end_and_an_enrolment_after_it_is_a_return() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date,   destination
                P1,           1,         8994001,      PRU,            2024-09-09, 2024-10-04, MAINSTREAM
                P2,           2,         8994001,      PRU,            2024-09-09, 2024-12-20, OTHER
                P3,           3,         8994001,      PRU,            2024-09-09, ,
                P4,           4,         8994001,      PRU,            2024-09-09, 2025-11-28, MAINSTREAM
                P5,           5,         8994001,      PRU,            2024-09-09, 2025-02-14, OTHER
                P6,           5,         8994001,      PRU,            2024-09-09, 2024-09-13, MAINSTREAM
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, entry_date, reference_date
                202425,        SPR,         8994002, true,    2,         C,            2025-01-06, 2025-01-16
                """);

        warehouse.build(MART);

        warehouse.expect(ALL + " and cohort = 'IN_AP'", """
                time_period, cohort_n, window_closed_n, in_progress_n, reintegrated_n, reintegration_rate, median_days
                202425,      4,        4,               0,             2,              50,                 19
                202526,      1,        0,               1,             0,              ,
                """);
    }

    @Test
    void a_return_is_to_a_mainstream_school_and_lasts() {
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, is_mainstream, neighbourhood, valid_from, valid_to
                4,          8997001, 899,     false,         SOUTH,         2010-09-01, 9999-12-31
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date
                N1,        1,         8994001, PERM,     2024-09-09
                N2,        2,         8994001, PERM,     2024-09-09
                N3,        3,         8994001, PERM,     2024-09-09
                N4,        4,         8994001, PERM,     2024-09-09
                N5,        5,         8994001, PERM,     2024-09-09
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, to_laestab, movement_date, end_date,   outcome
                M1,          1,         REINTEGRATION, 8997001,    2024-10-07,    ,           SUCCESSFUL
                M2,          2,         REINTEGRATION, 8994002,    2024-10-07,    2024-10-18,
                M3,          3,         REINTEGRATION, 8994002,    2024-10-07,    ,
                M4,          3,         EHE_START,     ,           2024-10-21,    ,
                M5,          4,         REINTEGRATION, 8994002,    2024-10-07,    2024-10-18, SUCCESSFUL
                M6,          5,         REINTEGRATION, 8994002,    2024-10-07,    ,
                M7,          5,         OFF_ROLL,      ,           2025-06-02,    ,
                """);

        warehouse.build(MART);

        warehouse.expect(ALL, """
                cohort,   cohort_n, window_closed_n, reintegrated_n, reintegration_rate, sustained_12m_rate
                EXCLUDED, 5,        5,               2,              40,                 50
                """);
    }

    @Test
    void after_a_permanent_exclusion_an_enrolment_at_a_mainstream_school_is_a_return() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date
                N1,        1,         8994001, PERM,     2024-09-09
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, entry_date, reference_date
                202425,        SPR,         8994003, true,    1,         C,            2025-01-06, 2025-01-16
                """);

        warehouse.build(MART);

        warehouse.expect(ALL, """
                cohort,   reintegrated_n, within_6_days_pct, within_term_pct, partnership_pct
                EXCLUDED, 1,              0,                 0,               0
                """);
    }

    @Test
    void without_term_dates_of_its_year_a_return_is_neither_early_nor_late() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date,   destination
                P1,           1,         8994001,      PRU,            2023-04-17, 2023-06-30, MAINSTREAM
                """);

        warehouse.build(MART);

        warehouse.expect(ALL, """
                time_period, cohort, reintegrated_n, reintegration_rate, within_6_days_pct, within_6_days_pct_status, median_days_status
                202223,      IN_AP,  1,              100,                ,                  z,                        z
                """);
    }

    @Test
    void a_managed_move_of_which_nobody_knows_yet_is_in_no_rate() {
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, to_laestab, movement_date, outcome
                M1,          1,         MANAGED_MOVE,  8994001,      8994002,    2024-09-16,    SUCCESSFUL
                M2,          2,         MANAGED_MOVE,  8994001,      8994002,    2024-09-16,    UNSUCCESSFUL
                M3,          3,         MANAGED_MOVE,  8994001,      8994002,    2024-09-16,    IN_PROGRESS
                """);

        warehouse.build(MART);

        warehouse.expect(ALL, """
                cohort,       cohort_n, managed_move_success_rate, reintegration_rate_status, in_progress_n_status
                MANAGED_MOVE, 3,        50,                        z,                         z
                """);
    }
}
