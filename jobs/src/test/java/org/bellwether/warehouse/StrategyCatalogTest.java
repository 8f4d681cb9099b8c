package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.warehouse.figure.ConfigRows;
import org.bellwether.warehouse.figure.HnbScopes;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.figure.Strategy;
import org.bellwether.warehouse.figure.StrategyCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyCatalogTest {

    private static final Project PROJECT = Project.locate();

    @TempDir
    Path home;

    @Test
    void the_shipped_strategies_name_only_measures_that_exist() {
        assertThat(load(new ConfigFiles(PROJECT.config(), home)).strategies())
                .extracting(Strategy::strategy)
                .containsExactly("BEDFORD-BLISS", "LUTON-2040", "LUTON-BIW-2021", "LUTON-PBP-2023", "LUTON-SEMH-2026");
    }

    @Test
    void luton_has_four_themes_and_says_of_every_objective_who_answers_it() {
        Strategy luton = load(new ConfigFiles(PROJECT.config(), home)).strategies().get(1);

        assertThat(luton.themes()).hasSize(4);
        assertThat(luton.years()).containsExactly(202425, 202526, 202627);
        assertThat(luton.review().years()).containsExactly(202728, 202829, 202930);
        assertThat(luton.themes().values().stream().mapToInt(theme -> theme.objectives().size()).sum()).isEqualTo(50);
    }

    @Test
    void bliss_has_its_seven_outcomes_nine_aims_twelve_principles_and_six_priorities() {
        Strategy bliss = load(new ConfigFiles(PROJECT.config(), home)).strategies().get(0);

        assertThat(bliss.themes().keySet().stream().filter(theme -> theme.startsWith("OUTCOME-"))).hasSize(7);
        assertThat(List.of("BROAD-AIMS", "PRINCIPLES", "PRIORITIES")).extracting(theme -> bliss.themes().get(theme).objectives().size()).containsExactly(9, 12, 6);
        assertThat(bliss.themes().get("OUTCOME-7").objectives().values())
                .extracting(Strategy.Objective::answer)
                .containsOnly("MART");
    }

    @Test
    void luton_has_its_seven_priorities_of_2021_the_sixteen_sections_of_its_toolkit_and_the_next_steps_of_2026() {
        List<Strategy> strategies = load(new ConfigFiles(PROJECT.config(), home)).strategies();

        assertThat(strategies.get(2).themes().keySet().stream().filter(theme -> theme.startsWith("PRIORITY-"))).hasSize(7);
        assertThat(strategies.get(3).themes()).hasSize(16);
        assertThat(strategies.get(4).milestones()).hasSize(5);
        assertThat(strategies.get(4).themes().get("EXCLUSION").targets()).containsOnlyKeys("perm_excl", "suspension", "susp_rate-ehcp", "susp_rate-sen-support");
    }

    @Test
    void the_sample_strategy_fits_the_shipped_measures_and_its_own_savings() {
        assertThat(load(new ConfigFiles(PROJECT.config(), PROJECT.sampleData().resolve("config"))).strategies())
                .extracting(Strategy::la)
                .contains(899);
    }

    @Test
    void a_home_says_when_a_milestone_was_reached_without_copying_the_strategy() throws IOException {
        write("strategies/luton-2040.yml", "milestones: {PROCESS-1: {actual_date: 2023-12-20}}");

        Strategy luton = load(new ConfigFiles(PROJECT.config(), home)).strategies().get(1);

        assertThat(luton.milestones().get("PROCESS-1").actualDate()).hasToString("2023-12-20");
        assertThat(luton.milestones().get("PROCESS-1").title()).isEqualTo("Initial Scoping and Data Capture");
    }

    @Test
    void a_target_has_a_row_for_every_year_of_its_strategy() {
        ConfigRows targets = table("target");

        List<List<Object>> ehcp = targets.rows().stream()
                .filter(row -> row.contains("LUTON-2040") && row.contains("perm_excl-ehcp"))
                .toList();

        int target = targets.columns().indexOf("target");
        assertThat(ehcp).hasSize(3);
        assertThat(ehcp.get(0).get(target)).isNull();
        assertThat(ehcp.get(2).get(target)).hasToString("0");
    }

    @Test
    void an_unknown_key_names_file_and_key() throws IOException {
        write("strategies/mine.yml", "strategy: X\ntitel: Y\n");

        assertThatThrownBy(() -> load(new ConfigFiles(PROJECT.config(), home)))
                .isInstanceOf(BellwetherException.class)
                .hasMessageContaining("mine.yml")
                .hasMessageContaining("titel");
    }

    @Test
    void a_measure_that_does_not_exist_is_an_error() throws IOException {
        write("strategies/mine.yml", """
                strategy: X
                title: Y
                la: 899
                document: Z
                years: [202425]
                themes:
                  A:
                    title: A
                    source_ref: page 1
                    targets: {t: {measure: happiness, source_ref: page 1}}
                """);

        assertThatThrownBy(() -> load(new ConfigFiles(PROJECT.config(), home)))
                .hasMessageContaining("mine.yml")
                .hasMessageContaining("happiness");
    }

    @Test
    void an_objective_says_who_answers_it_or_what_is_missing() throws IOException {
        write("strategies/mine.yml", """
                strategy: X
                title: Y
                la: 899
                document: Z
                years: [202425]
                themes:
                  A:
                    title: A
                    source_ref: page 1
                    objectives: {A-1: {text: Nobody knows, source_ref: page 1}}
                """);

        assertThatThrownBy(() -> load(new ConfigFiles(PROJECT.config(), home)))
                .hasMessageContaining("A-1")
                .hasMessageContaining("what is missing");
    }

    private ConfigRows table(String name) {
        return load(new ConfigFiles(PROJECT.config(), home)).tables().stream()
                .filter(rows -> rows.table().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static StrategyCatalog load(ConfigFiles config) {
        return StrategyCatalog.load(config, MeasureCatalog.load(config), HnbScopes.load(config));
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
