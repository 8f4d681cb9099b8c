package org.bellwether.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.home.Project;
import org.bellwether.home.Settings;
import org.bellwether.release.ReleaseFolder;
import org.bellwether.release.ReleaseSession;

/** The current release in an engine of its own, which can read that release and nothing else. */
final class ReleaseSql implements AutoCloseable {

    private static final Pattern ABOUT = Pattern.compile("^\\s*(describe|summarize|explain|show|desc)\\s+(?:analyze\\s+)?", Pattern.CASE_INSENSITIVE);
    private static final Settings.Engine SMALL = new Settings.Engine("1GB", 2);

    private final DuckDb engine;
    private final Connection connection;

    private ReleaseSql(DuckDb engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /**
     * @param restricted whether to see the schemas core and mart instead of the published marts and dimensions
     * @throws UsageException where nothing is published yet
     */
    static ReleaseSql open(Home home, boolean restricted) throws SQLException, IOException {
        if (!Files.exists(home.current())) {
            throw new UsageException("Nothing is published on " + home.root() + " yet. Run: bellwether nightly");
        }
        Path release = home.current().toRealPath();
        Path spill = Files.createTempDirectory("bellwether-sql");
        DuckDb engine = DuckDb.memory(Project.locate(), SMALL, spill);
        Connection connection = engine.connection();
        ReleaseFolder folder = new ReleaseFolder(release);
        if (restricted) {
            ReleaseSession.openRestricted(connection, folder);
            Sql.execute(connection, "set search_path = 'core,mart'");
        } else {
            ReleaseSession.openPublished(connection, folder);
        }
        Sql.execute(connection, "set allowed_directories = [" + Sql.literal(release + "/") + ", " + Sql.literal(spill + "/") + "]");
        Sql.execute(connection, "set enable_external_access = false");
        Sql.execute(connection, "set lock_configuration = true");
        return new ReleaseSql(engine, connection);
    }

    Connection connection() {
        return connection;
    }

    /** @throws UsageException where the text is anything but one query */
    void allow(String query) throws SQLException {
        Matcher about = ABOUT.matcher(query);
        String asked = about.find() ? query.substring(about.end()) : query;
        String keyword = about.reset().find() ? about.group(1).toLowerCase(Locale.ROOT) : "";
        if (keyword.equals("show") || isTableName(asked)) {
            if (asked.contains(";") && !asked.strip().endsWith(";")) {
                throw new UsageException("Ask one question at a time");
            }
            return;
        }
        String tree = Sql.queryText(connection, "select json_serialize_sql(" + Sql.literal(asked) + ")");
        if (tree.contains("\"error\":true") && !tree.contains("syntax error") && !tree.contains("parser")) {
            throw new UsageException("Releases are read-only: sql answers SELECT, DESCRIBE, SUMMARIZE, SHOW and EXPLAIN");
        }
        if (tree.contains("\"error\":true")) {
            Sql.execute(connection, "explain " + asked);
        }
    }

    private static boolean isTableName(String text) {
        return text.strip().matches("[\\w.\"]+;?");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        engine.close();
    }
}
