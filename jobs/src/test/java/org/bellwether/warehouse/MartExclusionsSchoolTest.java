package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Suspensions and permanent exclusions of each school, its place among the schools of its phase, and how it gave notice. */
class MartExclusionsSchoolTest {

    private static final String MART = "mart.mart_exclusions_school";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void who_moves_in_mid_year_is_suspended_at_each_school_once_and_again_only_where_it_was_again() {
        schools(2);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status
                202425,        SPR,         8994001, true,    1,         C
                202425,        SPR,         8994002, true,    2,         C
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2025-02-04, 2
                N2,        1,         8994001, SUSP,     2025-05-06, 3
                N3,        1,         8994002, SUSP,     2025-06-04, 1
                N4,        1,         8994002, PERM,     2025-06-18,
                N5,        2,         8994002, LNCH,     2025-06-18, 1
                """);

        warehouse.build(MART);

        warehouse.expect(MART, """
                laestab, time_identifier, headcount, suspension, suspension_status, one_plus_susp, repeat_suspended_pupils, perm_excl, sessions_lost, days_lost_exact, susp_rate
                8994001, Academic year,   1,         2,          ok,                1,             1,                       0,         5,             2.5,             200
                8994001, Autumn term,     1,         0,          ok,                0,             0,                       0,         0,             0.0,             0
                8994001, Spring term,     1,         1,          ok,                1,             0,                       0,         2,             1.0,             100
                8994001, Summer term,     1,         1,          ok,                1,             0,                       0,         3,             1.5,             100
                8994002, Academic year,   1,         1,          ok,                1,             0,                       1,         1,             0.5,             100
                8994002, Autumn term,     1,         0,          ok,                0,             0,                       0,         0,             0.0,             0
                8994002, Spring term,     1,         ,           x,                 ,              ,                        ,          ,              ,
                8994002, Summer term,     1,         1,          ok,                1,             0,                       1,         1,             0.5,             100
                """);
    }

    @Test
    void a_school_of_whom_nobody_told_is_unknown_and_one_that_told_of_none_has_none() {
        schools(2);
        warehouse.given("staged.census_return", """
                laestab, academic_year, census_term
                8994001, 202425,        SPR
                8994001, 202425,        SUM
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status
                202425,        SPR,         8994001, true,    1,         C
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where time_identifier = 'Autumn term'", """
                laestab, headcount, headcount_status, suspension, suspension_status, susp_rate, susp_rate_status, denominator_status, preferred_source
                8994001, 1,         ok,               0,          ok,                0,         ok,               final,              census
                8994002, ,          x,                ,           x,                 ,          x,                none,               notices
                """);
    }

    @Test
    void schools_are_placed_among_their_phase_from_four_on_with_the_spread_of_the_middle_half() {
        schools(5);
        rolls(5);
        warehouse.givenSelect("staged.exclusion_notice", """
                select 'N' || laestab || '-' || n as notice_id, 1 as pupil_key, laestab, 'SUSP' as category,
                    date '2025-02-04' + cast(n as integer) as start_date, 1 as sessions, 1 as submission_key
                from (values (8994001, 1), (8994002, 2), (8994003, 2), (8994004, 4), (8994005, 7)) as told (laestab, suspensions)
                cross join range(7) as numbers (n)
                where n < suspensions""");

        warehouse.build(MART);

        warehouse.expect(MART + " where time_identifier = 'Academic year'", """
                laestab, susp_rate, rank_in_la, rank_in_la_status, school_rate_iqr, school_rate_iqr_status
                8994001, 10,        1,          ok,                20.0,            ok
                8994002, 20,        2,          ok,                20.0,            ok
                8994003, 20,        2,          ok,                20.0,            ok
                8994004, 40,        4,          ok,                20.0,            ok
                8994005, 70,        5,          ok,                20.0,            ok
                """);
        warehouse.expect(MART + " where time_identifier = 'Summer term' and laestab = 8994001", """
                rank_in_la, rank_in_la_status, school_rate_iqr, school_rate_iqr_status
                ,           x,                 ,                z
                """);
    }

    @Test
    void quartiles_fall_between_schools_and_three_schools_have_no_places() {
        schools(4);
        rolls(4);
        warehouse.givenSelect("staged.exclusion_notice", """
                select 'N' || laestab || '-' || n as notice_id, 1 as pupil_key, laestab, 'SUSP' as category,
                    date '2025-02-04' + cast(n as integer) as start_date, 1 as sessions, 1 as submission_key
                from (values (8994001, 1), (8994002, 2), (8994003, 3)) as told (laestab, suspensions)
                cross join range(3) as numbers (n)
                where n < suspensions""");
        warehouse.given("staged.census_return", """
                laestab, academic_year, census_term
                8994004, 202425,        SUM
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where time_identifier in ('Academic year', 'Summer term')", """
                laestab, time_identifier, susp_rate, rank_in_la, rank_in_la_status, school_rate_iqr
                8994001, Academic year,   10,        2,          ok,                15.0
                8994002, Academic year,   20,        3,          ok,                15.0
                8994003, Academic year,   30,        4,          ok,                15.0
                8994004, Academic year,   0,         1,          ok,                15.0
                8994001, Summer term,     ,          ,           x,
                8994002, Summer term,     ,          ,           x,
                8994003, Summer term,     ,          ,           x,
                8994004, Summer term,     ,          ,           x,
                """);
    }

    @Test
    void notices_are_late_from_the_second_school_day_on_and_reviews_are_asked_of_plans_alone() {
        schools(1);
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        SPR,  SPR1,      TERM,     2025-01-06, 2025-02-14
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, notice_date, sessions, sen_provision_at_start, guiding_principles_used, ehcp_interim_review_held
                N1,        1,         8994001, SUSP,     2025-01-10, 2025-01-13,  2,        E,                      true,                    Y
                N2,        2,         8994001, SUSP,     2025-01-10, 2025-01-14,  2,        E,                      false,                   N
                N3,        3,         8994001, SUSP,     2025-01-15, 2025-01-15,  2,        K,                      ,                        N
                N4,        4,         8994001, SUSP,     2025-01-15, ,            2,        E,                      true,                    NA
                N5,        5,         8994001, PERM,     2025-05-06, 2025-06-30,  ,         N,                      true,
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where time_identifier <> 'Autumn term'", """
                time_identifier, suspension, late_notification_pct, late_notification_pct_status, guiding_principles_used_pct, ehcp_interim_review_pct, ehcp_interim_review_pct_status
                Academic year,   4,          33.33333,              ok,                           75,                          50,                      ok
                Spring term,     4,          33.33333,              ok,                           66.66667,                    50,                      ok
                Summer term,     0,          ,                      z,                            100,                         ,                        z
                """);
    }

    @Test
    void ninety_nine_suspensions_in_one_autumn_and_twenty_nine_in_the_next_are_seventy_per_cent_less() {
        warehouse.asOf("2026-02-28T12:00:00Z");
        schools(1);
        warehouse.givenSelect("staged.exclusion_notice", """
                select 'N' || year || '-' || n as notice_id, n as pupil_key, 8994001 as laestab, 'SUSP' as category,
                    make_date(cast(year as integer), 10, 1) as start_date, 1 as sessions, 1 as submission_key
                from (values (2024, 99), (2025, 29)) as told (year, suspensions)
                cross join range(99) as numbers (n)
                where n < suspensions""");

        warehouse.build(MART);

        warehouse.expect(MART + " where time_identifier <> 'Spring term' and time_identifier <> 'Summer term'", """
                time_period, time_identifier, suspension, yoy_change_pct, yoy_change_pct_status
                202425,      Academic year,   99,         ,               x
                202425,      Autumn term,     99,         ,               x
                202526,      Academic year,   29,         ,               x
                202526,      Autumn term,     29,         -70.70707,      ok
                """);
    }

    private static void schools(int schools) {
        warehouse.givenSelect("staged.establishment_history", """
                select 990000 + n as urn, 8994000 + n as laestab, 899 as la_code, 'School ' || n as school_name, 'Community school' as establishment_type,
                    'Secondary' as phase_of_education, date '2010-09-01' as open_date, date '2023-09-01' as snapshot_date, 1 as submission_key
                from range(1, %d) as schools (n)""".formatted(schools + 1));
    }

    /** Ten pupils a school in the January of 2025. */
    private static void rolls(int schools) {
        warehouse.givenSelect("staged.census_pupil", """
                select 202425 as academic_year, 'SPR' as census_term, 8994000 + school as laestab, true as on_roll, 10 * school + n as pupil_key,
                    'C' as enrol_status, 1 as submission_key
                from range(1, %d) as schools (school)
                cross join range(10) as pupils (n)""".formatted(schools + 1));
    }
}
