package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.table.SchemaMigrator;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

class SchemaMigratorTest {

    @TempDir
    Path folder;

    @Test
    void tables_and_the_note_that_they_are_made_come_together_or_not_at_all() throws Exception {
        TestProject project = TestProject.in(folder);
        project.write("schema/warehouse/R__010_first.sql", "create or replace table core.first (n integer)");
        project.write("schema/warehouse/R__020_second.sql", "create or replace table core.second (n integer); nonsense");
        try (DuckDb engine = DuckDb.file(folder.resolve("warehouse.duckdb"), project.project(), new Settings.Engine("256MB", 1),
                folder.resolve("tmp")); Connection connection = engine.connection()) {
            withoutLog(() -> assertThatThrownBy(() -> migrate(engine, project)).isInstanceOf(FlywayException.class));
            assertThat(tables(connection)).isEmpty();

            project.write("schema/warehouse/R__020_second.sql", "create or replace table core.second (n integer)");

            assertThat(migrate(engine, project)).isEqualTo(5);
            assertThat(tables(connection)).contains("core.first", "core.second", "main.flyway_schema_history");
            assertThat(migrate(engine, project)).isZero();
        }
    }

    @Test
    void a_warehouse_of_numbered_scripts_is_taken_over_and_keeps_nothing_that_no_script_declares() throws Exception {
        TestProject project = TestProject.in(folder);
        project.write("schema/warehouse/V010__first.sql", "create schema core; create schema mart; create table core.first (n integer); create table mart.mart_gone (n integer)");
        project.write("schema/warehouse/V020__second.sql", "alter table core.first alter n type bigint");
        try (DuckDb engine = DuckDb.file(folder.resolve("warehouse.duckdb"), project.project(), new Settings.Engine("256MB", 1),
                folder.resolve("tmp")); Connection connection = engine.connection()) {
            migrate(engine, project);
            Sql.execute(connection, "insert into core.first values (1)");
            Sql.execute(connection, "create view mart.mart_gone__parts as select n from mart.mart_gone");
            Sql.execute(connection, "insert into build.model_state values ('core.first', '', 'made of', 'rows', 1), ('mart.mart_gone', '', '', '', 0)");
            project.delete("schema/warehouse/V010__first.sql").delete("schema/warehouse/V020__second.sql")
                    .write("schema/warehouse/R__010_first.sql", "create or replace table core.first (n bigint, m bigint)");

            assertThat(migrate(engine, project)).isEqualTo(1);

            assertThat(tables(connection)).contains("core.first").doesNotContain("mart.mart_gone");
            assertThat(Sql.queryTexts(connection, "select view_name from duckdb_views() where schema_name = 'mart'")).isEmpty();
            assertThat(Sql.queryTexts(connection, "select column_name from duckdb_columns() where table_name = 'first'")).containsExactly("n", "m");
            assertThat(Sql.queryTexts(connection, "select model from build.model_state")).isEmpty();
        }
    }

    private static int migrate(DuckDb engine, TestProject project) throws SQLException {
        return SchemaMigrator.migrate(engine, project.project(), "", Set.of("core.first", "core.second"));
    }

    /** Flyway logs the failure that is provoked here, and a reader of the build would take it for one of the build. */
    private static void withoutLog(Runnable provoked) {
        LoggingSystem log = LoggingSystem.get(SchemaMigratorTest.class.getClassLoader());
        log.setLogLevel("org.flywaydb", LogLevel.OFF);
        try {
            provoked.run();
        } finally {
            log.setLogLevel("org.flywaydb", LogLevel.ERROR);
        }
    }

    private static List<String> tables(Connection connection) throws Exception {
        return Sql.queryTexts(connection, "select schema_name || '.' || table_name from duckdb_tables()");
    }
}
