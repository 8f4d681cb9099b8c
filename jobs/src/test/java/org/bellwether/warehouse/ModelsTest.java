package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every model of the project, on nothing at all. */
class ModelsTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void every_model_builds_on_an_empty_warehouse() {
        assertThat(warehouse.buildAll()).isNotEmpty();
    }

    @Test
    void what_was_built_once_is_not_built_again() {
        warehouse.buildAll();

        assertThat(warehouse.buildAll()).noneMatch(ModelRun::computed);
    }
}
