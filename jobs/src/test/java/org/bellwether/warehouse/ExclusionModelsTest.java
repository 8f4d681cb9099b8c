package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which exclusion counts, and with what. */
class ExclusionModelsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void an_exclusion_returned_by_two_censuses_counts_once() {
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll
                7,         8999001, SUSP,     2025-02-04, 4,        202425,        SUM,         true
                7,         8999001, SUSP,     2025-02-04, 4,        202526,        AUT,         true
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("core.fact_exclusion", """
                pupil_key, category, sessions_lost, source_set, is_counted, not_counted_reason
                7,         SUSP,     4,             202425-SUM, false,      REPEATED_IN_LATER_CENSUS
                7,         SUSP,     4,             202526-AUT, true,
                """);
    }

    @Test
    void the_same_exclusion_in_a_notice_and_two_censuses_counts_once_also_when_it_changed() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, outcome
                N1,        7,         8999001, SUSP,     2025-02-04, 4,        UPHELD
                N2,        8,         8999001, SUSP,     2025-02-10, 2,        UPHELD
                """);
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll
                7,         8999001, SUSP,     2025-02-04, 4,        202425,        SUM,         true
                8,         8999001, SUSP,     2025-02-10, 2,        202425,        SUM,         true
                7,         8999001, PERM,     2025-02-04, ,         202526,        AUT,         false
                8,         8999001, SUSP,     2025-03-12, 2,        202526,        AUT,         true
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("core.fact_exclusion where is_counted", """
                pupil_key, category, start_date, source_set, sessions_lost
                7,         PERM,     2025-02-04, 202526-AUT,
                8,         SUSP,     2025-03-12, 202526-AUT, 2
                """);
        warehouse.expect("core.fact_exclusion where not is_counted", """
                pupil_key, source_set, is_standing, not_counted_reason
                7,         notices,    true,        NOT_SOURCE_OF_RECORD
                8,         notices,    true,        NOT_SOURCE_OF_RECORD
                7,         202425-SUM, false,       REPEATED_IN_LATER_CENSUS
                8,         202425-SUM, false,       WITHDRAWN_IN_LATER_CENSUS
                """);
    }

    @Test
    void a_permanent_exclusion_that_the_later_census_leaves_out_counts_no_more() {
        warehouse.given("staged.census_return", """
                laestab, academic_year, census_term
                8994001, 202425,        SPR
                8994001, 202425,        SUM
                8994002, 202425,        SPR
                """);
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, academic_year, census_term, on_roll
                1,         8994001, PERM,     2024-11-05, 202425,        SPR,         false
                2,         8994002, PERM,     2024-11-05, 202425,        SPR,         false
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("core.fact_exclusion", """
                pupil_key, is_counted, not_counted_reason,        data_status
                1,         false,      WITHDRAWN_IN_LATER_CENSUS, final
                2,         true,       ,                          provisional
                """);
    }

    @Test
    void notices_count_until_the_census_of_the_summer_term_is_in_for_that_school() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2025-02-04, 4
                N2,        2,         8994002, SUSP,     2025-02-04, 4
                """);
        warehouse.given("staged.census_return", """
                laestab, academic_year, census_term
                8994001, 202425,        SUM
                8994002, 202425,        SUM
                8994002, 202526,        AUT
                """);
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll
                1,         8994001, SUSP,     2025-02-04, 5,        202425,        SUM,         true
                2,         8994002, SUSP,     2025-02-04, 5,        202526,        AUT,         true
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("core.fact_exclusion where is_counted", """
                pupil_key, source,  sessions_lost
                1,         notices, 4
                2,         census,  5
                """);
        warehouse.expect("core.bridge_exclusion_source where term = 'SPR' and time_period = 202425", """
                laestab, source,  source_set, last_census, collected_by, data_status
                8994001, notices, notices,    202425-SUM,  1,            provisional
                8994002, census,  202526-AUT, 202526-AUT,  2,            final
                """);
    }

    @Test
    void a_term_that_no_accepted_census_collected_is_counted_from_notices() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2024-10-08, 4
                N2,        1,         8994001, SUSP,     2025-06-10, 4
                """);
        warehouse.given("staged.census_return", """
                laestab, academic_year, census_term
                8994001, 202526,        SPR
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("core.fact_exclusion where is_counted", """
                notice_id
                N1
                """);
    }

    @Test
    void an_overturned_notice_does_not_count_and_a_pending_one_does() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, outcome
                N1,        1,         8994001, PERM,     2025-02-04, REINSTATED
                N2,        2,         8994001, PERM,     2025-02-04, PENDING
                N3,        3,         8994001, PERM,     2025-02-04,
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("core.fact_exclusion", """
                notice_id, outcome,    is_counted, not_counted_reason
                N1,        REINSTATED, false,      OVERTURNED
                N2,        PENDING,    true,
                N3,        PENDING,    true,
                """);
    }

    @Test
    void two_notices_of_one_exclusion_and_two_upns_of_one_pupil_count_once() {
        warehouse.given("core.bridge_pupil_identity", """
                alias_pupil_key, pupil_key, is_conflicting
                5,               5,         false
                6,               5,         false
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, received_at
                N1,        5,         8994001, SUSP,     2025-02-04, 2,        2025-02-05
                N2,        6,         8994001, SUSP,     2025-02-04, 4,        2025-02-06
                N3,        5,         8994001, LNCH,     2025-02-04, 1,        2025-02-06
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("core.fact_exclusion", """
                notice_id, pupil_key, category, sessions_lost, is_counted, not_counted_reason
                N1,        5,         SUSP,     2,             false,      DUPLICATE
                N2,        5,         SUSP,     4,             true,
                N3,        5,         LNCH,     ,              true,
                """);
    }

    @Test
    void days_are_half_of_sessions_and_bands_count_a_part_of_a_day_as_one() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2025-02-04, 1
                N2,        1,         8994002, SUSP,     2025-02-11, 2
                N3,        1,         8994001, SUSP,     2025-03-04, 5
                N4,        1,         8994001, PERM,     2025-03-20, 9
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("core.fact_exclusion", """
                notice_id, sessions_lost, days_lost_exact, duration_days_band, nth_in_year, is_first_in_year
                N1,        1,             0.5,             1,                  1,           true
                N2,        2,             1.0,             1,                  2,           false
                N3,        5,             2.5,             3,                  3,           false
                N4,        ,              ,                ,                   ,
                """);
    }

    @Test
    void a_pupil_is_as_the_census_of_the_term_says_in_which_the_exclusion_started_else_as_the_one_that_reported_it() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, ncyear
                202324,        SUM,         8994001, true,    1,         C,            9
                202425,        AUT,         8994001, true,    1,         C,            10
                202425,        SPR,         8994001, true,    2,         C,            8
                """);
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll
                1,         8994001, SUSP,     2024-09-12, 2,        202425,        SPR,         true
                2,         8994001, SUSP,     2024-09-12, 2,        202425,        SPR,         true
                3,         8994001, SUSP,     2024-09-12, 2,        202425,        SPR,         true
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("select exclusion.pupil_key, pupil.time_period, pupil.term, pupil.ncyear, exclusion.pupil_term_key = -1 as is_unknown"
                + " from core.fact_exclusion as exclusion join core.dim_pupil as pupil using (pupil_term_key)", """
                pupil_key, time_period, term, ncyear, is_unknown
                1,         202425,      AUT,  10,     false
                2,         202425,      SPR,  8,      false
                3,         ,            ,     ,       true
                """);
    }

    @Test
    void an_exclusion_belongs_to_the_establishment_open_on_its_first_day_and_is_kept_while_there_is_none() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, establishment_status, open_date,  close_date, snapshot_date
                990001, 8994001, 899,     Closed,               ,           2024-08-31, 2024-10-01
                990009, 8994001, 899,     Open,                 2024-09-01, ,           2024-10-01
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2024-07-01, 2
                N2,        1,         8994001, SUSP,     2024-09-12, 2
                N3,        1,         8994009, SUSP,     2024-09-12, 2
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("select notice_id, school.urn, school_key = -1 as is_unknown"
                + " from core.fact_exclusion join core.dim_school as school using (school_key)", """
                notice_id, urn,    is_unknown
                N1,        990001, false
                N2,        990009, false
                N3,        ,       true
                """);
    }

    @Test
    void education_is_due_from_the_sixth_school_day() {
        warehouse.given("staged.term_date", """
                la_code, academic_year, date_from,  date_to,    day_type, term, half_term
                899,     202425,        2025-01-06, 2025-02-14, TERM,     SPR,  SPR1
                899,     202425,        2025-02-24, 2025-04-04, TERM,     SPR,  SPR2
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, notice_date, day6_provision_start
                N1,        1,         8994001, PERM,     2025-02-12, ,         2025-02-14,  2025-02-26
                N2,        2,         8994001, PERM,     2025-02-12, ,         2025-02-12,  2025-02-27
                N3,        3,         8994001, SUSP,     2025-02-12, 11,       ,
                N4,        4,         8994001, SUSP,     2025-02-12, 10,       ,
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("core.fact_exclusion", """
                notice_id, notice_lag_days, is_day6_required, is_day6_met
                N1,        2,               true,             true
                N2,        0,               true,             false
                N3,        ,                true,             false
                N4,        ,                false,
                """);
    }

    @Test
    void reasons_are_mentions_ranked_as_given_and_keyed_by_the_code_set() {
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll, reason1, reason2, reason3
                1,         8994001, SUSP,     2025-02-04, 4,        202425,        SUM,         true,    DB,      PA,      ZZ
                """);

        warehouse.build("core.bridge_exclusion_reason");

        warehouse.expect("select reason_rank, reason_code, dim.code, mention from core.bridge_exclusion_reason"
                + " join core.dim_exclusion_reason as dim using (reason_key)", """
                reason_rank, reason_code, code, mention
                1,           DB,          DB,   1
                2,           PA,          PA,   1
                3,           ZZ,          ,     1
                """);
    }
}
