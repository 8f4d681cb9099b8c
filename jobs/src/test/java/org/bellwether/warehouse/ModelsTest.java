package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.model.ModelRun;
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

    @Test
    void every_table_and_column_has_a_comment() {
        warehouse.buildAll();

        assertThat(warehouse.ask("""
                select schema_name || '.' || table_name from duckdb_tables()
                where schema_name in ('build', 'config', 'shape', 'core', 'total', 'figure', 'mart') and comment is null
                union all
                select schema_name || '.' || view_name from duckdb_views() where schema_name in ('core', 'part', 'mart') and comment is null
                union all
                select schema_name || '.' || table_name || '.' || column_name from duckdb_columns()
                where schema_name in ('build', 'config', 'shape', 'core', 'total', 'figure', 'mart') and comment is null
                    and not (schema_name in ('core', 'mart') and contains(table_name, '__'))
                """)).isEmpty();
    }

    @Test
    void every_table_of_the_star_and_the_marts_has_its_model() {
        assertThat(warehouse.ask("""
                select schema_name || '.' || table_name from duckdb_tables() where schema_name in ('core', 'mart')
                """)).isSubsetOf(Model.all(Project.locate()).stream().map(Model::table).toList());
    }

    @Test
    void every_audit_finds_nothing_where_there_is_nothing() {
        warehouse.buildAll();

        // Audits of plausibility hold the marts against those of the last release.
        warehouse.with(ReleaseBefore::create);
        for (Path audit : Folders.list(Project.locate().sql().resolve("audits"))) {
            String name = audit.getFileName().toString().replace(".sql", "");
            assertThat(warehouse.audit(name)).as(name).isEmpty();
        }
    }
}
