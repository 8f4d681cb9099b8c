package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.engine.Sql;
import org.bellwether.home.Json;
import org.bellwether.release.statement.Answer;
import org.bellwether.release.statement.Answers;
import org.bellwether.release.store.ReleaseFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is answered of a council's own document, and of another's, after a night of few returns. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerCommandTest {

    private static final String YEAR = "time_identifier = 'Academic year' and phase_type_grouping = 'Total' and breakdown_topic = 'Total'";

    @TempDir
    private Path folder;
    private TrialHome trial;

    @BeforeAll
    void a_night_and_a_document_that_states_what_it_shows(@TempDir Path homes) throws Exception {
        trial = FirstNight.copyTo(homes.resolve("home"));
        long suspensions;
        int year;
        try (Connection published = DriverManager.getConnection("jdbc:duckdb:")) {
            Sql.execute(published, "attach " + Sql.literal(new ReleaseFolder(trial.home().current().toRealPath()).publishedDatabase().toString()) + " as published (read_only); use published");
            year = (int) Sql.queryLong(published, "select max(time_period) from mart_exclusions_la where suspension is not null and " + YEAR);
            suspensions = Sql.queryLong(published, "select suspension from mart_exclusions_la where time_period = " + year + " and " + YEAR);
        }
        write("strategies/own.yml", "{strategy: OWN, title: Our plan, la: 899, document: Ours, years: [202627], themes: {A: {title: A, source_ref: page 1}}}");
        write("statements/own.yml", """
                strategy: OWN
                cells: {year: {mart: mart_exclusions_la, where: "%s"}}
                stated:
                  as_it_is: {value: %d, unit: count, period: %d, column: suspension}
                  one_more: {value: %d, unit: count, period: %d, column: suspension}
                statements:
                  OWN-1: {says: as many as there were, figures: [{of: year, column: suspension}], stated: [as_it_is]}
                  OWN-2: {says: one more than there were, figures: [{of: year, column: suspension}], stated: [one_more]}
                  OWN-3: {says: of few, figures: [{mart: mart_exclusions_la, column: perm_excl, where: "phase_type_grouping = 'State-funded secondary'"}]}
                  OWN-4: {says: of no pupil, figures: [{mart: mart_ebsna_attendance, column: pupils}]}
                  OWN-5: {says: twice as many and one, figures: [{of: year, column: suspension}], stated: [as_it_is, one_more], checks: [{what: the one and the other, says: 0, of: one_more - as_it_is}]}
                  OWN-6: {says: who we are, register: {table: dim_strategy, columns: [strategy_code, la_code], where: la_code = 821}}
                  OWN-7: {says: of what is still to come, awaits: [mart_to_come]}
                """.formatted(YEAR, suspensions, year, suspensions + 1, year));
    }

    @Test
    void what_a_document_states_is_held_against_the_release_of_its_own_authority() throws Exception {
        assertThat(answer("OWN-1").state()).isEqualTo(Answer.State.AGREES);
        assertThat(answer("OWN-2").state()).isEqualTo(Answer.State.DIFFERS);
        assertThat(told(ExitCode.DONE, "OWN-2")).contains("which differs", "Suspensions", "so far", "published tier");
        assertThat(answer("OWN-5").checks()).singleElement().satisfies(check -> {
            assertThat(check.agrees()).isFalse();
            assertThat(check.comesTo()).isEqualByComparingTo("1");
        });
    }

    @Test
    void what_is_hidden_or_not_there_is_said_as_such() throws Exception {
        assertThat(answer("OWN-3").state()).isEqualTo(Answer.State.HIDDEN);
        assertThat(told(ExitCode.DONE, "OWN-3")).contains("Permanent exclusions", ": hidden").doesNotContain("hidden so far");
        assertThat(answer("OWN-4").state()).isEqualTo(Answer.State.NO_DATA);
        assertThat(told(ExitCode.DONE, "OWN-4")).contains("no data", "no row meets the question");
    }

    @Test
    void the_restricted_tier_shows_what_is_hidden_where_it_is_asked_for() throws Exception {
        Answers restricted = Json.parse(told(ExitCode.DONE, "S1-63", "--restricted", "--json"), Answers.class);
        Answers published = Json.parse(told(ExitCode.DONE, "S1-63", "--json"), Answers.class);

        assertThat(restricted.tier()).isEqualTo("restricted");
        assertThat(restricted.answers().get(0).state()).isEqualTo(Answer.State.ANSWERED);
        assertThat(published.answers().get(0).state()).isEqualTo(Answer.State.HIDDEN);
        assertThat(published.answers().get(0).notAsked()).contains("mart_school_scorecard.perm_excl");
    }

    @Test
    void another_authoritys_document_is_answered_of_this_one_and_held_against_nothing_but_itself() throws Exception {
        Answer bliss = answer("S1-61");

        assertThat(bliss.isOwn()).isFalse();
        assertThat(bliss.figures()).isNotEmpty();
        assertThat(bliss.stated()).allSatisfy(stated -> assertThat(stated.agrees()).isNull());
        assertThat(bliss.state()).isEqualTo(Answer.State.DIFFERS);
        assertThat(told(ExitCode.DONE, "S1-61")).contains("56 it says, 53 its own figures come to", "-21 it says, -17 its own figures come to", "not held against each other");
    }

    @Test
    void a_document_is_told_a_line_a_statement_and_counted() throws Exception {
        assertThat(told(ExitCode.DONE, "--strategy", "OWN")).contains("OWN: Our plan", "OWN-6  answered", "4 rows of the register",
                "OWN-7  awaits a mart", "7 statements: 1 answered, 1 agrees, 2 differs, 1 hidden, 1 no data, 1 awaits a mart");
        assertThat(told(ExitCode.DONE, "--strategy", "LUTON-SEMH-2026")).contains("answered of 899", "S2-26", "26 statements");
        assertThat(Json.parse(told(ExitCode.DONE, "--strategy", "BEDFORD-BLISS", "--json"), Answers.class).answers()).hasSize(92);
    }

    @Test
    void what_cannot_be_answered_says_what_to_do() throws Exception {
        assertThat(told(ExitCode.USAGE, "S9-01")).contains("USR-081");
        assertThat(told(ExitCode.USAGE, "--strategy", "NONE")).contains("USR-082", "LUTON-2040");
        assertThat(told(ExitCode.USAGE)).contains("USR-083");
    }

    private Answer answer(String id) throws Exception {
        return Json.parse(told(ExitCode.DONE, id, "--json"), Answers.class).answers().get(0);
    }

    private String told(int code, String... arguments) throws Exception {
        String[] line = new String[arguments.length + 3];
        line[0] = "answer";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        line[arguments.length + 1] = "--home";
        line[arguments.length + 2] = trial.home().root().toString();
        Child child = Child.start(folder.resolve("process"), line);
        assertThat(child.await()).as(child.printed()).isEqualTo(code);
        return child.printed();
    }

    private void write(String path, String text) throws IOException {
        Path file = trial.home().config().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
