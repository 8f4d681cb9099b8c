package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StrategyAuditsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void two_rows_of_one_placement_cost_are_two_costs_and_break_no_audit() {
        warehouse.given("staged.placement_cost", """
                placement_id, la_code, financial_year, month, element, actual_gbp
                P1,           899,     202425,         1,     FEE,     10.00
                P1,           899,     202425,         1,     FEE,     10.00
                """);

        warehouse.build("core.fact_placement_cost");

        assertThat(warehouse.audit("placement_cost_key")).isEmpty();
        assertThat(warehouse.audit("placement_cost_references")).isEmpty();
    }

    @Test
    void an_entry_of_the_register_that_runs_into_the_next_one_ends_before_it() {
        warehouse.given("staged.provision", """
                provision_code, valid_from, valid_to
                BP,             2022-09-01, 2024-09-01
                BP,             2024-09-01,
                """);

        warehouse.build("core.dim_provision");

        warehouse.expect("core.dim_provision where provision_code = 'BP'", """
                valid_from, valid_to
                2022-09-01, 2024-08-31
                2024-09-01, 9999-12-31
                """);
        assertThat(warehouse.audit("provision_versions")).isEmpty();
    }

    @Test
    void a_measure_that_no_one_defined_is_found() {
        warehouse.given("mart.mart_same_point_in_year", """
                measure_code
                happiness
                """);
        warehouse.build("core.dim_measure");

        assertThat(warehouse.audit("mart_measure_code")).containsExactly("happiness");
    }
}
