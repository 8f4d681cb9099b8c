package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Staff and schools that were trained, by year and term, course and role. */
class MartWorkforceTrainingTest {

    private static final String MART = "mart.mart_workforce_training";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    /** Three schools are open today; Cedar has closed in the summer, and one is not of the state. */
    @BeforeEach
    void schools_in_october() {
        warehouse.asOf("2025-10-10T12:00:00Z");
        warehouse.given("core.dim_local_authority", """
                la_key, la_code, la_name,         is_home_la
                899,    899,     Wardown Borough, true
                """);
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, counts_in_exclusions, valid_from, valid_to
                1,          8992001, 899,     true,                 2000-01-01, 9999-12-31
                2,          8992002, 899,     true,                 2000-01-01, 9999-12-31
                3,          8992003, 899,     true,                 2000-01-01, 2025-07-31
                4,          8994004, 899,     true,                 2025-09-01, 9999-12-31
                5,          8996005, 899,     false,                2000-01-01, 9999-12-31
                """);
        warehouse.given("core.dim_academic_period", """
                time_period, time_identifier, term, window_start, window_end, is_closed, is_begun
                202425,      Academic year,   ,     2024-08-01,   2025-07-31, true,      true
                202425,      Autumn term,     AUT,  2024-08-01,   2024-12-31, true,      true
                202425,      Spring term,     SPR,  2025-01-01,   2025-04-20, true,      true
                202425,      Summer term,     SUM,  2025-04-21,   2025-07-31, true,      true
                202526,      Academic year,   ,     2025-08-01,   2026-07-31, false,     true
                202526,      Autumn term,     AUT,  2025-08-01,   2025-12-31, false,     true
                202526,      Spring term,     SPR,  2026-01-01,   2026-04-05, false,     false
                """);
        warehouse.config("config.course", """
                code,        label
                RESTORATIVE, Restorative practice
                """);
    }

    @Test
    void a_school_counts_once_and_its_staff_at_each_event_and_one_that_closed_is_of_no_share() {
        warehouse.given("staged.training", """
                event_id, laestab, course,      event_date, role,    staff_trained, sessions
                E1,       8992001, RESTORATIVE, 2025-02-03, SENCO,   1,             2
                E2,       8992001, RESTORATIVE, 2025-07-01, TEACHER, 10,            1
                E3,       8992003, RESTORATIVE, 2025-07-01, TEACHER, 20,
                E4,       8996005, RESTORATIVE, 2025-07-01, TEACHER, 5,             1
                E5,       8994004, RESTORATIVE, 2025-10-10, ,        ,              1
                E6,       8992002, RESTORATIVE, 2025-10-11, TEACHER, 7,             1
                E7,       8992002, RESTORATIVE, ,           TEACHER, 7,             1
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where course = 'RESTORATIVE' and role = 'Total'", """
                time_period, time_identifier, course_title,         events, sessions, staff_trained, schools_trained, schools, schools_trained_pct, staff_so_far, schools_so_far, schools_so_far_pct
                202425,      Spring term,     Restorative practice, 1,      2,        1,             1,               3,       33.33333,            1,             1,               33.33333
                202425,      Summer term,     Restorative practice, 3,      2,        35,            3,               3,       66.66667,            36,            3,               66.66667
                202425,      Academic year,   Restorative practice, 4,      4,        36,            3,               3,       66.66667,            36,            3,               66.66667
                202526,      Autumn term,     Restorative practice, 1,      1,        ,              1,               3,       33.33333,            36,            4,               66.66667
                202526,      Academic year,   Restorative practice, 1,      1,        ,              1,               3,       33.33333,            36,            4,               66.66667
                """);
    }

    @Test
    void an_event_that_is_told_by_role_is_one_of_all_roles_and_a_nursery_is_a_school_of_the_state() {
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, counts_in_exclusions, phase_type_grouping,  valid_from, valid_to
                6,          8991001, 899,     false,                State-funded nursery, 2000-01-01, 9999-12-31
                """);
        warehouse.given("staged.training", """
                event_id, laestab, course,      event_date, role,    staff_trained, sessions
                E1,       8992001, RESTORATIVE, 2025-09-10, SENCO,   1,             2
                E2,       8992001, RESTORATIVE, 2025-09-10, TEACHER, 10,            2
                E3,       8991001, RESTORATIVE, 2025-09-10, TEACHER, 3,             1
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where course = 'RESTORATIVE' and time_identifier = 'Academic year'", """
                time_period, role,    events, sessions, staff_trained, schools_trained, schools, schools_trained_pct
                202526,      Total,   2,      3,        14,            2,               4,       50
                202526,      SENCO,   1,      2,        1,             1,               4,       25
                202526,      TEACHER, 2,      3,        13,            2,               4,       50
                """);
    }

    @Test
    void nobody_trained_is_nought_once_a_course_and_role_have_begun_and_no_row_before() {
        warehouse.given("staged.training", """
                event_id, laestab, course,      event_date, role,  staff_trained
                E1,       8992001, RESTORATIVE, 2024-10-01, SENCO, 3
                E2,       8992001, EDI,         2025-09-10, ,      4
                E3,       ,        ,            2025-09-10, SENCO, 5
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where time_identifier = 'Academic year'", """
                time_period, course,      role,    events, staff_trained, schools_trained, staff_so_far, data_status
                202425,      Total,       Total,   1,      3,             1,               3,             provisional
                202425,      RESTORATIVE, Total,   1,      3,             1,               3,             provisional
                202425,      Total,       SENCO,   1,      3,             1,               3,             provisional
                202425,      RESTORATIVE, SENCO,   1,      3,             1,               3,             provisional
                202526,      Total,       Total,   2,      9,             1,               12,            year_to_date
                202526,      RESTORATIVE, Total,   0,      0,             0,               3,             year_to_date
                202526,      RESTORATIVE, SENCO,   0,      0,             0,               3,             year_to_date
                202526,      EDI,         Total,   1,      4,             1,               4,             year_to_date
                202526,      EDI,         UNKNOWN, 1,      4,             1,               4,             year_to_date
                202526,      UNKNOWN,     Total,   1,      5,             0,               5,             year_to_date
                202526,      UNKNOWN,     SENCO,   1,      5,             0,               5,             year_to_date
                202526,      Total,       UNKNOWN, 1,      4,             1,               4,             year_to_date
                202526,      Total,       SENCO,   1,      5,             0,               8,             year_to_date
                """);
    }
}
