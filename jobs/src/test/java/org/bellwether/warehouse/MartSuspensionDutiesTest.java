package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Education owed from the sixth day, whom to tell, when governors met, and how many pupils these are at a school. */
class MartSuspensionDutiesTest {

    private static final String PUPILS = SuspensionSchools.PUPILS;
    private static final String DUTIES = SuspensionSchools.DUTIES;

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_schools_a_unit_and_a_school_year() {
        SuspensionSchools.two_schools_a_unit_and_a_school_year(warehouse);
    }

    @Test
    void education_is_owed_from_the_sixth_school_day_in_a_row_and_met_only_where_somebody_says_so() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, day6_provision_start
                A1,        1,         8994001, SUSP,     2025-02-10, 12,       2025-02-24
                B1,        2,         8994001, SUSP,     2025-02-10, 12,       2025-02-25
                C1,        3,         8994001, SUSP,     2025-02-10, 12,
                D1,        4,         8994001, SUSP,     2025-02-10, 12,
                E1,        5,         8994001, SUSP,     2025-03-13, 12,
                F1,        6,         8994001, SUSP,     2025-02-10, 6,
                F2,        6,         8994001, SUSP,     2025-02-13, 6,        2025-02-24
                G1,        7,         8994001, SUSP,     2025-02-10, 6,
                G2,        7,         8994002, SUSP,     2025-02-13, 6,
                H1,        8,         8994001, PERM,     2025-02-10, ,
                I1,        9,         8994001, SUSP,     2025-02-10, 6,
                I2,        9,         8994001, SUSP,     2025-02-24, 6,
                J1,        10,        8994001, SUSP,     2024-09-09, 12,       2024-09-16
                J2,        10,        8994001, SUSP,     2025-02-10, 12,
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date,   sessions_per_week
                P1,           4,         8994001,      PRU,            2025-02-14, 2025-02-24, 10
                P2,           3,         8994001,      PRU,            2025-02-14, 2025-02-24, 5
                P3,           8,         8994001,      PRU,            2025-02-26, ,
                """);

        warehouse.build(PUPILS);

        warehouse.expect(PUPILS, """
                pupil_key, is_excluded, day6_owed, day6_known, day6_met, day6_due_on, day6_provided_on, day6_state
                1,         false,       1,         1,          1,        2025-02-24,  2025-02-24,       MET
                2,         false,       1,         1,          0,        2025-02-24,  2025-02-25,       LATE
                3,         false,       1,         0,          ,         2025-02-24,  ,                 UNKNOWN
                4,         false,       1,         1,          1,        2025-02-24,  2025-02-14,       MET
                5,         false,       1,         0,          ,         2025-03-20,  ,                 TO_COME
                6,         false,       1,         1,          1,        2025-02-24,  2025-02-24,       MET
                7,         false,       0,         0,          ,         ,            ,
                8,         true,        1,         1,          0,        2025-02-24,  2025-02-26,       LATE
                9,         false,       0,         0,          ,         ,            ,
                10,        false,       2,         1,          1,        2025-02-24,  ,                 UNKNOWN
                """);
    }

    @Test
    void school_days_on_either_side_of_a_term_that_nobody_told_are_not_in_a_row() {
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202324,        AUT,  AUT2,      TERM,     2023-11-06, 2023-12-22
                899,     202324,        SUM,  SUM1,      TERM,     2024-04-15, 2024-05-24
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                A1,        1,         8994001, SUSP,     2023-12-18, 10
                A2,        1,         8994001, SUSP,     2024-04-15, 10
                """);

        warehouse.build("mart.mart_suspension_thresholds__stretch");

        warehouse.expect("mart.mart_suspension_thresholds__stretch", "pupil_key\n");
    }

    @Test
    void beyond_school_age_nothing_is_owed_and_who_was_excluded_on_the_last_days_of_a_year_is_owed_it_in_the_next() {
        warehouse.asOf("2025-09-05T12:00:00Z");
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        SPR,  SPR1,      TERM,     2025-01-06, 2025-02-14
                899,     202425,        SUM,  SUM2,      TERM,     2025-06-02, 2025-07-22
                899,     202526,        AUT,  AUT1,      TERM,     2025-09-01, 2025-10-24
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, birth_year_month, enrol_status, reference_date
                202425,        AUT,         8994001, true,    2,         2009-01,          C,            2024-10-03
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                A1,        1,         8994001, PERM,     2025-07-18,
                B1,        2,         8994001, PERM,     2025-07-18,
                C1,        3,         8994001, SUSP,     2025-07-21, 8
                D1,        4,         8994001, SUSP,     2025-07-21, 14
                """);

        warehouse.build(PUPILS);

        warehouse.expect(PUPILS, """
                time_period, pupil_key, suspensions, sessions_term, is_excluded, governors_duty, day6_owed, day6_due_on, day6_state
                202526,      1,         0,           0,             true,        MUST_MEET,               1,         2025-09-03,  UNKNOWN
                202526,      4,         0,           10,            false,       CONSIDER,       1,         2025-09-04,  UNKNOWN
                """);
    }

    @Test
    void whom_to_tell_is_what_the_list_the_notice_or_the_week_says_of_the_day_and_else_unknown() {
        warehouse.given("staged.looked_after_spell", """
                pupil_key, lac_from,   lac_to,     has_social_worker
                1,         2025-01-06, ,           true
                2,         2024-01-06, 2025-01-05, true
                """);
        warehouse.given("core.fact_return_delivery", """
                return_name,  received_on, is_accepted
                lac_register, 2024-09-20,  true
                """);
        warehouse.given("staged.attendance_weekly", """
                time_period, week,       pupil_key, is_child_in_need
                202425,      2024-12-16, 2,         true
                202425,      2025-01-06, 3,         false
                202425,      2024-11-04, 4,         true
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, lac_at_start, social_worker
                A1,        1,         8994001, SUSP,     2025-01-06, 8,        false,        false
                B1,        2,         8994001, SUSP,     2025-01-06, 8,        ,
                C1,        3,         8994001, SUSP,     2025-01-06, 8,        true,
                D1,        4,         8994001, SUSP,     2025-01-06, 8,        ,
                E1,        5,         8994001, SUSP,     2025-03-03, 8,        ,
                F1,        6,         8994001, SUSP,     2025-03-03, 8,        false,        false
                """);

        warehouse.build(PUPILS);

        warehouse.expect(PUPILS, """
                pupil_key, is_looked_after, has_social_worker
                1,         true,            true
                2,         false,           true
                3,         true,            false
                4,         false,
                5,         ,
                6,         false,           false
                """);
    }

    @Test
    void schools_have_their_own_pupils_with_the_days_of_all_and_the_authority_each_once() {
        warehouse.given("staged.census_return", """
                academic_year, census_term, laestab, reference_date
                202425,        AUT,         8994002, 2024-10-03
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, notice_date, governors_review_date, day6_provision_start
                A1,        1,         8994001, SUSP,     2024-09-09, 30,       2024-09-09,  ,                      2024-09-16
                A2,        1,         8994002, SUSP,     2024-11-04, 2,        2024-11-05,  2024-11-26,
                B1,        2,         8994001, SUSP,     2024-09-09, 8,        2024-09-09,  ,
                C1,        3,         8994001, SUSP,     2024-09-09, 12,       2024-09-09,  ,
                D1,        4,         8994001, PERM,     2024-12-02, ,         2024-12-02,  2025-01-21,            2024-12-09
                E1,        5,         8994002, SUSP,     2025-01-06, 2,        2025-01-06,  ,
                """);

        warehouse.build(DUTIES, PUPILS);

        warehouse.expect(DUTIES, """
                time_period, time_identifier, laestab, school_name, pupils, asked_near, meet_if_asked, meeting_near, must_meet, governors_met, governors_met_in_time, day6_owed, day6_known, day6_met
                202324,      Spring term,     ,        ,            0,      0,          0,             0,            0,         ,              ,                      0,         0,
                202324,      Spring term,     8994002, Beech Hall,  0,      0,          0,             0,            0,         ,              ,                      0,         0,
                202324,      Summer term,     ,        ,            0,      0,          0,             0,            0,         ,              ,                      0,         0,
                202324,      Summer term,     8994002, Beech Hall,  0,      0,          0,             0,            0,         ,              ,                      0,         0,
                202425,      Autumn term,     ,        ,            4,      1,          1,             0,            2,         2,             1,                     3,         2,          2
                202425,      Autumn term,     8994001, Ash Park,    4,      1,          1,             0,            2,         2,             1,                     3,         2,          2
                202425,      Autumn term,     8994002, Beech Hall,  1,      0,          0,             0,            1,         1,             1,                     0,         0,
                202425,      Spring term,     ,        ,            1,      0,          0,             0,            0,         ,              ,                      0,         0,
                202425,      Spring term,     8994002, Beech Hall,  1,      0,          0,             0,            0,         ,              ,                      0,         0,
                """);
        warehouse.expect(DUTIES + " where geographic_level = 'Local authority' and time_period = 202425", """
                time_period, time_identifier, as_at_date, schools, limit_near, limit_exceeded
                202425,      Autumn term,     2024-12-31, 2,       0,          0
                202425,      Spring term,     2025-03-20, 1,       0,          0
                """);
    }
}
