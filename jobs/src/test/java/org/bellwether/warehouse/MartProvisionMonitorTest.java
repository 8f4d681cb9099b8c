package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is placed in provisions, how placements begin and end, and what they cost. */
class MartProvisionMonitorTest {

    private static final String MART = "mart.mart_provision_monitor";
    private static final String NORTH = MART + " where scope_code = 'BP-NORTH' and breakdown_topic = 'Total' and ";

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_provisions() {
        warehouse.asOf("2025-03-31T12:00:00Z");
        warehouse.config("config.support_tier", """
                code, label,    la_code, ordinal
                T1,   Outreach, 899,     1
                T2,   Team,     899,     2
                """);
        warehouse.given("staged.term_date", """
                la_code, academic_year, term, half_term, day_type, date_from,  date_to
                899,     202425,        AUT,  AUT1,      TERM,     2024-09-02, 2024-12-20
                899,     202425,        SPR,  SPR1,      TERM,     2025-01-06, 2025-04-04
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_name, provision_type,      la_code, host_laestab, key_stages, support_tier, commissioned_capacity, valid_from
                BP-NORTH,       North,          BEHAVIOUR_PROVISION, 899,     8992001,      KS2,        T2,           4,                     2022-09-01
                OUT,            Outreach team,  OUTREACH,            899,     ,             KS1 KS2,    T1,           10,                    2024-09-01
                """);
    }

    @Test
    void a_pupil_in_two_placements_counts_once_and_one_that_lasts_through_a_term_in_both() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, provider_la_code, support_tier, start_date, end_date
                P1,           1,         8992001,      BP-NORTH,       899,              T2,           2024-09-02, 2024-09-06
                P2,           1,         8992001,      BP-NORTH,       899,              T2,           2024-10-07, 2024-10-08
                P3,           2,         8992002,      BP-NORTH,       899,              T2,           2024-12-19, 2025-01-07
                P4,           2,         8992002,      OUT,            899,              T1,           2025-01-06,
                """);

        warehouse.build(MART);

        warehouse.expect(NORTH + "true", """
                time_identifier, data_status,  capacity, pupils_supported, schools_supported, started, ended, host_school_pupils_pct
                Academic year,   year_to_date, 4,        2,                2,                 3,       3,     50
                Autumn term,     final,        4,        2,                2,                 3,       2,     50
                Spring term,     year_to_date, 4,        1,                1,                 0,       1,     0
                """);
        warehouse.expect(MART + " where breakdown_topic = 'Total' and time_identifier = 'Academic year'", """
                scope_type,     scope_code,          scope_name,          pupils_supported, schools_supported, started, ended
                Total,          Total,               All provisions,      2,                2,                 4,       3
                PROVISION,      BP-NORTH,            North,               2,                2,                 3,       3
                PROVISION,      OUT,                 Outreach team,       1,                1,                 1,       0
                PROVISION_TYPE, BEHAVIOUR_PROVISION, Behaviour provision, 2,                2,                 3,       3
                PROVISION_TYPE, OUTREACH,            Outreach,            1,                1,                 1,       0
                SUPPORT_TIER,   T2,                  Team,                2,                2,                 3,       3
                SUPPORT_TIER,   T1,                  Outreach,            1,                1,                 1,       0
                """);
    }

    @Test
    void overlapping_placements_fill_days_of_places_and_a_provision_without_a_pupil_is_empty_and_not_unknown() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, start_date, end_date
                P1,           1,         BP-NORTH,       2024-09-02, 2024-12-20
                P2,           2,         BP-NORTH,       2024-12-16, 2024-12-20
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where breakdown_topic = 'Total' and scope_type = 'PROVISION' and time_identifier <> 'Academic year'", """
                time_identifier, scope_code, capacity, pupils_supported, mean_occupancy_pct, exit_plan_pct_status, attendance_rate_status, cost_gbp_status, length_of_stay_median_days, length_of_stay_median_days_status
                Autumn term,     BP-NORTH,   4,        2,                26.5625,            ok,                   z,                      x,               5,                          ok
                Autumn term,     OUT,        10,       0,                0,                  z,                    z,                      x,               ,                           z
                Spring term,     BP-NORTH,   4,        0,                0,                  z,                    z,                      x,               ,                           z
                Spring term,     OUT,        10,       0,                0,                  z,                    z,                      x,               ,                           z
                """);
    }

    @Test
    void where_no_register_of_placements_has_come_there_is_no_row() {
        warehouse.build(MART);

        warehouse.expect(MART, "scope_code\n");
    }

    @Test
    void what_is_asked_of_a_beginning_must_have_been_done_by_the_first_day() {
        warehouse.given("staged.exclusion_notice", """
                notice_id, pupil_key, laestab, category, start_date, sessions
                N1,        1,         8992001, SUSP,     2024-09-02, 2
                N2,        1,         8992001, SUSP,     2024-11-04, 2
                N3,        2,         8992001, SUSP,     2024-12-02, 2
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, support_tier, referral_date, start_date, planned_end_date, end_date,   mdt_date,   parent_consulted_date, has_exit_plan
                P0,           1,         OUT,            T1,           ,              2024-09-09, ,                 2024-10-04, ,           ,                      false
                P1,           1,         BP-NORTH,       T2,           2024-11-01,    2024-11-11, 2024-12-06,       2024-12-06, 2024-11-11, 2024-11-12,            true
                P2,           2,         BP-NORTH,       T2,           2024-11-05,    2024-11-25, 2024-12-13,       2024-12-16, ,           2024-11-20,            false
                P3,           3,         BP-NORTH,       T2,           2024-12-01,    2025-01-06, ,                 ,           ,           ,                      false
                """);

        warehouse.build(MART);

        warehouse.expect(NORTH + "time_identifier = 'Autumn term'", """
                started, parent_consulted_pct, mdt_pct, exit_plan_pct, planned_end_pct, ended_by_plan_pct, referral_to_start_days, days_from_first_suspension, graduated_response_pct, waiting_list
                2,       50,                   50,      50,            100,             50,                15,                     70,                         50,                     1
                """);
        warehouse.expect(NORTH + "time_identifier = 'Spring term'", """
                started, waiting_list, referral_to_start_days, ended_by_plan_pct_status
                1,       0,            36,                     z
                """);
    }

    @Test
    void one_child_outside_the_key_stage_is_seen_beside_and_an_exception_needs_a_reason_each_time() {
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, sex, ncyear, sen_provision
                202425,        AUT,         8992001, true,    1,         C,            F,   1,      E
                202425,        AUT,         8992001, true,    2,         C,            M,   4,      N
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, start_date, end_date,   exception_reason
                P1,           1,         BP-NORTH,       2024-09-02, 2024-09-13, no other place
                P2,           2,         BP-NORTH,       2024-09-09, 2024-09-20,
                P3,           1,         BP-NORTH,       2024-10-07, 2024-10-11,
                """);

        warehouse.build(MART);

        warehouse.expect(NORTH + "time_identifier = 'Autumn term'", """
                outside_ks_pupils, outside_ks_exceptions, ehcp_pupils, ehcp_exceptions, started_beside_outside_ks
                1,                 0,                     1,           0,               1
                """);
        warehouse.expect(MART + " where scope_code = 'BP-NORTH' and breakdown_topic = 'Sex'", """
                time_identifier, breakdown, pupils_supported, started, ended, capacity_status, waiting_list_status, mean_occupancy_pct_status, length_of_stay_p90_days_status
                Academic year,   Female,    1,                2,       2,     z,               z,                   z,                         z
                Academic year,   Male,      1,                1,       1,     z,               z,                   z,                         z
                """);
    }

    /** Golden fact G13: a pupil of Year 2 in a provision of key stage 2, and one with a plan and no note of an exception, are asked about. */
    @Test
    void a_placement_outside_the_key_stage_and_one_with_a_plan_and_no_exception_are_asked_about() {
        warehouse.config("config.build_rule", """
                rule,   severity, message
                AP-004, query,    Outside key stage
                AP-005, query,    With a plan
                """);
        warehouse.given("staged.census_pupil", """
                academic_year, census_term, laestab, on_roll, pupil_key, enrol_status, sex, ncyear, sen_provision
                202425,        AUT,         8992001, true,    1,         C,            F,   2,      N
                202425,        AUT,         8992001, true,    2,         C,            M,   4,      E
                202425,        AUT,         8992001, true,    3,         C,            M,   4,      E
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, exception_reason, source_line
                P1,           1,         8992001,      BP-NORTH,       2024-09-02, ,                 2
                P2,           2,         8992001,      BP-NORTH,       2024-09-09, ,                 3
                P3,           3,         8992001,      BP-NORTH,       2024-09-09, named in it,      4
                """);

        warehouse.build("core.fact_dq_query");

        warehouse.expect("core.fact_dq_query where rule in ('AP-004', 'AP-005')", """
                rule,   return_name,        laestab, source_line
                AP-004, placement_register, 8992001, 2
                AP-005, placement_register, 8992001, 3
                """);
    }

    @Test
    void length_of_stay_is_that_of_the_one_in_the_middle_and_the_ninth_of_ten() {
        warehouse.givenSelect("staged.placement", """
                select 'P' || n as placement_id, n as pupil_key, 'BP-NORTH' as provision_code, date '2024-09-02' as start_date,
                    date '2024-09-02' + cast(n - 1 as integer) as end_date, case when n <= 2 then 'MAINSTREAM' end as destination
                from range(1, 6) as numbers (n)""");

        warehouse.build(MART);

        warehouse.expect(NORTH + "time_identifier = 'Autumn term'", """
                length_of_stay_median_days, length_of_stay_p90_days, reintegrated, reintegration_rate
                3,                          5,                       2,            40
                """);
    }

    @Test
    void a_stay_that_has_not_ended_is_as_long_as_it_is_by_the_end_of_the_period() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, start_date, end_date
                P1,           1,         BP-NORTH,       2024-09-02, 2024-09-06
                P2,           2,         BP-NORTH,       2024-09-02,
                P3,           3,         BP-NORTH,       2024-12-16, 2025-01-10
                """);

        warehouse.build(MART);

        warehouse.expect(NORTH + "time_identifier = 'Autumn term'", """
                ended, open_at_end, length_of_stay_median_days
                1,     2,           5
                """);
    }

    @Test
    void a_week_costs_what_came_divided_by_the_days_of_months_of_which_it_came() {
        warehouse.given("staged.placement", """
                placement_id, pupil_key, provision_code, provider_la_code, start_date, end_date,   destination
                P1,           1,         BP-NORTH,       899,              2024-09-02, 2024-10-11, MAINSTREAM
                """);
        warehouse.given("staged.placement_cost", """
                placement_id, la_code, financial_year, month, element, actual_gbp
                P1,           899,     202425,         6,     PLACE,   2000.05
                P1,           899,     202425,         6,     TOPUP,   100
                P1,           899,     202425,         7,     PLACE,
                """);
        warehouse.given("staged.establishment_history", """
                urn,    laestab, la_code, school_name, phase_of_education, snapshot_date, open_date
                990001, 8992001, 899,     Ashby,       Primary,            2024-09-01,    2010-09-01
                """);
        warehouse.given("staged.attendance_mark", """
                pupil_key, laestab, attendance_date, session, attendance_code
                1,         8992001, 2024-09-10,      AM,      B
                1,         8992001, 2024-09-10,      PM,      O
                1,         8992001, 2024-11-12,      AM,      O
                """);

        warehouse.build(MART);

        warehouse.expect(NORTH + "time_identifier = 'Autumn term'", """
                cost_gbp, cost_per_pupil_week_gbp, cost_per_reintegration_gbp, attendance_rate, attendance_rate_status
                2100.05,  500.0119,                2100.05,                    50,              ok
                """);
    }

    @Test
    void schools_of_the_neighbourhood_and_the_phase_are_those_that_a_provision_is_for() {
        warehouse.given("core.dim_school", """
                school_key, laestab, la_code, education_phase, neighbourhood, valid_from, valid_to
                1,          8992001, 899,     Primary,         NORTH,         2010-09-01, 9999-12-31
                2,          8992002, 899,     Primary,         NORTH,         2010-09-01, 9999-12-31
                3,          8992003, 899,     Primary,         SOUTH,         2010-09-01, 9999-12-31
                4,          8994001, 899,     Secondary,       NORTH,         2010-09-01, 9999-12-31
                """);
        warehouse.given("staged.provision", """
                provision_code, provision_type,      neighbourhood, key_stages, commissioned_capacity, valid_from
                BP-OF-NORTH,    BEHAVIOUR_PROVISION, NORTH,         KS2,        4,                     2022-09-01
                BP-OF-SOUTH,    BEHAVIOUR_PROVISION, SOUTH,         KS2,        4,                     2022-09-01
                """);
        warehouse.given("staged.placement", """
                placement_id, pupil_key, home_laestab, provision_code, start_date, end_date
                P1,           1,         8992001,      BP-OF-NORTH,    2024-09-02, 2024-09-06
                P2,           2,         8992001,      BP-OF-NORTH,    2024-09-02, 2024-09-06
                P3,           3,         8992003,      BP-OF-NORTH,    2024-09-02, 2024-09-06
                P4,           4,         8992001,      OUT,            2024-09-02, 2024-09-06
                P5,           5,         8992003,      BP-OF-SOUTH,    2024-09-09, 2024-09-13
                """);

        warehouse.build(MART);

        warehouse.expect(MART + " where scope_code in ('BP-OF-NORTH', 'BEHAVIOUR_PROVISION', 'OUT') and breakdown_topic = 'Total' and time_identifier = 'Autumn term'", """
                scope_code,          schools_supported, schools_reached_pct, schools_reached_pct_status
                BP-OF-NORTH,         2,                 50,                  ok
                BEHAVIOUR_PROVISION, 2,                 66.66667,            ok
                OUT,                 1,                 ,                    z
                """);
    }
}
