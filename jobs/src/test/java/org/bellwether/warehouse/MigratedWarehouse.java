package org.bellwether.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.staging.session.StagedSchema;
import org.bellwether.warehouse.figure.FigureModels;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.model.ModelGraph;
import org.bellwether.warehouse.model.PartitionedFact;
import org.bellwether.warehouse.table.SchemaMigrator;

/**
 * A warehouse in memory with all of its tables, its config and its models, which test classes empty and use one after another: to make
 * one takes longer than most tests. One is made for each config, once a process.
 */
final class MigratedWarehouse {

    private static final String HOME = """
            bellwether: {la: 899, la_name: Wardown Borough}
            """;
    private static final Map<Made, MigratedWarehouse> MADE = new HashMap<>();

    private final Set<String> given = new HashSet<>();
    private final Set<String> configured = new HashSet<>();
    private final Set<String> filled = new HashSet<>();
    private boolean isFilledByHand = true;
    private final Path folder;
    private final ConfigFiles config;
    private final Connection connection;
    private final ModelGraph graph;
    private final Map<String, PartitionedFact> partitionedFacts;
    private final List<String> views;

    private MigratedWarehouse(Made of, int threads) throws IOException, SQLException {
        folder = Files.createTempDirectory("warehouse");
        config = new ConfigFiles(of.project.config(), of.writeConfig(folder.resolve("config")));
        DuckDb engine = DuckDb.memory(of.project, new Settings.Engine("1GB", threads), folder.resolve("tmp"));
        connection = engine.connection();
        FigureModels figures = new FigureModels(MeasureCatalog.load(config));
        List<Model> models = Stream.concat(Model.all(of.project).stream(), of.further.stream()).toList();
        SchemaMigrator.migrate(engine, of.project, new StagedSchema(of.project, ContractCatalog.load(config)).declarations(), figures.names(models));
        for (String table : ConfigTables.names(connection)) {
            loadConfig(table);
        }
        partitionedFacts = PartitionedFact.all(config);
        new GivenRows().show(connection);
        graph = new ModelGraph(connection, figures.with(models, connection), Warehouse.inputTables(connection));
        views = views(connection);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
    }

    /** One that nobody else has used or will use, and whose models run side by side. */
    static MigratedWarehouse alone(Project project) throws IOException, SQLException {
        return new MigratedWarehouse(new Made(project, Map.of(), List.of()), 2);
    }

    /**
     * @param overlay further files of the home's config, by their path in it
     * @param further models beside the project's
     */
    static synchronized MigratedWarehouse shared(Project project, Map<String, String> overlay, List<Model> further) throws IOException, SQLException {
        Made of = new Made(project, overlay, further);
        if (!MADE.containsKey(of)) {
            MADE.put(of, new MigratedWarehouse(of, 1));
        }
        return MADE.get(of);
    }

    /** Leaves what migration has made alone, without a row: for the next class. */
    void asMigrated() throws SQLException {
        empty();
        for (String view : views(connection)) {
            if (!views.contains(view)) {
                Sql.execute(connection, "drop view " + view);
            }
        }
    }

    /** Takes away all rows, and what was given instead of config and of facts in files: for the next test. */
    void empty() throws SQLException {
        for (String table : Sql.queryTexts(connection, "select schema_name || '.' || table_name from duckdb_tables()"
                + " where schema_name in ('given', 'core', 'total', 'figure', 'mart') or table_name = 'model_state'")) {
            // A statement for each of two hundred tables takes longer than most tests.
            if (isFilledByHand || filled.contains(table) || table.endsWith("model_state")) {
                Sql.execute(connection, "delete from " + table);
            }
        }
        filled.clear();
        isFilledByHand = false;
        for (String table : configured) {
            loadConfig(table);
        }
        for (String table : given) {
            if (partitionedFacts.containsKey(table)) {
                Sql.execute(connection, "drop table " + table);
            }
        }
        given.clear();
        configured.clear();
    }

    private static List<String> views(Connection connection) throws SQLException {
        return Sql.queryTexts(connection, "select schema_name || '.' || view_name from duckdb_views() where not internal");
    }

    Connection connection() {
        return connection;
    }

    ModelGraph graph() {
        return graph;
    }

    Map<String, PartitionedFact> partitionedFacts() {
        return partitionedFacts;
    }

    /** Where facts that live as files are kept. */
    Path facts() {
        return folder.resolve("core");
    }

    /** Tables that a test has given. */
    Set<String> given() {
        return given;
    }

    /** Tables that may have rows since all were emptied. */
    Set<String> filled() {
        return filled;
    }

    /** A test works on the connection itself, so that any table may have rows. */
    void filledByHand() {
        isFilledByHand = true;
    }

    /** Tables of config, without their schema, that a test has given. */
    Set<String> configured() {
        return configured;
    }

    private void loadConfig(String table) throws SQLException {
        try {
            ConfigTables.replace(connection, table, ConfigTables.rows(table, config));
        } catch (BellwetherException missing) {
            Sql.execute(connection, "delete from config." + table);
        }
    }

    private record Made(Project project, Map<String, String> overlay, List<Model> further) {

        Path writeConfig(Path own) throws IOException {
            Files.createDirectories(own);
            Files.writeString(own.resolve(Settings.FILE), HOME);
            for (Map.Entry<String, String> file : overlay.entrySet()) {
                Files.createDirectories(own.resolve(file.getKey()).getParent());
                Files.writeString(own.resolve(file.getKey()), file.getValue());
            }
            return own;
        }
    }
}
