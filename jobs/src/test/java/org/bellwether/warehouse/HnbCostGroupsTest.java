package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups of Section 251 lines that the department's workbook gives without their lines. */
class HnbCostGroupsTest {

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
    void a_group_of_which_no_line_has_come_is_what_the_workbook_gives_and_the_block_is_not_known_by_it() {
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, detail,           line_code,        special_gbp, primary_gbp, income_gbp, net_gbp
                BUDGET,    202122,         899,     LINES,            1.2.3,            100,         0,           0,          100
                OUTTURN,   202122,         899,     TOPUP_INDEPENDENT,TOPUP_INDEPENDENT,90,          0,           5,          85
                OUTTURN,   202122,         899,     PLACE,            PLACE,            40,          7,           ,           40
                BUDGET,    202122,         899,     TOPUP_INDEPENDENT,TOPUP_INDEPENDENT,999,         0,           0,          999
                OUTTURN,   202021,         899,     HOSPITAL,         HOSPITAL,         ,            ,            ,           33
                """);

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost", """
                time_period, scope_type, scope_code,        budget_net_gbp, outturn_net_gbp, preferred_source
                202021,      GROUP,      HOSPITAL,          ,               33.00,           outturn
                202122,      GROUP,      PLACE,             ,               40.00,           budget
                202122,      GROUP,      TOPUP_INDEPENDENT, 100.00,         85.00,           budget
                202122,      LINE,       1.2.3,             100.00,         ,                budget
                202122,      TOTAL,      Total,             100.00,         ,                budget
                """);
    }
}
