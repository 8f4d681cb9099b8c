package org.bellwether.app.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Access;
import org.bellwether.home.Home;
import org.bellwether.home.TemporaryFolder;

/**
 * The warehouse of a home beside a database in memory, of which nothing stays: {@code warehouse.core.fact_x} cannot be changed, and
 * {@code memory.main} holds what is listed of it. The engine opens no file but those of facts and staged rows.
 *
 * <p>The caller holds the home's lock.
 */
final class ReadOnlyWarehouse implements AutoCloseable {

    private final TemporaryFolder spill;
    private final DuckDb engine;
    private final Connection connection;
    private final Connection models;

    private ReadOnlyWarehouse(TemporaryFolder spill, DuckDb engine) throws SQLException {
        this.spill = spill;
        this.engine = engine;
        this.connection = engine.connection();
        this.models = engine.connection();
    }

    /** @throws BellwetherException where nothing is built */
    static ReadOnlyWarehouse open(Project project, Home home, Settings.Engine settings) throws SQLException, IOException {
        Access.demandEntry(home.root(), home.build());
        if (!Files.exists(home.warehouseFile())) {
            throw ErrorCode.NOTHING_BUILT.with(home.root());
        }
        TemporaryFolder spill = TemporaryFolder.create("bellwether-explain");
        ReadOnlyWarehouse opened = new ReadOnlyWarehouse(spill, DuckDb.memory(project, settings, spill.path()));
        try {
            opened.attach(home);
            return opened;
        } catch (SQLException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void attach(Home home) throws SQLException {
        Sql.execute(connection, "attach " + Sql.literal(home.warehouseFile().toString()) + " as warehouse (read_only)");
        // Views of the warehouse ask the functions beside it for the day.
        Sql.execute(connection, "create or replace macro as_of() as cast("
                + Sql.literal(Sql.queryText(connection, "select warehouse.main.as_of()")) + " as timestamp)");
        Sql.executeAll(connection, List.of("create schema total", "create schema part"));
        Sql.execute(models, "set search_path = 'warehouse.main,memory.main'");
        Sql.executeAll(connection, List.of(
                "set allowed_directories = " + Sql.literals(Stream.of(home.facts(), home.staged()).map(ReadOnlyWarehouse::inside).toList()),
                "set enable_external_access = false", "set lock_configuration = true"));
    }

    private static String inside(Path folder) {
        return folder + "/";
    }

    /** Names of models without a database mean those in memory. */
    Connection connection() {
        return connection;
    }

    /** Names of models without a database mean those of the warehouse. */
    Connection models() {
        return models;
    }

    /** Whether there is such a table or view. */
    boolean has(String schema, String name) throws SQLException {
        return !columns(schema, name).isEmpty();
    }

    /** Names of the columns of a table or view; empty where there is none. */
    List<String> columns(String schema, String name) throws SQLException {
        return Sql.queryTexts(connection, "select column_name from duckdb_columns() where database_name = 'warehouse' and schema_name = "
                + Sql.literal(schema) + " and table_name = " + Sql.literal(name) + " order by column_index");
    }

    String type(String schema, String table, String column) throws SQLException {
        return Sql.queryText(connection, "select data_type from duckdb_columns() where database_name = 'warehouse' and schema_name = "
                + Sql.literal(schema) + " and table_name = " + Sql.literal(table) + " and column_name = " + Sql.literal(column));
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
            models.close();
        } finally {
            engine.close();
            spill.close();
        }
    }
}
