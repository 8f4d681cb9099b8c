package org.bellwether.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import org.bellwether.config.Project;
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

    /** Golden fact G20: capital that revenue pays for (E30) is netted off income, and stands in neither total. */
    @Test
    void the_codes_add_up_to_the_totals_that_are_published() throws IOException {
        warehouse.config("config.cfr_code", Files.readString(Project.locate().config().resolve("reference/cfr_code.csv")));
        warehouse.given("staged.cfr_amount", """
                laestab, financial_year, cfr_code, amount_gbp
                8992001, 202223,         I01,      2404792.48
                8992001, 202223,         I17,      50000.00
                8992001, 202223,         E01,      2000000.00
                8992001, 202223,         E30,      16624.84
                8992001, 202223,         E31,      57111.64
                8992001, 202223,         B06,      -79302.11
                8992001, 202223,         CE01,     16624.84
                """);

        warehouse.build("core.fact_cfr");

        warehouse.expect("""
                select total_group, sum(case when total_group = 'TOTAL_INCOME' and kind = 'EXPENDITURE' then -amount_gbp else amount_gbp end) as total_gbp
                from core.fact_cfr
                where total_group is not null
                group by total_group""", """
                total_group,       total_gbp
                TOTAL_INCOME,      2438167.64
                TOTAL_EXPENDITURE, 2057111.64
                REVENUE_RESERVE,   -79302.11
                """);
    }
}
