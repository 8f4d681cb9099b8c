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
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.warehouse.figure.FigureModels;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.model.BuildProgress;
import org.bellwether.warehouse.model.InputFingerprints;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.model.ModelGraph;
import org.bellwether.warehouse.model.ModelRun;
import org.bellwether.warehouse.model.ModelRunner;
import org.bellwether.warehouse.model.PartitionedFact;
import org.bellwether.warehouse.model.PartitionedFactBuilder;
import org.bellwether.warehouse.model.StagedLayer;
import org.bellwether.warehouse.model.ViewComments;
import org.bellwether.warehouse.source.BuildInput;
import org.bellwether.warehouse.source.LiveScope;
import org.bellwether.warehouse.source.ParquetStagedLayer;
import org.bellwether.warehouse.source.RowAudit;
import org.bellwether.warehouse.source.SetAsideRow;
import org.bellwether.warehouse.source.SetAsideTable;
import org.bellwether.warehouse.source.StagedSource;
import org.bellwether.warehouse.table.Fingerprint;
import org.bellwether.warehouse.table.SchemaMigrator;

/**
 * The warehouse of one folder: {@code warehouse.duckdb} and {@code core/<fact>/<partition>.parquet}, private to whoever
 * holds the home, and rebuilt from the staged rows whenever it is lost.
 *
 * <p>{@code open}, {@link #migrate}, {@link #loadConfig}, {@link #build}; each can be repeated after a kill.
 */
public final class Warehouse implements AutoCloseable {

    /** Folder of the SELECTs of the last build. */
    public static final String COMPOSED = "models";

    private static final String FILE = "warehouse.duckdb";

    /** A row that is left out can show another; where that goes on, it is no matter of rows, and the release's audits say so. */
    private static final int ROUNDS = 5;

    private final Path folder;
    private final Project project;
    private final ConfigFiles config;
    private final DuckDb engine;
    private List<SetAsideRow> setAside = List.of();

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
        DuckDb engine = DuckDb.file(folder.resolve(FILE), project, settings.engine(), tmp);
        return new Warehouse(folder, project, config, engine);
    }

    /**
     * Brings tables, types and comments to those of schema/warehouse; a table whose declaration changed is empty until the next build.
     *
     * @param staged declarations of the staged tables, which the contracts make
     */
    public void migrate(String staged) throws SQLException {
        SchemaMigrator.migrate(engine, project, staged, new FigureModels(MeasureCatalog.load(config)).names(Model.all(project)));
    }

    /** Fills the schema {@code config} from the config in force. */
    public void loadConfig() throws SQLException {
        try (Connection connection = engine.connection()) {
            ConfigTables.load(connection, config);
        }
    }

    /**
     * Brings every model up to date with what is live, and without the rows that audits name: those are set aside, and what
     * hangs on them is built again, until the audits name none.
     *
     * @param progress told of each model, and of each partition of a partitioned fact, as it is done
     * @throws org.bellwether.warehouse.table.ModelException naming the model that cannot be built; those before it stand
     */
    public List<ModelRun> build(BuildInput input, BuildProgress progress) throws SQLException {
        List<ModelRun> runs = new ArrayList<>();
        BuildProgress both = new BuildProgress() {

            @Override
            public void begin(int models) {
                progress.begin(models);
            }

            @Override
            public void done(ModelRun run) {
                synchronized (runs) {
                    runs.add(run);
                    progress.done(run);
                }
            }
        };
        try (Connection connection = engine.connection()) {
            setClock(connection, input.asOf());
            List<RowAudit> audits = RowAudit.all(project);
            List<Model> models = new FigureModels(MeasureCatalog.load(config)).with(Model.all(project), connection);
            keep(models);
            SetAsideTable aside = new SetAsideTable(connection, digest(connection, input, models), audits);
            build(connection, input, models, aside.rows(), both);
            for (int round = 1; round <= ROUNDS; round++) {
                List<SetAsideRow> found = aside.find();
                if (found.isEmpty()) {
                    break;
                }
                aside.add(found);
                build(connection, input, models, aside.rows(), both);
            }
            setAside = aside.rows();
            Sql.execute(connection, "checkpoint");
        }
        return runs;
    }

    private void build(Connection connection, BuildInput input, List<Model> models, List<SetAsideRow> without, BuildProgress progress)
            throws SQLException {
        StagedLayer staged = new ParquetStagedLayer(input, without);
        staged.show(connection);
        ModelGraph graph = new ModelGraph(connection, models, inputTables(connection));
        ViewComments comments = ViewComments.read(connection);
        new ModelRunner(connection, graph, new InputFingerprints(connection, staged, project),
                new PartitionedFactBuilder(connection, staged, facts(), PartitionedFact.all(config), comments), comments).run(graph.ordered(), progress);
    }

    /** Each as it is run, for readers: those that are composed of measures lie in no file of the project. */
    private void keep(List<Model> models) {
        Path composed = composed();
        Folders.delete(composed);
        try {
            for (Model model : models) {
                Path file = composed.resolve(model.schema()).resolve(model.name() + ".sql");
                Files.createDirectories(file.getParent());
                Files.writeString(file, model.sql());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all that may change which rows an audit names. */
    private String digest(Connection connection, BuildInput input, List<Model> models) throws SQLException {
        Fingerprint digest = new Fingerprint().add("as of", input.asOf().toString()).add("functions", InputFingerprints.read(DuckDb.functions(project)));
        input.sources().stream().sorted(Comparator.comparing(StagedSource::table)).forEach(source -> {
            digest.add(source.table(), source.kind().name());
            source.deliveries().forEach(delivery -> digest.add("delivery", delivery.submissionId() + delivery.whole()));
            source.liveScopes().stream().map(LiveScope::toString).sorted().forEach(scope -> digest.add("scope", scope));
        });
        for (Model model : models) {
            digest.add(model.table(), model.sql());
        }
        RowAudit.all(project).forEach(audit -> digest.add(audit.name(), audit.query()));
        for (String table : ConfigTables.names(connection)) {
            digest.add(table, Fingerprint.ofRows(connection, "config." + table));
        }
        return digest.text();
    }

    /** The rows that the last build left out. */
    public List<SetAsideRow> setAside() {
        return setAside;
    }

    /** A new connection; the caller closes it. */
    public Connection connection() throws SQLException {
        return engine.connection();
    }

    /** Holds a folder for each fact that lives as Parquet, with a file a partition. */
    public Path facts() {
        return folder.resolve("core");
    }

    /** Holds the SELECT of every model of the last build, a folder a schema. */
    public Path composed() {
        return folder.resolve(COMPOSED);
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
        ParquetStagedLayer.shapes(connection).forEach(table -> tables.add("staged." + table));
        return tables;
    }
}
