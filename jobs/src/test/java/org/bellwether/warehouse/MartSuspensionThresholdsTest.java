package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Days of suspension of pupils over all schools, and what governors owe for them. */
class MartSuspensionThresholdsTest {

    private static final String MART = SuspensionSchools.PUPILS;
    private static final String TERMS = "mart.mart_suspension_thresholds__term";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_schools_a_unit_and_a_school_year() {
        SuspensionSchools.two_schools_a_unit_and_a_school_year(warehouse);
    }

    @Test
    void days_of_all_schools_are_held_against_each_threshold_exactly_and_half_a_day_beyond() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, notice_date
                A1,        1,         8994001, SUSP,     2025-01-06, 7,        2025-01-06
                B1,        2,         8994001, SUSP,     2025-01-06, 4,        2025-01-06
                B2,        2,         8994002, SUSP,     2025-01-20, 4,        2025-01-20
                C1,        3,         8994001, SUSP,     2025-01-06, 10,       2025-01-06
                D1,        4,         8994001, SUSP,     2025-01-06, 10,       2025-01-06
                D2,        4,         8994001, LNCH,     2025-02-24, 1,        2025-02-25
                E1,        5,         8994001, SUSP,     2025-01-06, 30,       2025-01-06
                F1,        6,         8994001, SUSP,     2025-01-06, 30,       2025-01-06
                F2,        6,         8994002, SUSP,     2025-03-03, 1,        2025-03-04
                """);

        warehouse.build(MART);

        warehouse.expect(MART, """
                pupil_key, schools, suspensions, lunchtime_exclusions, sessions_term, sessions_year, governors_duty, is_next_duty_near, governors_due_on
                2,         2,       2,           0,                    8,             8,             CONSIDER,       true,
                3,         1,       1,           0,                    10,            10,            CONSIDER,       true,
                4,         1,       1,           1,                    11,            11,            MEET_IF_ASKED,  false,             2025-05-22
                5,         1,       1,           0,                    30,            30,            MEET_IF_ASKED,  true,              2025-03-24
                6,         2,       2,           0,                    31,            31,            MUST_MEET,      false,             2025-03-25
                """);
        warehouse.expect(MART, """
                time_period, time_identifier, pupil_key, laestab, school_name, last_excluded_on, sessions_left, is_limit_near, is_limit_exceeded, is_excluded
                202425,      Spring term,     2,         8994002, Beech Hall,  2025-01-20,       82,            false,         false,             false
                202425,      Spring term,     3,         8994001, Ash Park,    2025-01-06,       80,            false,         false,             false
                202425,      Spring term,     4,         8994001, Ash Park,    2025-02-24,       79,            false,         false,             false
                202425,      Spring term,     5,         8994001, Ash Park,    2025-01-06,       60,            false,         false,             false
                202425,      Spring term,     6,         8994002, Beech Hall,  2025-03-03,       59,            false,         false,             false
                """);
    }

    @Test
    void forty_five_days_of_the_year_are_no_more_than_may_be_and_a_session_more_is() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                A1,        1,         8994001, SUSP,     2024-09-02, 79
                B1,        2,         8994001, SUSP,     2024-09-02, 80
                C1,        3,         8994001, SUSP,     2024-09-02, 88
                C2,        3,         8994002, SUSP,     2025-01-06, 2
                D1,        4,         8994001, SUSP,     2024-09-02, 90
                D2,        4,         8994002, LNCH,     2025-01-06, 1
                E1,        5,         8994001, SUSP,     2023-10-02, 90
                E2,        5,         8994001, SUSP,     2025-01-06, 7
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where sessions_year >= 80", """
                pupil_key, sessions_term, sessions_year, sessions_left, is_limit_near, is_limit_exceeded, governors_duty
                2,         0,             80,            10,            true,          false,
                3,         2,             90,            0,             true,          false,             CONSIDER
                4,         1,             91,            0,             false,         true,              CONSIDER
                """);
        warehouse.expect(MART + " where pupil_key = 5", "pupil_key\n");
    }

    @Test
    void days_count_in_the_term_in_which_they_fall_and_one_day_holds_two_sessions() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, end_date
                A1,        1,         8994001, SUSP,     2024-12-19, 12,       2025-01-09
                B1,        2,         8994001, SUSP,     2025-01-06, 6,        2025-01-08
                B2,        2,         8994002, SUSP,     2025-01-08, 6,        2025-01-10
                B3,        2,         8994002, LNCH,     2025-01-10, 1,        2025-01-10
                C1,        3,         8994001, SUSP,     2024-12-21, 8,        2025-01-10
                D1,        4,         8994001, SUSP,     2025-03-18, 30,
                """);

        warehouse.build(MART, TERMS);

        warehouse.expect(TERMS, """
                pupil_key, term, term_sessions, year_sessions, governors_duty
                1,         AUT,  4,             4,             CONSIDER
                1,         SPR,  8,             12,            CONSIDER
                2,         SPR,  10,            10,            CONSIDER
                3,         SPR,  8,             8,             CONSIDER
                4,         SPR,  28,            28,            MEET_IF_ASKED
                4,         SUM,  2,             30,            CONSIDER
                """);
        warehouse.expect(MART, """
                pupil_key, sessions_term, sessions_year, is_next_duty_near
                1,         8,             12,            true
                2,         10,            10,            true
                3,         8,             8,             true
                4,         28,            30,            true
                """);
    }

    @Test
    void where_nobody_has_told_the_term_dates_days_count_in_the_term_of_the_first() {
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202324,        SUM,  SUM2,      TERM,     2024-06-03, 2024-07-23
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                A1,        1,         8994001, SUSP,     2023-12-21, 8
                """);
        warehouse.asOf("2023-12-22T12:00:00Z");

        warehouse.build(MART);

        warehouse.expect(MART, """
                time_period, time_identifier, pupil_key, sessions_term, is_next_duty_near, governors_due_on
                202324,      Autumn term,     1,         8,             true,
                """);
    }

    @Test
    void what_is_overturned_or_yet_to_begin_counts_for_nothing_and_a_merged_pupil_is_one() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, former_pupil_key, enrol_status, reference_date
                202425,        AUT,         8994001, true,    11,        1,                C,            2024-10-03
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, outcome
                A1,        1,         8994001, SUSP,     2025-01-06, 4,        UPHELD
                A2,        11,        8994001, SUSP,     2025-01-13, 4,        PENDING
                A3,        11,        8994001, SUSP,     2025-01-27, 4,        RESCINDED
                A4,        11,        8994001, SUSP,     2025-02-03, 4,        WITHDRAWN
                A5,        11,        8994001, SUSP,     2025-03-24, 4,        UPHELD
                """);

        warehouse.build(MART);

        warehouse.expect(MART, """
                pupil_key, suspensions, sessions_term, sessions_year
                1,         2,           8,             8
                """);
    }

    @Test
    void each_exclusion_beyond_the_days_has_a_meeting_of_its_own_and_what_is_not_met_stands_first() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, notice_date, governors_review_date
                A1,        1,         8994001, SUSP,     2025-01-06, 32,       2025-01-06,  2025-01-20
                A2,        1,         8994001, PERM,     2025-03-03, ,         2025-03-03,
                A3,        2,         8994001, SUSP,     2025-01-06, 32,       2025-01-06,  2025-01-20
                A4,        2,         8994001, SUSP,     2025-03-03, 2,        2025-03-03,  2025-03-10
                """);

        warehouse.build(MART);

        warehouse.expect(TERMS + " where term = 'SPR'", """
                pupil_key, governors_duty, governors_due_on, governors_met_on, is_met_in_time
                1,         MUST_MEET,      2025-03-24,       ,                 false
                2,         MUST_MEET,      2025-01-27,       2025-01-20,       true
                """);
    }

    @Test
    void a_meeting_that_is_still_due_is_listed_in_the_next_term() {
        warehouse.asOf("2025-01-10T12:00:00Z");
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, notice_date, governors_review_date
                A1,        1,         8994001, PERM,     2024-12-16, ,         2024-12-16,
                A2,        2,         8994001, PERM,     2024-12-16, ,         2024-12-16,  2024-12-19
                A3,        3,         8994001, SUSP,     2024-09-09, 32,       2024-09-09,
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where governors_duty is not null", """
                pupil_key, governors_duty, governors_due_on, sessions_term
                1,         MUST_MEET,      2025-01-20,       0
                """);
    }

    @Test
    void a_home_sets_the_warnings_and_without_an_exclusion_nobody_is_listed() {
        warehouse.config("config.setting", """
                name,                            value
                la,                              899
                la_name,                         Wardown Borough
                suspension_asked_days,           5
                suspension_asked_warning_days,   1
                suspension_meeting_days,         15
                suspension_meeting_warning_days, 13
                suspension_year_days,            45
                suspension_year_warning_days,    40
                governors_asked_school_days,     50
                governors_meeting_school_days,   15
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                A1,        1,         8994001, SUSP,     2025-01-06, 2
                """);

        warehouse.build(MART);

        warehouse.expect(MART, """
                pupil_key, sessions_term
                1,         2
                """);

        warehouse.asOf("2024-12-20T12:00:00Z");
        warehouse.build(MART);

        warehouse.expect(MART, "pupil_key\n");
    }
}
