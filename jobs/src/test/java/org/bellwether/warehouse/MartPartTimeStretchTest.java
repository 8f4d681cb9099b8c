package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long part-time timetables go on: over holidays and numbers, until a pupil leaves, and until marks and the register agree. */
class MartPartTimeStretchTest {

    private static final String MART = PartTimeSchools.MART;
    private static final String SCHOOL = PartTimeSchools.SCHOOL;

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_schools_and_an_autumn() {
        PartTimeSchools.two_schools_and_an_autumn(warehouse);
    }

    @Test
    void how_long_is_a_setting() {
        warehouse.config("config.setting", """
                name,                  value
                la,                    899
                la_name,               Wardown Borough
                part_time_limit_weeks, 10
                """);
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date
                T1,           1,         8994001, 2024-09-16
                T2,           2,         8994001, 2024-09-23
                """);

        warehouse.build(MART);

        warehouse.expect(SCHOOL + " and week_commencing >= '2024-11-18'", """
                week_commencing, open, over_6_weeks
                2024-11-18,      2,    0
                2024-11-25,      2,    1
                """);
    }

    @Test
    void a_timetable_goes_on_over_a_holiday_until_the_tenth_school_day() {
        warehouse.asOf("2025-01-17T12:00:00Z");
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        SPR,  SPR1,      TERM,     2025-01-06, 2025-02-14
                """);
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, end_date
                T1A,          1,         8994001, 2024-11-25, 2024-12-13
                T1B,          1,         8994001, 2025-01-10,
                T2A,          2,         8994001, 2024-11-25, 2024-12-13
                T2B,          2,         8994001, 2025-01-13,
                """);

        warehouse.build(MART);

        warehouse.expect(SCHOOL + " and week_commencing >= '2024-12-09'", """
                week_commencing, open, started, closed, over_6_weeks
                2024-12-09,      2,    0,       1,      0
                2024-12-16,      0,    0,       0,      0
                2025-01-06,      1,    0,       0,      1
                2025-01-13,      2,    1,       0,      1
                """);
    }

    @Test
    void of_two_that_began_on_one_day_the_later_review_counts_and_either_agreement() {
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, review_due_date, last_review_date, parent_agreed_date
                T1,           1,         8994001, 2024-09-09, 2024-10-07,      2024-10-18,       2024-09-18
                T2,           1,         8994001, 2024-09-09, ,                ,
                T3,           2,         8994001, 2024-09-09, ,                ,
                T4,           2,         8994001, 2024-09-09, 2024-10-07,      2024-10-18,       2024-09-18
                T5,           3,         8994001, 2024-09-09, 2024-10-07,      ,                 2024-09-18
                T6,           3,         8994001, 2024-09-09, ,                2024-10-18,
                """);

        warehouse.build(MART);

        warehouse.expect(SCHOOL + " and week_commencing in ('2024-10-07', '2024-11-18', '2024-11-25')", """
                week_commencing, open, over_6_weeks, over_6_weeks_unreviewed, review_overdue, parent_agreed_pct
                2024-10-07,      3,    0,            0,                       3,              100
                2024-11-18,      3,    3,            0,                       0,              100
                2024-11-25,      3,    3,            3,                       0,              100
                """);
    }

    @Test
    void a_timetable_ends_when_the_pupil_leaves_the_school_or_school_age() {
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date
                T1,           1,         8994001, 2024-05-13
                T2,           2,         8994001, 2024-09-09
                T3,           3,         8994001, 2024-09-09
                T4,           4,         8994001, 2024-09-09
                T5,           1,         8994001, 2024-09-09
                T6,           6,         8994001, 2024-09-09
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, ncyear, age_at_31_august, entry_date, reference_date
                202324,        SUM,         8994001, true,    1,         C,            11,     15,               2019-09-02, 2024-05-16
                202425,        AUT,         8994002, true,    3,         C,            8,      12,               2024-09-30, 2024-10-03
                202425,        AUT,         8994002, true,    4,         S,            8,      12,               2024-09-30, 2024-10-03
                202425,        AUT,         8994001, true,    6,         C,            8,      12,               2024-09-30, 2024-10-03
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date
                M2,          2,         EHE_START,     8994001,      2024-09-30
                M4,          4,         OFF_ROLL,      8994002,      2024-09-30
                """);

        warehouse.build(MART);

        warehouse.expect(SCHOOL + " and week_commencing in ('2024-06-24', '2024-07-01', '2024-09-23', '2024-09-30')", """
                week_commencing, open, closed
                2024-06-24,      1,    1
                2024-07-01,      0,    0
                2024-09-23,      4,    2
                2024-09-30,      2,    0
                """);
    }

    @Test
    void a_week_in_which_marks_and_the_register_agree_ends_what_did_not_match() {
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, end_date,   sessions_offered_per_week
                T1,           1,         8994001, 2024-09-23, 2024-10-11, 6
                T2,           2,         8994001, 2024-09-09, ,           6
                """);
        warehouse.givenSelect("staged.attendance_mark", """
                select pupil_key, 8994001 as laestab, cast(day as date) as attendance_date, 'AM' as session,
                    case when pupil_key = 1 or day = date '2024-10-07' then 'C2' else '/' end as attendance_code
                from range(date '2024-09-09', date '2024-11-29', interval 7 day) as days (day)
                cross join (values (1), (2)) as pupil (pupil_key)
                where day <> date '2024-10-28'
                """);

        warehouse.build(MART);

        warehouse.expect(SCHOOL + " and week_commencing >= '2024-10-21'", """
                week_commencing, c2_pupils, unmatched_c2, unmatched_timetables
                2024-10-21,      1,         0,            0
                2024-11-04,      1,         0,            0
                2024-11-11,      1,         0,            0
                2024-11-18,      1,         0,            0
                2024-11-25,      1,         1,            1
                """);
    }
}
