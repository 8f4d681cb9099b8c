package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What registers tell of a school's year in its scorecard: moves, admissions, returns, timetables, training, plans and clean rows. */
class SchoolYearTest {

    private static final String FIGURE = "figure.school_year";
    private static final String OF_YEAR = FIGURE + " where time_period = 202425 and measure_code = ";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_schools_and_a_unit_of_a_year_that_is_over() {
        warehouse.asOf("2025-09-30T12:00:00Z");
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name,   establishment_type,  phase_of_education, open_date,  snapshot_date
                900001, 8992001, 899,     Ashby Primary, Community school,    Primary,            2010-09-01, 2023-09-01
                900002, 8994002, 899,     Birch School,  Community school,    Secondary,          2010-09-01, 2023-09-01
                900003, 8991103, 899,     Cedar Centre,  Pupil referral unit, Not applicable,     2010-09-01, 2023-09-01
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, outcome, notice_date
                N1,        1,         8994002, PERM,     2023-10-02, UPHELD,  2023-10-02
                N2,        2,         8994002, PERM,     2024-10-07, UPHELD,  2024-10-07
                N3,        3,         8992001, PERM,     2025-03-03, UPHELD,  2025-03-03
                """);
    }

    @Test
    void without_a_register_nothing_is_known_and_nothing_is_nought() {
        warehouse.build(FIGURE);

        warehouse.expect(FIGURE + " where time_period = 202425 and area_code = '8994002'", """
                measure_code,             value, status, data_status
                part_time_pupils,         ,      x,      provisional
                managed_moves_in,         ,      x,      provisional
                managed_moves_out,        ,      x,      provisional
                excluded_pupils_admitted, ,      x,      provisional
                reintegrated_sustained,   ,      x,      provisional
                school_staff_trained,     ,      x,      provisional
                school_dq_score,          ,      x,      provisional
                """);
    }

    @Test
    void a_school_without_a_movement_has_none_and_a_unit_is_not_asked_whom_it_admits() {
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, to_laestab, movement_date, outcome
                M0,          9,         MANAGED_MOVE,  8992001,      8994002,    2023-10-09,    SUCCESSFUL
                M1,          5,         MANAGED_MOVE,  8992001,      8994002,    2024-11-04,    UNSUCCESSFUL
                M2,          5,         MANAGED_MOVE,  8994002,      8992001,    2025-02-03,
                M3,          6,         MANAGED_MOVE,  8992001,      8994002,    2025-02-03,
                M4,          7,         MANAGED_MOVE,  8992001,      8994002,    2025-09-08,
                """);

        warehouse.build(FIGURE);

        warehouse.expect(FIGURE + " where time_period = 202425 and measure_code not in ('part_time_pupils', 'school_staff_trained', 'school_dq_score')", """
                area_code, measure_code,             value, status
                8992001,   managed_moves_in,         1,     ok
                8992001,   managed_moves_out,        2,     ok
                8992001,   excluded_pupils_admitted, 0,     ok
                8992001,   reintegrated_sustained,   0,     ok
                8994002,   managed_moves_in,         2,     ok
                8994002,   managed_moves_out,        1,     ok
                8994002,   excluded_pupils_admitted, 0,     ok
                8994002,   reintegrated_sustained,   0,     ok
                8991103,   managed_moves_in,         0,     ok
                8991103,   managed_moves_out,        0,     ok
                8991103,   excluded_pupils_admitted, ,      z
                8991103,   reintegrated_sustained,   ,      z
                """);
    }

    @Test
    void a_pupil_excluded_elsewhere_is_admitted_once_whoever_tells_it_and_not_after_a_year() {
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, to_laestab, movement_date, outcome
                M0,          9,         MANAGED_MOVE,  8992001,      8994002,    2023-10-09,    SUCCESSFUL
                M1,          1,         REINTEGRATION, 8991103,      8992001,    2024-10-07,    SUCCESSFUL
                M2,          2,         PEX_MOVE,      8994002,      8991103,    2024-10-14,
                M3,          2,         REINTEGRATION, 8991103,      8992001,    2025-01-13,    UNSUCCESSFUL
                M4,          3,         REINTEGRATION, 8991103,      8992001,    2025-04-28,    SUCCESSFUL
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, entry_date, reference_date
                202425,        SPR,         8992001, true,    2,         C,            2025-01-13, 2025-01-16
                202425,        SUM,         8994002, true,    3,         C,            2025-05-06, 2025-05-15
                """);

        warehouse.build(FIGURE);

        warehouse.expect(OF_YEAR + "'excluded_pupils_admitted'", """
                area_code, value, status
                8992001,   1,     ok
                8994002,   1,     ok
                8991103,   ,      z
                """);
    }

    @Test
    void a_return_counts_in_the_year_in_which_twelve_months_of_it_are_over() {
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202324,        AUT,  AUT1,      TERM,     2023-09-04, 2023-12-20
                899,     202324,        SPR,  SPR1,      TERM,     2024-01-04, 2024-03-28
                899,     202324,        SUM,  SUM1,      TERM,     2024-04-15, 2024-07-19
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, to_laestab, movement_date, outcome
                M0,          9,         MANAGED_MOVE,  8992001,      8994002,    2022-10-09,    SUCCESSFUL
                M1,          1,         REINTEGRATION, 8991103,      8992001,    2024-01-08,    SUCCESSFUL
                """);

        warehouse.build(FIGURE);

        warehouse.expect(FIGURE + " where measure_code = 'reintegrated_sustained' and area_code = '8992001' and time_period > 202223", """
                time_period, value, status
                202324,      0,     ok
                202425,      1,     ok
                202526,      0,     ok
                """);
    }

    @Test
    void a_pupil_on_two_timetables_is_one_and_one_that_goes_on_after_the_summer_is_of_both_years() {
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        AUT,  AUT1,      TERM,     2024-09-02, 2024-12-20
                899,     202425,        SUM,  SUM2,      TERM,     2025-06-02, 2025-07-18
                899,     202526,        AUT,  AUT1,      TERM,     2025-09-01, 2025-10-24
                """);
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, end_date
                T0,           8,         8994002, 2024-09-09, 2024-09-20
                T1,           1,         8992001, 2024-10-07, 2024-10-25
                T2,           1,         8992001, 2025-06-09, 2025-07-04
                T3,           2,         8992001, 2025-06-09, 2025-09-12
                T4,           3,         8992001, 2025-09-08,
                """);

        warehouse.build(FIGURE);

        warehouse.expect(FIGURE + " where measure_code = 'part_time_pupils' and time_period > 202223", """
                time_period, area_code, value, status
                202324,      8992001,   ,      x
                202324,      8994002,   ,      x
                202324,      8991103,   ,      x
                202425,      8992001,   2,     ok
                202425,      8994002,   1,     ok
                202425,      8991103,   0,     ok
                202526,      8992001,   2,     ok
                202526,      8994002,   0,     ok
                202526,      8991103,   0,     ok
                """);
    }

    @Test
    void training_and_clean_rows_are_of_the_year_and_a_submission_that_was_not_judged_by_row_says_nothing() {
        warehouse.given("staged.training", """
                event_id, laestab, course, event_date, role,    staff_trained
                E1,       8992001, RPI,    2024-09-10, TEACHER, 4
                E2,       8992001, EDI,    2025-03-10, TEACHER, 3
                E3,       8992001, EDI,    2025-09-10, TEACHER, 9
                """);
        warehouse.given("staged.arrival_school", """
                submission_key, return_name,      laestab, received_at,          row_count, rejected_count, flagged_count
                1,              exclusion_notice, 8992001, 2024-11-04T08:00:00Z, 10,        1,              2
                2,              exclusion_notice, 8992001, 2025-02-04T08:00:00Z, 10,        0,              0
                3,              exclusion_notice, 8994002, 2025-02-04T08:00:00Z, 10,        10,
                """);

        warehouse.build(FIGURE);

        warehouse.expect(FIGURE + " where time_period = 202425 and measure_code in ('school_staff_trained', 'school_dq_score')", """
                area_code, measure_code,         value, status
                8992001,   school_staff_trained, 7,     ok
                8992001,   school_dq_score,      85,    ok
                8994002,   school_staff_trained, 0,     ok
                8994002,   school_dq_score,      ,      x
                8991103,   school_staff_trained, 0,     ok
                8991103,   school_dq_score,      ,      x
                """);
    }
}
