package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The scorecard of a school, and the school beside others. */
class ScorecardTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void after_the_year() {
        warehouse.asOf("2025-09-30T12:00:00Z");
    }

    @Test
    void a_school_that_converts_is_one_row_with_the_figures_of_both_establishments() {
        returnsOfAYear();
        warehouse.build("mart.mart_school_scorecard");

        warehouse.expect("mart.mart_school_scorecard where laestab = 8992001 and time_period = 202425", """
                urn,    school_name,   roll, fsm_pct, sen_support_pct, ehcp_pct, eal_pct, enrolments, attendance_rate, absence_rate, pa_rate, severe_rate, c2_sessions_pct, suspension, susp_rate, perm_excl, days_lost_per_100
                900009, Ashby Academy, 2,    50.0,    50.0,            0.0,      50.0,    2,          75.0,            25.0,         50.0,    50.0,        25.0,            1,          50.0,      0,         75.0
                """);
    }

    @Test
    void a_figure_that_is_not_there_says_why() {
        returnsOfAYear();
        warehouse.build("mart.mart_school_scorecard");

        warehouse.expect("mart.mart_school_scorecard where time_period = 202425 and laestab <> 8992001", """
                laestab, roll, roll_status, attendance_rate, attendance_rate_status, suspension, susp_rate, susp_rate_status, perm_excl, one_plus_susp, ap_pupils, ap_pupils_status
                8994002, 1,    ok,          ,                x,                      2,          200.0,     ok,               1,         1,             1,         ok
                8991103, ,     x,           ,                z,                      ,           ,          x,                ,          ,              ,          x
                """);
    }

    @Test
    void events_of_policy_count_up_to_the_end_of_the_year() {
        returnsOfAYear();
        warehouse.build("mart.mart_school_scorecard");

        warehouse.expect("mart.mart_school_scorecard where time_period = 202425", """
                laestab, charter_signed, charter_signed_status, policy_change_date, policy_change_date_status, inclusion_plan, inclusion_plan_status
                8992001, false,          ok,                    2024-11-05,         ok,                        ,               x
                8994002, true,           ok,                    ,                   z,                         ,               x
                8991103, false,          ok,                    ,                   z,                         ,               x
                """);
    }

    @Test
    void a_plan_is_there_from_the_day_on_which_it_came_and_what_no_register_tells_is_not_known() {
        returnsOfAYear();
        warehouse.given("staged.governance_return", """
                document_id, report_type,    laestab, due_date,   received_date
                D1,          INCLUSION_PLAN, 8992001, 2025-07-01, 2025-06-20
                D2,          INCLUSION_PLAN, 8994002, 2025-07-01, 2025-09-02
                """);
        warehouse.given("staged.pupil_movement", """
                movement_id, pupil_key, movement_type, from_laestab, movement_date
                M1,          4,         EHE_START,     8994002,      2024-09-09
                """);

        warehouse.build("mart.mart_school_scorecard");

        warehouse.expect("mart.mart_school_scorecard where time_period in (202324, 202425)", """
                time_period, laestab, inclusion_plan, inclusion_plan_status, ehe_starts, managed_moves_in, part_time_timetables_status, off_roll_unknown_status
                202425,      8992001, true,           ok,                    0,          0,                x,                           x
                202425,      8994002, false,          ok,                    1,          0,                x,                           x
                202425,      8991103, false,          ok,                    0,          0,                x,                           x
                """);
    }

    @Test
    void a_school_stands_beside_those_of_its_phase_and_england() {
        returnsOfAYear();
        warehouse.given("core.fact_benchmark", """
                dataset,          time_period, time_identifier, geographic_level, phase_type_grouping, breakdown_topic, breakdown, measure,         value, value_status
                pupil_attendance, 202425,      Academic year,   National,         Primary,             Total,           Total,     attendance_perc, 94.8,  ok
                """);

        warehouse.build("mart.mart_school_scorecard_measure");

        warehouse.expect("mart.mart_school_scorecard_measure where time_period = 202425 and laestab = 8992001"
                + " and measure_code in ('attendance_rate', 'susp_rate', 'perm_excl')", """
                measure_code,    value, la_value, national_value, national_value_status, polarity, quartile_in_la, quartile_in_la_status, rag,   la_count
                attendance_rate, 75.0,  75.0,     94.8,           ok,                    HIGH,     ,               z,                     green, 2
                susp_rate,       50.0,  50.0,     ,               x,                     LOW,      ,               z,                     green, 1
                perm_excl,       0.0,   0.0,      ,               z,                     LOW,      ,               z,                     ,      0
                """);
    }

    @Test
    void the_last_quarter_of_a_phase_is_red_and_equal_schools_share_a_quartile() {
        StringBuilder schools = new StringBuilder(
                "urn, laestab, la_code, school_name, establishment_type, phase_of_education, open_date, snapshot_date\n");
        StringBuilder pupils = new StringBuilder(
                "academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, reference_date\n");
        StringBuilder notices = new StringBuilder(
                "notice_id, pupil_key, laestab, category, start_date, sessions, outcome, notice_date\n");
        int[] suspensions = {0, 2, 2, 3, 0};
        for (int school = 0; school < suspensions.length; school++) {
            int laestab = 8994001 + school;
            schools.append("%d, %d, 899, School, Community school, Secondary, 2010-09-01, 2024-09-01\n"
                    .formatted(910001 + school, laestab));
            for (int pupil = 0; pupil < 2; pupil++) {
                pupils.append("202425, SPR, %d, true, %d, C, 2025-01-16\n".formatted(laestab, 10 * school + pupil));
            }
            for (int day = 1; day <= suspensions[school]; day++) {
                notices.append("N%d-%d, %d, %d, SUSP, 2025-02-0%d, 2, UPHELD, 2025-02-0%d\n"
                        .formatted(school, day, 10 * school, laestab, day, day));
            }
        }
        warehouse.given("staged.establishment_history", schools.toString());
        warehouse.given("staged.census_pupil", pupils.toString());
        warehouse.given("staged.exclusion_notice", notices.toString());

        warehouse.build("mart.mart_school_scorecard_measure");

        warehouse.expect("mart.mart_school_scorecard_measure where measure_code = 'susp_rate'", """
                laestab, value, la_value, quartile_in_la, rag,   la_count
                8994001, 0.0,   70.0,     1,              green, 7
                8994002, 100.0, 70.0,     2,              amber, 7
                8994003, 100.0, 70.0,     2,              amber, 7
                8994004, 150.0, 70.0,     4,              red,   7
                8994005, 0.0,   70.0,     1,              green, 7
                """);
    }

    @Test
    void a_roll_that_was_told_as_nobody_is_nought_and_its_shares_do_not_apply() {
        returnsOfAYear();
        warehouse.given("staged.census_return", """
                academic_year, census_term, laestab
                202425,        SPR,         8991103
                """);

        warehouse.build("mart.mart_school_scorecard");

        warehouse.expect("mart.mart_school_scorecard where time_period = 202425 and laestab = 8991103", """
                roll, roll_status, fsm_pct, fsm_pct_status, ehcp_pct_status, susp_rate_status
                0,    ok,          ,        z,              z,               z
                """);
    }

    private static void returnsOfAYear() {
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name,       establishment_type,       phase_of_education, open_date,  close_date, snapshot_date
                900001, 8992001, 899,     Ashby Primary,     Community school,         Primary,            2010-09-01, 2025-01-31, 2024-09-01
                900009, 8992001, 899,     Ashby Academy,     Academy converter,        Primary,            2025-02-01, ,           2024-09-01
                900002, 8994002, 899,     Birch School,      Community school,         Secondary,          2010-09-01, ,           2024-09-01
                900003, 8991103, 899,     Cedar Centre,      Pupil referral unit,      Not applicable,     2010-09-01, ,           2024-09-01
                """);
        warehouse.given("staged.census_return", """
                academic_year, census_term, laestab
                202425,        SPR,         8992001
                202425,        SPR,         8994002
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, sex, birth_year_month, enrol_status, ncyear, sen_provision, language, fsm_on_census_day, entry_date, reference_date
                202425,        SPR,         8992001, true,    1,         F,   2015-03,          C,            4,      K,             ENG,      true,              2020-09-01, 2025-01-16
                202425,        SPR,         8992001, true,    2,         M,   2015-03,          C,            4,      N,             POL,      false,             2020-09-01, 2025-01-16
                202425,        SPR,         8992001, true,    3,         M,   2015-03,          S,            4,      E,             POL,      true,              2020-09-01, 2025-01-16
                202425,        SPR,         8994002, true,    4,         M,   2011-03,          C,            8,      E,             ENG,      false,             2023-09-01, 2025-01-16
                """);
        warehouse.given("staged.census_school_arranged_ap", """
                academic_year, census_term, laestab, pupil_key
                202425,        SPR,         8994002, 4
                """);
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions, outcome, notice_date
                N1,        1,         8992001, SUSP,     2025-02-04, 3,        UPHELD,  2025-02-04
                N2,        4,         8994002, SUSP,     2025-02-04, 4,        UPHELD,  2025-02-04
                N3,        4,         8994002, SUSP,     2025-03-04, 2,        UPHELD,  2025-03-04
                N4,        4,         8994002, PERM,     2025-05-06, ,         UPHELD,  2025-05-06
                """);
        warehouse.given("staged.attendance_mark", """
                laestab, pupil_key, attendance_date, session, attendance_code
                8992001, 1,         2025-01-06,      AM,      /
                8992001, 1,         2025-01-06,      PM,      C2
                8992001, 2,         2025-03-06,      AM,      /
                8992001, 2,         2025-03-06,      PM,      /
                """);
        warehouse.given("staged.policy_event", """
                laestab, event_date, event
                8992001, 2024-11-05, POLICY_CHANGE
                8992001, 2025-09-05, POLICY_CHANGE
                8994002, 2024-03-01, CHARTER_SIGNED
                """);
    }
}
