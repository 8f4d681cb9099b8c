package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rates, breakdowns and periods of suspensions and permanent exclusions, against published figures. */
class MartExclusionsLaTest {

    private static final String MART = "mart.mart_exclusions_la";
    private static final String TOTAL = MART + " where phase_type_grouping = 'Total' and breakdown_topic = 'Total'";
    private static final String YEAR = TOTAL + " and time_identifier = 'Academic year'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void published_rates_of_two_authorities_come_out_of_their_counts() {
        pupils(202324, 40671, 1);
        permanentExclusions(202324, 41, 1);
        suspensions(202324, 2469, 1, 4);
        pupils(202223, 31625, 2);
        permanentExclusions(202223, 70, 2);
        suspensions(202223, 2637, 2, 4);

        warehouse.build(MART);

        warehouse.expect(YEAR, """
                time_period, headcount, perm_excl, perm_excl_rate, suspension, susp_rate, denominator_status
                202324,      40671,     41,        0.10081,        2469,       6.07066,   final
                202223,      31625,     70,        0.22134,        2637,       8.33834,   final
                """);
    }

    @Test
    void a_rate_has_five_places_and_none_without_pupils() {
        pupils(202324, 27842, 1);
        permanentExclusions(202324, 57, 1);
        permanentExclusions(202223, 29, 2);

        warehouse.build(MART);

        warehouse.expect("select *, round(perm_excl_rate, 2) as shown from " + YEAR, """
                time_period, headcount, perm_excl, perm_excl_rate, shown, perm_excl_rate_status, denominator_status
                202324,      27842,     57,        0.20473,        0.20,  ok,                    final
                202223,      0,         29,        ,               ,      z,                     none
                """);
    }

    @Test
    void sessions_are_half_days() {
        pupils(202324, 20000, 1);
        suspensions(202324, 1002, 1, 4);
        suspensions(202324, 118, 2, 3);

        warehouse.build(MART);

        warehouse.expect(YEAR, """
                suspension, sessions_lost, days_lost_exact, mean_duration_days, days_lost_per_100_pupils
                1120,       4362,          2181.0,          1.94732,            10.905
                """);
    }

    @Test
    void a_pupil_suspended_at_two_schools_is_two_enrolments_and_one_pupil() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2025-02-04, 2
                N2,        1,         8994001, SUSP,     2025-02-18, 2
                N3,        1,         8994002, SUSP,     2025-05-06, 2
                N4,        2,         8994002, SUSP,     2025-05-06, 2
                N5,        2,         8994002, LNCH,     2025-05-13, 1
                N6,        3,         8224001, SUSP,     2025-05-13, 1
                """);

        warehouse.build(MART);

        warehouse.expect(TOTAL, """
                time_period, time_identifier, suspension, one_plus_susp, pupils_suspended_distinct, repeat_suspended_pupils, sessions_lost
                202425,      Academic year,   4,          3,             2,                         1,                       8
                202425,      Spring term,     2,          1,             1,                         1,                       4
                202425,      Summer term,     2,          2,             2,                         0,                       4
                """);
    }

    @Test
    void an_exclusion_and_its_headcount_meet_in_every_cell() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, phase_of_education, snapshot_date
                990001, 8992001, 899,     Primary,            2024-09-01
                990002, 8994001, 899,     Secondary,          2024-09-01
                990003, 8991001, 899,     Nursery,            2024-09-01
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, sex, sen_provision, reference_date, language
                202425,        SPR,         8992001, true,    1,         C,            F,   N,             2025-01-16,     ENG
                202425,        SPR,         8994001, true,    2,         M,            M,   K,             2025-01-16,     ENG
                202425,        SPR,         8994001, true,    3,         C,            M,   N,             2025-01-16,     ENG
                202425,        SPR,         8994001, true,    4,         S,            M,   N,             2025-01-16,     ENG
                202425,        SPR,         8994001, true,    5,         ,             M,   N,             2025-01-16,     ENG
                202425,        SPR,         8991001, true,    6,         C,            M,   N,             2025-01-16,     ENG
                202425,        SPR,         8994001, false,   7,         ,             M,   N,             2025-01-16,     ENG
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, sen_provision_at_start
                N1,        2,         8994001, SUSP,     2025-02-04, 2,        E
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where time_identifier = 'Academic year' and breakdown_topic in ('Total', 'Sex', 'SEN provision')", """
                phase_type_grouping,    breakdown_topic, breakdown,                             headcount, headcount_unknown, suspension, susp_rate
                Total,                  Total,           Total,                                 3,         1,                 1,          33.33333
                Total,                  Sex,             Female,                                1,         0,                 0,          0
                Total,                  Sex,             Male,                                  2,         1,                 1,          50
                Total,                  SEN provision,   No SEN provision,                      2,         1,                 0,          0
                Total,                  SEN provision,   SEN support / SEN without an EHC plan, 1,         0,                 0,          0
                Total,                  SEN provision,   "Education, health and care plan",     0,         0,                 1,
                State-funded primary,   Total,           Total,                                 1,         0,                 0,          0
                State-funded primary,   Sex,             Female,                                1,         0,                 0,          0
                State-funded primary,   SEN provision,   No SEN provision,                      1,         0,                 0,          0
                State-funded secondary, Total,           Total,                                 2,         1,                 1,          50
                State-funded secondary, Sex,             Male,                                  2,         1,                 1,          50
                State-funded secondary, SEN provision,   No SEN provision,                      1,         1,                 0,          0
                State-funded secondary, SEN provision,   SEN support / SEN without an EHC plan, 1,         0,                 0,          0
                State-funded secondary, SEN provision,   "Education, health and care plan",     0,         0,                 1,
                """);
    }

    @Test
    void a_year_is_final_once_the_last_census_of_each_term_is_in_and_lunchtime_never_counts() {
        warehouse.given("staged.census_return", """
                laestab, academic_year, census_term
                8994001, 202425,        SPR
                8994001, 202425,        SUM
                8994001, 202526,        AUT
                8994001, 202526,        SPR
                """);
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll
                1,         8994001, SUSP,     2024-11-05, 2,        202425,        SUM,         true
                1,         8994001, LNCH,     2024-11-06, 1,        202425,        SUM,         true
                """);

        warehouse.build(MART);

        warehouse.expect(TOTAL, """
                time_period, time_identifier, preferred_source, data_status, suspension, sessions_lost
                202425,      Academic year,   census,           final,       1,          2
                202425,      Autumn term,     census,           final,       1,          2
                """);
    }

    @Test
    void the_change_on_the_year_before_waits_for_the_year_to_end() {
        warehouse.asOf("2026-02-28T12:00:00Z");
        suspensions(202324, 99, 1, 4);
        suspensions(202425, 29, 2, 4);
        suspensions(202526, 5, 3, 4);

        warehouse.build(MART);

        warehouse.expect(YEAR, """
                time_period, suspension, yoy_change_pct, yoy_change_pct_status
                202324,      99,         ,               x
                202425,      29,         -70.70707,      ok
                202526,      5,          ,               x
                """);
    }

    @Test
    void a_term_of_which_nobody_told_anything_is_unknown_and_not_nought() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status
                202425,        SPR,         8992001, true,    1,         C
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        2,         8224001, SUSP,     2025-02-04, 2
                N2,        1,         8992001, LNCH,     2025-06-04, 2
                """);

        warehouse.build(MART);

        warehouse.expect(TOTAL, """
                time_period, time_identifier, headcount, suspension, suspension_status, susp_rate, susp_rate_status, perm_excl_status, days_lost_exact_status, day6_met_pct_status
                202425,      Academic year,   1,         0,          ok,                0,         ok,               ok,               ok,                     z
                202425,      Autumn term,     1,         0,          ok,                0,         ok,               ok,               ok,                     z
                202425,      Spring term,     1,         ,           x,                 ,          x,                x,                x,                      x
                202425,      Summer term,     1,         0,          ok,                0,         ok,               ok,               ok,                     z
                """);
    }

    @Test
    void rows_rejected_are_those_of_the_january_returns() {
        warehouse.given("staged.submission", """
                submission_key, submission_id, return_name,   state,    arrival, row_count, accepted_count, rejected_count
                1,              s1,            school_census, accepted, 1,       200,       199,            1
                2,              s2,            school_census, accepted, 2,       999,       0,              999
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, submission_key
                202425,        SPR,         8992001, true,    1,         C,            1
                202425,        AUT,         8992001, true,    1,         C,            2
                """);

        warehouse.build(MART);

        warehouse.expect(YEAR, """
                time_period, headcount, rows_rejected_pct
                202425,      1,         0.5
                """);
    }

    @Test
    void every_part_points_at_the_fact_that_it_comes_from() {
        pupils(202324, 3, 1);
        suspensions(202324, 2, 1, 4);

        warehouse.build(MART);

        warehouse.expect("select count(*) as parts, count(exclusion_key) + count(pupil_census_key) as facts"
                + " from (select * from part.exclusion union all select * from part.roll) as part"
                + " left join core.fact_exclusion on fact = 'core.fact_exclusion' and fact_key = exclusion_key"
                + " left join core.fact_pupil_census on fact = 'core.fact_pupil_census' and fact_key = pupil_census_key"
                + " where geographic_level = 'Local authority' and time_identifier = 'Academic year' and phase_type_grouping = 'Total'"
                + " and breakdown_topic = 'Total'", """
                parts, facts
                11,    11
                """);
    }

    /** January census of one school of the authority, in a year. */
    private static void pupils(int year, int pupils, int school) {
        warehouse.givenSelect("core.fact_pupil_census", """
                select 1000000 * %3$d + n as pupil_census_key, 1000000 * %3$d + n as pupil_key, -1 as pupil_term_key, -1 as school_key,
                    8994000 + %3$d as laestab, %1$d as time_period, 'SPR' as term, true as is_on_roll, true as is_in_headcount,
                    false as is_in_headcount_unknown, 1 as submission_key
                from range(%2$d) as pupils (n)""".formatted(year, pupils, school));
    }

    /** Counted suspensions of as many pupils of one school, in the autumn of a year. */
    private static void suspensions(int year, int suspensions, int school, int sessions) {
        exclusions(year, "SUSP", suspensions, school, Integer.toString(sessions));
    }

    private static void permanentExclusions(int year, int exclusions, int school) {
        exclusions(year, "PERM", exclusions, school, "null");
    }

    private static void exclusions(int year, String category, int exclusions, int school, String sessions) {
        warehouse.givenSelect("core.bridge_exclusion_source", "select %d as laestab, %d as time_period, 'AUT' as term, 'notices' as source,"
                .formatted(8994000 + school, year) + " 'provisional' as data_status");
        warehouse.givenSelect("core.fact_exclusion", """
                select stable_key('%2$s', %4$d, n) as exclusion_key, n as pupil_key, -1 as pupil_term_key, -1 as school_key,
                    8994000 + %4$d as laestab, %1$d as time_period, 'AUT' as term, make_date(%1$d // 100, 10, 1) as start_date,
                    '%2$s' as category, %5$s as sessions_lost, 'notices' as source, true as is_standing, true as is_counted,
                    false as is_day6_required
                from range(%3$d) as exclusions (n)""".formatted(year, category, exclusions, school, sessions));
    }
}
