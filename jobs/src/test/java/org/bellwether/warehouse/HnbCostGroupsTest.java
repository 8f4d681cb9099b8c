package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is known of the high needs block where lines are lacking: of groups that come without them, lines that no list has, and amounts that nobody tells. */
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

    @Test
    void the_block_holds_lines_that_the_list_lacks_and_is_not_known_without_one_of_its_amounts() {
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, line_code, gross_gbp, income_gbp, net_gbp
                BUDGET,    202425,         899,     1.2.1,     1000.00,   ,           1000.00
                BUDGET,    202425,         899,     1.2.14,    ,          ,           200.00
                BUDGET,    202425,         899,     1.2.7a,    ,          ,           7.00
                BUDGET,    202425,         899,     Total,     ,          ,           1207.00
                BUDGET,    202425,         899,     1.2.3,     50.00,     10.00,
                OUTTURN,   202425,         899,     1.2.1,     1000.00,   ,
                OUTTURN,   202425,         899,     1.2.2,     ,          ,           30.00
                """);

        warehouse.build("mart.mart_hnb_cost");

        warehouse.expect("mart.mart_hnb_cost where scope_type in ('TOTAL', 'GROUP')", """
                scope_type, scope_code,        budget_net_gbp, outturn_net_gbp, outturn_net_gbp_status, variance_gbp_status, per_pupil_gbp_status
                TOTAL,      Total,             1240.00,        ,                x,                      x,                   x
                GROUP,      TOPUP_MAINTAINED,  1000.00,        ,                x,                      x,                   x
                GROUP,      TOPUP_INDEPENDENT, 40.00,          ,                x,                      x,                   x
                """);
    }
}
