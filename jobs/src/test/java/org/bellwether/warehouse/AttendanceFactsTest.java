package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bellwether.warehouse.model.ModelRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What marks and censuses tell of attendance. Sources: DfE pupil absence methodology; the 2024 registration regulations. */
class AttendanceFactsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void a_school() {
        warehouse.given("core.dim_school", """
                school_key, urn,    laestab, la_code, education_phase, valid_from, valid_to
                11,         900001, 8994001, 899,     Secondary,       1900-01-01, 2025-01-31
                12,         900001, 8994001, 899,     Secondary,       2025-02-01, 9999-12-31
                """);
    }

    @Test
    void codes_that_say_no_session_was_possible_leave_possible_sessions_unchanged() {
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code
                8994001, 1,         2024-09-09,      AM,      /
                8994001, 1,         2024-09-09,      PM,      D
                8994001, 1,         2024-09-10,      AM,      X
                8994001, 1,         2024-09-10,      PM,      Q
                8994001, 1,         2024-09-11,      AM,      Y1
                8994001, 1,         2024-09-11,      PM,      Y2
                8994001, 1,         2024-09-12,      AM,      Y3
                8994001, 1,         2024-09-12,      PM,      Y4
                8994001, 1,         2024-09-13,      AM,      Y5
                8994001, 1,         2024-09-13,      PM,      Y6
                8994001, 1,         2024-09-16,      AM,      Y7
                8994001, 1,         2024-09-16,      PM,      Z
                8994001, 1,         2024-09-17,      AM,      #
                """);

        warehouse.build("core.fact_attendance_session");

        warehouse.expect("select sum(possible) as possible, sum(attending) as attending, count(*) as marks"
                + " from core.fact_attendance_session", """
                possible, attending, marks
                1,        1,         13
                """);
    }

    @Test
    void a_code_counts_as_on_its_day_and_a_stray_one_as_it_last_did() {
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code
                8994001, 1,         2024-08-01,      AM,      J
                8994001, 1,         2024-09-05,      AM,      J1
                8994001, 1,         2024-09-05,      PM,      J
                8994001, 1,         2024-10-01,      AM,      H
                8994001, 1,         2024-10-01,      PM,      C2
                """);

        warehouse.build("core.fact_attendance_session");

        warehouse.expect("core.fact_attendance_session", """
                attendance_code, attendance_date, possible, attending, authorised, unauthorised
                J,               2024-08-01,      1,        1,         0,          0
                J1,              2024-09-05,      1,        0,         1,          0
                J,               2024-09-05,      1,        1,         0,          0
                H,               2024-10-01,      1,        0,         1,          0
                C2,              2024-10-01,      1,        0,         1,          0
                """);
    }

    @Test
    void a_mark_that_the_same_file_replaces_is_left_out() {
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code, is_superseded
                8994001, 1,         2024-09-09,      AM,      N,               true
                8994001, 1,         2024-09-09,      AM,      I,               false
                """);

        warehouse.build("core.fact_attendance_session");

        warehouse.expect("core.fact_attendance_session", """
                attendance_code, authorised, unauthorised
                I,               1,          0
                """);
    }

    @Test
    void two_pseudonyms_of_one_person_have_one_mark_a_session() {
        warehouse.given("core.bridge_pupil_identity", """
                alias_pupil_key, pupil_key, is_conflicting
                1,               1,         false
                2,               1,         false
                """);
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code, recorded_at
                8994001, 1,         2024-09-09,      AM,      /,               2024-09-09T08:00:00
                8994001, 2,         2024-09-09,      AM,      I,               2024-09-09T10:00:00
                8994001, 2,         2024-09-09,      PM,      I,               2024-09-09T13:00:00
                8994001, 3,         2024-09-09,      AM,      /,
                """);

        warehouse.build("core.fact_attendance_session");

        warehouse.expect("core.fact_attendance_session", """
                pupil_key, session, attendance_code
                1,         AM,      I
                1,         PM,      I
                3,         AM,      /
                """);
    }

    @Test
    void a_mark_has_the_school_of_its_day_and_an_unknown_one_until_gias_names_it() {
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code
                8994001, 1,         2025-01-31,      AM,      /
                8994001, 1,         2025-02-03,      AM,      /
                8999999, 1,         2025-02-03,      PM,      /
                """);

        warehouse.build("core.fact_attendance_session");

        warehouse.expect("core.fact_attendance_session", """
                attendance_date, session, school_key, time_period, term, possible
                2025-01-31,      AM,      11,         202425,      SPR,  1
                2025-02-03,      AM,      12,         202425,      SPR,  1
                2025-02-03,      PM,      -1,         202425,      SPR,  1
                """);
    }

    @Test
    void new_marks_move_only_their_year_all_the_way_from_marks_to_schools() {
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code
                8994001, 1,         2024-09-09,      AM,      /
                8994001, 1,         2025-09-08,      AM,      /
                """);
        warehouse.build("core.fact_attendance_school");
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code
                8994001, 1,         2025-09-09,      AM,      I
                """);

        List<ModelRun> runs = warehouse.build("core.fact_attendance_school");

        assertThat(runs.stream().filter(ModelRun::computed).map(run -> run.model() + " " + run.partition()))
                .containsExactly("core.fact_attendance_session 202526-AUT", "core.fact_attendance_weekly 202526-AUT",
                        "core.fact_attendance_school 202526");
        warehouse.expect("core.fact_attendance_weekly", """
                time_period, week_commencing, last_marked, marks, sessions_marked, possible, attending, code_i
                202425,      2024-09-09,      2024-09-09,  1,     1,               1,        1,         0
                202526,      2025-09-08,      2025-09-09,  2,     2,               2,        1,         1
                """);
    }

    @Test
    void a_school_that_changes_moves_only_the_marks_of_the_days_on_which_it_stood_otherwise() {
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code
                8994001, 1,         2024-09-09,      AM,      /
                8994001, 1,         2025-01-06,      AM,      /
                """);
        warehouse.build("core.fact_attendance_session");

        warehouse.ask("update core.dim_school set valid_to = date '2025-06-01' where school_key = 12 returning school_key");
        assertThat(computedPartitions()).isEmpty();

        warehouse.ask("update core.dim_school set valid_to = date '2024-12-31' where school_key = 11 returning school_key");
        warehouse.ask("update core.dim_school set valid_from = date '2025-01-01' where school_key = 12 returning school_key");
        assertThat(computedPartitions()).containsExactly("202425-SPR");
        warehouse.expect("core.fact_attendance_session", """
                attendance_date, school_key
                2024-09-09,      11
                2025-01-06,      12
                """);
    }

    private static List<String> computedPartitions() {
        return warehouse.build("core.fact_attendance_session").stream().filter(ModelRun::computed).map(ModelRun::partition).toList();
    }

    @Test
    void a_census_tells_of_the_term_before() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, pupil_key, on_roll, age_at_31_august, boarder, entry_date, termly_sessions_possible, summer_half_term2_sessions_possible
                202425,        AUT,         8994001, 1,         true,    13,               N,       2023-09-01, 70,                       66
                202425,        SPR,         8994001, 1,         true,    13,               N,       2023-09-01, 140,
                202425,        SUM,         8994001, 1,         true,    13,               N,       2023-09-01, 120,
                """);
        warehouse.given("staged.census_session", """
                academic_year, census_term, laestab, pupil_key, on_roll, attendance_window, attendance_reason, sessions
                202425,        AUT,         8994001, 1,         true,    TERM,              I,                 4
                202425,        AUT,         8994001, 1,         true,    SUM2,              O,                 7
                202425,        SPR,         8994001, 1,         true,    TERM,              I,                 10
                """);

        warehouse.build("core.fact_attendance_termly");

        warehouse.expect("core.fact_attendance_termly", """
                time_period, term, attendance_window, attendance_code, sessions, possible_sessions, is_counted, age_at_31_august
                202324,      SUM,  TERM,              ,                ,         70,                true,       12
                202324,      SUM,  TERM,              I,               4,        ,                  true,       12
                202324,      SUM,  SUM2,              ,                ,         66,                true,       12
                202324,      SUM,  SUM2,              O,               7,        ,                  true,       12
                202425,      AUT,  TERM,              ,                ,         140,               true,       13
                202425,      AUT,  TERM,              I,               10,       ,                  true,       13
                202425,      SPR,  TERM,              ,                ,         120,               true,       13
                """);
    }

    @Test
    void the_population_of_absence_figures_is_that_of_dfe() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, pupil_key, on_roll, age_at_31_august, boarder, entry_date, termly_sessions_possible, summer_half_term2_sessions_possible
                202425,        AUT,         8994001, 1,         false,   16,               N,       2019-09-01, 70,                       20
                202425,        AUT,         8994001, 2,         true,    5,                N,       2023-09-01, 70,                       66
                202425,        AUT,         8994001, 3,         true,    12,               B,       2023-09-01, 70,                       66
                202425,        AUT,         8994001, 4,         true,    12,               N,       2024-06-03, 70,                       66
                202425,        AUT,         8994001, 5,         true,    12,               N,       2024-09-03, 0,                        0
                202425,        AUT,         8994001, 6,         true,    ,                 N,       2023-09-01, 70,                       66
                202425,        AUT,         8994001, 7,         true,    12,               N,       2024-05-01, 2,                        66
                """);

        warehouse.build("core.fact_attendance_termly");

        warehouse.expect("core.fact_attendance_termly", """
                pupil_key, attendance_window, is_counted, not_counted_reason
                1,         TERM,              true,
                1,         SUM2,              false,      AGED_15_IN_SUM2
                2,         TERM,              false,      AGE
                2,         SUM2,              false,      AGE
                3,         TERM,              false,      BOARDER
                3,         SUM2,              false,      BOARDER
                4,         TERM,              false,      FIRST_ENROLLED_IN_SUM2
                4,         SUM2,              false,      FIRST_ENROLLED_IN_SUM2
                5,         TERM,              false,      FIRST_ENROLLED_IN_SUM2
                5,         SUM2,              false,      FIRST_ENROLLED_IN_SUM2
                6,         TERM,              false,      AGE_UNKNOWN
                6,         SUM2,              false,      AGE_UNKNOWN
                7,         TERM,              true,
                7,         SUM2,              true,
                """);
    }
}
