package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attendance where a school, an academic year or a school life ends. Source: DfE pupil absence methodology, 3. */
class AttendanceEdgeTest {

    private static final String HEADER = "laestab, pupil_key, attendance_date, session, attendance_code\n";
    private static final String ALL = "mart.mart_attendance_la where breakdown_topic = 'Total' and education_phase = 'Total'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void pupils_of_several_ages() {
        warehouse.given("core.dim_school", """
                school_key, urn,    laestab, la_code, education_phase, phase_type_grouping,    valid_from, valid_to
                11,         900001, 8992001, 899,     Primary,         State-funded primary,   1900-01-01, 2024-12-31
                12,         900002, 8994001, 899,     Secondary,       State-funded secondary, 1900-01-01, 9999-12-31
                13,         900003, 8992002, 899,     Primary,         State-funded primary,   2024-11-04, 9999-12-31
                """);
        String ages = IntStream.rangeClosed(1, 4).mapToObj(pupil -> "10%d, %d, 202425, AUT, 2024-08-01, 2024-12-31, true, %d-03\n"
                .formatted(pupil, pupil, pupil == 4 ? 2009 : 2012)).collect(Collectors.joining());
        warehouse.given("core.dim_pupil",
                "pupil_term_key, pupil_key, time_period, term, valid_from, valid_to, is_current, birth_year_month\n" + ages);
        warehouse.given("core.bridge_pupil_characteristic", """
                pupil_term_key, breakdown_topic, breakdown
                101,            Total,           Total
                102,            Total,           Total
                103,            Total,           Total
                104,            Total,           Total
                """);
    }

    @Test
    void a_mark_after_the_schools_last_day_takes_nothing_out_and_counts_nowhere() {
        warehouse.given("staged.attendance_mark", HEADER + days(8992001, 1, "II" + "/".repeat(18)) + days(8992001, 2, "/".repeat(20)) + """
                8992001, 2, 2025-01-06, AM, /
                8992001, 1, 2025-01-06, AM, #
                """);

        build();

        warehouse.expect(ALL + " and time_identifier in ('Academic year', 'Spring term', 'Week 2')", """
                time_identifier, enrolments, possible, attendance_rate, pa_enrolments
                Academic year,   2,          40,       95.0,            1
                """);
        warehouse.expect("core.fact_attendance_session where school_key = -1", """
                attendance_date, attendance_code
                2025-01-06,      /
                2025-01-06,      #
                """);
    }

    @Test
    void a_week_in_which_a_school_closes_or_opens_counts_its_open_days() {
        warehouse.given("staged.attendance_mark", HEADER + """
                8992001, 1, 2024-12-31, AM, /
                8992001, 1, 2025-01-02, AM, I
                8992002, 2, 2024-11-01, AM, I
                8992002, 2, 2024-11-04, AM, /
                """);

        build();

        warehouse.expect(ALL + " and (time_identifier like 'Week%' or time_identifier = 'Academic year')", """
                time_identifier, time_period, enrolments, possible, attendance_rate
                Week 1,          2025,        1,          1,        100.0
                Week 45,         2024,        1,          1,        100.0
                Academic year,   202425,      2,          2,        100.0
                """);
    }

    @Test
    void marks_under_a_number_that_gias_does_not_yet_know_again_wait_and_the_terms_before_stay() {
        String spring = IntStream.rangeClosed(6, 10).mapToObj(day -> "8992001, 1, 2025-01-%02d, AM, I\n".formatted(day))
                .collect(Collectors.joining());
        warehouse.given("staged.attendance_mark", HEADER + days(8992001, 1, "/".repeat(10)) + spring);

        build();

        warehouse.expect(ALL + " and time_identifier in ('Academic year', 'Autumn term', 'Spring term')", """
                time_identifier, enrolments, possible, attendance_rate
                Academic year,   1,          10,       100.0
                Autumn term,     1,          10,       100.0
                """);
    }

    @Test
    void a_week_of_two_academic_years_is_one_row_and_each_enrolment_counts_once() {
        warehouse.given("staged.attendance_mark", HEADER + """
                8992001, 1, 2024-07-31, AM, /
                8992001, 1, 2024-08-01, AM, I
                8992001, 2, 2024-07-31, AM, /
                8992001, 3, 2024-08-02, AM, /
                8994001, 4, 2024-07-30, AM, /
                8994001, 4, 2024-08-01, AM, /
                """);

        build();

        warehouse.expect("mart.mart_attendance_la where time_identifier like 'Week%'", """
                time_period, time_identifier, week_commencing, education_phase, enrolments, possible, attendance_rate, as_at_date
                2024,        Week 31,         2024-07-29,      Primary,         3,          4,        75.0,            2024-08-02
                2024,        Week 31,         2024-07-29,      Secondary,       1,          2,        100.0,           2024-08-02
                2024,        Week 31,         2024-07-29,      Total,           4,          6,        83.33333,        2024-08-02
                """);
        audited("attendance_la_grain", "attendance_la_sums", "attendance_school_sums", "attendance_weekly_sums");
    }

    @Test
    void who_leaves_the_ages_of_attendance_at_the_turn_of_the_year_counts_with_the_sessions_before_it() {
        warehouse.given("staged.attendance_mark", HEADER + """
                8994001, 4, 2025-07-31, AM, /
                8994001, 4, 2025-08-01, AM, /
                8994001, 1, 2025-08-01, AM, /
                """);
        warehouse.config("config.setting", """
                name,                       value
                la,                         899
                la_name,                    Wardown Borough
                pa_min_possible_sessions,   0
                aged_fifteen_after_whitsun, true
                """);

        build();

        warehouse.expect(ALL + " and time_identifier like 'Week%'", """
                time_period, time_identifier, enrolments, possible
                2025,        Week 31,         2,          2
                """);
    }

    @Test
    void a_week_of_two_calendar_years_and_two_terms_is_one_row() {
        warehouse.given("staged.attendance_mark", HEADER + """
                8994001, 1, 2024-12-30, AM, /
                8994001, 1, 2025-01-03, AM, I
                """);

        build();

        warehouse.expect(ALL + " and time_identifier like 'Week%'", """
                time_period, time_identifier, enrolments, possible
                2025,        Week 1,          1,          2
                """);
        audited("attendance_la_grain", "attendance_la_sums", "attendance_school_sums");
    }

    @Test
    void pupils_aged_fifteen_do_not_count_after_the_spring_bank_holiday_as_in_dfes_figures() {
        summer();

        build();

        warehouse.expect(ALL + " and time_identifier not like 'Week%'", """
                time_identifier,    enrolments, possible, pa_enrolments
                Academic year,      2,          5,        0
                Summer term,        2,          5,        0
                Summer half term 1, 2,          4,
                Summer half term 2, 1,          1,
                """);
        audited("attendance_la_sums", "attendance_school_sums");
    }

    @Test
    void a_home_may_count_them() {
        warehouse.config("config.setting", """
                name,                       value
                la,                         899
                la_name,                    Wardown Borough
                pa_min_possible_sessions,   0
                aged_fifteen_after_whitsun, true
                """);
        summer();

        build();

        warehouse.expect(ALL + " and time_identifier in ('Academic year', 'Summer half term 2')", """
                time_identifier,    enrolments, possible, pa_enrolments
                Academic year,      2,          7,        1
                Summer half term 2, 2,          3,
                """);
    }

    /** Pupil 4 is in Year 11 in 2024/25; the spring bank holiday is 26 May. */
    private static void summer() {
        warehouse.given("staged.attendance_mark", HEADER + """
                8994001, 1, 2025-05-06, AM, /
                8994001, 4, 2025-05-06, AM, /
                8994001, 4, 2025-05-23, AM, /
                8994001, 4, 2025-05-23, PM, \\
                8994001, 4, 2025-06-02, AM, S
                8994001, 4, 2025-06-03, AM, S
                8994001, 1, 2025-06-02, AM, /
                """);
    }

    private static void build() {
        warehouse.build("mart.mart_attendance_la");
    }

    private static void audited(String... audits) {
        for (String audit : audits) {
            assertThat(warehouse.audit(audit)).as(audit).isEmpty();
        }
    }

    /** Two sessions a day from 2 September 2024. */
    private static String days(int laestab, int pupil, String codes) {
        return IntStream.range(0, codes.length()).mapToObj(session -> String.format(Locale.ROOT, "%d, %d, 2024-09-%02d, %s, %s\n",
                laestab, pupil, 2 + session / 2, session % 2 == 0 ? "AM" : "PM", codes.charAt(session))).collect(Collectors.joining());
    }
}
