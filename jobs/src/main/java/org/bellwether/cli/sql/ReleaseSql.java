package org.bellwether.cli.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.app.Moment;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.QueryGuard;
import org.bellwether.engine.Sql;
import org.bellwether.home.Access;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.TemporaryFolder;
import org.bellwether.release.format.ReleaseSession;
import org.bellwether.release.store.ReleaseFolder;

/**
 * The current release in an engine of its own, read-only.
 *
 * <p>The published tier is opened alone, and after that the engine touches no file at all. The restricted tier is opened
 * with the files of its facts, which the engine may open later, and a folder outside the release into which it may spill.
 */
final class ReleaseSql implements AutoCloseable {

    private static final Settings.Engine SMALL = new Settings.Engine("1GB", 2);

    private final DuckDb engine;
    private final Connection connection;
    private final TemporaryFolder spill;

    private ReleaseSql(DuckDb engine, TemporaryFolder spill) throws SQLException {
        this.engine = engine;
        this.connection = engine.connection();
        this.spill = spill;
    }

    /**
     * @param restricted whether to see the schemas core and mart instead of the published marts and dimensions
     * @throws BellwetherException where nothing is published yet
     */
    static ReleaseSql open(Home home, boolean restricted) throws SQLException, IOException {
        ReleaseFolder folder = current(home, restricted);
        return restricted ? openRestricted(folder) : openPublished(folder);
    }

    /**
     * The statements that attach the current release in any DuckDB session: it is named by where it lies, links resolved, so that they
     * hold wherever the session was started, and go on with this release when there is another one.
     *
     * @throws BellwetherException where nothing is published yet
     */
    static String attachScript(Home home, boolean restricted) throws SQLException, IOException {
        ReleaseFolder folder = current(home, restricted);
        StringBuilder text = new StringBuilder("-- Release " + folder.root().getFileName() + (restricted ? ", restricted: schemas core and mart" : ", as it is published") + "\n");
        try (DuckDb engine = DuckDb.memory(Project.locate(), SMALL); Connection session = engine.connection()) {
            List<String> script = restricted ? ReleaseSession.restrictedScript(session, folder) : ReleaseSession.publishedScript(folder);
            script.forEach(statement -> text.append(statement).append(";\n"));
        }
        return text.toString();
    }

    private static ReleaseFolder current(Home home, boolean restricted) throws IOException {
        Access.demandEntry(home.root(), home.releases());
        if (!Files.exists(home.current())) {
            throw ErrorCode.NOTHING_PUBLISHED.with(home.root());
        }
        ReleaseFolder folder = new ReleaseFolder(home.current().toRealPath());
        Access.demandEntry(restricted ? new Path[] {folder.restricted(), folder.core(), folder.marts()} : new Path[] {folder.published()});
        return folder;
    }

    /**
     * What {@code build --as-of} has left: the schemas core and mart of its warehouse, as unsuppressed as the restricted tier.
     *
     * @param asOf as it was given to the build
     * @throws BellwetherException where there is no such build
     */
    static ReleaseSql openAsOf(Home home, String asOf) throws SQLException, IOException {
        Moment.parse(asOf);
        Access.demandEntry(home.root(), home.build());
        Path folder = home.asOf(Moment.label(asOf));
        Path warehouse = folder.resolve("warehouse.duckdb");
        if (!Files.exists(warehouse)) {
            List<String> built = Folders.list(folder.getParent()).stream().map(path -> path.getFileName().toString()).toList();
            throw ErrorCode.NOT_BUILT_AS_OF.with(asOf, built.isEmpty() ? "none" : built);
        }
        TemporaryFolder spill = TemporaryFolder.create("bellwether-sql");
        ReleaseSql opened = new ReleaseSql(DuckDb.memory(Project.locate(), SMALL, spill.path()), spill);
        return opened.set(() -> {
            Sql.execute(opened.connection, "attach " + Sql.literal(warehouse.toString()) + " as warehouse (read_only)");
            Sql.execute(opened.connection, "set search_path = 'warehouse.core,warehouse.mart'");
            opened.close("set allowed_directories = [" + Sql.literal(folder.resolve("core") + "/") + "]", "set enable_external_access = false");
        });
    }

    private static ReleaseSql openPublished(ReleaseFolder folder) throws SQLException, IOException {
        ReleaseSql opened = new ReleaseSql(DuckDb.memory(Project.locate(), SMALL), null);
        return opened.set(() -> {
            ReleaseSession.openPublished(opened.connection, folder);
            opened.close("set enable_external_access = false", "set disabled_filesystems = 'LocalFileSystem'");
        });
    }

    private static ReleaseSql openRestricted(ReleaseFolder folder) throws SQLException, IOException {
        TemporaryFolder spill = TemporaryFolder.create("bellwether-sql");
        ReleaseSql opened = new ReleaseSql(DuckDb.memory(Project.locate(), SMALL, spill.path()), spill);
        return opened.set(() -> {
            List<String> facts = ReleaseSession.openRestricted(opened.connection, folder);
            Sql.execute(opened.connection, "set search_path = 'core,mart'");
            opened.close("set allowed_paths = " + Sql.literals(facts), "set enable_external_access = false");
        });
    }

    /** What is done before the first question. */
    @FunctionalInterface
    private interface Opening {
        void run() throws SQLException, IOException;
    }

    private ReleaseSql set(Opening opening) throws SQLException, IOException {
        try {
            opening.run();
            return this;
        } catch (SQLException | IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** From here on neither files nor settings are open to anybody. */
    private void close(String... settings) throws SQLException {
        // A result of any size is handed on as the engine makes it.
        Sql.execute(connection, "set global jdbc_stream_results = true");
        Sql.executeAll(connection, List.of(settings));
        Sql.execute(connection, "set lock_configuration = true");
    }

    Connection connection() {
        return connection;
    }

    /**
     * @throws BellwetherException where the text is anything but one question
     * @throws SQLException   where the engine cannot parse it
     */
    void allow(String query) throws SQLException {
        QueryGuard.check(connection, query);
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            engine.close();
            if (spill != null) {
                spill.close();
            }
        }
    }
}
