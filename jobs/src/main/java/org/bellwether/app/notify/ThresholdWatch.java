package org.bellwether.app.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.config.Shown;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.release.store.Release;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the published figures that are beyond a threshold now and were not in the release before. It reads the published tier alone: of what is
 * hidden there nothing is told, neither now nor that it was told before.
 */
final class ThresholdWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ThresholdWatch.class);
    private static final Settings.Engine SMALL = new Settings.Engine("256MB", 1);
    private static final int SHOWN = 20;
    private static final String SEPARATOR = ", ";

    private final Project project;
    private final NotificationConfig config;
    private final MeasureCatalog measures;

    /**
     * What was found in a release.
     *
     * @param passed rows beyond each threshold, by its name
     */
    record State(String release, Map<String, Set<String>> passed) {

        Set<String> of(String threshold) {
            return passed == null ? Set.of() : passed.getOrDefault(threshold, Set.of());
        }
    }

    private record Row(String where, String value, boolean isHidden, boolean isBeyond) {
    }

    ThresholdWatch(Project project, ConfigFiles files, NotificationConfig config) {
        this.project = project;
        this.config = config;
        this.measures = config.thresholds().values().stream().anyMatch(one -> one.measure() != null) ? MeasureCatalog.load(files) : null;
    }

    /**
     * @param before of the release before; of a threshold that it does not know all is new
     * @param events takes what is to be told
     */
    State look(Release release, State before, Instant now, List<Event> events) throws SQLException, IOException {
        Map<String, Set<String>> passed = new TreeMap<>();
        Path marts = release.folder().publishedMarts().toRealPath();
        try (DuckDb engine = DuckDb.memory(project, SMALL); Connection connection = engine.connection()) {
            for (Map.Entry<String, Threshold> one : config.thresholds().entrySet()) {
                List<Row> rows;
                try {
                    rows = rows(connection, marts, one.getValue());
                } catch (BellwetherException | SQLException e) {
                    LOG.warn("Threshold {} was not looked at: {}", one.getKey(), e.getMessage());
                    passed.put(one.getKey(), before.of(one.getKey()));
                    continue;
                }
                Set<String> beyond = rows.stream().filter(Row::isBeyond).map(Row::where).collect(Collectors.toCollection(TreeSet::new));
                List<Row> news = rows.stream().filter(row -> row.isBeyond && !before.of(one.getKey()).contains(row.where)).toList();
                // A figure that is hidden now is as it was: else its coming back would be told as news.
                rows.stream().filter(row -> row.isHidden && before.of(one.getKey()).contains(row.where)).forEach(row -> beyond.add(row.where));
                passed.put(one.getKey(), beyond);
                if (!news.isEmpty()) {
                    events.add(event(one.getKey(), one.getValue(), release, news, now));
                }
            }
        }
        return new State(release.id().toString(), passed);
    }

    /** Why thresholds could not be looked at in the release, one sentence each; empty where all can. */
    List<String> faults(Release release) throws SQLException, IOException {
        List<String> faults = new ArrayList<>();
        Path marts = release.folder().publishedMarts().toRealPath();
        try (DuckDb engine = DuckDb.memory(project, SMALL); Connection connection = engine.connection()) {
            for (Map.Entry<String, Threshold> one : config.thresholds().entrySet()) {
                try {
                    rows(connection, marts, one.getValue());
                } catch (BellwetherException | SQLException e) {
                    faults.add("threshold " + one.getKey() + ": " + e.getMessage());
                }
            }
        }
        return faults;
    }

    private Event event(String name, Threshold threshold, Release release, List<Row> news, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("threshold", name);
        data.put("says", threshold.says());
        data.put("is", threshold.inWords());
        data.put("rows", news.stream().limit(SHOWN).map(row -> Map.<String, Object>of("where", row.where, "value", row.value)).toList());
        data.put("more", (long) Math.max(0, news.size() - SHOWN));
        data.put("more_rows", news.size() > SHOWN);
        return Event.of("threshold " + name + " " + release.id(), EventKind.THRESHOLD, now, threshold.to(), data);
    }

    private List<Row> rows(Connection connection, Path marts, Threshold threshold) throws SQLException {
        Path file = marts.resolve(threshold.mart() + ".parquet").normalize();
        if (!file.getParent().equals(marts) || !Files.isRegularFile(file)) {
            throw ErrorCode.NOTIFICATION_WRONG.with(ConfigFiles.NOTIFICATIONS, "mart " + threshold.mart() + " is not published");
        }
        String mart = "read_parquet(" + Sql.literal(file.toString()) + ")";
        String column = threshold.column(measures);
        Set<String> known = new TreeSet<>(Sql.queryTexts(connection, "select column_name from (describe select * from " + mart + ")"));
        List<String> named = new ArrayList<>(threshold.by());
        named.addAll(threshold.cell().keySet());
        named.add(column);
        named.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw ErrorCode.NOTIFICATION_WRONG.with(ConfigFiles.NOTIFICATIONS, "column " + name + " of " + threshold.mart() + " is not published");
        });
        String hidden = known.contains(column + "_status") ? "coalesce(" + Sql.identifier(column + "_status") + " = 'c', false)" : "false";
        int width = threshold.by().size();
        return Sql.query(connection, "select %s, cast(%s as varchar), %s, coalesce(%s %s %s, false) from %s where %s order by all".formatted(
                threshold.by().stream().map(name -> "cast(" + Sql.identifier(name) + " as varchar)").collect(Collectors.joining(SEPARATOR)),
                Sql.identifier(column), hidden, Sql.identifier(column), threshold.operator(), threshold.bound().toPlainString(), mart, chosen(threshold, mart)),
                row -> {
                    List<String> where = new ArrayList<>();
                    for (int place = 1; place <= width; place++) {
                        where.add(row.getString(place) == null ? "-" : Shown.text(row.getString(place)));
                    }
                    return new Row(String.join(SEPARATOR, where), String.valueOf(row.getString(width + 1)), row.getBoolean(width + 2),
                            !row.getBoolean(width + 2) && row.getBoolean(width + 3));
                });
    }

    /** The condition of its cell; what is to be the latest is that of the rows which the rest of it chooses. */
    private static String chosen(Threshold threshold, String mart) {
        String fixed = threshold.cell().entrySet().stream().filter(one -> !one.getValue().equals(Threshold.LATEST))
                .map(one -> "cast(" + Sql.identifier(one.getKey()) + " as varchar) = " + Sql.literal(one.getValue())).collect(Collectors.joining(" and "));
        String where = fixed.isEmpty() ? "true" : fixed;
        List<String> latest = threshold.cell().entrySet().stream().filter(one -> one.getValue().equals(Threshold.LATEST)).map(Map.Entry::getKey).toList();
        // One after the other: the last term of the last year, and not the last term of all years.
        for (String column : latest) {
            where = "%1$s and %2$s = (select max(%2$s) from %3$s where %1$s)".formatted(where, Sql.identifier(column), mart);
        }
        return where;
    }
}
