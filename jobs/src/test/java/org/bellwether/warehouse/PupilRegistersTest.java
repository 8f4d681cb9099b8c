package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Children looked after, part-time timetables and movements, as the authority's own registers tell of them. */
class PupilRegistersTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void a_pupil_with_a_former_number_and_two_schools() {
        warehouse.given("core.dim_school", """
                school_key, laestab, valid_from, valid_to
                10,         8992002, 2010-09-01, 9999-12-31
                20,         8994001, 2010-09-01, 2024-12-31
                21,         8994001, 2025-01-01, 9999-12-31
                """);
        warehouse.given("core.bridge_pupil_identity", """
                alias_pupil_key, pupil_key
                77,              7
                """);
        warehouse.given("core.dim_date", """
                date,       day_number
                2025-01-06, 100
                2025-02-03, 128
                2025-03-02, 155
                2025-03-03, 156
                2025-03-17, 170
                """);
        warehouse.asOf("2025-03-17T12:00:00Z");
    }

    @Test
    void a_spell_of_care_is_of_the_person_and_lasts_until_it_is_ended() {
        warehouse.given("staged.looked_after_spell", """
                pupil_key, lac_from,   lac_to,     has_social_worker
                77,        2024-10-01, 2024-12-01, true
                8,         2025-02-01, ,           false
                """);

        warehouse.build("core.bridge_pupil_looked_after");

        warehouse.expect("core.bridge_pupil_looked_after", """
                pupil_key, valid_from, valid_to,   has_social_worker
                7,         2024-10-01, 2024-12-01, true
                8,         2025-02-01, 9999-12-31, false
                """);
    }

    @Test
    void a_pupil_is_looked_after_in_a_term_with_a_single_day_of_it() {
        census();
        warehouse.given("core.bridge_pupil_looked_after", """
                pupil_key, valid_from, valid_to
                7,         2024-10-01, 2024-12-31
                8,         2025-04-20, 9999-12-31
                """);

        warehouse.build("core.dim_pupil");

        warehouse.expect("core.dim_pupil where pupil_key > 0", """
                pupil_key, term, is_looked_after
                7,         AUT,  true
                7,         SPR,  false
                8,         AUT,  false
                8,         SPR,  true
                """);
    }

    @Test
    void where_the_list_has_never_come_nobody_knows_who_is_looked_after() {
        census();

        warehouse.build("core.dim_pupil");

        warehouse.expect("core.dim_pupil where pupil_key > 0 and term = 'SPR'", """
                pupil_key, is_looked_after
                7,
                8,
                """);
    }

    @Test
    void a_timetable_is_open_until_it_is_ended_and_is_told_in_whole_weeks() {
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, end_date,   sessions_offered_per_week
                T1,           77,        8994001, 2025-01-06, 2025-02-03, 5
                T2,           8,         8994001, 2025-02-03, ,           4
                T3,           9,         8999999, 2025-03-03, 2025-03-02, 0
                T4,           9,         8992002, 2025-06-02, ,           6
                """);
        warehouse.given("core.dim_pupil", """
                pupil_term_key, pupil_key, time_period, term
                701,            7,         202425,      SPR
                """);

        warehouse.build("core.fact_part_time_timetable");

        warehouse.expect("core.fact_part_time_timetable", """
                timetable_id, pupil_key, pupil_term_key, school_key, time_period, term, is_open, weeks_open
                T1,           7,         701,            21,         202425,      SPR,  false,   4
                T2,           8,         -1,             21,         202425,      SPR,  true,    6
                T3,           9,         -1,             -1,         202425,      SPR,  false,
                T4,           9,         -1,             10,         202425,      SUM,  false,
                """);
    }

    @Test
    void a_review_is_overdue_while_the_timetable_is_open_and_the_last_review_was_before_its_day() {
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, end_date,   review_due_date, last_review_date, parent_agreed_date
                T1,           7,         8992002, 2025-01-06, ,           2025-02-03,      ,                 2025-01-03
                T2,           7,         8992002, 2025-01-06, ,           2025-02-03,      2025-02-03,
                T3,           7,         8992002, 2025-01-06, ,           2025-03-03,      2025-02-03,
                T4,           7,         8992002, 2025-01-06, 2025-03-02, 2025-02-03,      ,
                T5,           7,         8992002, 2025-01-06, ,           2025-03-17,      ,
                T6,           7,         8992002, 2025-01-06, ,           ,                ,
                """);

        warehouse.build("core.fact_part_time_timetable");

        warehouse.expect("core.fact_part_time_timetable", """
                timetable_id, is_review_overdue, has_parent_agreed
                T1,           true,              true
                T2,           false,             false
                T3,           true,              false
                T4,           false,             false
                T5,           false,             false
                T6,           false,             false
                """);
    }

    @Test
    void a_movement_finds_both_schools_of_its_day_and_the_exclusion_that_it_follows() {
        warehouse.given("core.fact_exclusion", """
                exclusion_key, notice_id
                500,           N000005
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, to_laestab, movement_date, is_trial, outcome,      linked_notice_id
                M1,          77,        PEX_MOVE,      8994001,      8992002,    2024-12-31,    false,    ,             N000005
                M2,          8,         MANAGED_MOVE,  8992002,      8994001,    2025-01-06,    true,     SUCCESSFUL,   N999999
                M3,          8,         OUT_OF_AREA,   8999999,      ,           2025-03-03,    ,         UNSUCCESSFUL,
                """);

        warehouse.build("core.fact_pupil_movement");

        warehouse.expect("core.fact_pupil_movement", """
                movement_id, pupil_key, from_school_key, to_school_key, linked_exclusion_key, is_successful, term
                M1,          7,         20,              10,            500,                  ,              AUT
                M2,          8,         10,              21,            -1,                   true,          SPR
                M3,          8,         -1,              -2,            -2,                   false,         SPR
                """);
    }

    @Test
    void only_those_who_have_no_place_wait() {
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type,      movement_date, end_date
                M1,          7,         CME_START,          2025-01-06,    2025-02-03
                M2,          8,         NEW_AWAITING_PLACE, 2025-03-03,
                M3,          9,         EHE_START,          2025-01-06,    2025-02-03
                """);

        warehouse.build("core.fact_pupil_movement");

        warehouse.expect("core.fact_pupil_movement", """
                movement_id, days_waiting
                M1,          28
                M2,          14
                M3,
                """);
    }

    private static void census() {
        warehouse.given("core.dim_academic_period", """
                time_period, term, window_start, window_end
                202425,      AUT,  2024-08-01,   2024-12-31
                202425,      SPR,  2025-01-01,   2025-04-20
                """);
        warehouse.given("core.fact_pupil_census", """
                pupil_key, laestab, time_period, term, is_on_roll, is_in_headcount, enrol_status
                7,         8992002, 202425,      AUT,  true,       true,            C
                7,         8992002, 202425,      SPR,  true,       true,            C
                8,         8992002, 202425,      AUT,  true,       true,            C
                8,         8992002, 202425,      SPR,  true,       true,            C
                """);
    }
}
