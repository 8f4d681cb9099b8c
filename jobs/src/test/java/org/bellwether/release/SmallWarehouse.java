package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.store.PublishedRelease;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.ReleaseInput;
import org.bellwether.release.store.ReleaseStore;

/** A home with a warehouse of a few rows, and a project with the config that discloses them. */
public final class SmallWarehouse implements AutoCloseable {

    public static final Instant AS_OF = Instant.parse("2026-05-01T22:30:00Z");

    public final Home home;
    final Project project;
    public final Connection connection;
    private final DuckDb engine;

    public SmallWarehouse(Path folder) throws IOException, SQLException {
        this(folder, 2);
    }

    SmallWarehouse(Path folder, int threads) throws IOException, SQLException {
        home = new Home(folder.resolve("home"));
        project = new Project(folder.resolve("project"));
        write(project.config().resolve("disclosure.yml"), text("disclosure.yml"));
        write(project.config().resolve("publication.yml"), text("publication.yml"));
        write(project.sql().resolve("marts/mart_exclusions_la.sql"), "select 1");
        write(project.sql().resolve("functions/duckdb.sql"), Files.readString(DuckDb.functions(Project.locate())));
        Files.createDirectories(home.build());
        engine = DuckDb.file(home.warehouseFile(), Project.locate(), new Settings.Engine("256MB", threads), home.tmp());
        connection = engine.connection();
        Sql.execute(connection, text("warehouse.sql"));
        fact();
    }

    /** A large fact: two years of Parquet, and the view that stands for them. */
    private void fact() throws IOException, SQLException {
        Path folder = home.fact("fact_attendance_session");
        Files.createDirectories(folder);
        for (int year : List.of(202324, 202425)) {
            Sql.execute(connection, "copy (select cast(range as bigint) as pupil_key, " + year + " as time_period,"
                    + " cast(range % 2 as tinyint) as possible from range(100) order by all) to " + Sql.literal(folder.resolve(year + ".parquet").toString())
                    + " (format parquet)");
        }
        Sql.execute(connection, "create view core.fact_attendance_session as"
                + " select * from read_parquet(" + Sql.literal(folder + "/*.parquet") + ")");
    }

    public ReleaseInput input() {
        return input(AS_OF);
    }

    public ReleaseInput input(Instant asOf) {
        return new ReleaseInput(asOf, 899,
                List.of(new ReleaseInput.Submission("exclusion_notice-1", "exclusion_notice", "accepted", asOf,
                        3, 2, 1)),
                Map.of("exclusion_notice", List.of("exclusion_notice-1")), Map.of("core.fact_exclusion", "abc"), Map.of("started", "2026-05-02T02:30:00Z"));
    }

    public Publisher publisher() {
        return new Publisher(project, home);
    }

    public ReleaseStore store() {
        return new ReleaseStore(home);
    }

    public PublishedRelease release() throws SQLException, IOException {
        return publisher().release(connection, input());
    }

    public ReleaseFolder current() throws IOException {
        return store().current().orElseThrow().folder();
    }

    /** Paths of the current release's files. */
    public List<String> files() throws IOException {
        ReleaseFolder current = current();
        return Folders.files(current.root()).stream().map(file -> Folders.name(current.root(), file)).toList();
    }

    void expectNothingLeftBehind() throws IOException {
        for (Path folder : List.of(home.root(), home.releases())) {
            assertThat(Folders.list(folder)).noneMatch(path -> path.getFileName().toString().startsWith("."));
        }
        assertThat(Folders.files(home.releases())).noneMatch(file -> file.toString().matches(".*(tmp|wal)$"));
    }

    /** Adds an audit to those of the project. */
    void audit(String name, String severity, String query) throws IOException {
        write(project.sql().resolve("audits/" + name + ".sql"), """
                -- It is so
                -- severity: %s
                -- why: because
                -- matters: to all
                -- resolve: mend it
                %s
                """.formatted(severity, query));
    }

    /** Where the last run has kept the rows that the audit gave. */
    Path auditedRows(String name) {
        List<Path> runs = Folders.list(home.audits());
        return runs.get(runs.size() - 1).resolve(name + ".csv");
    }

    public void execute(String sql) throws SQLException {
        Sql.execute(connection, sql);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        engine.close();
    }

    public static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static String text(String resource) throws IOException {
        return Files.readString(
                Project.locate().root().resolve("jobs/src/test/resources/org/bellwether/release").resolve(resource));
    }
}
