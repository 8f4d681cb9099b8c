package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who began to be home educated and after what, until when, and of which years registers say so. */
class MartEheOffrollRegisterTest {

    private static final String MART = EheOffrollSchools.MART;
    private static final String FIRST = EheOffrollSchools.FIRST;
    private static final String ALL = EheOffrollSchools.ALL;

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_schools() {
        EheOffrollSchools.two_schools(warehouse);
    }

    @Test
    void home_education_is_after_an_exclusion_for_ninety_days_and_after_a_risk_of_one_for_thirty() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date
                N1,        1,         8994001, SUSP,     2024-09-02
                N2,        2,         8994001, SUSP,     2024-09-01
                N3,        3,         8994001, SUSP,     2024-12-02
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, reason, referral_date, start_date
                P4,           4,         8994001,      exr,    2024-10-02,    2024-11-01
                P5,           5,         8994001,      EXR,    2024-09-02,    2024-10-31
                P6,           6,         8994001,      MHN,    2024-11-18,    2024-11-25
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date, end_date, reason
                M1,          1,         EHE_START,     8994001,      2024-12-01,    ,         Avoid exclusion
                M2,          2,         EHE_START,     8994001,      2024-12-01,    ,
                M3,          3,         EHE_START,     8994001,      2024-12-01,    ,         Faith
                M4,          4,         EHE_START,     8994001,      2024-12-01,    ,
                M5,          5,         EHE_START,     8994001,      2024-12-01,    ,
                M6,          6,         EHE_START,     ,             2024-12-01,    ,
                M7,          7,         EHE_START,     8764001,      2024-12-01,    ,
                M8,          8,         OFF_ROLL,      8994001,      2024-12-01,    ,
                """);

        warehouse.build(MART);

        warehouse.expect(FIRST + " and time_period = 202425", """
                ehe_starts, ehe_within_90d_exclusion, ehe_within_90d_exclusion_pct, ehe_after_exclusion_risk, ehe_avoid_exclusion, off_roll_told, ehe_count, off_rolled_status
                5,          1,                        20,                           2,                        1,                   1,             5,         x
                """);
        warehouse.expect(ALL + " and time_period = 202425", """
                ehe_starts, ehe_within_90d_exclusion, ehe_after_exclusion_risk, ehe_count
                7,          1,                        2,                        7
                """);
        warehouse.expect(MART + " where laestab = 8994002 and time_period = 202425", """
                ehe_starts, ehe_within_90d_exclusion_status, ehe_count
                0,          x,                               0
                """);
    }

    @Test
    void a_child_is_home_educated_until_it_ends_by_the_register_or_at_a_school_or_with_year_eleven() {
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date, end_date
                M1,          1,         EHE_START,     8994001,      2024-09-09,
                M1A,         1,         EHE_START,     8994001,      2024-09-16,
                M2,          2,         EHE_START,     8994001,      2024-09-09,    2024-12-20
                M3,          3,         EHE_START,     8994001,      2024-09-09,
                M3E,         3,         EHE_END,       ,             2024-12-20,
                M3A,         3,         EHE_START,     8994001,      2025-01-13,
                M4,          4,         EHE_START,     8994001,      2024-09-09,
                M5,          5,         EHE_START,     8994001,      2024-09-09,
                M6,          6,         EHE_START,     8994001,      2024-09-09,
                M6C,         6,         CME_START,     ,             2025-01-13,
                M7,          7,         EHE_START,     8994001,      2025-07-02,
                M8,          8,         EHE_START,     8994001,      2023-10-09,    2023-10-01
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, ncyear, age_at_31_august, entry_date, reference_date
                202425,        SPR,         8994002, true,    4,         C,            8,      12,               2025-01-06, 2025-01-16
                202324,        SUM,         8994001, true,    5,         C,            10,     14,               2020-09-01, 2024-05-16
                """);

        warehouse.build(MART);

        warehouse.expect(FIRST + " and time_period in (202324, 202425)", """
                time_period, as_at_date, ehe_starts, ehe_count
                202324,      2024-07-31, 1,          1
                202425,      2025-07-01, 7,          3
                """);
    }

    @Test
    void how_soon_after_an_exclusion_is_a_setting() {
        warehouse.config("config.setting", """
                name,               value
                la,                 899
                la_name,            Wardown Borough
                ehe_exclusion_days, 91
                ehe_risk_days,      0
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date
                N2,        2,         8994001, SUSP,     2024-09-01
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date
                M2,          2,         EHE_START,     8994001,      2024-12-01
                """);

        warehouse.build(MART);

        warehouse.expect(FIRST + " and time_period = 202425", """
                ehe_starts, ehe_within_90d_exclusion
                1,          1
                """);
    }

    @Test
    void home_education_after_school_age_is_over_on_its_day_and_a_second_telling_ends_the_first() {
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date, end_date
                M1,          1,         EHE_START,     8994001,      2024-09-09,
                M2,          2,         EHE_START,     8994001,      2024-09-09,
                M2A,         2,         EHE_START,     8994001,      2024-09-16,    2025-01-10
                M3,          3,         EHE_START,     8994001,      2024-09-09,
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, ncyear, age_at_31_august, entry_date, reference_date
                202324,        SUM,         8994001, true,    1,         C,            11,     15,               2019-09-02, 2024-05-16
                """);

        warehouse.build(MART);

        warehouse.expect(FIRST + " and time_period = 202425", """
                ehe_starts, ehe_count
                3,          1
                """);
    }

    @Test
    void a_year_in_which_the_register_did_not_come_is_not_known_and_one_that_came_unchanged_is() {
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date
                M1,          1,         EHE_START,     8994001,      2022-02-07
                M2,          2,         EHE_START,     8994001,      2023-10-09
                """);
        warehouse.given("staged.arrival", """
                submission_key, submission_id, return_name,    received_at,         arrival, state,    file_name
                1,              S1,            pupil_movement, 2024-06-30T03:00:00, 1,       accepted, a.csv
                """);

        warehouse.build(MART);

        warehouse.expect(ALL, """
                time_period, data_status,  ehe_starts, ehe_starts_status, ehe_count
                202122,      final,        ,           x,
                202223,      final,        0,          ok,                1
                202324,      year_to_date, 1,          ok,                2
                202425,      year_to_date, ,           x,
                """);

        warehouse.given("staged.arrival", """
                submission_key, submission_id, return_name,    received_at,         arrival, state,     file_name
                2,              S2,            pupil_movement, 2025-06-20T03:00:00, 2,       duplicate, b.csv
                """);
        warehouse.build(MART);

        warehouse.expect(ALL + " and time_period >= 202324", """
                time_period, data_status,  ehe_starts, ehe_count
                202324,      final,        1,          2
                202425,      year_to_date, 0,          2
                """);
    }

    @Test
    void an_exclusion_of_the_year_before_has_to_be_known_too_where_the_school_was_open() {
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, school_name,  high_age, neighbourhood, valid_from, valid_to
                3,          8994003, 899,     Mill School,  16,       NORTH,         2010-09-01, 9999-12-31
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date
                N1,        1,         8994003, SUSP,     2024-09-10
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date
                M1,          1,         EHE_START,     8994003,      2024-10-01
                M2,          2,         EHE_START,     8994003,      2024-09-04
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where time_period = 202425 and (laestab = 8994003 or laestab is null)", """
                laestab, ehe_starts, ehe_within_90d_exclusion, ehe_within_90d_exclusion_status
                8994003, 2,          ,                         x
                ,        2,          ,                         x
                """);

        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date
                N2,        2,         8994003, SUSP,     2024-07-08
                """);
        warehouse.build(MART);

        warehouse.expect(MART + " where time_period = 202425 and (laestab = 8994003 or laestab is null)", """
                laestab, ehe_starts, ehe_within_90d_exclusion, ehe_within_90d_exclusion_status
                8994003, 2,          2,                        ok
                ,        2,          2,                        ok
                """);
    }
}
