package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A school's term after a change of its policy beside that of the year before, and the authority's. */
class MartPolicyImpactTest {

    private static final String MART = "mart.mart_policy_impact";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_schools() {
        warehouse.asOf("2026-04-20T12:00:00Z");
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name, phase_of_education, snapshot_date, open_date
                990001, 8994001, 899,     Ashby,       Secondary,          2024-09-01,    2010-09-01
                990002, 8994002, 899,     Birch,       Secondary,          2024-09-01,    2010-09-01
                """);
    }

    @Test
    void ninety_nine_in_one_autumn_and_twenty_nine_in_the_next_beside_the_authority() {
        suspensions(8994001, 2024, 99);
        suspensions(8994001, 2025, 29);
        suspensions(8994002, 2024, 1);
        suspensions(8994002, 2025, 51);
        warehouse.given("staged.policy_event", """
                laestab, event_date, event
                8994001, 2024-03-01, TRAINED
                8994001, 2025-03-10, TRAINED
                8994001, 2025-11-10, TRAINED
                8994001, 2025-09-08, POLICY_CHANGE
                8994001, 2025-09-08, POLICY_CHANGE
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where measure_code = 'suspension'", """
                laestab, school_name, event,         event_date, training_date, pre_period,          pre_value, post_period,         post_value, change_abs, change_pct, la_change_pct, difference_pp, n_note
                8994001, Ashby,       POLICY_CHANGE, 2025-09-08, 2025-03-10,    Autumn term 2024/25, 99,        Autumn term 2025/26, 29,         -70,        -70.70707,  -20,           -50.70707,
                """);
    }

    @Test
    void one_pupil_and_half_a_day_is_told_as_a_small_base() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2024-11-05, 2
                N2,        1,         8994001, SUSP,     2025-11-04, 1
                """);
        warehouse.given("staged.policy_event", """
                laestab, event_date, event
                8994001, 2025-09-01, POLICY_CHANGE
                """);

        warehouse.build(MART);

        warehouse.expect(MART, """
                measure_code,    pre_value, post_value, change_pct, change_pct_status, rate_pre_status, n_note
                suspension,      1,         1,          0,          ok,                z,               fewer than ten before: a percentage says little
                one_plus_susp,   1,         1,          0,          ok,                z,               fewer than ten before: a percentage says little
                perm_excl,       0,         0,          ,           z,                 z,               fewer than ten before: a percentage says little
                days_lost_exact, 1,         0.5,        -50,        ok,                z,               fewer than ten before: a percentage says little
                """);
    }

    @Test
    void a_change_in_mid_term_counts_from_the_next_term_and_one_that_runs_is_not_compared() {
        suspensions(8994001, 2024, 10);
        suspensions(8994001, 2025, 5);
        warehouse.given("staged.policy_event", """
                laestab, event_date, event
                8994001, 2025-11-10, POLICY_CHANGE
                8994001, 2026-02-10, CHARTER_SIGNED
                8994002, 2026-09-01, POLICY_CHANGE
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where measure_code = 'suspension'", """
                event,          pre_period,          pre_value, pre_value_status, post_period,         post_value, post_value_status, change_pct_status, n_note
                POLICY_CHANGE,  Spring term 2024/25, ,          x,                Spring term 2025/26, ,           x,                 x,
                CHARTER_SIGNED, Summer term 2024/25, ,          x,                Summer term 2025/26, ,           x,                 x,                 the term still runs
                """);
    }

    @Test
    void a_term_that_runs_beside_a_small_one_is_told_with_both() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8994001, SUSP,     2025-05-06, 2
                """);
        warehouse.given("staged.policy_event", """
                laestab, event_date, event
                8994001, 2026-02-10, CHARTER_SIGNED
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where measure_code = 'suspension'", """
                event,          pre_value, n_note
                CHARTER_SIGNED, 1,         the term still runs; fewer than ten before: a percentage says little
                """);
    }

    @Test
    void a_school_of_whom_nobody_told_before_has_no_change() {
        suspensions(8994001, 2025, 5);
        warehouse.given("staged.policy_event", """
                laestab, event_date, event
                8994001, 2025-09-05, POLICY_CHANGE
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where measure_code = 'suspension'", """
                pre_value, pre_value_status, post_value, post_value_status, change_abs_status, change_pct_status, la_change_pct_status, difference_pp_status
                ,          x,                5,          ok,                x,                 x,                 x,                    x
                """);
    }

    private static void suspensions(int laestab, int year, int suspensions) {
        warehouse.givenSelect("staged.exclusion_notice", """
                select 'N%1$d-%2$d-' || n as notice_id, n as pupil_key, %1$d as laestab, 'SUSP' as category, make_date(%2$d, 10, 1) as start_date,
                    1 as sessions, 1 as submission_key
                from range(%3$d) as numbers (n)""".formatted(laestab, year, suspensions));
    }
}
