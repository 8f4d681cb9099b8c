package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HnbCostTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void nothing_but_what_is_given() {
        warehouse.given("core.fact_pupil_census", "pupil_key\n");
        warehouse.given("core.dim_provision", "provision_key\n");
        warehouse.given("core.fact_benchmark", "benchmark_key\n");
        warehouse.given("core.fact_placement", "placement_key\n");
    }

    @Test
    void top_up_of_the_maintained_side_is_its_four_lines_net_of_income() {
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, line_code, special_gbp, gross_gbp, income_gbp, net_gbp
                OUTTURN,   202425,         899,     1.2.1,     1000.00,     1000.00,   10.00,      990.00
                OUTTURN,   202425,         899,     1.2.2,     200.50,      200.50,    0.00,       200.50
                OUTTURN,   202425,         899,     1.2.4,     30.00,       30.00,     0.00,       30.00
                OUTTURN,   202425,         899,     1.2.11,    4.25,        4.25,      0.25,       4.00
                OUTTURN,   202425,         899,     1.2.3,     5000.00,     5000.00,   0.00,       5000.00
                """);

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost where scope_type = 'GROUP'", """
                scope_code,        outturn_net_gbp, budget_net_gbp_status, data_status
                TOPUP_MAINTAINED,  1224.50,         x,                     final
                TOPUP_INDEPENDENT, 5000.00,         x,                     final
                """);
    }

    @Test
    void of_every_line_gross_less_income_is_net() {
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, line_code, primary_gbp, special_gbp, gross_gbp, income_gbp, net_gbp
                BUDGET,    202425,         899,     1.2.5,     70.10,       30.20,       100.30,    20.05,      80.25
                """);

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("select sum(gross_gbp) - sum(income_gbp) - sum(net_gbp) as difference from core.fact_s251"
                + " where phase = 'Total'", """
                difference
                0.00
                """);
        warehouse.expect("mart.mart_hnb_cost where scope_type = 'LINE'", """
                scope_code, budget_net_gbp, outturn_net_gbp_status, preferred_source, data_status
                1.2.5,      80.25,          x,                      budget,           provisional
                """);
    }

    @Test
    void the_block_holds_place_funding_of_every_phase_and_the_group_only_special_schools_and_alternative_provision() {
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, line_code, primary_gbp, special_gbp, alternative_provision_gbp, gross_gbp, income_gbp, net_gbp
                OUTTURN,   202425,         899,     1.0.2,     60.00,       400.00,      100.00,                    560.00,    5.00,       555.00
                OUTTURN,   202425,         899,     1.9.3,     ,            ,            ,                          -90.00,    0.00,       -90.00
                OUTTURN,   202425,         899,     2.1.4,     ,            ,            ,                          44.00,     0.00,       44.00
                """);
        warehouse.given("staged.dsg_allocation", """
                la_code, financial_year, block,      published_on, gross_gbp, recoupment_gbp, net_gbp
                899,     202425,         HIGH_NEEDS, 2024-07-18,   700.00,    50.00,          650.00
                899,     202425,         SCHOOLS,    2024-07-18,   9000.00,   0.00,           9000.00
                """);

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost where scope_type in ('TOTAL', 'GROUP')", """
                scope_type, scope_code, outturn_net_gbp, dsg_hnb_net_gbp, recoupment_gbp, dsg_balance_cf_gbp, recoupment_gbp_status
                TOTAL,      Total,      555.00,          650.00,          50.00,          -90.00,             ok
                GROUP,      PLACE,      495.00,          ,                ,               ,                   z
                GROUP,      TRANSPORT,  44.00,           ,                ,               ,                   z
                """);
    }

    @Test
    void cost_a_pupil_and_a_plan_divides_by_the_january_census_of_the_year() {
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, line_code, gross_gbp, income_gbp, net_gbp
                OUTTURN,   202425,         899,     1.2.3,     1000.00,   0.00,       1000.00
                """);
        warehouse.given("core.fact_pupil_census", """
                pupil_census_key, time_period, term, is_in_headcount, sen_provision
                1,                202425,      SPR,  true,            E
                2,                202425,      SPR,  true,            N
                3,                202425,      SPR,  true,            K
                4,                202425,      SPR,  false,           E
                5,                202425,      AUT,  true,            E
                6,                202324,      SPR,  true,            E
                """);

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost where scope_type = 'TOTAL'", """
                per_pupil_gbp, per_pupil_gbp_status, per_ehcp_gbp, per_place_gbp_status
                333.33,        ok,                   1000.00,      z
                """);
    }

    @Test
    void the_comparator_is_the_mean_over_neighbours_that_have_a_value() {
        warehouse.config("config.statistical_neighbour", """
                la_code, sn_version, neighbour_la_code, rank
                899,     2025-05,    874,               1
                899,     2025-05,    821,               2
                899,     2025-05,    826,               3
                """);
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, line_code, net_gbp
                OUTTURN,   202425,         899,     1.2.3,     1000.00
                OUTTURN,   202425,         874,     1.2.3,     2000.00
                OUTTURN,   202425,         821,     1.2.3,     9000.00
                OUTTURN,   202425,         826,     1.2.3,     9000.00
                """);
        warehouse.given("core.fact_benchmark", """
                dataset,    measure,   geographic_level, time_identifier, time_period, la_code, phase_type_grouping, breakdown, value
                exclusions, headcount, Local authority,  Academic year,   202425,      874,     Total,               Total,     100
                exclusions, headcount, Local authority,  Academic year,   202425,      821,     Total,               Total,     300
                """);

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost where scope_type = 'TOTAL'", """
                comparator_per_pupil_gbp, comparator_la_count
                25.00,                    2
                """);
    }

    @Test
    void a_saving_is_the_old_model_less_the_new_one_once_the_year_is_complete() {
        saving(false);
        costs();
        warehouse.asOf("2026-05-13T18:00:00Z");

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost where scope_type = 'SAVING'", """
                time_period, scope_title,  baseline_net_gbp, outturn_net_gbp, saving_gbp, saving_gbp_status, data_status
                202425,      Five to one,  5000.00,          5000.00,         ,           z,                 final
                202526,      Five to one,  5000.00,          1800.00,         3200.00,    ok,                final
                202627,      Five to one,  5000.00,          100.00,          ,           x,                 year_to_date
                """);
    }

    @Test
    void an_indexed_saving_raises_its_baseline_to_the_prices_of_the_year() {
        saving(true);
        costs();
        warehouse.config("config.price_index", """
                financial_year, price_index
                202425,         100
                202526,         103
                """);
        warehouse.asOf("2026-05-13T18:00:00Z");

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost where scope_type = 'SAVING'", """
                time_period, baseline_net_gbp, saving_gbp, saving_gbp_status
                202425,      5000.00,          ,           z
                202526,      5150.00,          3350.00,    ok
                202627,      ,                 ,           x
                """);
    }

    @Test
    void a_placement_booked_on_a_line_that_its_side_names_counts_within_the_line() {
        saving(false);
        costs();
        warehouse.config("config.hnb_scope_object", """
                scope_code, side,      kind,      code
                five,       BASELINE,  PROVISION, BP-NORTH
                five,       BASELINE,  LINE,      1.2.7
                five,       SUCCESSOR, PROVISION, OUT-PRIMARY
                """);
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, line_code, net_gbp
                OUTTURN,   202425,         899,     1.2.7,     6000.00
                """);

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost where scope_type = 'SAVING' and time_period = 202425", """
                baseline_net_gbp
                7000.00
                """);
    }

    @Test
    void a_place_costs_what_its_provision_cost_divided_by_the_places_it_had_last_in_the_year() {
        costs();
        warehouse.given("core.dim_provision", """
                provision_key, provision_code, provision_name, commissioned_capacity, valid_from, valid_to,   is_latest
                1,             BP-NORTH,       North,          10,                    2022-09-01, 2024-08-31, false
                2,             BP-NORTH,       North,          8,                     2024-09-01, 2025-08-31, true
                """);

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost where scope_type = 'PROVISION' and scope_code = 'BP-NORTH'", """
                time_period, scope_title, outturn_net_gbp, per_place_gbp, per_pupil_gbp_status
                202425,      North,       5000.00,         625.00,        z
                202526,      North,       800.00,          100.00,        z
                """);
    }

    @Test
    void beside_the_cost_of_a_place_stands_how_many_months_its_provision_was_open() {
        costs();
        warehouse.asOf("2026-05-13T18:00:00Z");
        warehouse.given("core.dim_provision", """
                provision_key, provision_code, commissioned_capacity, valid_from, valid_to,   is_latest
                1,             BP-NORTH,       10,                    2022-09-01, 2025-03-31, false
                2,             BP-NORTH,       8,                     2025-04-01, 2025-08-31, true
                3,             OUT-PRIMARY,    6,                     2025-11-15, 9999-12-31, true
                """);

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost", """
                scope_type, scope_code,  time_period, per_place_gbp, months_in_force
                PROVISION,  BP-NORTH,    202425,      500.00,        12
                PROVISION,  BP-NORTH,    202526,      100.00,        5
                PROVISION,  OUT-PRIMARY, 202526,      166.67,        5
                PROVISION,  OUT-PRIMARY, 202627,      16.67,         2
                """);
    }

    @Test
    void half_a_penny_goes_up_and_a_mean_of_neighbours_is_rounded_once() {
        warehouse.given("core.fact_placement_cost", """
                placement_cost_key, la_code, time_period, month, provision_code, actual_gbp
                1,                  899,     202526,      12,    BP-NORTH,       27468.15
                """);
        warehouse.given("core.dim_provision", """
                provision_key, provision_code, commissioned_capacity, valid_from, valid_to,   is_latest
                1,             BP-NORTH,       6,                     2022-09-01, 9999-12-31, true
                """);
        warehouse.config("config.statistical_neighbour", """
                la_code, sn_version, neighbour_la_code, rank
                899,     2025-05,    874,               1
                899,     2025-05,    821,               2
                """);
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, line_code, net_gbp
                OUTTURN,   202526,         899,     1.2.3,     1000.00
                OUTTURN,   202526,         874,     1.2.3,     101.01
                OUTTURN,   202526,         821,     1.2.3,     203.02
                """);
        warehouse.given("core.fact_benchmark", """
                dataset,    measure,   geographic_level, time_identifier, time_period, la_code, phase_type_grouping, breakdown, value
                exclusions, headcount, Local authority,  Academic year,   202526,      874,     Total,               Total,     100
                exclusions, headcount, Local authority,  Academic year,   202526,      821,     Total,               Total,     200
                """);

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost where scope_type in ('PROVISION', 'TOTAL')", """
                scope_type, per_place_gbp, comparator_per_pupil_gbp
                PROVISION,  4578.03,
                TOTAL,      ,              1.01
                """);
    }

    private static void saving(boolean indexed) {
        warehouse.config("config.hnb_scope", """
                scope_code, la_code, scope_title, baseline_fy, is_indexed
                five,       899,     Five to one, 202425,      %s
                elsewhere,  821,     Not ours,    202425,      false
                """.formatted(indexed));
        warehouse.config("config.hnb_scope_object", """
                scope_code, side,      kind,      code
                five,       BASELINE,  PROVISION, BP-NORTH
                five,       SUCCESSOR, PROVISION, OUT-PRIMARY
                five,       SUCCESSOR, PROVISION, BP-NORTH
                elsewhere,  BASELINE,  PROVISION, BP-NORTH
                """);
    }

    private static void costs() {
        warehouse.given("core.fact_placement_cost", """
                placement_cost_key, la_code, time_period, month, provision_code, element,  line_code, budget_gbp, actual_gbp
                1,                  899,     202425,      1,     BP-NORTH,       PLACE,    1.2.7,     3900.00,    4000.00
                2,                  899,     202425,      12,    BP-NORTH,       TOPUP,    1.2.5,     1000.00,    1000.00
                3,                  899,     202526,      5,     BP-NORTH,       PLACE,    1.2.7,     800.00,     800.00
                4,                  899,     202526,      12,    OUT-PRIMARY,    OUTREACH, 1.2.5,     900.00,     1000.00
                5,                  899,     202627,      1,     OUT-PRIMARY,    OUTREACH, 1.2.5,     100.00,     100.00
                6,                  821,     202526,      12,    OUT-PRIMARY,    OUTREACH, 1.2.5,     100.00,     7777.00
                """);
    }
}
