package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FinanceModelsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void a_line_has_its_income_and_net_once_and_its_gross_by_phase() {
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, line_code, primary_gbp, special_gbp, gross_gbp, income_gbp, net_gbp
                OUTTURN,   202425,         899,     1.2.1,     40.25,       60.00,       100.25,    0.25,       100.00
                """);

        warehouse.build("core.fact_s251");

        warehouse.expect("core.fact_s251", """
                phase,   gross_gbp, income_gbp, net_gbp
                PRIMARY, 40.25,     ,
                SPECIAL, 60.00,     ,
                Total,   100.25,    0.25,       100.00
                """);
    }

    @Test
    void a_line_is_looked_up_by_its_financial_year() {
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, line_code, gross_gbp
                OUTTURN,   201819,         899,     1.2.12,    1
                OUTTURN,   202425,         899,     1.2.12,    1
                """);

        warehouse.build("core.fact_s251");

        warehouse.expect("core.fact_s251 as fact join core.dim_s251_line as line using (s251_line_key)", """
                time_period, line_name
                201819,      Carbon reduction commitment allowances (pupil referral units)
                202425,      Unknown
                """);
    }

    @Test
    void a_figure_that_a_published_file_tells_twice_counts_once() {
        warehouse.given("staged.benchmark", """
                dataset,    time_period, time_identifier, geographic_level, area_code, school_type,          measure,   value
                exclusions, 202425,      Academic year,   Local authority,  E06000032, State-funded primary, susp_rate, 1.02
                exclusions, 202425,      Academic year,   Local authority,  E06000032, State-funded primary, susp_rate, 1.02
                exclusions, 202425,      Academic year,   Local authority,  E06000032, Total,                susp_rate, 5.93
                """);

        warehouse.build("core.fact_benchmark");

        warehouse.expect("core.fact_benchmark", """
                la_code, phase_type_grouping, breakdown_topic, value, source_line
                821,     Primary,             Total,           1.02,  2
                821,     Total,               Total,           5.93,  4
                """);
    }

    @Test
    void a_published_figure_is_one_whatever_its_case_and_of_two_files_the_later() {
        warehouse.given("staged.benchmark", """
                dataset,    time_period, time_identifier, geographic_level, area_code, school_type,          breakdown_topic, breakdown, measure,   value, submission_key, received_at
                exclusions, 202425,      Academic year,   National,         E92000001, State-funded primary, Sex,             Boys,      susp_rate, 1.02,  2,              2025-11-20T02:00:00
                exclusions, 202425,      Academic year,   National,         E92000001, state-funded primary, SEX,             BOYS,      susp_rate, 1.01,  1,              2025-11-19T02:00:00
                exclusions, 202526,      Academic year,   National,         E92000001, Total,                Total,           Total,     susp_rate, 1.01,  1,              2026-02-19T02:00:00
                exclusions, 2025,        Week 40,         Local authority,  E08000016, Total,                Total,           Total,     susp_rate, 1.01,  1,              2026-02-19T02:00:00
                """);

        warehouse.build("core.fact_benchmark");

        warehouse.expect("core.fact_benchmark", """
                time_period, la_code, school_type,          breakdown, value, as_at_date
                202425,      ,        State-funded primary, Boys,      1.02,  2025-07-31
                202526,      ,        Total,                Total,     1.01,  2026-02-19
                2025,        370,     Total,                Total,     1.01,
                """);
    }

    @Test
    void lines_that_only_add_others_up_keep_apart_and_out_of_the_block() {
        warehouse.given("staged.s251_line", """
                statement, financial_year, la_code, line_code, category,             gross_gbp, net_gbp
                OUTTURN,   202425,         899,     Total,     Total schools budget, 9.00,      9.00
                OUTTURN,   202425,         899,     Total,     Total high needs,     5.00,      5.00
                OUTTURN,   202425,         ,        1.2.1,     1.2.1 of the country, 7.00,      7.00
                """);

        warehouse.build("core.fact_s251");

        warehouse.expect("core.fact_s251", """
                category,             s251_line_key, net_gbp
                Total schools budget, -1,            9.00
                Total high needs,     -1,            5.00
                """);
        warehouse.expect("select count(distinct s251_key) as keys from core.fact_s251", """
                keys
                2
                """);
    }

    @Test
    void the_latest_publication_of_an_allocation_counts() {
        warehouse.given("staged.dsg_allocation", """
                la_code, financial_year, block,      published_on, gross_gbp,   recoupment_gbp, net_gbp
                899,     202425,         HIGH_NEEDS, 2023-12-19,   41647144.00, 1159334.00,     40487810.00
                899,     202425,         HIGH_NEEDS, 2024-07-18,   41700000.00, 1160000.00,     40540000.00
                """);

        warehouse.build("core.fact_dsg");

        warehouse.expect("core.fact_dsg", """
                published_on, gross_gbp,   net_gbp
                2024-07-18,   41700000.00, 40540000.00
                """);
    }
}
