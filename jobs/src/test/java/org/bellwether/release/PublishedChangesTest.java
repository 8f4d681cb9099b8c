package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.home.Json;
import org.bellwether.release.compare.PublishedChanges;
import org.bellwether.release.compare.ReleaseComparison;
import org.bellwether.release.compare.ReleaseDifference.Example;
import org.bellwether.release.compare.ReleaseDifference.FigureChange;
import org.bellwether.release.store.ReleaseFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release tells its readers of how it differs from the one before. */
class PublishedChangesTest {

    @TempDir
    Path folder;

    private SmallWarehouse warehouse;
    private ReleaseFolder first;

    @BeforeEach
    void a_release() throws SQLException, IOException {
        warehouse = new SmallWarehouse(folder);
        warehouse.release();
        first = warehouse.current();
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    @Test
    void the_first_says_that_it_is_the_first() throws IOException {
        assertThat(told().state()).isEqualTo(PublishedChanges.State.FIRST);
        assertThat(page().text()).contains("This is the first release");
    }

    @Test
    void each_published_figure_that_differs_is_told_as_the_diff_tells_it_and_of_a_hidden_one_no_value() throws SQLException, IOException {
        warehouse.execute("update mart.mart_exclusions_la set headcount = 155 where time_period = 202425 and breakdown = 'Female'");
        warehouse.execute("update mart.mart_exclusions_la set suspension = 3 where time_period = 202324");
        warehouse.release();

        List<FigureChange> diff = new ReleaseComparison(warehouse.connection, warehouse.project, warehouse.home).between(first, warehouse.current(), false).figures();
        assertThat(counts(told().figures())).isEqualTo(counts(diff)).containsEntry("headcount", List.of(1L, 0L, 0L, 0L, 0L)).containsEntry("suspension", List.of(0L, 0L, 0L, 1L, 0L));
        assertThat(told().since().release()).isEqualTo(first.root().getFileName().toString());
        assertThat(example(diff, "suspension")).isEqualTo(new Example("202324, Sex, Male", "6", "c"));
        assertThat(example(told().figures(), "suspension")).isEqualTo(new Example("202324, Sex, Male", "shown", "hidden"));
        assertThat(example(told().figures(), "headcount")).isEqualTo(new Example("202425, Sex, Female", "150", "155"));
        assertThat(page().select("tbody tr").stream().collect(Collectors.toMap(row -> row.select("th").text(), row -> row.select("td").get(0).text() + "; " + row.select("td").get(1).text())))
                .containsEntry("headcount", "1 changed; 202425, Sex, Female: 150 → 155").containsEntry("suspension", "1 shown → hidden; 202324, Sex, Male: shown → hidden")
                .hasSameSizeAs(diff);
    }

    @Test
    void of_what_is_hidden_before_and_after_nothing_is_told() throws SQLException, IOException {
        warehouse.execute("update mart.mart_exclusions_la set suspension = 2 where time_period = 202425 and breakdown = 'Male'");
        warehouse.release();

        assertThat(new ReleaseComparison(warehouse.connection, warehouse.project, warehouse.home).between(first, warehouse.current(), true).figures()).isNotEmpty();
        assertThat(told().figures()).isEmpty();
        assertThat(page().text()).contains("No published figure differs");
    }

    @Test
    void where_the_release_before_is_damaged_that_is_said_and_the_release_is_published() throws SQLException, IOException {
        Path mart = first.publishedMarts().resolve("mart_exclusions_la.parquet");
        Files.setAttribute(mart, "unix:mode", 0644);
        Files.writeString(mart, "damaged");
        warehouse.execute("update mart.mart_exclusions_la set headcount = 155 where time_period = 202425 and breakdown = 'Female'");

        assertThat(warehouse.release().isNew()).isTrue();
        assertThat(told().state()).isEqualTo(PublishedChanges.State.NOT_COMPARABLE);
        assertThat(page().text()).contains("cannot be told");
    }

    private PublishedChanges told() throws IOException {
        return Json.read(warehouse.current().changes(), PublishedChanges.class);
    }

    private Document page() throws IOException {
        return Jsoup.parse(warehouse.current().catalogue().resolve("changes.html"));
    }

    private static Example example(List<FigureChange> changes, String column) {
        return changes.stream().filter(change -> change.column().equals(column)).findFirst().orElseThrow().first();
    }

    private static Map<String, List<Long>> counts(List<FigureChange> changes) {
        return changes.stream().collect(Collectors.toMap(FigureChange::column,
                change -> List.of(change.changed(), change.appeared(), change.gone(), change.hidden(), change.shown())));
    }
}
