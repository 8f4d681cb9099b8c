package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is out of school, not in full-time education, or vulnerable, of one day a week. */
class MartVulnerableCohortsTest {

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
    void a_pupil_counts_once_in_a_cohort_and_once_in_all_on_the_day_of_the_week() {
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type,      from_laestab, to_laestab, movement_date, end_date
                M1,          1,         CME_START,          8994001,      ,           2024-09-02,
                M2,          1,         CME_START,          8994001,      ,           2024-09-05,
                M3,          2,         CME_START,          8994002,      ,           2024-09-02,    2024-09-12
                M4,          3,         NEW_AWAITING_PLACE, ,             8994002,    2024-09-09,
                M5,          4,         EHE_START,          8224001,      ,           2024-09-13,
                M6,          5,         EHE_START,          8994001,      ,           2024-08-01,
                """);
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, end_date,   sessions_offered_per_week
                T1,           1,         8994001, 2024-09-02, 2024-09-12, 4
                T2,           6,         8994001, 2024-09-02, ,           10
                T3,           7,         8994001, 2024-09-02, 2024-09-11, 5
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date, sessions_per_week
                P1,           8,         8994002,      PRU,            2024-09-02, ,         5
                P2,           8,         8994002,      PRU,            2024-09-09, ,         5
                P3,           9,         8994002,      REACH,          2024-09-02, ,         5
                """);

        warehouse.build(MART);

        warehouse.expect(NOW + "cohort not in ('SEVERE_ABSENCE', 'EBSNA', 'LAC', 'SEMH', 'AT_RISK')", """
                week_commencing, as_at_date, cohort,             pupils, is_known, change, pupils_in_2plus_cohorts, not_full_time_count, median_days, longest_days, known_cohorts
                2024-09-09,      2024-09-12, Total,              4,      true,            -1,     1,                       2,                   ,            ,             5
                2024-09-09,      2024-09-12, CME,                1,      true,            -1,     1,                       1,                   10,          10,
                2024-09-09,      2024-09-12, NEW_AWAITING_PLACE, 1,      true,            1,      0,                       1,                   3,           3,
                2024-09-09,      2024-09-12, EHE,                1,      true,            0,      0,                       0,                   42,          42,
                2024-09-09,      2024-09-12, IN_AP,              1,      true,            0,      0,                       0,                   10,          10,
                2024-09-09,      2024-09-12, PTT,                1,      true,            -1,     1,                       1,                   10,          10,
                2024-09-09,      2024-09-12, EXCLUDED,           ,       false,             ,       ,                        ,                    ,            ,
                2024-09-09,      2024-09-12, FREQUENT_MOVER,     ,       false,             ,       ,                        ,                    ,            ,
                """);
        warehouse.expect(MART + " where geographic_level = 'Neighbourhood' and is_current and cohort in ('Total', 'CME')", """
                neighbourhood, cohort, pupils
                NORTH,         Total,  2
                NORTH,         CME,    1
                SOUTH,         Total,  2
                SOUTH,         CME,    0
                Unknown,       Total,  0
                Unknown,       CME,    0
                """);
    }

    @Test
    void who_is_excluded_is_so_until_back_at_a_mainstream_or_special_school_gone_or_too_old() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, birth_year_month, entry_date, reference_date
                202324,        SUM,         8994001, true,    1,         C,            2010-01,          2021-09-06, 2024-05-16
                202324,        SUM,         8994001, true,    6,         C,            2008-08,          2019-09-02, 2024-05-16
                202324,        SUM,         8994001, true,    7,         C,            2008-09,          2020-09-02, 2024-05-16
                202425,        AUT,         8994002, true,    2,         C,            2010-01,          2024-09-11, 2024-10-03
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, outcome
                N1,        1,         8994001, PERM,     2024-06-03, UPHELD
                N2,        2,         8994001, PERM,     2024-06-03, UPHELD
                N3,        3,         8994001, PERM,     2024-06-03, UPHELD
                N4,        4,         8994001, PERM,     2024-06-03, UPHELD
                N5,        5,         8994001, PERM,     2024-06-03, REINSTATED
                N6,        6,         8994001, PERM,     2024-06-03, UPHELD
                N7,        7,         8994001, PERM,     2024-06-03, UPHELD
                N8,        8,         8994001, PERM,     2024-06-03, UPHELD
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, to_laestab, movement_date, outcome
                M1,          1,         PEX_MOVE,      8991101,    2024-06-10,
                M3,          3,         REINTEGRATION, 8994002,    2024-09-03,    UNSUCCESSFUL
                M4,          4,         OUT_OF_AREA,   ,           2024-06-10,
                M8,          8,         REINTEGRATION, 8994002,    2024-09-03,    SUCCESSFUL
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, sessions_per_week
                P1,           1,         8994001,      PRU,            2024-06-10, 10
                P2,           7,         8994001,      PRU,            2024-06-10, 5
                """);

        warehouse.build(MART);

        warehouse.expect(LA + "cohort = 'EXCLUDED' and week_commencing >= date '2024-09-02'", """
                week_commencing, pupils, change, not_full_time_count, pupils_in_2plus_cohorts, returned, days_to_return
                2024-09-02,      4,      -1,     3,                   2,                       1,        92
                2024-09-09,      3,      -1,     2,                   2,                       2,        92
                """);
    }

    @Test
    void who_moves_regularly_was_at_three_schools_in_two_years_and_entered_two_of_them_in_year() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, birth_year_month, entry_date, reference_date
                202324,        AUT,         8994001, true,    1,         C,            2010-01,          2021-09-06, 2023-10-05
                202324,        SPR,         8994002, true,    1,         C,            2010-01,          2023-11-06, 2024-01-18
                202324,        SUM,         8224001, true,    1,         C,            2010-01,          2024-02-05, 2024-05-16
                202223,        SUM,         8994001, true,    2,         C,            2012-01,          2017-09-04, 2023-05-18
                202324,        AUT,         8994002, true,    2,         C,            2012-01,          2023-09-04, 2023-10-05
                202324,        SUM,         8224001, true,    2,         C,            2012-01,          2024-02-05, 2024-05-16
                202324,        AUT,         8994001, true,    3,         C,            2010-01,          2021-09-06, 2023-10-05
                202324,        SPR,         8994002, true,    3,         S,            2010-01,          2023-11-06, 2024-01-18
                202324,        SUM,         8224001, true,    3,         C,            2010-01,          2024-02-05, 2024-05-16
                202425,        AUT,         8994001, true,    4,         C,            2010-01,          2024-09-12, 2024-10-03
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, birth_year_month, entry_date, leaving_date, reference_date
                202324,        AUT,         8994001, true,    5,         C,            2010-01,          2021-09-06, ,             2023-10-05
                202324,        SPR,         8994002, true,    5,         C,            2010-01,          2023-11-06, ,             2024-01-18
                202324,        SUM,         8224001, false,   5,         C,            2010-01,          2024-02-05, 2024-04-26,   2024-05-16
                """);

        warehouse.build(MART);

        warehouse.expect(LA + "cohort = 'FREQUENT_MOVER' and pupils > 0 and week_commencing >= date '2024-09-02'", """
                week_commencing, pupils
                2024-09-02,      1
                2024-09-09,      1
                """);
        warehouse.expect(LA + "cohort = 'FREQUENT_MOVER' and pupils is null", "pupils\n");
        warehouse.expect(MART + " where is_current and cohort = 'FREQUENT_MOVER' and pupils > 0 and geographic_level = 'Neighbourhood'", """
                neighbourhood
                Unknown
                """);
    }

    @Test
    void a_source_speaks_of_no_day_before_its_first_and_of_none_long_after_it_last_came() {
        warehouse.given("core.fact_return_delivery", """
                return_delivery_key, return_name,         received_on, state,     is_accepted
                1,                   pupil_movement,      2024-07-05,  accepted,  true
                2,                   pupil_movement,      2024-09-02,  rejected,  false
                3,                   part_time_timetable, 2024-05-01,  accepted,  true
                4,                   part_time_timetable, 2024-07-15,  duplicate, true
                5,                   lac_register,        2024-05-01,  accepted,  true
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date
                M1,          1,         EHE_START,     8994001,      2024-02-05
                """);
        warehouse.given("staged.part_time_timetable", """
                timetable_id, pupil_key, laestab, start_date, sessions_offered_per_week
                T1,           2,         8994001, 2024-09-10, 4
                """);
        warehouse.given("staged.looked_after_spell", """
                pupil_key, lac_from,   lac_to
                1,         2019-01-01,
                3,         2019-01-01, 2024-09-11
                """);
        warehouse.given("staged.ebsna_episode", """
                episode_id, pupil_key, laestab, referral_date, support_start_date, support_end_date, outcome
                E1,         4,         8994001, 2024-09-04,    2024-09-11,         ,
                E2,         5,         8994001, 2024-09-02,    2024-09-03,         2024-09-11,       RETURNED
                E3,         6,         8994001, 2024-09-03,    ,                   ,                 NOT_ACCEPTED
                """);

        warehouse.build(MART);

        warehouse.expect(LA + "week_commencing >= date '2024-09-02' and cohort in ('EHE', 'PTT', 'LAC', 'EBSNA', 'Total')", """
                week_commencing, cohort, pupils, is_known, change, known_cohorts
                2024-09-02,      EHE,    1,      true,            0,
                2024-09-02,      PTT,    ,       false,             ,
                2024-09-02,      LAC,    2,      true,            0,
                2024-09-02,      EBSNA,  2,      true,            ,
                2024-09-02,      Total,  4,      true,            ,       5
                2024-09-09,      EHE,    ,       false,             ,
                2024-09-09,      PTT,    1,      true,            ,
                2024-09-09,      LAC,    1,      true,            -1,
                2024-09-09,      EBSNA,  1,      true,            -1,
                2024-09-09,      Total,  3,      true,            ,       3
                """);
        warehouse.expect(LA + "week_commencing < date '2024-02-05'", "pupils\n");
    }

    @Test
    void where_term_dates_are_not_told_each_Thursday_is_a_day_and_half_term_has_none_where_they_are() {
        warehouse.asOf("2024-11-08T12:00:00Z");
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        AUT,  AUT2,      TERM,     2024-11-05, 2024-12-20
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date
                M1,          1,         CME_START,     8994001,      2024-07-22
                M2,          1,         EHE_START,     8994001,      2024-11-07
                """);

        warehouse.build(MART);

        warehouse.expect(LA + "cohort in ('CME', 'EHE') and (week_commencing < date '2024-09-02' or week_commencing > date '2024-10-10')", """
                time_period, week_commencing, as_at_date, cohort, pupils, change, returned, days_to_return
                202324,      2024-07-22,      2024-07-25, CME,    1,      ,       0,
                202324,      2024-07-22,      2024-07-25, EHE,    0,      ,       0,
                202425,      2024-10-14,      2024-10-17, CME,    1,      0,      0,
                202425,      2024-10-14,      2024-10-17, EHE,    0,      0,      0,
                202425,      2024-10-21,      2024-10-24, CME,    1,      0,      0,
                202425,      2024-10-21,      2024-10-24, EHE,    0,      0,      0,
                202425,      2024-11-04,      2024-11-07, CME,    0,      -1,     0,
                202425,      2024-11-04,      2024-11-07, EHE,    1,      1,      0,
                """);
    }

    @Test
    void semh_is_of_who_has_support_for_it_on_the_roll_of_the_last_census() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, sen_provision, birth_year_month, leaving_date, reference_date
                202324,        SPR,         8994001, true,    1,         C,            K,             2010-01,          ,             2024-01-18
                202324,        SUM,         8994001, true,    1,         C,            K,             2010-01,          ,             2024-05-16
                202324,        SPR,         8994001, true,    2,         C,            E,             2010-01,          ,             2024-01-18
                202324,        SUM,         8994001, false,   2,         C,            E,             2010-01,          2024-03-01,   2024-05-16
                202324,        SPR,         8994001, true,    3,         C,            N,             2010-01,          ,             2024-01-18
                202324,        SUM,         8994001, true,    3,         C,            N,             2010-01,          ,             2024-05-16
                202324,        SUM,         8991101, true,    4,         M,            K,             2010-01,          ,             2024-05-16
                """);
        warehouse.given("staged.census_sen_need", """
                academic_year, census_term, laestab, pupil_key, sen_type_rank, sen_type
                202324,        SPR,         8994001, 1,         1,             SEMH
                202324,        SPR,         8994001, 2,         1,             SEMH
                202324,        SPR,         8994001, 3,         1,             SEMH
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date
                P1,           5,         8994002,      PRU,            2024-09-02, 2024-09-03
                """);

        warehouse.build(MART);

        warehouse.expect(NOW + "cohort in ('SEMH', 'IN_AP')", """
                cohort, pupils, preferred_source
                SEMH,   1,      census
                IN_AP,  1,      placement_register
                """);
    }
}
