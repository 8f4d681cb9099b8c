package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who began to be home educated and after what, who left a school's roll between its censuses, and where these pupils were found. */
class MartEheOffrollTest {

    private static final String MART = "mart.mart_ehe_offroll";
    private static final String FIRST = MART + " where laestab = 8994001";
    private static final String ALL = MART + " where geographic_level = 'Local authority'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_schools() {
        warehouse.asOf("2025-07-01T12:00:00Z");
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, school_name, high_age, neighbourhood, valid_from, valid_to
                1,          8994001, 899,     Hill School, 16,       NORTH,         2024-08-01, 9999-12-31
                2,          8994002, 899,     Lake School, 18,       NORTH,         2024-08-01, 9999-12-31
                """);
    }

    @Test
    void who_left_the_roll_is_with_another_school_or_where_the_register_tells_last_or_nowhere() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, ncyear, entry_date, reference_date
                202425,        AUT,         8994001, true,    1,         C,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    2,         C,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    3,         C,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    4,         C,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    5,         C,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    6,         C,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    7,         M,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    8,         C,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    9,         C,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    10,        S,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    11,        C,            N2,     2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    12,        C,            11,     2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    13,        C,            8,      2023-09-04, 2024-10-03
                202425,        SPR,         8994001, true,    1,         C,            8,      2023-09-04, 2025-01-16
                202425,        SPR,         8994002, true,    2,         C,            8,      2024-11-04, 2025-01-16
                202425,        SPR,         8994002, false,   13,        ,             8,      2024-11-04, 2025-01-16
                202425,        SUM,         8994001, true,    1,         C,            8,      2023-09-04, 2025-05-15
                202425,        SUM,         8994001, true,    8,         C,            8,      2023-09-04, 2025-05-15
                202425,        SUM,         8994002, true,    2,         C,            8,      2024-11-04, 2025-05-15
                202425,        SUM,         8994002, true,    3,         S,            8,      2025-03-03, 2025-05-15
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date, end_date
                M4,          4,         EHE_START,     8994001,      2024-09-30,
                M5,          5,         CME_START,     8994001,      2024-11-04,    2024-12-02
                M6,          6,         OUT_OF_AREA,   8994001,      2024-09-30,
                M12,         12,        EHE_START,     8994001,      2024-11-04,
                M12B,        12,        CME_START,     ,             2025-02-03,
                M7,          7,         EHE_START,     8994001,      2023-01-09,    2023-08-31
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date
                N9,        9,         8994001, PERM,     2024-11-04
                """);

        warehouse.build(MART);

        warehouse.expect(FIRST + " and time_period = 202425", """
                school_name, data_status,  followed, off_rolled, off_rolled_pct, to_other_school, ehe, cme, out_of_area, unknown, awaited, unknown_pct
                Hill School, year_to_date, 11,       8,          72.72727,       3,               1,   2,   1,           1,       0,       12.5
                """);
        warehouse.expect(ALL + " and time_period = 202425", """
                laestab, followed, off_rolled, to_other_school, unknown
                ,        12,       8,          3,               1
                """);
        warehouse.expect(MART + " where laestab = 8994002 and time_period = 202425", """
                followed, off_rolled, off_rolled_pct
                1,        0,          0
                """);
    }

    @Test
    void nobody_is_lost_while_a_census_that_may_tell_of_them_is_still_to_come_from_a_school() {
        warehouse.asOf("2025-06-01T12:00:00Z");
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, ncyear, entry_date, reference_date
                202425,        AUT,         8994001, true,    1,         C,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    2,         C,            8,      2023-09-04, 2024-10-03
                202425,        SPR,         8994001, true,    1,         C,            8,      2023-09-04, 2025-01-16
                202425,        SPR,         8994002, true,    3,         C,            8,      2023-09-04, 2025-01-16
                202425,        SUM,         8994001, true,    1,         C,            8,      2023-09-04, 2025-05-15
                """);

        warehouse.build(MART);

        warehouse.expect(FIRST, """
                off_rolled, unknown, awaited, unknown_pct, unknown_pct_status, ehe_starts, ehe_starts_status
                1,          0,       1,       ,            z,                  ,           x
                """);
        warehouse.expect(MART + " where laestab = 8994002", """
                off_rolled, off_rolled_status, unknown_status
                ,           x,                 x
                """);

        warehouse.asOf("2025-10-02T12:00:00Z");
        warehouse.build(MART);

        warehouse.expect(FIRST + " and time_period = 202425", """
                off_rolled, unknown, awaited, data_status
                1,          1,       0,       provisional
                """);
    }

    @Test
    void at_the_end_of_a_school_year_the_last_year_of_a_phase_or_of_the_school_goes_and_nobody_else() {
        warehouse.asOf("2026-06-01T12:00:00Z");
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, school_name,  high_age, valid_from, valid_to
                3,          8992001, 899,     First School, 9,        2024-08-01, 9999-12-31
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, ncyear, age_at_31_august, reference_date
                202425,        SPR,         8994001, true,    1,         C,            11,     15,               2025-01-16
                202425,        SUM,         8994001, true,    2,         C,            11,     15,               2025-05-15
                202425,        SUM,         8994001, true,    3,         C,            10,     14,               2025-05-15
                202425,        SUM,         8994001, true,    4,         C,            X,      15,               2025-05-15
                202425,        SUM,         8992001, true,    5,         C,            4,      8,                2025-05-15
                202425,        SUM,         8992001, true,    6,         C,            3,      7,                2025-05-15
                202526,        AUT,         8994001, true,    9,         C,            7,      11,               2025-10-02
                202526,        AUT,         8992001, true,    8,         C,            R,      4,                2025-10-02
                202526,        SPR,         8994001, true,    9,         C,            7,      11,               2026-01-15
                202526,        SPR,         8992001, true,    8,         C,            R,      4,                2026-01-15
                """);

        warehouse.build(MART);

        warehouse.expect(FIRST + " and time_period = 202425", """
                followed, off_rolled, unknown, data_status
                4,        2,          2,       final
                """);
        warehouse.expect(MART + " where laestab = 8992001 and time_period = 202425", """
                followed, off_rolled, unknown
                2,        1,          1
                """);
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
                P4,           4,         8994001,      EXR,    2024-10-02,    2024-11-01
                P5,           5,         8994001,      EXR,    2024-09-02,    2024-10-31
                P6,           6,         8994001,      MHN,    2024-11-18,    2024-11-25
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date, end_date, reason
                M1,          1,         EHE_START,     8994001,      2024-12-01,    ,         Avoid_exclusion
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
}
