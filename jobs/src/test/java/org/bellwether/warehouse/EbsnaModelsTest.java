package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pupils with emotionally based school non-attendance: the register says who they are, marks how they attend. */
class EbsnaModelsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void marks_before_and_after_support() {
        warehouse.given("staged.term_date", """
                la_code, academic_year, date_from,  date_to,    day_type,  term, half_term
                899,     202425,        2024-09-02, 2024-10-25, TERM,      AUT,  AUT1
                899,     202425,        2024-11-04, 2024-12-20, TERM,      AUT,  AUT2
                899,     202425,        2025-01-06, 2025-02-14, TERM,      SPR,  SPR1
                899,     202425,        2025-02-24, 2025-04-04, TERM,      SPR,  SPR2
                """);
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code
                8994001, 1,         2024-10-13,      AM,      /
                8994001, 1,         2024-10-14,      AM,      I
                8994001, 1,         2024-10-14,      PM,      I
                8994001, 1,         2024-10-15,      AM,      /
                8994001, 1,         2025-01-03,      AM,      O
                8994001, 1,         2025-01-06,      AM,      /
                8994001, 1,         2025-01-06,      PM,      /
                8994001, 1,         2025-01-07,      AM,      C2
                8994001, 1,         2025-01-07,      PM,      D
                8994001, 1,         2025-03-30,      AM,      /
                8994001, 1,         2025-03-31,      AM,      I
                8994001, 2,         2025-01-07,      AM,      /
                """);
    }

    @Test
    void an_episode_is_told_by_the_twelve_weeks_before_and_after_the_first_day_of_support() {
        register("E1, 1, 2024-09-20, 2025-01-06, 2025-03-01");

        warehouse.build("core.fact_ebsna_episode");

        warehouse.expect("core.fact_ebsna_episode", """
                episode_id, time_period, term, baseline_possible, baseline_attended, post_possible, post_attended, change_pp, is_in_support, is_post_complete
                E1,         202425,      SPR,  4,                 1,                 4,             3,             50.0,      false,         true
                """);
    }

    @Test
    void the_length_of_the_windows_is_a_setting() {
        warehouse.config("config.setting", """
                name,               value
                la,                 899
                la_name,            Wardown Borough
                ebsna_window_weeks, 1
                """);
        register("E1, 1, 2024-09-20, 2025-01-06,");

        warehouse.build("core.fact_ebsna_episode");

        warehouse.expect("core.fact_ebsna_episode", """
                baseline_possible, baseline_attended, post_possible, post_attended, is_in_support
                1,                 0,                 3,             2,             true
                """);
    }

    @Test
    void a_referral_without_support_has_no_change_and_stands_in_no_cohort() {
        register("E1, 1, 2024-09-20, ,");

        warehouse.build("mart.mart_ebsna_attendance");

        warehouse.expect("core.fact_ebsna_episode", """
                episode_id, time_period, term, baseline_possible, post_possible, change_pp
                E1,         202425,      AUT,  0,                 0,
                """);
        warehouse.expect("mart.mart_ebsna_attendance", """
                pupils
                """);
    }

    @Test
    void a_half_term_is_compared_with_the_weeks_before_support() {
        register("E1, 1, 2024-09-20, 2025-01-06, 2025-03-01");

        warehouse.build("mart.mart_ebsna_attendance");

        warehouse.expect("mart.mart_ebsna_attendance where cohort = '202425' and provision_code = 'COMPASS'", """
                time_identifier,    pupils, sessions_possible, attendance_rate, baseline_rate, change_pp, improved_pct, severe_before_pct, severe_after_pct, code_i_pct, code_c2_pct, still_in_support
                Academic year,      1,      5,                 60.0,            25.0,          35.0,      100.0,        100.0,             0.0,              20.0,       20.0,        0
                Spring half term 1, 1,      3,                 66.66667,        25.0,          41.66667,  100.0,        100.0,             0.0,              0.0,        33.33333,    1
                Spring half term 2, 1,      2,                 50.0,            25.0,          25.0,      100.0,        100.0,             100.0,            50.0,       0.0,         0
                """);
    }

    @Test
    void a_pupil_without_marks_before_support_counts_but_is_not_compared() {
        register("E2, 2, 2024-12-01, 2025-01-06,");

        warehouse.build("mart.mart_ebsna_attendance");

        warehouse.expect("mart.mart_ebsna_attendance where cohort = 'Total' and provision_code = 'Total'"
                + " and time_identifier = 'Academic year'", """
                pupils, pupils_compared, attendance_rate, baseline_rate, change_pp, change_pp_status, improved_pct_status, still_in_support
                1,      0,               100.0,           ,              ,          z,                z,                   1
                """);
    }

    @Test
    void a_pupil_with_two_episodes_counts_once_and_each_session_once() {
        register("""
                E1, 1, 2024-09-20, 2025-01-06, 2025-01-06
                E3, 1, 2025-01-06, 2025-01-07,""");

        warehouse.build("mart.mart_ebsna_attendance");

        warehouse.expect("mart.mart_ebsna_attendance where cohort = 'Total' and provision_code = 'Total'"
                + " and time_identifier = 'Spring half term 1'", """
                pupils, sessions_possible, attendance_rate, still_in_support
                1,      3,                 66.66667,        1
                """);
    }

    /** @param episodes rows of episode_id, pupil_key, referral_date, support_start_date, support_end_date */
    private static void register(String episodes) {
        StringBuilder rows = new StringBuilder(
                "episode_id, pupil_key, referral_date, support_start_date, support_end_date, laestab, provision_code\n");
        episodes.lines().forEach(episode -> rows.append(episode).append(", 8994001, COMPASS\n"));
        warehouse.given("staged.ebsna_episode", rows.toString());
    }
}
