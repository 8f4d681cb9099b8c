package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attendance of each school from its registers, by week, half term, term and, for the year, by group. */
class MartAttendanceSchoolTest {

    private static final String MART = "mart.mart_attendance_school";
    private static final String YEAR = MART + " where time_identifier = 'Academic year' and breakdown_topic = 'Total'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void schools_and_pupils() {
        warehouse.given("core.dim_school", """
                school_key, urn,    laestab, la_code, school_name, education_phase,       phase_type_grouping,                       valid_from, valid_to
                11,         900001, 8992001, 899,     Ashby,       Primary,               State-funded primary,                      1900-01-01, 2024-12-31
                21,         900009, 8992001, 899,     Ashby Acad,  Primary,               State-funded primary,                      2025-01-01, 9999-12-31
                12,         900002, 8994001, 899,     Birch,       Secondary,             State-funded secondary,                    1900-01-01, 9999-12-31
                13,         900003, 8991101, 899,     Cedar,       Alternative provision, State-funded alternative provision school, 1900-01-01, 9999-12-31
                """);
        warehouse.given("core.dim_pupil", """
                pupil_term_key, pupil_key, time_period, term, valid_from, valid_to,   is_current, birth_year_month
                101,            1,         202425,      AUT,  2024-08-01, 2024-12-31, true,       2012-03
                102,            2,         202425,      AUT,  2024-08-01, 2024-12-31, true,       2012-03
                """);
        warehouse.given("core.bridge_pupil_characteristic", """
                pupil_term_key, breakdown_topic, breakdown
                101,            Total,           Total
                101,            Sex,             Female
                102,            Total,           Total
                102,            Sex,             Male
                """);
        warehouse.given("core.fact_benchmark", """
                dataset,          time_period, time_identifier, geographic_level, phase_type_grouping, breakdown_topic, breakdown, measure,         value, value_status
                pupil_attendance, 202425,      Academic year,   National,         Secondary,           Total,           Total,     attendance_perc, 91.4,  ok
                """);
    }

    @Test
    void a_pupil_who_moves_is_an_enrolment_of_each_school_with_the_sessions_that_were_possible_there() {
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code
                8992001, 1,         2024-09-09,      AM,      /
                8992001, 1,         2024-09-09,      PM,      I
                8994001, 1,         2024-11-11,      AM,      /
                8994001, 1,         2024-11-11,      PM,      /
                8994001, 2,         2024-11-11,      AM,      O
                """);

        warehouse.build(MART);

        warehouse.expect(YEAR, """
                laestab, school_name, education_phase, enrolments, possible, attendance_rate, illness_perc, unauthorised_rate, pa_enrolments, severe_enrolments, england_rate, england_rate_status
                8992001, Ashby,       Primary,         1,          2,        50.0,            50.0,         0.0,               1,             1,                 ,             x
                8994001, Birch,       Secondary,       2,          3,        66.66667,        0.0,          33.33333,          1,             1,                 91.4,         ok
                """);
    }

    @Test
    void a_pupil_at_two_schools_at_once_has_the_sessions_of_each_where_they_were_possible() {
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code
                8992001, 1,         2024-09-09,      AM,      /
                8992001, 1,         2024-09-09,      PM,      D
                8994001, 1,         2024-09-09,      AM,      D
                8994001, 1,         2024-09-09,      PM,      I
                """);

        warehouse.build(MART);

        warehouse.expect(YEAR, """
                laestab, enrolments, possible, attendance_rate, severe_enrolments
                8992001, 1,          1,        100.0,           0
                8994001, 1,          1,        0.0,             1
                """);
    }

    @Test
    void weeks_half_terms_and_terms_are_of_all_pupils_and_the_year_of_each_group() {
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code
                8992001, 1,         2024-09-09,      AM,      /
                8992001, 2,         2024-09-09,      AM,      I
                8992001, 1,         2025-01-06,      AM,      /
                """);

        warehouse.build(MART);

        warehouse.expect(MART, """
                time_period, time_identifier, week_commencing, urn,    breakdown_topic, breakdown, possible, attendance_rate, pa_rate, pa_rate_status
                2024,        Week 37,         2024-09-09,      900001, Total,           Total,     2,        50.0,            ,        z
                2025,        Week 2,          2025-01-06,      900009, Total,           Total,     1,        100.0,           ,        z
                202425,      Autumn term,     ,                900001, Total,           Total,     2,        50.0,            50.0,    ok
                202425,      Spring term,     ,                900009, Total,           Total,     1,        100.0,           0.0,     ok
                202425,      Academic year,   ,                900009, Total,           Total,     3,        66.66667,        50.0,    ok
                202425,      Academic year,   ,                900009, Sex,             Female,    2,        100.0,           0.0,     ok
                202425,      Academic year,   ,                900009, Sex,             Male,      1,        0.0,             100.0,   ok
                """);
    }

    @Test
    void a_school_without_registers_has_no_row_and_one_of_alternative_provision_none_either() {
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code
                8991101, 1,         2024-09-09,      AM,      /
                8992001, 2,         2024-09-09,      AM,      I
                """);

        warehouse.build(MART);

        warehouse.expect(YEAR, """
                laestab, possible, attendance_rate, attendance_rate_status
                8992001, 1,        0.0,             ok
                """);
    }
}
