package org.bellwether.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.duckdb.DuckDBConnection;

/**
 * One DuckDB instance, in memory or over a file, with the settings of the home and the functions that models name.
 *
 * <p>A connection belongs to one task and one thread: two threads on one have crashed the JVM.
 */
public final class DuckDb implements AutoCloseable {

    /**
     * Optimizers of which an engine may know some. To make a join of every list of codes takes a statement of staging 20 ms
     * of its 40, and saves a model nothing; partial sums below a join cost the attendance of schools 3.6 s instead of 1.2.
     */
    private static final String UNHELPFUL = "('in_clause', 'partial_aggregate_pushdown')";

    private final DuckDBConnection root;

    private DuckDb(DuckDBConnection root) {
        this.root = root;
    }

    /** For what fits in memory: it makes no folder and never spills. */
    public static DuckDb memory(Project project, Settings.Engine engine) throws SQLException {
        return withFunctions(open("jdbc:duckdb:", properties(engine, "")), project);
    }

    /** @param tmp where the engine may spill; made if absent */
    public static DuckDb memory(Project project, Settings.Engine engine, Path tmp) throws SQLException {
        return withFunctions(open("jdbc:duckdb:", engine, tmp), project);
    }

    /**
     * @param file made if absent; no other process may have it open
     * @param tmp where the engine may spill; made if absent
     */
    public static DuckDb file(Path file, Project project, Settings.Engine engine, Path tmp) throws SQLException {
        return withFunctions(plainFile(file, engine, tmp), project);
    }

    /** In memory and without the functions, for a file that is only copied. */
    public static DuckDb plainMemory(Settings.Engine engine) throws SQLException {
        return open("jdbc:duckdb:", properties(engine, ""));
    }

    /** The same without the functions, for a file that no model reads. */
    public static DuckDb plainFile(Path file, Settings.Engine engine, Path tmp) throws SQLException {
        return open("jdbc:duckdb:" + PlainPath.of(file), engine, tmp);
    }

    /** A new connection to this instance; the caller closes it. */
    public Connection connection() throws SQLException {
        return root.duplicate();
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The engine does not close", e);
        }
    }

    private static DuckDb open(String url, Settings.Engine engine, Path tmp) throws SQLException {
        try {
            Files.createDirectories(tmp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(url, properties(engine, tmp.toString()));
    }

    private static DuckDb open(String url, Properties properties) throws SQLException {
        DuckDb opened = configured(new DuckDb((DuckDBConnection) DriverManager.getConnection(url, properties)),
                "set global TimeZone = 'UTC'");
        return configured(opened, "set global disabled_optimizers = " + Sql.literal(String.join(",", Sql.queryTexts(opened.root,
                "select name from duckdb_optimizers() where name in " + UNHELPFUL))));
    }

    private static DuckDb withFunctions(DuckDb database, Project project) throws SQLException {
        try {
            return configured(database, Files.readString(functions(project)));
        } catch (IOException e) {
            database.close();
            throw new UncheckedIOException(e);
        }
    }

    private static DuckDb configured(DuckDb database, String sql) throws SQLException {
        try {
            Sql.execute(database.root, sql);
            return database;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The file that defines the functions of models for this engine. */
    public static Path functions(Project project) {
        return project.sql().resolve("functions/duckdb.sql");
    }

    private static Properties properties(Settings.Engine engine, String tmp) {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", engine.memoryLimit());
        properties.setProperty("threads", Integer.toString(engine.threads()));
        properties.setProperty("temp_directory", tmp);
        // Line numbers of a file are its row numbers, so rows must stay in the order in which they were read.
        properties.setProperty("preserve_insertion_order", "true");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        return properties;
    }
}
