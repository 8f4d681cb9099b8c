package org.bellwether.warehouse;

import static org.bellwether.engine.Sql.literal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.ConfigFiles;
import org.bellwether.home.Project;
import org.bellwether.home.Settings;

/**
 * The warehouse of one folder: {@code warehouse.duckdb} and {@code core/<fact>/<slice>.parquet}, private to whoever
 * holds the home, and rebuilt from the staged rows whenever it is lost.
 *
 * <p>{@code open}, {@link #migrate}, {@link #loadConfig}, {@link #build}; each can be repeated after a kill.
 */
public final class Warehouse implements AutoCloseable {

    private static final String FILE = "warehouse.duckdb";

    private final Path folder;
    private final Project project;
    private final ConfigFiles config;
    private final DuckDb engine;

    private Warehouse(Path folder, Project project, ConfigFiles config, DuckDb engine) {
        this.folder = folder;
        this.project = project;
        this.config = config;
        this.engine = engine;
    }

    /**
     * @param folder the home's build folder, or one of its own for another as-of; made if absent
     * @param tmp where the engine may spill
     */
    public static Warehouse open(Path folder, Project project, ConfigFiles config, Settings settings, Path tmp)
            throws SQLException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DuckDb engine = DuckDb.file(folder.resolve(FILE), project, settings.bellwether().engine(), tmp);
        return new Warehouse(folder, project, config, engine);
    }

    /** Brings tables, types and comments to those of schema/warehouse. */
    public void migrate() throws SQLException {
        SchemaMigrator.migrate(engine, project);
    }

    /** Fills the schema {@code config} from the config in force. */
    public void loadConfig() throws SQLException {
        try (Connection connection = engine.connection()) {
            ConfigTables.load(connection, config);
        }
    }

    /**
     * Brings every model up to date with what is live.
     *
     * @param progress told of each model, and of each slice of a sliced fact, as it is done
     * @throws ModelException naming the model that cannot be built; those before it stand
     */
    public List<ModelRun> build(BuildInput input, Consumer<ModelRun> progress) throws SQLException {
        List<ModelRun> runs = new ArrayList<>();
        Consumer<ModelRun> both = run -> {
            synchronized (runs) {
                runs.add(run);
                progress.accept(run);
            }
        };
        try (Connection connection = engine.connection()) {
            setClock(connection, input.asOf());
            StagedLayer staged = new StagedSources(input);
            staged.show(connection);
            ModelGraph graph = new ModelGraph(connection, Model.all(project), inputTables(connection));
            ModelRunner runner = new ModelRunner(connection, graph, new Inputs(connection, staged, project),
                    new SlicedFacts(connection, staged, facts(), SlicedFact.all(config)));
            runner.run(graph.ordered(), both);
            Sql.execute(connection, "checkpoint");
        }
        return runs;
    }

    /** A new connection; the caller closes it. */
    public Connection connection() throws SQLException {
        return engine.connection();
    }

    /** Holds a folder for each fact that lives as Parquet, with a file a slice. */
    public Path facts() {
        return folder.resolve("core");
    }

    @Override
    public void close() {
        engine.close();
    }

    /** Lets as_of() answer this instant. */
    static void setClock(Connection connection, Instant asOf) throws SQLException {
        Sql.execute(connection, "create or replace macro as_of() as cast(%s as timestamp)"
                .formatted(literal(LocalDateTime.ofInstant(asOf, ZoneOffset.UTC).toString())));
    }

    /** Schema and name of every table that models may read and that no model makes. */
    static Set<String> inputTables(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        ConfigTables.names(connection).forEach(table -> tables.add("config." + table));
        StagedSources.shapes(connection).forEach(table -> tables.add("staged." + table));
        return tables;
    }
}
