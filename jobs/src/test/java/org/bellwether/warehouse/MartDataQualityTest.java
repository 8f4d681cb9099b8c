package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How rows of returns were judged, by submission and school, and which rejected rows are still to be mended. */
class MartDataQualityTest {

    private static final String MART = "mart.mart_data_quality";
    private static final String RESULT = "core.fact_dq_result";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void marks_of_two_schools_that_came_on_three_days_of_may() {
        warehouse.asOf("2026-05-20T12:00:00Z");
        warehouse.given("core.dim_local_authority", """
                la_key, la_code, la_name,         is_home_la
                899,    899,     Wardown Borough, true
                """);
        warehouse.given("core.dim_school", """
                school_key, urn,   laestab, school_name, valid_from, valid_to
                1,          90001, 8992001, Ashby,       2000-01-01, 9999-12-31
                2,          90002, 8994002, Birch,       2000-01-01, 9999-12-31
                """);
        warehouse.givenSelect("core.dim_date", """
                select cast(day as date) as date, cast(day as date) - date '2000-08-01' as day_number, academic_year(cast(day as date)) as time_period,
                    term_of(cast(day as date)) as term, cast(day as date) - cast(isodow(day) - 1 as integer) as week_commencing, isodow(day) < 6 as is_school_day,
                    financial_year(cast(day as date)) as financial_year, 1 as financial_quarter, 1 as financial_month
                from generate_series(date '2026-05-01', date '2026-07-31', interval 1 day) as days (day)
                """);
        warehouse.config("config.return_cadence", """
                return_name,      title,   kind,   every,      due_after_days, owed_by,   is_optional
                attendance_marks, Marks,   PART,   school day, 1,              SCHOOL,    false
                exclusion_notice, Notices, EVENTS, week,       2,              AUTHORITY, true
                """);
        warehouse.config("config.return_scope", """
                return_name,      column_name,     position
                attendance_marks, laestab,         1
                attendance_marks, attendance_date, 2
                """);
        warehouse.given("staged.arrival", """
                submission_key, submission_id, return_name,      received_at,         arrival, state,    file_name
                1,              S1,            attendance_marks, 2026-05-12T09:00:00, 1,       accepted, a.csv
                2,              S2,            attendance_marks, 2026-05-15T09:00:00, 2,       accepted, b.csv
                3,              S3,            attendance_marks, 2026-05-18T09:00:00, 3,       rejected, c.csv
                4,              S4,            exclusion_notice, 2026-05-18T09:00:00, 4,       accepted, d.csv
                """);
        warehouse.given("staged.arrival_scope", """
                submission_key, return_name,      received_at,         arrival, scope
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       8992001|2026-05-11
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       8994002|2026-05-11
                2,              attendance_marks, 2026-05-15T09:00:00, 2,       8992001|2026-05-11
                2,              attendance_marks, 2026-05-15T09:00:00, 2,       8992001|2026-05-12
                """);
    }

    @Test
    void each_school_answers_for_its_rows_and_days_are_those_to_the_day_on_which_the_last_stretch_was_due() {
        warehouse.given("staged.arrival_school", """
                submission_key, return_name,      received_at,         arrival, laestab, row_count, rejected_count, flagged_count, query_count, value_count
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       8992001, 10,        1,              2,             2,           1
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       8994002, 4,         0,              0,             0,           0
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       ,        1,         1,              0,             0,           0
                2,              attendance_marks, 2026-05-15T09:00:00, 2,       8992001, 3,         0,              3,             3,           0
                3,              attendance_marks, 2026-05-18T09:00:00, 3,       8992001, 5,         5,              0,             0,           0
                4,              exclusion_notice, 2026-05-18T09:00:00, 4,       ,        3,         1,              ,              ,
                """);
        warehouse.given("staged.rejected_row", """
                submission_key, return_name,      received_at,         arrival, table_name,      source_line, laestab, rule
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       attendance_mark, 7,           8992001, ROW-002
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       attendance_mark, 7,           8992001, ATT-001
                """);
        warehouse.given("staged.scope_owner", """
                return_name,      scope_key, laestab, submission_key, received_at,         arrival
                attendance_marks, 11,        8992001, 1,              2026-05-12T09:00:00, 1
                """);

        warehouse.build(MART);

        warehouse.expect(MART, """
                submission_id, laestab, urn,   school_name, state,    rows, errors, queries, values_unknown, open_rejects, days_open_max, completeness_pct, timeliness_days, latest_data_date, dq_score, dq_score_status
                S1,            8992001, 90001, Ashby,       accepted, 10,   1,      2,       1,              1,            8,             90,               0,               2026-05-11,       70,       ok
                S1,            8994002, 90002, Birch,       accepted, 4,    0,      0,       0,              0,            ,              100,              0,               2026-05-11,       100,      ok
                S1,            ,        ,      ,            accepted, 1,    1,      0,       0,              0,            ,              0,                ,                ,                 0,        ok
                S2,            8992001, 90001, Ashby,       accepted, 3,    0,      3,       0,              0,            ,              100,              2,               2026-05-12,       0,        ok
                S3,            8992001, 90001, Ashby,       rejected, 5,    5,      0,       0,              0,            ,              0,                ,                ,                 0,        ok
                S4,            ,        ,      ,            accepted, 3,    1,      ,        ,               0,            ,              66.66667,         ,                2026-05-18,       ,         x
                """);
    }

    @Test
    void what_the_build_asks_stands_with_the_school_or_with_the_sender_of_what_names_it() {
        warehouse.given("staged.arrival_school", """
                submission_key, return_name,      received_at,         arrival, laestab, row_count, rejected_count, flagged_count, query_count, value_count
                4,              exclusion_notice, 2026-05-18T09:00:00, 4,       8992001, 2,         0,              0,             0,           0
                4,              exclusion_notice, 2026-05-18T09:00:00, 4,       ,        1,         0,              0,             0,           0
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, start_date, laestab, urn,   category, submission_key, source_line
                N1,        1,         2026-05-11, 8992001, 90002, SUSP,     4,              2
                N2,        2,         2026-05-11, 8992001, 90001, SUSP,     4,              3
                N3,        3,         2026-05-11, 8994002, 90001, SUSP,     4,              4
                """);
        warehouse.config("config.build_rule", """
                rule,    severity, message
                REF-002, query,    Numbers of two schools
                """);

        warehouse.build(MART);

        warehouse.expect(MART, """
                submission_id, laestab, queries, build_queries
                S4,            8992001, 0,       1
                S4,            ,        0,       1
                """);
        warehouse.expect("core.fact_dq_query", """
                rule,    severity, return_name,      laestab, time_period, about, submission_key, source_line
                REF-002, query,    exclusion_notice, 8992001, 202526,      90002, 4,              2
                REF-002, query,    exclusion_notice, 8994002, 202526,      90001, 4,              4
                """);
    }

    @Test
    void a_rejected_row_is_open_until_a_later_submission_is_live_for_what_it_tells_of() {
        rejected("""
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       attendance_mark, 2,           8992001, 11
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       attendance_mark, 3,           8994002, 12
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       attendance_mark, 4,           8994002, 99
                4,              exclusion_notice, 2026-05-18T09:00:00, 4,       exclusion_notice, 5,          ,        11
                """);
        warehouse.given("staged.scope_owner", """
                return_name,      scope_key, laestab, submission_key, received_at,         arrival
                attendance_marks, 11,        8992001, 2,              2026-05-15T09:00:00, 2
                attendance_marks, 12,        8994002, 1,              2026-05-12T09:00:00, 1
                """);

        warehouse.build(RESULT);

        warehouse.expect(RESULT, """
                source_line, school_key, received_on, is_open
                2,           1,          2026-05-12,  false
                3,           2,          2026-05-12,  true
                4,           2,          2026-05-12,  true
                5,           -2,         2026-05-18,  true
                """);
    }

    @Test
    void of_a_row_that_is_rejected_again_the_last_is_open_alone() {
        rejected("""
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       attendance_mark, 2,           8992001, 11
                3,              attendance_marks, 2026-05-18T09:00:00, 3,       attendance_mark, 8,           8992001, 11
                3,              attendance_marks, 2026-05-18T09:00:00, 3,       attendance_mark, 9,           8992001, 11
                """);

        warehouse.build(RESULT);

        warehouse.expect(RESULT, """
                source_line, is_open
                2,           false
                8,           true
                9,           true
                """);
    }

    @Test
    void a_row_that_does_not_say_what_it_tells_of_is_closed_once_all_of_that_school_is_told_again() {
        rejected("""
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       attendance_mark, 2,           8992001,
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       attendance_mark, 3,           8994002,
                1,              attendance_marks, 2026-05-12T09:00:00, 1,       attendance_mark, 4,           ,
                3,              attendance_marks, 2026-05-18T09:00:00, 3,       attendance_mark, 5,           8992001,
                """);
        warehouse.given("staged.scope_owner", """
                return_name,      scope_key, laestab, submission_key, received_at,         arrival
                attendance_marks, 11,        8992001, 2,              2026-05-15T09:00:00, 2
                attendance_marks, 12,        8994002, 1,              2026-05-12T09:00:00, 1
                """);

        warehouse.build(RESULT);

        warehouse.expect(RESULT, """
                source_line, is_open
                2,           false
                3,           true
                4,           true
                5,           true
                """);
    }

    private static void rejected(String rows) {
        StringBuilder csv = new StringBuilder("submission_key, return_name, received_at, arrival, table_name, source_line, laestab, scope_key, rule\n");
        rows.lines().forEach(line -> csv.append(line).append(", ROW-002\n"));
        warehouse.given("staged.rejected_row", csv.toString());
    }
}
