package org.bellwether.release.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a file of statements is told with its line; a home adds to what is shipped. */
class StatementCatalogTest {

    private static final String FIGURE = "figures: [{mart: mart_exclusions_la, column: suspension}]";

    @TempDir
    Path home;

    @Test
    void statements_belong_to_their_strategies() {
        StatementCatalog statements = load();

        assertThat(statements.strategies()).containsExactly("BEDFORD-BLISS", "LUTON-2040", "LUTON-BIW-2021", "LUTON-PBP-2023", "LUTON-SEMH-2026");
        assertThat(statements.idsOf("LUTON-SEMH-2026")).hasSize(26).startsWith("S2-01");
        assertThat(statements.strategyOf("S1-60").strategy()).isEqualTo("BEDFORD-BLISS");
    }

    @Test
    void cells_of_the_file_say_what_a_figure_does_not() {
        Statement.Figure figure = load().statement("S1-33").figures().get(0);

        assertThat(figure.mart()).isEqualTo("mart_exclusions_la");
        assertThat(figure.where()).contains("State-funded primary");
        assertThat(figure.last()).isEqualTo(2);
    }

    @Test
    void a_home_answers_another_way_without_copying_the_file() throws IOException {
        write("luton-semh-2026.yml", "statements: {S2-22: {reason: Our board reads it in its minutes}}");

        StatementCatalog statements = load();

        assertThat(statements.statement("S2-22").reason()).isEqualTo("Our board reads it in its minutes");
        assertThat(statements.statement("S2-22").says()).startsWith("incentives");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "reason: because, says: X, figures: [{mart: mart_x, column: y}]                            | or else a reason",
        "says: X                                                                                   | needs figures, a register",
        "says: '', reason: because                                                                 | needs its words",
        "says: X, awaits: [dim_school]                                                             | no name of a mart",
        "says: X, figures: [{of: nowhere, column: y}]                                              | cells that the file has",
        "says: X, figures: [{mart: mart_exclusions_la, value: count(*)}]                           | needs a unit",
        "says: X, figures: [{mart: mart_exclusions_la, value: count(*), unit: rows}]               | needs a name",
        "says: X, figures: [{mart: mart_exclusions_la, column: suspension, measure: happiness}]    | happiness",
        "says: X, figures: [{mart: mart_exclusions_la, column: suspension, last: 0}]               | 1 or more",
        "says: X, register: {table: dim_strategy}                                                  | needs table and columns",
        "says: X, reason: because, stated: [nothing]                                               | nothing",
        "says: X, reason: because, checks: [{what: Y}]                                             | a check needs"})
    void a_statement_that_cannot_be_answered_as_it_stands_is_told_with_its_line(String statement, String problem) throws IOException {
        write("mine.yml", "strategy: LUTON-2040\nstatements:\n  X-1: {says: fine, " + FIGURE + "}\n  X-2: {" + statement + "}\n");

        assertThatThrownBy(this::load).isInstanceOf(BellwetherException.class).hasMessageContaining("mine.yml line 4").hasMessageContaining(problem);
    }

    @Test
    void an_id_stands_in_one_file_and_a_stated_figure_is_stated_by_a_statement() throws IOException {
        write("mine.yml", "strategy: LUTON-2040\nstatements: {S2-07: {says: X, " + FIGURE + "}}");
        assertThatThrownBy(this::load).hasMessageContaining("S2-07 stands in another file too");

        write("mine.yml", "strategy: LUTON-2040\nstated: {lost: {value: 1, unit: count}}\nstatements: {X-1: {says: X, " + FIGURE + "}}");
        assertThatThrownBy(this::load).hasMessageContaining("lost is stated by no statement");

        write("mine.yml", "strategy: NONE\nstatements: {X-1: {says: X, " + FIGURE + "}}");
        assertThatThrownBy(this::load).hasMessageContaining("'NONE' is no strategy");
    }

    private StatementCatalog load() {
        return StatementCatalog.load(new ConfigFiles(Project.locate().config(), home));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(home.resolve("statements"));
        Files.writeString(home.resolve("statements").resolve(name), text);
    }
}
