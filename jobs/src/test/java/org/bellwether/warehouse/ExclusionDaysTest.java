package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Exclusions by their day: told ahead, before the school opened, told twice on one day, and their sixth day. */
class ExclusionDaysTest {

    private static final String MART = "mart.mart_exclusions_la";
    private static final String TOTAL = MART + " where phase_type_grouping = 'Total' and breakdown_topic = 'Total'";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void what_is_told_ahead_counts_from_its_first_day() {
        warehouse.asOf("2025-12-20T12:00:00Z");
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, outcome
                N1,        1,         8994001, SUSP,     2025-12-20, 2,        UPHELD
                N2,        2,         8994001, SUSP,     2026-01-06, 2,        UPHELD
                N3,        3,         8994001, SUSP,     2026-01-06, 2,        RESCINDED
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("core.fact_exclusion", """
                notice_id, is_standing, is_counted, not_counted_reason, nth_in_year
                N1,        true,        true,       ,                   1
                N2,        true,        false,      NOT_STARTED,
                N3,        false,       false,      OVERTURNED,
                """);
    }

    @Test
    void an_exclusion_of_before_the_school_opened_counts_where_the_school_that_was_open_tells_it() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, establishment_status, open_date,  close_date, snapshot_date
                990001, 8994001, 899,     Closed,               ,           2024-08-31, 2024-10-01
                990009, 8994009, 899,     Open,                 2024-09-01, ,           2024-10-01
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2024-07-01, 2
                N2,        1,         8994009, SUSP,     2024-07-01, 2
                N3,        1,         8994009, SUSP,     2024-09-12, 2
                N4,        1,         8994007, SUSP,     2024-07-01, 2
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("select exclusion.*, school.school_name, school.urn from core.fact_exclusion as exclusion"
                + " join core.dim_school as school using (school_key)", """
                notice_id, urn,    school_name,  is_standing, is_counted, not_counted_reason
                N1,        990001, ,             true,        true,
                N2,        ,       Not open yet, false,       false,      SCHOOL_NOT_OPEN
                N3,        990009, ,             true,        true,
                N4,        ,       Unknown,      true,        true,
                """);
    }

    @Test
    void an_exclusion_of_before_the_school_opened_is_an_unknown_schools_where_no_other_tells_it() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, establishment_status, open_date,  close_date, snapshot_date
                990001, 8994001, 899,     Closed,               ,           2024-08-31, 2024-10-01
                990009, 8994009, 899,     Open,                 2024-09-01, ,           2024-10-01
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, outcome
                N1,        1,         8994009, SUSP,     2024-07-01, 2,        PENDING
                N2,        2,         8994009, SUSP,     2024-07-01, 2,        PENDING
                N3,        2,         8994001, SUSP,     2024-07-01, 2,        RESCINDED
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("select exclusion.*, school.school_name from core.fact_exclusion as exclusion join core.dim_school as school using (school_key)", """
                notice_id, school_name, is_counted, not_counted_reason
                N1,        Unknown,     true,
                N2,        Unknown,     true,
                N3,        ,            false,      OVERTURNED
                """);
    }

    @Test
    void of_two_notices_of_one_exclusion_received_at_one_instant_the_later_arrival_counts() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, submission_key, arrival
                N1,        1,         8994001, SUSP,     2025-02-04, 2,        9,              4
                N2,        1,         8994001, SUSP,     2025-02-04, 6,        3,              5
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("core.fact_exclusion where is_counted", """
                notice_id
                N2
                """);
    }

    @Test
    void an_exclusion_that_a_census_brings_with_each_of_two_leavings_is_two_rows_and_counts_once() {
        warehouse.given("staged.census_exclusion", """
                pupil_key, laestab, category, start_date, sessions, academic_year, census_term, on_roll
                7,         8994001, SUSP,     2025-02-04, 4,        202425,        SUM,         false
                7,         8994001, SUSP,     2025-02-04, 4,        202425,        SUM,         false
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("select count(distinct exclusion_key) as keys, sum(case when is_counted then 1 else 0 end) as counted"
                + " from core.fact_exclusion", """
                keys, counted
                2,    1
                """);
    }

    @Test
    void whether_the_sixth_day_was_met_is_not_known_before_it_has_come_nor_where_term_dates_are_not() {
        warehouse.asOf("2025-03-04T12:00:00Z");
        warehouse.given("staged.term_date", """
                la_code, academic_year, date_from,  date_to,    day_type, term, half_term
                899,     202425,        2025-01-06, 2025-02-14, TERM,     SPR,  SPR1
                899,     202425,        2025-02-24, 2025-04-04, TERM,     SPR,  SPR2
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, day6_provision_start
                SINCE2,    1,         8994001, PERM,     2025-03-02, ,
                SINCE6,    2,         8994001, PERM,     2025-02-24, ,
                AUTUMN,    3,         8994001, PERM,     2024-11-04, ,         2024-12-04
                WINTER,    4,         8994001, PERM,     2024-12-18, ,         2025-01-08
                LATER,     5,         8994001, PERM,     2024-12-18, ,         2025-01-20
                AT_ONCE,   6,         8994001, PERM,     2024-11-04, ,         2024-11-09
                UNTOLD,    7,         8994001, PERM,     2024-11-04, ,
                """);

        warehouse.build("core.fact_exclusion");

        warehouse.expect("core.fact_exclusion", """
                notice_id, is_day6_required, is_day6_met
                SINCE2,    true,
                SINCE6,    true,             false
                AUTUMN,    true,
                WINTER,    true,
                LATER,     true,             false
                AT_ONCE,   true,             true
                UNTOLD,    true,             false
                """);
    }

    @Test
    void a_suspension_told_before_its_term_begins_waits_in_year_and_term_alike() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, day6_provision_start
                N1,        1,         8994001, SUSP,     2025-11-04, 2,
                N2,        2,         8994001, SUSP,     2026-01-06, 12,       2026-01-07
                N3,        3,         8994001, SUSP,     2026-09-03, 2,
                """);
        String ahead = """
                time_period, time_identifier, suspension, sessions_lost, day6_met_pct_status
                202526,      Academic year,   1,          2,             z
                202526,      Autumn term,     1,          2,             z
                """;
        warehouse.asOf("2025-12-20T12:00:00Z");
        warehouse.build(MART);
        warehouse.expect(TOTAL, ahead);
        assertThat(warehouse.audit("exclusion_terms_add_up")).isEmpty();

        warehouse.asOf("2026-01-02T12:00:00Z");
        warehouse.build(MART);
        warehouse.expect(TOTAL, ahead);

        warehouse.asOf("2026-01-06T12:00:00Z");
        warehouse.build(MART);
        warehouse.expect(TOTAL, """
                time_period, time_identifier, suspension, sessions_lost, day6_met_pct_status
                202526,      Academic year,   2,          14,            ok
                202526,      Autumn term,     1,          2,             z
                202526,      Spring term,     1,          12,            ok
                """);
        assertThat(warehouse.audit("exclusion_terms_add_up")).isEmpty();
    }

    @Test
    void the_sixth_day_is_not_available_where_term_dates_are_not_known() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, day6_provision_start
                N1,        1,         8994001, PERM,     2024-11-04, ,         2024-12-04
                N2,        2,         8994001, SUSP,     2025-02-04, 2,
                """);

        warehouse.build(MART);

        warehouse.expect(TOTAL, """
                time_period, time_identifier, perm_excl, day6_met_pct, day6_met_pct_status
                202425,      Academic year,   1,         ,             x
                202425,      Autumn term,     1,         ,             x
                202425,      Spring term,     0,         ,             z
                """);
    }
}
