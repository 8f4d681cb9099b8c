package org.bellwether.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellwether.engine.Sql;

/** The staged tables as views over the Parquet of what is live. */
final class StagedSources implements StagedLayer {

    private static final String SUBMISSION = "staged.submission";

    private final Map<String, StagedSource> sources = new TreeMap<>();
    private final List<SubmissionRow> submissions;
    private final Map<Path, String> hashes = new HashMap<>();

    StagedSources(BuildInput input) {
        input.sources().forEach(source -> sources.put("staged." + source.table(), source));
        submissions = input.submissions();
    }

    /** Fills the tables of deliveries, scopes and submissions and shows every staged table whole. */
    @Override
    public void show(Connection connection) throws SQLException {
        LiveTables.fill(connection, sources.values(), submissions);
        for (String shape : shapes(connection)) {
            showWhole(connection, "staged." + shape);
        }
    }

    @Override
    public void showYear(Connection connection, String table, YearlyFact fact, int year) throws SQLException {
        create(connection, table, view(connection, table).ofYear(years(table, fact), year));
    }

    @Override
    public void showWhole(Connection connection, String table) throws SQLException {
        create(connection, table, view(connection, table).of(sources));
    }

    @Override
    public SortedSet<Integer> years(Connection connection, String table, YearlyFact fact) {
        return sources.containsKey(table) ? years(table, fact).all() : new TreeSet<>();
    }

    @Override
    public String content(Connection connection, String table) throws SQLException {
        if (table.equals(SUBMISSION)) {
            return Fingerprint.ofRows(connection, table);
        }
        StagedSource source = sources.get(SourceView.sourceOf(table));
        if (source == null) {
            return "";
        }
        Fingerprint fingerprint = new Fingerprint().add("kind", source.kind().name())
                .add("event key", source.eventKey() + "," + source.retires());
        source.deliveries().forEach(delivery -> add(fingerprint, delivery));
        source.liveScopes().forEach(scope -> fingerprint.add("scope", scope.toString()));
        return fingerprint.text();
    }

    @Override
    public String content(Connection connection, String table, YearlyFact fact, int year) {
        Fingerprint fingerprint = new Fingerprint();
        SourceYears years = years(table, fact);
        years.whole(year).forEach(delivery -> add(fingerprint, delivery));
        years.sifted(year).forEach(delivery -> add(fingerprint, delivery));
        years.siftedScopes(year).forEach(scope -> fingerprint.add("scope", scope.toString()));
        return fingerprint.text();
    }

    private SourceYears years(String table, YearlyFact fact) {
        return new SourceYears(sources.get(table), fact.by());
    }

    private void add(Fingerprint fingerprint, Delivery delivery) {
        fingerprint.add("delivery", delivery.submissionKey() + "," + delivery.receivedAt() + "," + delivery.arrival())
                .add("whole", Boolean.toString(delivery.whole()))
                .add("rows", hashes.computeIfAbsent(delivery.parquet(), Fingerprint::ofFile));
    }

    private static SourceView view(Connection connection, String table) throws SQLException {
        String name = table.substring(table.indexOf('.') + 1);
        return new SourceView(name, Columns.ofTable(connection, "shape." + name));
    }

    private static void create(Connection connection, String table, String select) throws SQLException {
        Sql.execute(connection, "create or replace view " + table + " as\n" + select);
    }

    /** Names of the tables that staging delivers: those that know when they were received. */
    static List<String> shapes(Connection connection) throws SQLException {
        return Catalog.tablesWith(connection, "shape", SourceView.RECEIVED);
    }
}
