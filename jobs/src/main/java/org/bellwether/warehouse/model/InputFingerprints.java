package org.bellwether.warehouse.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bellwether.config.Project;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.table.Fingerprint;
import org.bellwether.warehouse.table.TableColumns;

/** Knows the content of every table that a model may read, and so the fingerprint of what a model is made of. */
public final class InputFingerprints {

    /** Raised when the way in which a model's rows are written changes. */
    private static final String FORMAT = "1";

    private static final Set<String> CLOCK = Set.of("as_of", "as_of_date");

    private final StagedLayer staged;
    private final String engine;
    private final String functions;
    private final String asOf;
    private final Map<String, String> contents = new ConcurrentHashMap<>();
    /** Of what views read, which stands by then and is asked for by many. */
    private final Map<String, TableColumns> columns = new ConcurrentHashMap<>();

    public InputFingerprints(Connection connection, StagedLayer staged, Project project) throws SQLException {
        this.staged = staged;
        this.engine = Sql.queryText(connection, "select version()");
        this.functions = read(DuckDb.functions(project));
        this.asOf = Sql.queryText(connection, "select cast(as_of() as varchar)");
    }

    /** A model's table was brought up to date, and holds this. */
    void made(Model model, String content) {
        contents.put(model.table(), content);
    }

    String fingerprint(Connection connection, Model model, ModelDependencies dependencies, TableColumns columns) throws SQLException {
        Fingerprint fingerprint = start(model, dependencies, columns);
        for (String table : dependencies.tables()) {
            fingerprint.add(table, content(connection, table));
        }
        return fingerprint.text();
    }

    /** Of a view itself: its SELECT and the columns of what it reads. */
    String form(Connection connection, Model model, ModelDependencies dependencies) throws SQLException {
        Fingerprint form = new Fingerprint().add("engine", engine).add("functions", functions).add("sql", model.sql());
        for (String table : dependencies.tables()) {
            form.add(table, columns.computeIfAbsent(table, read -> TableColumns.ofTable(connection, read)).types().toString());
        }
        return form.text();
    }

    /** Of what a view of this form shows: that of what it reads. */
    String shown(Connection connection, String form, ModelDependencies dependencies) throws SQLException {
        Fingerprint shown = new Fingerprint().add("form", form);
        if (dependencies.functions().stream().anyMatch(CLOCK::contains)) {
            shown.add("as of", String.valueOf(asOf));
        }
        for (String table : dependencies.tables()) {
            shown.add(table, content(connection, table));
        }
        return shown.text();
    }

    /**
     * The same for one partition of a fact: of the table that it is made of, only that partition counts, and of versions how they
     * stood then.
     *
     * @param content what stands behind the partition
     */
    String fingerprint(Connection connection, Model model, ModelDependencies dependencies, TableColumns columns, PartitionedFact fact,
            String partition, String content) throws SQLException {
        Fingerprint fingerprint = start(model, dependencies, columns).add("sorted by", String.join(",", fact.sortedBy()))
                .add("one of", fact.oneOf().toString());
        for (String table : dependencies.tables()) {
            fingerprint.add(table, table.equals(fact.of()) ? content
                    : fact.asItStood().containsKey(table) ? Fingerprint.ofRows(connection, "(" + fact.asItStood(table, partition) + ")")
                    : content(connection, table));
        }
        return fingerprint.text();
    }

    private Fingerprint start(Model model, ModelDependencies dependencies, TableColumns columns) {
        Fingerprint fingerprint = new Fingerprint()
                .add("format", FORMAT)
                .add("engine", engine)
                .add("functions", functions)
                .add("sql", model.sql())
                .add("columns", columns.types().toString());
        if (dependencies.functions().stream().anyMatch(CLOCK::contains)) {
            fingerprint.add("as of", String.valueOf(asOf));
        }
        return fingerprint;
    }

    private String content(Connection connection, String table) throws SQLException {
        String content = contents.get(table);
        if (content == null) {
            content = table.startsWith("staged.")
                    ? staged.content(connection, table) : Fingerprint.ofRows(connection, table);
            contents.put(table, content);
        }
        return content;
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
