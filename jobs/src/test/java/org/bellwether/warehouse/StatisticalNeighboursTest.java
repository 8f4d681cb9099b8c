package org.bellwether.warehouse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose neighbours count: those of the latest set, received or of the config. */
class StatisticalNeighboursTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @BeforeEach
    void a_set_of_the_config() {
        warehouse.config("config.statistical_neighbour", """
                la_code, sn_version, neighbour_la_code, rank, closeness
                899,     2025-05,    901,               1,    Close
                899,     2025-05,    902,               2,    Close
                898,     2025-05,    901,               1,    Close
                """);
    }

    @Test
    void a_set_that_was_received_goes_before_the_same_set_of_the_config_whole() {
        warehouse.given("staged.statistical_neighbour", """
                la_code, sn_version, rank, neighbour_la_code, closeness,  submission_key, source_line
                899,     2025-05,    1,    903,               Very close, 7,              4
                """);

        warehouse.build("core.dim_statistical_neighbour");

        warehouse.expect("core.dim_statistical_neighbour", """
                la_code, sn_version, rank, neighbour_la_code, closeness,  is_current, submission_key, source_line
                898,     2025-05,    1,    901,               Close,      true,       ,
                899,     2025-05,    1,    903,               Very close, true,       7,              4
                """);
    }

    @Test
    void of_several_versions_the_latest_is_current_whichever_it_is_from() {
        warehouse.given("staged.statistical_neighbour", """
                la_code, sn_version, rank, neighbour_la_code, submission_key, source_line
                899,     2021-04,    1,    904,               7,              4
                898,     2026-05,    1,    905,               8,              4
                """);

        warehouse.build("core.dim_statistical_neighbour");

        warehouse.expect("core.dim_statistical_neighbour where is_current", """
                la_code, sn_version, neighbour_la_code
                898,     2026-05,    905
                899,     2025-05,    901
                899,     2025-05,    902
                """);
    }
}
