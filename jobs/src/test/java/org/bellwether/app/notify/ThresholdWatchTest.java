package org.bellwether.app.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.ReleaseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of the published tier that pass a bound, from release to release. */
class ThresholdWatchTest {

    private static final Instant NOW = Instant.parse("2026-05-13T01:31:00Z");

    @TempDir
    private Path folder;
    private int releases;
    private ThresholdWatch.State state = new ThresholdWatch.State(null, Map.of());

    @Test
    void a_figure_is_told_when_it_passes_the_bound_and_not_again_while_it_stays_there() throws Exception {
        assertThat(told("(202425, 'A', 9.0, 'ok'), (202526, 'A', 7.0, 'ok'), (202526, 'B', 8.5, 'ok')")).containsExactly("B: 8.5");
        assertThat(told("(202526, 'A', 7.0, 'ok'), (202526, 'B', 8.6, 'ok')")).isEmpty();
        assertThat(told("(202526, 'A', 8.1, 'ok'), (202526, 'B', 7.0, 'ok')")).containsExactly("A: 8.1");
        assertThat(told("(202526, 'A', 8.1, 'ok'), (202526, 'B', 9.0, 'low')")).containsExactly("B: 9.0");
    }

    @Test
    void of_a_hidden_figure_nothing_is_told_nor_that_it_comes_back_as_it_was() throws Exception {
        assertThat(told("(202526, 'A', null, 'c'), (202526, 'B', 9.0, 'ok')")).containsExactly("B: 9.0");
        assertThat(told("(202526, 'A', null, 'c'), (202526, 'B', null, 'c')")).isEmpty();
        assertThat(told("(202526, 'A', null, 'c'), (202526, 'B', 9.0, 'ok')")).isEmpty();
    }

    @Test
    void a_mart_that_is_not_published_keeps_no_other_threshold_from_being_looked_at() throws Exception {
        List<Event> events = new ArrayList<>();
        watch("""
                thresholds:
                  gone: {says: g, mart: mart_gone, column: rate, by: [school], is: "> 8", to: [reader]}
                  outside: {says: o, mart: ../../restricted/mart_x, column: rate, by: [school], is: "> 8", to: [reader]}
                  quoted: {says: q, mart: mart_x, column: 'rate" or 1=1 --', by: [school], is: "> 8", to: [reader]}
                  rate: {says: r, mart: mart_x, column: rate, cell: {school: "it's"}, is: "<= 8", to: [reader]}
                """).look(release("(202526, 'it''s', 8.0, 'ok')"), state, NOW, events);

        assertThat(events).singleElement().satisfies(event -> assertThat(event.data()).containsEntry("threshold", "rate").containsEntry("is", "at or below 8"));
    }

    private List<String> told(String rows) throws Exception {
        List<Event> events = new ArrayList<>();
        state = watch("""
                thresholds:
                  rate: {says: r, mart: mart_x, column: rate, cell: {time_period: latest}, by: [school], is: "> 8", to: [reader]}
                """).look(release(rows), state, NOW, events);
        return events.stream().flatMap(event -> ((List<?>) event.data().get("rows")).stream()).map(Map.class::cast).map(row -> row.get("where") + ": " + row.get("value")).toList();
    }

    private ThresholdWatch watch(String config) throws Exception {
        Path overlay = Files.createDirectories(folder.resolve("config"));
        Files.writeString(overlay.resolve(ConfigFiles.NOTIFICATIONS), config);
        ConfigFiles files = ConfigFiles.of(Project.locate(), overlay);
        return new ThresholdWatch(Project.locate(), files, NotificationConfig.load(files));
    }

    private Release release(String rows) throws Exception {
        releases++;
        ReleaseId id = new ReleaseId(LocalDate.of(2026, 5, 13), releases);
        ReleaseFolder release = new ReleaseFolder(folder.resolve(id.toString()));
        Files.createDirectories(release.publishedMarts());
        try (DuckDb engine = DuckDb.memory(Project.locate(), new Settings.Engine("256MB", 1)); Connection connection = engine.connection()) {
            Sql.execute(connection, "copy (select * from (values %s) as given (time_period, school, rate, rate_status)) to %s".formatted(rows,
                    Sql.literal(release.publishedMarts().resolve("mart_x.parquet").toString())));
        }
        return new Release(id, release, true);
    }
}
