package org.bellwether.warehouse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attendance of the authority from registers. Sources: DfE pupil absence and pupil attendance in schools methodologies. */
class AttendanceMartTest {

    private static final String HEADER = "laestab, pupil_key, attendance_date, session, attendance_code\n";
    private static final String ALL = "mart.mart_attendance_la where breakdown_topic = 'Total' and education_phase = 'Total'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void schools_and_pupils() {
        warehouse.given("core.dim_school", """
                school_key, urn,    laestab, la_code, education_phase,         phase_type_grouping,                       valid_from, valid_to
                11,         900001, 8992001, 899,     Primary,                 State-funded primary,                      1900-01-01, 9999-12-31
                12,         900002, 8994001, 899,     Secondary,               State-funded secondary,                    1900-01-01, 9999-12-31
                13,         900003, 8991101, 899,     Alternative provision,   State-funded alternative provision school, 1900-01-01, 9999-12-31
                """);
        warehouse.given("core.dim_pupil", """
                pupil_term_key, pupil_key, time_period, term, valid_from, valid_to,   is_current, birth_year_month
                101,            1,         202425,      AUT,  2024-08-01, 2024-12-31, true,       2012-03
                102,            2,         202425,      AUT,  2024-08-01, 2024-12-31, true,       2012-03
                103,            3,         202425,      AUT,  2024-08-01, 2024-12-31, true,       2012-03
                104,            4,         202425,      AUT,  2024-08-01, 2024-12-31, true,       2012-03
                105,            5,         202425,      AUT,  2024-08-01, 2024-12-31, true,       2008-08
                106,            6,         202425,      AUT,  2024-08-01, 2024-12-31, true,       2008-09
                107,            7,         202425,      AUT,  2024-08-01, 2024-12-31, true,       2019-08
                108,            8,         202425,      AUT,  2024-08-01, 2024-12-31, true,       2019-09
                """);
        warehouse.given("core.bridge_pupil_characteristic", """
                pupil_term_key, breakdown_topic, breakdown
                101,            Total,           Total
                101,            Sex,             Female
                102,            Total,           Total
                102,            Sex,             Male
                103,            Total,           Total
                104,            Total,           Total
                105,            Total,           Total
                106,            Total,           Total
                107,            Total,           Total
                108,            Total,           Total
                """);
    }

    @Test
    void an_enrolment_that_missed_a_tenth_is_absent_persistently_and_one_that_missed_half_severely() {
        warehouse.given("staged.attendance_mark", HEADER
                + marks(1, 380, 38) + marks(2, 380, 37) + marks(3, 380, 190) + marks(4, 380, 189));

        warehouse.build("mart.mart_attendance_la");

        warehouse.expect(ALL + " and time_identifier = 'Academic year'", """
                time_period, enrolments, possible, pa_enrolments, pa_rate, severe_enrolments, severe_rate, absence_rate
                202425,      4,          1520,     3,             75.0,    1,                 25.0,        29.86842
                """);
    }

    @Test
    void a_short_enrolment_counts_like_any_other() {
        warehouse.given("staged.attendance_mark", HEADER + marks(1, 2, 1) + marks(2, 10, 1) + marks(3, 2, 0));

        warehouse.build("mart.mart_attendance_la");

        warehouse.expect(ALL + " and time_identifier in ('Academic year', 'Autumn term')", """
                time_identifier, enrolments, pa_enrolments, severe_enrolments
                Academic year,   3,          2,             1
                Autumn term,     3,          2,             1
                """);
    }

    @Test
    void a_minimum_of_possible_sessions_is_a_setting() {
        warehouse.config("config.setting", """
                name,                     value
                la,                       899
                la_name,                  Wardown Borough
                pa_min_possible_sessions, 20
                """);
        warehouse.given("staged.attendance_mark", HEADER + marks(1, 2, 1) + marks(2, 20, 2));

        warehouse.build("mart.mart_attendance_la");

        warehouse.expect(ALL + " and time_identifier = 'Academic year'", """
                enrolments, possible, pa_enrolments, pa_rate
                2,          22,       1,             100.0
                """);
    }

    @Test
    void pupils_aged_5_to_15_count_and_those_of_whom_no_census_tells_do_not() {
        warehouse.given("staged.attendance_mark", HEADER
                + marks(5, 2, 0) + marks(6, 4, 0) + marks(7, 8, 0) + marks(8, 16, 0) + marks(9, 32, 0));

        warehouse.build("mart.mart_attendance_la");

        warehouse.expect(ALL + " and time_identifier = 'Academic year'", """
                enrolments, possible
                2,          12
                """);
    }

    @Test
    void an_alternative_provision_school_is_not_among_the_schools_of_attendance_figures() {
        warehouse.given("staged.attendance_mark", HEADER + """
                8992001, 1, 2024-09-09, AM, /
                8994001, 2, 2024-09-09, AM, I
                8991101, 3, 2024-09-09, AM, I
                """);

        warehouse.build("mart.mart_attendance_la");

        warehouse.expect("mart.mart_attendance_la where breakdown_topic = 'Total' and time_identifier = 'Academic year'", """
                education_phase, enrolments, possible, attendance_rate, illness_perc
                Total,           2,          2,        50.0,            50.0
                Primary,         1,          1,        100.0,           0.0
                Secondary,       1,          1,        0.0,             100.0
                """);
    }

    @Test
    void approved_activity_is_attended_and_a_session_at_the_other_school_is_not_possible() {
        warehouse.given("staged.attendance_mark", HEADER
                + marks(1, "BBJKKKDDDDD", LocalDate.of(2024, 1, 8)));

        warehouse.build("core.fact_attendance_weekly");

        warehouse.expect("select sum(possible) as possible, sum(educational_activity) as educational_activity, sum(code_d) as d"
                + " from core.fact_attendance_weekly", """
                possible, educational_activity, d
                6,        6,                    5
                """);
    }

    @Test
    void a_week_bears_its_calendar_year_and_has_no_persistent_absence() {
        warehouse.given("staged.attendance_mark", HEADER + """
                8992001, 1, 2024-09-09, AM, /
                8992001, 1, 2024-09-09, PM, N
                8992001, 1, 2025-01-06, AM, /
                """);

        warehouse.build("mart.mart_attendance_la");

        warehouse.expect(ALL + " and time_identifier like 'Week%'", """
                time_period, time_identifier, week_commencing, possible, attendance_rate, unauth_not_yet_perc, pa_rate, pa_rate_status
                2024,        Week 37,         2024-09-09,      2,        50.0,            50.0,                ,        z
                2025,        Week 2,          2025-01-06,      1,        100.0,           0.0,                 ,        z
                """);
    }

    @Test
    void a_term_after_the_last_census_takes_what_that_census_told() {
        warehouse.given("staged.attendance_mark", HEADER + """
                8992001, 1, 2025-01-06, AM, /
                8992001, 2, 2025-01-06, AM, I
                """);

        warehouse.build("mart.mart_attendance_la");

        warehouse.expect("mart.mart_attendance_la where breakdown_topic = 'Sex' and education_phase = 'Primary'"
                + " and time_identifier = 'Spring term'", """
                breakdown, enrolments, attendance_rate
                Female,    1,          100.0
                Male,      1,          0.0
                """);
    }

    @Test
    void the_year_that_runs_is_told_to_date_and_a_closed_one_is_final_after_thirty_days() {
        warehouse.asOf("2025-01-20T12:00:00Z");
        warehouse.given("staged.attendance_mark", HEADER + """
                8992001, 1, 2024-09-09, AM, /
                8992001, 1, 2025-01-17, AM, /
                """);

        warehouse.build("mart.mart_attendance_la");

        warehouse.expect(ALL + " and time_identifier not like 'Week%'", """
                time_identifier, data_status,  as_at_date
                Academic year,   year_to_date, 2025-01-17
                Autumn term,     provisional,  2024-09-09
                Spring term,     year_to_date, 2025-01-17
                """);
    }

    @Test
    void england_stands_beside_a_phase_and_never_beside_the_total() {
        warehouse.given("core.fact_benchmark", """
                dataset,          time_period, time_identifier, geographic_level, phase_type_grouping, breakdown_topic, breakdown, measure,         value, value_status
                pupil_attendance, 202425,      Academic year,   National,         Primary,             Total,           Total,     attendance_perc, 94.8,  ok
                pupil_attendance, 202425,      Academic year,   National,         Primary,             SEN,             EHC plan,  attendance_perc, 84.8,  ok
                pupil_attendance, 202425,      Academic year,   National,         Total,               Total,           Total,     attendance_perc, 93.1,  ok
                """);
        warehouse.given("staged.attendance_mark", HEADER + "8992001, 1, 2024-09-09, AM, /\n");

        warehouse.build("mart.mart_attendance_la");

        warehouse.expect("mart.mart_attendance_la where breakdown_topic = 'Total' and time_identifier = 'Academic year'", """
                education_phase, england_rate, england_rate_status
                Primary,         94.8,         ok
                Total,           ,             z
                """);
    }

    @Test
    void england_up_to_another_week_is_not_compared() {
        warehouse.asOf("2026-07-24T02:00:00Z");
        warehouse.given("core.fact_benchmark", """
                dataset,          time_period, time_identifier, geographic_level, phase_type_grouping, breakdown_topic, breakdown, measure,         value, value_status, as_at_date
                pupil_attendance, 202526,      Academic year,   National,         Primary,             Total,           Total,     attendance_perc, 94.8,  ok,           2026-07-23
                pupil_attendance, 202526,      Autumn term,     National,         Primary,             Total,           Total,     attendance_perc, 95.0,  ok,           2025-12-31
                pupil_attendance, 202526,      Spring term,     National,         Primary,             Total,           Total,     attendance_perc, 94.1,  ok,           2026-02-20
                """);
        warehouse.given("staged.attendance_mark", HEADER + "8992001, 1, 2025-12-17, AM, /\n8992001, 1, 2026-02-16, AM, /\n");

        warehouse.build("mart.mart_attendance_la");

        warehouse.expect("mart.mart_attendance_la where breakdown_topic = 'Total' and education_phase = 'Primary' and week_commencing is null"
                + " and time_identifier not like '%half%'", """
                time_identifier, as_at_date, england_rate, england_rate_status
                Academic year,   2026-02-16, ,             z
                Autumn term,     2025-12-17, 95,           ok
                Spring term,     2026-02-16, 94.1,         ok
                """);
    }

    /** Marks of the primary school, the absences first. */
    private static String marks(long pupil, int possible, int absent) {
        return marks(pupil, "I".repeat(absent) + "/".repeat(possible - absent), LocalDate.of(2024, 9, 2));
    }

    private static String marks(long pupil, String codes, LocalDate from) {
        StringJoiner rows = new StringJoiner("\n", "", "\n");
        LocalDate day = from;
        for (int session = 0; session < codes.length(); session++) {
            rows.add("8992001, %d, %s, %s, %s".formatted(pupil, day, session % 2 == 0 ? "AM" : "PM", codes.charAt(session)));
            if (session % 2 == 1) {
                day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
            }
        }
        return rows.toString();
    }
}
