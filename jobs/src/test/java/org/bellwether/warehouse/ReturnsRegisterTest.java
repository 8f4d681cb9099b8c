package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is owed against what came. */
class ReturnsRegisterTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    /** Monday 11 May 2026 is due on Tuesday; the build looks at the world in the night to Thursday. */
    @BeforeEach
    void a_week_in_may() {
        warehouse.asOf("2026-05-14T01:30:00Z");
        warehouse.given("core.dim_local_authority", """
                la_key, la_code, la_name,         is_home_la
                899,    899,     Wardown Borough, true
                """);
        warehouse.given("core.dim_school", """
                school_key, urn,   laestab, la_code, school_name, counts_in_exclusions, establishment_type_group,           valid_from, valid_to
                -2,         ,      ,        ,        None,        false,                ,                                   1900-01-01, 9999-12-31
                1,          90001, 8992001, 899,     Ashby,       true,                 Local authority maintained schools, 2000-01-01, 9999-12-31
                2,          90002, 8994002, 899,     Birch,       true,                 Academies,                          2000-01-01, 9999-12-31
                3,          90003, 8992003, 899,     Cedar,       true,                 Local authority maintained schools, 2000-01-01, 2026-05-11
                4,          90004, 8996004, 899,     Private,     false,                Independent schools,                2000-01-01, 9999-12-31
                """);
        warehouse.givenSelect("core.dim_date", """
                select cast(day as date) as date, cast(day as date) - date '2000-08-01' as day_number, academic_year(cast(day as date)) as time_period,
                    term_of(cast(day as date)) as term, cast(day as date) - cast(isodow(day) - 1 as integer) as week_commencing,
                    isodow(day) < 6 and day >= '2026-05-04' as is_school_day, financial_year(cast(day as date)) as financial_year,
                    1 as financial_quarter, 1 as financial_month
                from generate_series(date '2024-08-01', date '2026-07-31', interval 1 day) as days (day)
                """);
        warehouse.config("config.return_cadence", """
                return_name,      title, kind, every,          due_after_days, owed_by,           is_optional
                attendance_marks, Marks, PART, school day,     1,              SCHOOL,            false
                cfr,              CFR,   PART, financial year, 150,            MAINTAINED_SCHOOL, false
                sen2,             SEN2,  PART, academic year,  90,             AUTHORITY,         true
                lac_register,     LAC,   FULL, week,           2,              AUTHORITY,         false
                """);
    }

    @Test
    void what_is_told_of_behaviour_provisions_is_owed_while_one_is_open() {
        warehouse.config("config.return_cadence", """
                return_name,          title, kind, every, due_after_days, owed_by,             is_optional
                provision_spend_item, Items, PART, week,  1,              BEHAVIOUR_PROVISION, false
                """);
        warehouse.given("core.dim_provision", """
                provision_code, provision_type,      valid_from, valid_to
                BP-1,           BEHAVIOUR_PROVISION, 2020-01-01, 2026-05-08
                BP-2,           OUTREACH,            2020-01-01, 9999-12-31
                """);
        warehouse.given("staged.arrival", """
                submission_key, submission_id, return_name,          received_at,         arrival, state,    file_name
                1,              S1,            provision_spend_item, 2026-05-07T09:00:00, 1,       accepted, a.csv
                """);

        warehouse.given("staged.arrival_scope", """
                submission_key, return_name,          received_at,         arrival, scope
                1,              provision_spend_item, 2026-05-07T09:00:00, 1,       BP-1|202627|1
                """);

        warehouse.build("core.fact_return_due");

        assertThat(warehouse.ask("select period from core.fact_return_due")).containsExactly("2026-05-04");
    }

    @Test
    void each_open_school_owes_each_school_day_and_what_came_is_held_against_it() {
        warehouse.given("staged.arrival", """
                submission_key, submission_id, return_name,      received_at,         arrival, state,                 file_name
                1,              S1,            attendance_marks, 2026-05-12T01:30:00, 1,       accepted,              a.csv
                2,              S2,            attendance_marks, 2026-05-13T01:30:00, 2,       accepted_with_queries, b.csv
                3,              S3,            attendance_marks, 2026-05-14T01:30:00, 3,       accepted,              c.csv
                """);
        warehouse.given("staged.arrival_scope", """
                submission_key, return_name,      received_at,         arrival, scope
                1,              attendance_marks, 2026-05-12T01:30:00, 1,       8992001|2026-05-08
                1,              attendance_marks, 2026-05-12T01:30:00, 1,       8992003|2026-05-11
                1,              attendance_marks, 2026-05-12T01:30:00, 1,       8992001|2026-05-11
                2,              attendance_marks, 2026-05-13T01:30:00, 2,       8992001|2026-05-12
                3,              attendance_marks, 2026-05-14T01:30:00, 3,       8992001|2026-05-11
                3,              attendance_marks, 2026-05-14T01:30:00, 3,       8994002|2026-05-11
                """);

        warehouse.build("mart.mart_returns_register");

        warehouse.expect("mart.mart_returns_register where return_name = 'attendance_marks'", """
                laestab, school_name, period,     due_date,   state,       days_late, is_overdue, is_history, submission_count, submission_key
                8992001, Ashby,       2026-05-08, 2026-05-09, RECEIVED,    ,          false,      true,       1,                1
                8994002, Birch,       2026-05-08, 2026-05-09, MISSING,     5,         true,       false,      0,
                8992003, Cedar,       2026-05-08, 2026-05-09, MISSING,     5,         true,       false,      0,
                8992001, Ashby,       2026-05-11, 2026-05-12, RESUBMITTED, 0,         false,      false,      2,                3
                8994002, Birch,       2026-05-11, 2026-05-12, LATE,        2,         false,      false,      1,                3
                8992003, Cedar,       2026-05-11, 2026-05-12, RECEIVED,    0,         false,      false,      1,                1
                8992001, Ashby,       2026-05-12, 2026-05-13, QUERIES,     0,         false,      false,      1,                2
                8994002, Birch,       2026-05-12, 2026-05-13, MISSING,     1,         true,       false,      0,
                8992001, Ashby,       2026-05-13, 2026-05-14, NOT_DUE,     0,         false,      false,      0,
                8994002, Birch,       2026-05-13, 2026-05-14, NOT_DUE,     0,         false,      false,      0,
                8992001, Ashby,       2026-05-14, 2026-05-15, NOT_DUE,     0,         false,      false,      0,
                8994002, Birch,       2026-05-14, 2026-05-15, NOT_DUE,     0,         false,      false,      0,
                """);
    }

    @Test
    void what_was_declined_answers_for_the_school_and_day_in_its_name_else_for_what_was_owed_when_it_came() {
        warehouse.given("staged.arrival", """
                submission_key, submission_id, return_name,      received_at,         arrival, state,    file_name
                1,              S1,            attendance_marks, 2026-05-12T01:30:00, 1,       accepted, a.csv
                2,              S2,            attendance_marks, 2026-05-13T01:30:00, 2,       refused,  attendance_marks_2026-05-11_8994002.csv
                3,              S3,            attendance_marks, 2026-05-13T08:30:00, 3,       rejected, attendance_marks.csv
                """);
        warehouse.given("staged.arrival_scope", """
                submission_key, return_name,      received_at,         arrival, scope
                1,              attendance_marks, 2026-05-12T01:30:00, 1,       8992001|2026-05-11
                """);

        warehouse.build("mart.mart_returns_register");

        warehouse.expect("mart.mart_returns_register where return_name = 'attendance_marks'", """
                laestab, period,     state,    declined_count, is_overdue, submission_key
                8992001, 2026-05-11, RECEIVED, 0,              false,      1
                8994002, 2026-05-11, REJECTED, 1,              true,       2
                8992003, 2026-05-11, MISSING,  0,              true,
                8992001, 2026-05-12, REJECTED, 1,              true,       3
                8994002, 2026-05-12, REJECTED, 1,              true,       3
                8992001, 2026-05-13, REJECTED, 1,              false,      3
                8994002, 2026-05-13, REJECTED, 1,              false,      3
                8992001, 2026-05-14, NOT_DUE,  0,              false,
                8994002, 2026-05-14, NOT_DUE,  0,              false,
                """);
    }

    @Test
    void what_never_came_is_missing_once_and_what_is_optional_is_not() {
        warehouse.build("mart.mart_returns_register");

        warehouse.expect("mart.mart_returns_register where return_name <> 'attendance_marks'", """
                return_name,  laestab, period,     state,   is_overdue
                cfr,          8992001, 202425,     MISSING, true
                cfr,          8992003, 202425,     MISSING, true
                lac_register, ,        2026-05-04, MISSING, true
                """);
    }

    @Test
    void a_whole_register_answers_for_each_week_that_had_begun_and_says_with_the_same_content_that_nothing_changed() {
        warehouse.given("staged.arrival", """
                submission_key, submission_id, return_name,  received_at,         arrival, state,     file_name
                1,              S1,            lac_register, 2026-05-07T09:00:00, 1,       accepted,  a.csv
                2,              S2,            lac_register, 2026-05-13T09:00:00, 2,       duplicate, a.csv
                """);

        warehouse.build("mart.mart_returns_register");

        warehouse.expect("mart.mart_returns_register where return_name = 'lac_register'", """
                period,     due_date,   received_at,         state,       submission_count
                2026-05-04, 2026-05-12, 2026-05-07 09:00:00, RECEIVED, 1
                2026-05-11, 2026-05-19, 2026-05-13 09:00:00, RECEIVED, 1
                """);
    }

    @Test
    void rates_of_a_school_leave_history_out_of_what_is_on_time() {
        warehouse.given("mart.mart_returns_register", """
                la_code, time_period, laestab, urn,   school_name, state,       received_at,         is_overdue, is_history, submission_count
                899,     202526,      8992001, 90001, Ashby,       RECEIVED,    2026-05-12T01:30:00, false,      true,       1
                899,     202526,      8992001, 90001, Ashby,       RESUBMITTED, 2026-05-12T01:30:00, false,      false,      2
                899,     202526,      8992001, 90001, Ashby,       LATE,        2026-05-12T01:30:00, false,      false,      1
                899,     202526,      8992001, 90001, Ashby,       MISSING,     ,                    true,       false,      0
                899,     202526,      8992001, 90001, Ashby,       NOT_DUE,     ,                    false,      false,      0
                899,     202526,      8994002, 90002, Birch,       NOT_DUE,     ,                    false,      false,      0
                """);

        warehouse.build("mart.mart_returns_school");

        warehouse.expect("mart.mart_returns_school", """
                laestab, due, received, late, overdue, resubmitted, reporting_rate, reporting_rate_status, on_time_rate, on_time_rate_status
                8992001, 4,   3,        1,    1,       1,           75.0,           ok,                    33.33333,     ok
                8994002, 0,   0,        0,    0,       0,           ,               z,                     ,             z
                """);
    }

    @Test
    void scopes_of_every_kind_find_their_stretch() {
        warehouse.given("staged.arrival", """
                submission_key, submission_id, return_name,        received_at,         arrival, state,    file_name
                1,              S1,            school_census,      2026-05-07T09:00:00, 1,       accepted, a.csv
                2,              S2,            placement_cost,     2026-05-07T09:00:00, 2,       accepted, a.csv
                3,              S3,            provision_budget_q, 2026-05-07T09:00:00, 3,       accepted, a.csv
                4,              S4,            attendance_weekly,  2026-05-07T09:00:00, 4,       accepted, a.csv
                5,              S5,            s251,               2026-05-07T09:00:00, 5,       accepted, a.csv
                6,              S6,            provision_budget_q, 2026-05-07T09:00:00, 6,       accepted, a.csv
                """);
        warehouse.given("staged.arrival_scope", """
                submission_key, return_name,        arrival, scope
                1,              school_census,      1,       202526|SPR|8992001
                2,              placement_cost,     2,       202526|1
                3,              provision_budget_q, 3,       BP-NORTH|202526|4
                3,              provision_budget_q, 3,       BP-EAST|202526|4
                6,              provision_budget_q, 6,       BP-EAST|202526|4
                4,              attendance_weekly,  4,       202526|2026-05-04
                5,              s251,               5,       BUDGET|202526|899
                """);

        warehouse.build("core.fact_return_delivery");

        warehouse.expect("core.fact_return_delivery", """
                return_name,        laestab, period,     times_told
                school_census,      8992001, 202526-SPR, 1
                placement_cost,     ,        202526-01,  1
                provision_budget_q, ,        202526-Q4,  1
                provision_budget_q, ,        202526-Q4,  2
                attendance_weekly,  ,        2026-05-04, 1
                s251,               ,        202526,     1
                """);
        assertThat(warehouse.audit("return_delivery_key")).isEmpty();
    }
}
