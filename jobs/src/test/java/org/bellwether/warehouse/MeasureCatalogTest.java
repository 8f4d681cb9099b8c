package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.warehouse.figure.ConfigRows;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureCatalogTest {

    @TempDir
    Path home;

    @Test
    void every_shipped_measure_has_all_that_a_reader_needs() {
        assertThat(load().codes()).contains("susp_rate", "attendance_rate", "hnb_saving_gbp");
    }

    @Test
    void a_definition_that_changed_keeps_its_older_one_with_its_days() {
        ConfigRows measures = load().tables().get(0);

        List<List<Object>> persistentAbsence = measures.rows().stream().filter(row -> row.contains("pa_rate")).toList();

        assertThat(persistentAbsence).hasSize(2);
        assertThat(persistentAbsence.get(0).get(measures.columns().indexOf("valid_to"))).hasToString("2015-07-31");
        assertThat(persistentAbsence.get(1).get(measures.columns().indexOf("valid_from"))).hasToString("2015-08-01");
    }

    @Test
    void one_column_cannot_hold_two_measures() throws IOException {
        overlay("""
                measures:
                  mine:
                    name: Mine
                    definition: The same column again
                    kind: sum
                    of: suspension
                    unit: count
                    polarity: LOW
                    dp: 0
                    source: exclusions
                    marts: {mart_exclusions_la: susp_rate}
                """);

        assertThatThrownBy(this::load)
                .hasMessageContaining("mart_exclusions_la.susp_rate")
                .hasMessageContaining("mine");
    }

    @Test
    void a_measure_without_a_polarity_is_an_error_that_names_it() throws IOException {
        overlay("""
                measures:
                  mine: {name: Mine, definition: None, kind: sum, of: suspension, unit: "%", dp: 1, source: x, marts: {mart_x: y}}
                """);

        assertThatThrownBy(this::load).hasMessageContaining("mine").hasMessageContaining("polarity");
    }

    @Test
    void a_measure_of_a_part_that_nobody_tells_is_an_error_that_names_it() throws IOException {
        overlay("""
                measures:
                  mine: {name: Mine, definition: None, kind: sum, of: suspensoin, unit: count, polarity: LOW, dp: 0, source: x, marts: {mart_x: y}}
                """);

        assertThatThrownBy(this::load).hasMessageContaining("mine").hasMessageContaining("suspensoin");
    }

    @Test
    void signals_are_of_a_rate_with_a_better_side() throws IOException {
        String mine = "measures:\n  mine: {name: Mine, definition: None, kind: %s, of: suspension, per: headcount, unit: count, polarity: %s, dp: 0, source: x, marts: {mart_x: y}, signals: %s}\n";
        String whole = "{every: term, chart: events, funnel: events}";

        overlay(mine.formatted("rate", "LOW", whole));
        assertThat(load().measure("mine").signals().every()).isEqualTo(Measure.Signals.Every.TERM);

        for (String wrong : List.of(mine.formatted("sum", "LOW", whole), mine.formatted("rate", "NONE", whole),
                mine.formatted("rate", "LOW", "{every: term, chart: events}"), mine.formatted("rate", "LOW", "{every: term, chart: events, funnel: steps}"))) {
            overlay(wrong);
            assertThatThrownBy(this::load).hasMessageContaining("mine").hasMessageContaining("signals");
        }
    }

    @Test
    void a_measure_of_a_home_without_its_subject_is_told_where_it_belongs() throws IOException {
        Files.writeString(home.resolve("measures.yml"), "mine: {name: Mine}\n");

        assertThatThrownBy(this::load).hasMessageContaining("measures.yml").hasMessageContaining("measures/<subject>.yml");
    }

    private void overlay(String measures) throws IOException {
        Files.createDirectories(home.resolve("measures"));
        Files.writeString(home.resolve("measures/exclusion.yml"), measures);
    }

    private MeasureCatalog load() {
        return MeasureCatalog.load(new ConfigFiles(Project.locate().config(), home));
    }
}
