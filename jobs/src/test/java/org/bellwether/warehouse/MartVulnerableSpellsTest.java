package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a pupil's belonging to a vulnerable cohort ends, and when its source no longer speaks. */
class MartVulnerableSpellsTest {

    private static final String MART = VulnerableSchools.MART;
    private static final String LA = VulnerableSchools.LA;
    private static final String NOW = VulnerableSchools.NOW;

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void schools_a_unit_and_two_weeks_of_term() {
        VulnerableSchools.schools_a_unit_and_two_weeks_of_term(warehouse);
    }

    @Test
    void an_end_is_no_return_where_the_pupil_leaves_or_is_out_of_school_otherwise_within_a_week() {
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date, end_date
                M1,          1,         CME_START,     8994001,      2024-09-02,    2024-09-10
                M2,          1,         EHE_START,     8994001,      2024-09-10,
                M3,          2,         CME_START,     8994001,      2024-09-02,    2024-09-10
                M4,          2,         OUT_OF_AREA,   8994001,      2024-09-11,
                M5,          3,         CME_START,     8994001,      2024-09-02,    2024-09-10
                """);

        warehouse.build(MART);

        warehouse.expect(LA + "cohort in ('CME', 'EHE')", """
                week_commencing, cohort, pupils, change, returned, days_to_return
                2024-09-02,      CME,    3,      ,       0,
                2024-09-02,      EHE,    0,      ,       0,
                2024-09-09,      CME,    0,      -3,     1,        8
                2024-09-09,      EHE,    1,      1,      0,
                """);
    }

    @Test
    void of_two_things_told_of_one_day_one_stands() {
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date
                M1,          1,         CME_START,     8994001,      2024-09-02
                M2,          1,         CME_END,       8994001,      2024-09-09
                M3,          1,         CME_START,     8994001,      2024-09-09
                M4,          2,         EHE_START,     8994001,      2024-09-09
                M5,          2,         CME_START,     8994001,      2024-09-09
                M6,          3,         CME_START,     8994001,      2024-09-09
                M7,          3,         CME_END,       8994001,      2024-09-09
                """);

        warehouse.build(MART);

        warehouse.expect(NOW + "cohort in ('CME', 'EHE', 'Total')", """
                cohort, pupils, longest_days
                CME,    2,      3
                EHE,    0,
                Total,  2,
                """);
    }

    @Test
    void what_nobody_ends_does_so_with_school_age_and_care_with_the_eighteenth_birthday() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, birth_year_month, reference_date
                202122,        SUM,         8994001, true,    1,         C,            2007-08,          2022-05-19
                202122,        SUM,         8994001, true,    3,         C,            2006-08,          2022-05-19
                202324,        SUM,         8994001, true,    2,         C,            2010-01,          2024-05-16
                202324,        SUM,         8994001, true,    4,         C,            2008-08,          2024-05-16
                202324,        SUM,         8994001, true,    5,         C,            2010-01,          2024-05-16
                202324,        SUM,         8994001, true,    6,         C,            2006-09,          2024-05-16
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date
                P1,           1,         8994001,      PRU,            2022-09-05,
                P2,           2,         8994001,      PRU,            2022-09-05,
                P4,           4,         8994001,      PRU,            2023-09-04, 2024-05-31
                P5,           5,         8994001,      PRU,            2023-09-04, 2024-05-31
                """);
        warehouse.given("staged.looked_after_spell", """
                pupil_key, lac_from,   lac_to
                1,         2019-01-01,
                3,         2019-01-01,
                6,         2019-01-01,
                7,         2019-01-01,
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        8,         8994001, SUSP,     2024-09-02, 2
                """);

        warehouse.build(MART);

        warehouse.expect(NOW + "cohort in ('IN_AP', 'LAC', 'AT_RISK')", """
                cohort,  pupils
                IN_AP,   1
                LAC,     3
                AT_RISK, 1
                """);
    }

    @Test
    void who_is_on_roll_in_alternative_provision_has_a_full_time_place_also_while_the_register_does_not_speak() {
        warehouse.given("core.fact_return_delivery", """
                return_delivery_key, return_name,        received_on, state,    is_accepted
                1,                   placement_register, 2024-03-01,  accepted, true
                2,                   pupil_movement,     2024-09-03,  accepted, true
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date
                P1,           9,         8994002,      PRU,            2024-02-05, 2024-02-20
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, birth_year_month, entry_date, reference_date
                202324,        SUM,         8991101, true,    1,         C,            2010-01,          2024-05-01, 2024-05-16
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, outcome
                N1,        1,         8994001, PERM,     2024-06-03, UPHELD
                N2,        2,         8994001, PERM,     2024-06-03, UPHELD
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where is_current and cohort in ('EXCLUDED', 'IN_AP')", """
                neighbourhood, cohort,   pupils, not_full_time_count
                Total,         EXCLUDED, 2,
                NORTH,         EXCLUDED, 1,
                SOUTH,         EXCLUDED, 0,      0
                Unknown,       EXCLUDED, 1,      0
                Total,         IN_AP,    ,
                NORTH,         IN_AP,    ,
                SOUTH,         IN_AP,    ,
                Unknown,       IN_AP,    ,
                """);
        warehouse.expect(LA + "week_commencing >= date '2024-09-02' and cohort = 'CME'", """
                week_commencing, pupils, is_known
                2024-09-02,      0,      true
                2024-09-09,      0,      true
                """);
    }

    @Test
    void no_change_is_told_where_as_many_cohorts_are_known_but_others_and_exclusions_speak_for_a_year() {
        warehouse.given("core.fact_return_delivery", """
                return_delivery_key, return_name,         received_on, state,    is_accepted
                1,                   part_time_timetable, 2024-07-05,  accepted, true
                2,                   exclusion_notice,    2023-09-08,  accepted, true
                """);
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, sessions_offered_per_week
                T1,           2,         8994001, 2024-09-02, 4
                """);
        warehouse.given("staged.ebsna_episode", """
                episode_id, pupil_key, laestab, referral_date, support_start_date
                E1,         4,         8994001, 2024-09-06,    2024-09-11
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, outcome
                N1,        1,         8994001, PERM,     2024-06-03, UPHELD
                """);

        warehouse.build(MART);

        warehouse.expect(LA + "week_commencing >= date '2024-09-02' and cohort in ('Total', 'EXCLUDED', 'PTT', 'EBSNA')", """
                week_commencing, cohort,   pupils, change, known_cohorts
                2024-09-02,      EXCLUDED, 1,      0,
                2024-09-02,      PTT,      1,      ,
                2024-09-02,      EBSNA,    ,       ,
                2024-09-02,      Total,    2,      ,       2
                2024-09-09,      EXCLUDED, ,       ,
                2024-09-09,      PTT,      ,       ,
                2024-09-09,      EBSNA,    1,      ,
                2024-09-09,      Total,    1,      ,       1
                """);
    }

    @Test
    void the_census_of_one_school_does_not_end_that_of_another() {
        warehouse.asOf("2024-10-11T12:00:00Z");
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, sen_provision, birth_year_month, reference_date
                202324,        SPR,         8994001, true,    1,         C,            K,             2010-01,          2024-01-18
                202324,        SPR,         8994002, true,    2,         C,            K,             2010-01,          2024-01-18
                202324,        SPR,         8994001, true,    3,         C,            K,             2010-01,          2024-01-18
                202324,        SUM,         8994001, true,    1,         C,            K,             2010-01,          2024-05-16
                202324,        SUM,         8994002, true,    2,         C,            K,             2010-01,          2024-05-16
                202324,        SUM,         8994001, true,    3,         C,            K,             2010-01,          2024-05-16
                202425,        AUT,         8994001, true,    1,         C,            K,             2010-01,          2024-10-03
                """);
        warehouse.given("staged.census_sen_need", """
                academic_year, census_term, laestab, pupil_key, sen_type_rank, sen_type
                202324,        SPR,         8994001, 1,         1,             SEMH
                202324,        SPR,         8994002, 2,         1,             SEMH
                202324,        SPR,         8994001, 3,         1,             SEMH
                """);

        warehouse.build(MART);

        warehouse.expect(LA + "cohort = 'SEMH' and week_commencing >= date '2024-09-23'", """
                week_commencing, pupils
                2024-09-23,      3
                2024-09-30,      2
                2024-10-07,      2
                """);
    }

    @Test
    void study_leave_ends_neither_severe_absence_nor_teaching_elsewhere() {
        warehouse.asOf("2025-06-13T12:00:00Z");
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        SUM,  SUM1,      TERM,     2025-04-22, 2025-05-23
                899,     202425,        SUM,  SUM2,      TERM,     2025-06-02, 2025-07-18
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, birth_year_month, reference_date
                202324,        SUM,         8994001, true,    1,         C,            2009-01,          2024-05-16
                202324,        SUM,         8991101, true,    2,         C,            2007-01,          2024-05-16
                202324,        SUM,         8991101, true,    3,         C,            2010-01,          2024-05-16
                202324,        SUM,         8994001, true,    4,         C,            2012-01,          2024-05-16
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date
                P1,           9,         8994002,      PRU,            2024-09-05, 2024-10-04
                """);
        warehouse.givenSelect("staged.attendance_mark", """
                select pupil.pupil_key, pupil.laestab, pupil.monday + slot.n // 2 as attendance_date,
                    case slot.n % 2 when 0 then 'AM' else 'PM' end as session, pupil.code as attendance_code
                from (values
                    (1, 8994001, date '2025-05-12', 'O'), (1, 8994001, date '2025-05-19', 'O'), (1, 8994001, date '2025-06-09', '/'),
                    (2, 8991101, date '2025-06-09', 'K'), (4, 8994001, date '2025-06-09', '/'),
                    (3, 8991101, date '2025-05-12', 'O'), (3, 8991101, date '2025-05-19', 'O'), (3, 8991101, date '2025-06-09', 'O'))
                    as pupil (pupil_key, laestab, monday, code)
                cross join (select cast(unnest(range(10)) as integer) as n) as slot
                """);

        warehouse.build(MART);

        warehouse.expect(NOW + "cohort in ('SEVERE_ABSENCE', 'IN_AP')", """
                cohort,         pupils
                SEVERE_ABSENCE, 1
                IN_AP,          1
                """);
    }
}
