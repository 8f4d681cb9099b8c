package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CfrModelTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void an_amount_finds_its_code_and_the_school_of_the_last_day_of_the_year() {
        warehouse.given("core.dim_school", """
                school_key, laestab, valid_from, valid_to
                20,         8994001, 2010-09-01, 2025-03-30
                21,         8994001, 2025-03-31, 9999-12-31
                """);
        warehouse.config("config.cfr_code", """
                code, label,          kind,        total_group
                I01,  Funds,          INCOME,      TOTAL_INCOME
                B02,  Uncommitted,    BALANCE,     REVENUE_RESERVE
                """);
        warehouse.given("staged.cfr_amount", """
                laestab, financial_year, cfr_code, amount_gbp
                8994001, 202425,         I01,      1000.50
                8994001, 202324,         B02,      -20.00
                8992009, 202425,         I01,      10.00
                """);

        warehouse.build("core.fact_cfr");

        warehouse.expect("core.fact_cfr", """
                laestab, school_key, time_period, cfr_code, kind,    amount_gbp, is_returned_by_lead
                8994001, 21,         202425,      I01,      INCOME,  1000.50,    false
                8994001, 20,         202324,      B02,      BALANCE, -20.00,     false
                8992009, -1,         202425,      I01,      INCOME,  10.00,      false
                """);
    }

    @Test
    void a_school_that_returns_beside_the_lead_of_its_federation_is_marked_in_that_year() {
        warehouse.given("staged.cfr_amount", """
                laestab, financial_year, cfr_code, amount_gbp, federation_members
                8992001, 202425,         I01,      100.00,     8992001 8992002
                8992001, 202425,         E01,      90.00,      8992001 8992002
                8992002, 202425,         I01,      40.00,
                8992002, 202324,         I01,      40.00,
                8992003, 202425,         I01,      40.00,
                """);

        warehouse.build("core.fact_cfr");

        warehouse.expect("core.fact_cfr", """
                laestab, time_period, cfr_code, is_returned_by_lead
                8992001, 202425,      I01,      false
                8992001, 202425,      E01,      false
                8992002, 202425,      I01,      true
                8992002, 202324,      I01,      false
                8992003, 202425,      I01,      false
                """);
    }
}
