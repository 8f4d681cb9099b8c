package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What provisions were given and spent, and what their pupils achieved. */
class ProvisionFinanceTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void two_versions_of_a_provision_and_schools() {
        warehouse.given("core.dim_provision", """
                provision_key, provision_code, provision_type,      valid_from, valid_to
                30,            BP-NORTH,       BEHAVIOUR_PROVISION, 2021-09-01, 2024-08-31
                31,            BP-NORTH,       BEHAVIOUR_PROVISION, 2024-09-01, 9999-12-31
                40,            AP-WORKS,       UNREGISTERED_AP,     2021-09-01, 9999-12-31
                50,            PA-YEAR11,      PARTNERSHIP,         2021-09-01, 9999-12-31
                """);
        warehouse.given("core.dim_school", """
                school_key, laestab, is_ap, valid_from, valid_to
                20,         8994001, false, 2010-09-01, 9999-12-31
                21,         8991101, true,  2010-09-01, 9999-12-31
                """);
        warehouse.given("core.bridge_pupil_identity", """
                alias_pupil_key, pupil_key
                77,              7
                """);
    }

    @Test
    void a_quarter_finds_the_provision_of_its_first_day_and_is_over_or_under_its_budget() {
        warehouse.given("staged.provision_budget", """
                provision_code, host_laestab, financial_year, quarter, category, cfr_code, budget_to_date_gbp, actual_to_date_gbp
                BP-NORTH,       8994001,      202425,         2,       STAFFING, E01,      100.00,             120.50
                BP-NORTH,       8999999,      202425,         3,       STAFFING, E01,      150.00,             140.00
                BP-NONE,        ,             202425,         4,       STAFFING, ,         150.00,
                """);

        warehouse.build("core.fact_provision_budget");

        warehouse.expect("core.fact_provision_budget", """
                provision_key, host_school_key, time_period, time_identifier,   quarter_start, variance_gbp
                30,            20,              202425,      Financial year Q2, 2024-07-01,    20.50
                31,            -1,              202425,      Financial year Q3, 2024-10-01,    -10.00
                -1,            -2,              202425,      Financial year Q4, 2025-01-01,
                """);
    }

    @Test
    void spending_that_falls_from_one_quarter_to_the_next_is_told_within_a_year_and_category() {
        warehouse.given("staged.provision_budget", """
                provision_code, financial_year, quarter, category,  cfr_code, actual_to_date_gbp, planned_surplus_use
                BP-NORTH,       202425,         1,       STAFFING,  E01,      50.00,
                BP-NORTH,       202425,         2,       STAFFING,  E01,      40.00,
                BP-NORTH,       202425,         4,       STAFFING,  E01,      40.00,              CPD
                BP-NORTH,       202425,         3,       RESOURCES, E01,      10.00,
                BP-NORTH,       202526,         1,       STAFFING,  E01,      5.00,
                """);

        warehouse.build("core.fact_provision_budget");

        warehouse.expect("core.fact_provision_budget", """
                time_period, quarter, category,  is_below_quarter_before, has_planned_surplus_use
                202425,      1,       STAFFING,  false,                   false
                202425,      2,       STAFFING,  true,                    false
                202425,      4,       STAFFING,  false,                   true
                202425,      3,       RESOURCES, false,                   false
                202526,      1,       STAFFING,  false,                   false
                """);
    }

    @Test
    void an_item_is_signed_by_those_who_signed_no_later_than_it_was_paid() {
        warehouse.given("staged.provision_spend_item", """
                item_id, provision_code, financial_year, quarter, item_date,  amount_gbp, signature_host_school, signature_host_date, signature_partnership, signature_partnership_date
                I1,      BP-NORTH,       202425,         2,       2024-09-02, 30000.01,   true,                  2024-09-02,          true,                  2024-09-03
                I2,      BP-NORTH,       202425,         2,       2024-08-30, 30000.00,   true,                  ,                    false,                 2024-08-01
                I3,      BP-NORTH,       202425,         2,       ,           ,           ,                      ,                    ,
                """);

        warehouse.build("core.fact_provision_spend_item");

        warehouse.expect("core.fact_provision_spend_item", """
                item_id, provision_key, is_over_30k, is_signed_by_host, is_signed_by_partnership
                I1,      31,            true,        true,              false
                I2,      30,            false,       false,             false
                I3,      30,            false,       false,             false
                """);
    }

    @Test
    void results_are_of_the_cohorts_to_which_the_pupil_belonged_in_the_year() {
        warehouse.given("core.fact_placement", """
                placement_key, pupil_key, home_laestab, provision_key, start_date, end_date
                1,             7,         8994001,      40,            2024-06-03, 2024-09-02
                2,             8,         8994001,      31,            2025-08-31,
                3,             9,         8994001,      50,            2024-09-02, 2025-07-18
                4,             10,        8999999,      31,            2024-09-02,
                5,             11,        8994001,      31,            2023-09-04, 2024-08-31
                """);
        warehouse.given("core.fact_exclusion", """
                exclusion_key, pupil_key, category, is_counted, start_date
                1,             7,         PERM,     true,       2022-03-01
                2,             8,         PERM,     false,      2022-03-01
                3,             9,         SUSP,     true,       2022-03-01
                4,             10,        PERM,     true,       2025-09-01
                """);
        warehouse.given("staged.ks4_result", """
                pupil_key, laestab, academic_year, gcse_entries, attainment8
                77,        8994001, 202425,        8,            41.50
                8,         8994001, 202425,        9,            50.00
                9,         8994001, 202425,        5,            30.00
                10,        8991101, 202425,        3,            12.00
                11,        8994001, 202425,        9,            60.00
                """);

        warehouse.build("core.fact_ks4_result");

        warehouse.expect("core.fact_ks4_result", """
                pupil_key, school_key, is_in_ap, is_at_partnership_place, is_supported_on_roll, was_permanently_excluded
                7,         20,         true,     false,                   true,                 true
                8,         20,         false,    false,                   true,                 false
                9,         20,         false,    true,                    true,                 false
                10,        21,         true,     false,                   false,                false
                11,        20,         false,    false,                   false,                false
                """);
    }

    @Test
    void results_belong_to_the_pupil_as_in_the_summer_of_the_year() {
        warehouse.given("core.dim_pupil", """
                pupil_term_key, pupil_key, time_period, term
                701,            7,         202425,      SUM
                702,            7,         202526,      SUM
                """);
        warehouse.given("staged.ks4_result", """
                pupil_key, laestab, academic_year, attainment8
                77,        ,        202425,        41.50
                8,         8999999, 202425,        41.50
                """);

        warehouse.build("core.fact_ks4_result");

        warehouse.expect("core.fact_ks4_result", """
                pupil_key, pupil_term_key, school_key, time_period, attainment8
                7,         701,            -2,         202425,      41.50
                8,         -1,             -1,         202425,      41.50
                """);
    }
}
