package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who left a school's roll between its censuses, and where these pupils were found. */
class MartEheOffrollTest {

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
    void where_a_pupil_went_is_the_last_that_any_movement_tells_and_a_failed_move_is_none() {
        warehouse.givenSelect("staged.census_pupil", """
                select 202425 as academic_year, census.term as census_term, 8994001 as laestab, true as on_roll, pupil_key, 'C' as enrol_status,
                    '8' as ncyear, date '2023-09-04' as entry_date, census.reference_date
                from (values ('AUT', date '2024-10-03'), ('SPR', date '2025-01-16'), ('SUM', date '2025-05-15')) as census (term, reference_date)
                join range(1, 9) as pupil (pupil_key)
                    on pupil_key = 1 or census.term = 'AUT'
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, to_laestab, movement_date, end_date,   is_trial, outcome
                M2,          2,         OFF_ROLL,      8994001,      8764001,    2024-11-04,    ,           ,
                M3,          3,         MANAGED_MOVE,  8994001,      8994002,    2024-09-23,    2024-11-29, true,     SUCCESSFUL
                M4,          4,         MANAGED_MOVE,  8994001,      8994002,    2024-09-23,    ,           true,     IN_PROGRESS
                M5,          5,         MANAGED_MOVE,  8994001,      8994002,    2024-11-04,    2024-12-06, true,     UNSUCCESSFUL
                M5E,         5,         EHE_START,     8994001,      ,           2025-01-13,    ,           ,
                M6,          6,         MANAGED_MOVE,  8994001,      8994002,    2024-11-04,    2024-12-06, true,     SUCCESSFUL
                M6C,         6,         CME_START,     8994002,      ,           2025-02-03,    ,           ,
                M7,          7,         MANAGED_MOVE,  8994001,      8994002,    2024-09-16,    2024-10-01, true,     SUCCESSFUL
                M8,          8,         MANAGED_MOVE,  8994001,      8994002,    2024-11-04,    2024-12-06, true,     UNSUCCESSFUL
                """);

        warehouse.build(MART);

        warehouse.expect(FIRST + " and time_period = 202425", """
                followed, off_rolled, to_other_school, ehe, cme, unknown
                8,        7,          3,               1,   1,   2
                """);
    }

    @Test
    void a_census_that_never_came_from_a_school_is_looked_for_in_the_next() {
        warehouse.asOf("2025-06-01T12:00:00Z");
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, ncyear, entry_date, reference_date
                202425,        AUT,         8994001, true,    1,         C,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994001, true,    2,         C,            8,      2023-09-04, 2024-10-03
                202425,        AUT,         8994002, true,    3,         C,            8,      2023-09-04, 2024-10-03
                202425,        SPR,         8994001, true,    1,         C,            8,      2023-09-04, 2025-01-16
                202425,        SUM,         8994001, true,    1,         C,            8,      2023-09-04, 2025-05-15
                """);

        warehouse.build(MART);

        warehouse.expect(FIRST, """
                off_rolled, unknown, awaited
                1,          0,       1
                """);

        warehouse.asOf("2025-10-02T12:00:00Z");
        warehouse.build(MART);

        warehouse.expect(FIRST + " and time_period = 202425", """
                off_rolled, unknown, awaited
                1,          1,       0
                """);
    }

    @Test
    void censuses_with_more_than_a_year_between_them_are_no_pair() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, ncyear, entry_date, reference_date
                202223,        SUM,         8994001, true,    1,         C,            8,      2021-09-06, 2023-05-18
                202223,        SUM,         8994001, true,    2,         C,            10,     2021-09-06, 2023-05-18
                202425,        AUT,         8994001, true,    1,         C,            10,     2021-09-06, 2024-10-03
                202425,        SPR,         8994001, true,    1,         C,            10,     2021-09-06, 2025-01-16
                """);

        warehouse.build(MART);

        warehouse.expect(FIRST, """
                time_period, followed, off_rolled
                202425,      1,        0
                """);
    }
}
