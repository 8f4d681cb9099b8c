package org.bellwether.staging.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;

/**
 * The engine in memory in which submissions are typed and judged, each on a connection of its own, with the code sets that
 * any of them has asked for and the UPNs that any has brought. It opens when the first one needs it, and again after it was closed.
 */
public final class StagingEngine implements AutoCloseable {

    private static final Pattern CODE_SET = Pattern.compile("codes\\.([a-z0-9_]+)");
    private static final List<String> DAYS = List.of("valid_from", "valid_to");

    private final Project project;
    private final Settings.Engine settings;
    private final ContractCatalog catalog;
    private final Path tmp;
    private final Set<String> loaded = new TreeSet<>();
    private final List<String> verdicts = new ArrayList<>();
    private DuckDb engine;
    private int submissions = 1;

    /** @param tmp a folder of its own, where the engine may spill */
    public StagingEngine(Project project, Settings.Engine settings, ContractCatalog catalog, Path tmp) {
        this.project = project;
        this.settings = settings;
        this.catalog = catalog;
        this.tmp = tmp;
    }

    /** How many submissions share the threads from the next opening on: each brings one of its own, and more would wait. */
    public synchronized void sideBySide(int count) {
        submissions = Math.max(1, count);
    }

    /** A connection, whose temporary tables nobody else sees; the caller closes it. */
    public synchronized Connection connection() throws SQLException {
        if (engine == null) {
            DuckDb opened = DuckDb.memory(project, new Settings.Engine(settings.memoryLimit(), Math.max(1, settings.threads() / submissions)),
                    Folders.createPrivate(tmp));
            try (Connection connection = opened.connection()) {
                Sql.execute(connection, "create schema codes");
                Sql.execute(connection, read(project.sql().resolve("functions/text.sql")));
            }
            engine = opened;
        }
        return engine.connection();
    }

    /** Loads the code sets that a piece of SQL names as {@code codes.<set>}, each once; text but for the days of validity. */
    synchronized void loadCodes(Connection connection, String sql) throws SQLException {
        Matcher matcher = CODE_SET.matcher(sql);
        while (matcher.find()) {
            if (!loaded.contains(matcher.group(1))) {
                load(connection, catalog.codeSet(matcher.group(1)));
                loaded.add(matcher.group(1));
            }
        }
    }

    /** The table {@code (upn, failed_rule, pupil_key)} of the UPNs that have been judged in this way; made if there is none. */
    public synchronized String knownUpns(Connection connection, String failed) throws SQLException {
        if (!verdicts.contains(failed)) {
            Sql.execute(connection, "create table known_upn_" + verdicts.size() + " (upn varchar, failed_rule varchar, pupil_key bigint)");
            verdicts.add(failed);
        }
        return "known_upn_" + verdicts.indexOf(failed);
    }

    /** Adds to them what another table has: one submission at a time, so that each UPN stands there once. */
    public synchronized void learnUpns(Connection connection, String known, String judged) throws SQLException {
        Sql.execute(connection, "insert into " + known + " select * from " + judged + " as judged anti join " + known
                + " as known on known.upn = judged.upn where judged.upn is not null");
    }

    @Override
    public synchronized void close() {
        if (engine != null) {
            engine.close();
            engine = null;
            loaded.clear();
            verdicts.clear();
            Folders.delete(tmp);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(Connection connection, CodeSet set) throws SQLException {
        List<String> header = set.header();
        Sql.execute(connection, "create or replace table codes." + Sql.identifier(set.name()) + header.stream()
                .map(column -> Sql.identifier(column) + (DAYS.contains(column) ? " date" : " varchar")).collect(Collectors.joining(", ", " (", ")")));
        if (!set.rows().isEmpty()) {
            Sql.execute(connection, set.rows().stream().map(row -> header.stream()
                            .map(column -> value(column, row.get(column))).collect(Collectors.joining(", ", "(", ")")))
                    .collect(Collectors.joining(", ", "insert into codes." + Sql.identifier(set.name()) + " values ", "")));
        }
    }

    private static String value(String column, String text) {
        return DAYS.contains(column) && text.isEmpty() ? "null" : Sql.literal(text);
    }
}
