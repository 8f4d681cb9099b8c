package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
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
        project.write("schema/warehouse/V010__first.sql", "create table core.first (n integer)");
        project.write("schema/warehouse/V020__second.sql", "create table core.second (n integer); create table core.first (n integer)");
        try (DuckDb engine = DuckDb.file(folder.resolve("warehouse.duckdb"), project.project(), new Settings.Engine("256MB", 1),
                folder.resolve("tmp")); Connection connection = engine.connection()) {
            withoutLog(() -> assertThatThrownBy(() -> SchemaMigrator.migrate(engine, project.project())).isInstanceOf(FlywayException.class));
            assertThat(tables(connection)).isEmpty();

            project.write("schema/warehouse/V020__second.sql", "create table core.second (n integer)");

            assertThat(SchemaMigrator.migrate(engine, project.project())).isEqualTo(4);
            assertThat(tables(connection)).contains("core.first", "core.second", "main.flyway_schema_history");
            assertThat(SchemaMigrator.migrate(engine, project.project())).isZero();
        }
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
