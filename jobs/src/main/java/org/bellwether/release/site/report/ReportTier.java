package org.bellwether.release.site.report;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.release.store.ReleaseFolder;

/**
 * One tier of a release in an engine of its own, for the questions of pages: {@code mart_…} and {@code dim_…} are named without a schema.
 *
 * <p>Whatever a page of a home's own asks, it gets nothing but this tier: no other is open, and from there on no file can be.
 */
public final class ReportTier implements AutoCloseable {

    /** The name under which the published tier is attached, in either. */
    static final String PUBLISHED = "published";

    private static final Settings.Engine SMALL = new Settings.Engine("1GB", 2);

    private static final String AUTHORITIES = "dim_local_authority";

    private final DuckDb engine;
    private final Connection connection;
    private final String marts;

    private ReportTier(DuckDb engine, String marts) throws SQLException {
        this.engine = engine;
        this.marts = marts;
        this.connection = engine.connection();
    }

    public static ReportTier published(Project project, ReleaseFolder folder) throws SQLException {
        return open(project, List.of(attach(folder.publishedDatabase(), PUBLISHED)), PUBLISHED + ".main");
    }

    /** The marts before disclosure control, with the dimensions that are published. */
    public static ReportTier restricted(Project project, ReleaseFolder folder) throws SQLException {
        return open(project, List.of(attach(folder.martsDatabase(), "marts"), attach(folder.publishedDatabase(), PUBLISHED)), "marts.mart," + PUBLISHED + ".main");
    }

    private static String attach(Path database, String name) {
        return "attach " + Sql.literal(database.toString()) + " as " + name + " (read_only)";
    }

    private static ReportTier open(Project project, List<String> attach, String path) throws SQLException {
        ReportTier tier = new ReportTier(DuckDb.memory(project, SMALL), path.split(",")[0]);
        try {
            Sql.executeAll(tier.connection, attach);
            Sql.executeAll(tier.connection, List.of("set search_path = " + Sql.literal(path + ",memory.main"), "set enable_external_access = false",
                    "set disabled_filesystems = 'LocalFileSystem'", "set lock_configuration = true"));
            return tier;
        } catch (SQLException | RuntimeException e) {
            tier.close();
            throw e;
        }
    }

    /** Name of the authority that the release is of; its code where the tier has no dimension of authorities. */
    public String authority(int la) throws SQLException {
        boolean isKnown = new TierQueries(connection).tables().contains(AUTHORITIES);
        return (isKnown ? Sql.queryFirst(connection, "select la_name from " + AUTHORITIES + " where la_code = " + la, row -> row.getString(1))
                : Optional.<String>empty()).orElse("local authority " + la);
    }

    /** Names of the tables that readers of the published tier have. */
    public Set<String> publishedTables() throws SQLException {
        return new TierQueries(connection).publishedTables();
    }

    public Connection connection() {
        return connection;
    }

    /** One more, for a question that is asked while others are; the caller closes it. Tables are named by {@link #marts} before them. */
    public Connection another() throws SQLException {
        return engine.connection();
    }

    /** Where the marts lie, as it stands before the name of one. */
    public String marts() {
        return marts;
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            engine.close();
        }
    }
}
