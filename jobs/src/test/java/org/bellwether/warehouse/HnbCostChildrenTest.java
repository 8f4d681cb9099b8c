package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HnbCostChildrenTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void nothing_but_what_is_given() {
        warehouse.given("core.fact_pupil_census", "pupil_key\n");
        warehouse.given("core.dim_provision", "provision_key\n");
        warehouse.given("core.fact_benchmark", "benchmark_key\n");
    }

    @Test
    void money_of_placements_says_on_how_many_children_it_was_spent() {
        warehouse.given("core.fact_placement", """
                placement_key, placement_id, pupil_key
                1,             P1,           71
                2,             P2,           71
                3,             P3,           73
                4,             P4,           74
                """);
        warehouse.given("core.fact_placement_cost", """
                placement_cost_key, la_code, time_period, month, provision_code, placement_id, placement_key, budget_gbp, actual_gbp
                1,                  899,     202425,      1,     BP-NORTH,       P1,           1,             10.00,      10.00
                2,                  899,     202425,      2,     BP-NORTH,       P2,           2,             10.00,      10.00
                3,                  899,     202425,      2,     BP-NORTH,       P3,           3,             10.00,      10.00
                4,                  899,     202425,      2,     BP-NORTH,       P4,           4,             10.00,      0.00
                5,                  899,     202425,      2,     BP-NORTH,       unknown,      -1,            10.00,
                6,                  899,     202425,      2,     BP-NORTH,       ,             -1,            10.00,      10.00
                7,                  899,     202425,      2,     BLOCK,          ,             -1,            10.00,      10.00
                """);
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, line_code, gross_gbp, income_gbp, net_gbp
                OUTTURN,   202425,         899,     1.2.3,     1000.00,   0.00,       1000.00
                """);

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost where scope_type in ('PROVISION', 'TOTAL')", """
                scope_type, scope_code, budget_net_gbp, outturn_net_gbp, children
                PROVISION,  BLOCK,      10.00,          10.00,
                PROVISION,  BP-NORTH,   60.00,          40.00,           2
                TOTAL,      Total,      ,               1000.00,
                """);
    }
}
