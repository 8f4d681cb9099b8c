package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Week by week who is on a part-time timetable and for how long, whether it is reviewed, and whether marks and the register agree. */
class MartPartTimeTimetablesTest {

    private static final String MART = PartTimeSchools.MART;
    private static final String SCHOOL = PartTimeSchools.SCHOOL;
    private static final String ALL = PartTimeSchools.ALL;

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_schools_and_an_autumn() {
        PartTimeSchools.two_schools_and_an_autumn(warehouse);
    }

    @Test
    void a_pupil_stands_in_each_week_once_and_a_timetable_that_follows_another_goes_on_with_it() {
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, end_date
                T1,           1,         8994001, 2024-09-09, 2024-10-20
                T2,           2,         8994001, 2024-09-09,
                T3A,          3,         8994001, 2024-09-09, 2024-10-18
                T3B,          3,         8994001, 2024-10-30, 2024-11-08
                T4,           4,         8994001, 2024-10-29, 2024-11-06
                T5,           5,         8764001, 2024-09-09,
                T6A,          6,         8994001, 2024-11-11,
                T6B,          6,         8994001, 2024-11-11,
                T7,           7,         8994001, 2024-12-02,
                T8,           8,         8994001, 2024-09-10, 2024-09-01
                """);

        warehouse.build(MART);

        warehouse.expect(SCHOOL, """
                week_commencing, time_period, time_identifier, as_at_date, data_status,  is_current, open, started, closed, over_6_weeks
                2024-09-09,      2024,        Week 37,         2024-09-13, final,        false,      3,    3,       0,      0
                2024-09-16,      2024,        Week 38,         2024-09-20, final,        false,      3,    0,       0,      0
                2024-09-23,      2024,        Week 39,         2024-09-27, final,        false,      3,    0,       0,      0
                2024-09-30,      2024,        Week 40,         2024-10-04, final,        false,      3,    0,       0,      0
                2024-10-07,      2024,        Week 41,         2024-10-11, final,        false,      3,    0,       0,      0
                2024-10-14,      2024,        Week 42,         2024-10-18, final,        false,      3,    0,       1,      0
                2024-10-21,      2024,        Week 43,         2024-10-25, final,        false,      1,    0,       0,      1
                2024-11-04,      2024,        Week 45,         2024-11-08, provisional,  false,      3,    1,       2,      2
                2024-11-11,      2024,        Week 46,         2024-11-15, provisional,  false,      2,    1,       0,      1
                2024-11-18,      2024,        Week 47,         2024-11-22, provisional,  false,      2,    0,       0,      1
                2024-11-25,      2024,        Week 48,         2024-11-29, year_to_date, true,       2,    0,       0,      1
                """);
        warehouse.expect(ALL + " and week_commencing in ('2024-09-09', '2024-11-25')", """
                week_commencing, laestab, open, over_6_weeks, c2_pupils_status, unmatched_status, placed_pupils_status
                2024-09-09,      ,        4,    0,            x,                x,                x
                2024-11-25,      ,        3,    2,            x,                x,                x
                """);
        warehouse.expect(MART + " where laestab = 8994002 and is_current", """
                school_name, open, started, parent_agreed_pct, parent_agreed_pct_status
                Lake School, 0,    0,       ,                  z
                """);
    }

    @Test
    void a_review_is_overdue_until_it_is_held_and_six_weeks_run_anew_from_it() {
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, end_date, review_due_date, last_review_date, parent_agreed_date
                T1,           1,         8994001, 2024-09-09, ,         2024-10-07,      2024-10-16,       2024-09-18
                """);

        warehouse.build(MART);

        warehouse.expect(SCHOOL, """
                week_commencing, open, over_6_weeks, over_6_weeks_unreviewed, review_overdue, parent_agreed_pct
                2024-09-09,      1,    0,            0,                       0,              0
                2024-09-16,      1,    0,            0,                       0,              100
                2024-09-23,      1,    0,            0,                       0,              100
                2024-09-30,      1,    0,            0,                       0,              100
                2024-10-07,      1,    0,            0,                       1,              100
                2024-10-14,      1,    0,            0,                       0,              100
                2024-10-21,      1,    1,            0,                       0,              100
                2024-11-04,      1,    1,            0,                       0,              100
                2024-11-11,      1,    1,            0,                       0,              100
                2024-11-18,      1,    1,            0,                       0,              100
                2024-11-25,      1,    1,            1,                       0,              100
                """);
    }

    @Test
    void marks_without_a_timetable_and_a_timetable_without_marks_are_unmatched_after_six_weeks() {
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, end_date,   sessions_offered_per_week
                T2,           2,         8994001, 2024-09-09, ,           6
                T3,           3,         8994001, 2024-09-09, ,           6
                T4,           4,         8994001, 2024-09-09, ,           10
                T6,           6,         8994001, 2024-09-09, 2024-09-20, 6
                """);
        warehouse.givenSelect("staged.attendance_mark", """
                select pupil_key, 8994001 as laestab, cast(day as date) as attendance_date, 'AM' as session, code as attendance_code
                from range(date '2024-09-09', date '2024-11-29', interval 7 day) as days (day)
                cross join (values (1, 'C2'), (2, 'C2'), (3, '/'), (4, '/'), (5, 'C2'), (6, 'C2'), (7, 'B')) as pupil (pupil_key, code)
                where day <> date '2024-10-28'
                    and not (pupil_key = 5 and day between date '2024-10-01' and date '2024-11-08')
                    and not (pupil_key = 1 and day = date '2024-10-07')
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_type, la_code, valid_from
                PRU,            PRU_AP,         899,     2022-09-01
                IR,             IN_REACH,       899,     2022-09-01
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date
                P1,           7,         8994001,      PRU,            2024-09-09, 2024-11-20
                P2,           7,         8994001,      PRU,            2024-11-11,
                P3,           8,         8994001,      IR,             2024-09-09,
                """);

        warehouse.build(MART);

        warehouse.expect(SCHOOL + " and week_commencing >= '2024-10-14'", """
                week_commencing, schools_marked, c2_pupils, off_site_pupils, placed_pupils, unmatched, unmatched_c2, unmatched_timetables
                2024-10-14,      1,              3,         1,               1,             0,         0,            0
                2024-10-21,      1,              3,         1,               1,             2,         1,            1
                2024-11-04,      1,              3,         1,               1,             3,         2,            1
                2024-11-11,      1,              4,         1,               1,             3,         2,            1
                2024-11-18,      1,              4,         1,               1,             3,         2,            1
                2024-11-25,      1,              4,         1,               1,             3,         2,            1
                """);
        warehouse.expect(ALL + " and is_current", """
                schools_marked, c2_pupils, unmatched
                1,              4,         3
                """);
        warehouse.expect(MART + " where laestab = 8994002 and is_current", """
                open, schools_marked, c2_pupils_status, unmatched_status, off_site_pupils_status, placed_pupils
                0,    0,              x,                x,                x,                      0
                """);
    }

    @Test
    void after_the_week_in_which_the_register_last_came_also_unchanged_nobody_knows() {
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date
                T1,           1,         8994001, 2024-11-11
                """);
        warehouse.given("staged.arrival", """
                submission_key, submission_id, return_name,         received_at,         arrival, state,     file_name
                1,              S1,            part_time_timetable, 2024-11-13T03:00:00, 1,       accepted,  a.csv
                2,              S2,            part_time_timetable, 2024-11-20T03:00:00, 2,       duplicate, b.csv
                3,              S3,            part_time_timetable, 2024-11-27T03:00:00, 3,       rejected,  c.csv
                """);

        warehouse.build(MART);

        warehouse.expect(SCHOOL, """
                week_commencing, open, open_status
                2024-11-11,      1,    ok
                2024-11-18,      1,    ok
                2024-11-25,      ,     x
                """);
    }

    @Test
    void before_august_2024_there_was_no_mark_of_a_part_time_timetable_and_without_term_dates_any_weekday_may_be_a_school_day() {
        warehouse.asOf("2024-01-12T12:00:00Z");
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, end_date
                T1,           1,         8994001, 2023-12-23, 2024-01-03
                """);

        warehouse.build(MART);

        warehouse.expect(SCHOOL, """
                week_commencing, time_period, time_identifier, open, started, closed, c2_pupils_status, unmatched_status
                2023-12-25,      2023,        Week 52,         1,    1,       0,      z,                z
                2024-01-01,      2024,        Week 1,          1,    0,       1,      z,                z
                2024-01-08,      2024,        Week 2,          0,    0,       0,      z,                z
                """);
    }

    @Test
    void a_register_without_a_row_says_that_nobody_is_on_a_timetable() {
        warehouse.given("staged.arrival", """
                submission_key, submission_id, return_name,         received_at,         arrival, state,    file_name
                1,              S1,            part_time_timetable, 2024-11-13T03:00:00, 1,       accepted, a.csv
                """);

        warehouse.build(MART);

        warehouse.expect(SCHOOL, """
                week_commencing, open, open_status
                2024-11-11,      0,    ok
                2024-11-18,      ,     x
                2024-11-25,      ,     x
                """);
    }
}
