package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.release.statement.Answer;
import org.bellwether.release.statement.AnswerService;
import org.bellwether.release.statement.Answers;
import org.bellwether.release.statement.StatementCatalog;
import org.bellwether.release.store.ReleaseFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every statement, asked of the demo's first night: those of its own document come out as the document says, but for one that rounds. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoAnswersTest {

    private static final Project PROJECT = Project.locate();

    private StatementCatalog statements;
    private ReleaseFolder release;

    @BeforeAll
    void a_night_of_the_demo(@TempDir Path folder) throws Exception {
        TrialHome trial = DemoNight.copyTo(folder.resolve("home"));
        statements = StatementCatalog.load(ConfigFiles.of(PROJECT, trial.home().config()));
        release = new ReleaseFolder(trial.home().current().toRealPath());
    }

    @Test
    void the_demos_own_document_has_a_statement_that_stands_in_each_way() throws SQLException {
        Map<String, Answer> own = ask(false).answers().stream().filter(Answer::isOwn).collect(Collectors.toMap(Answer::statement, Function.identity()));

        assertThat(own.get("W-01").state()).isEqualTo(Answer.State.AGREES);
        assertThat(own.get("W-02").state()).isEqualTo(Answer.State.AGREES);
        assertThat(own.get("W-03").state()).isEqualTo(Answer.State.DIFFERS);
        assertThat(own.get("W-06").state()).isEqualTo(Answer.State.AGREES);
        assertThat(own.get("W-07").state()).isEqualTo(Answer.State.HIDDEN);
        assertThat(own.get("W-08").state()).isEqualTo(Answer.State.NOT_MEASURABLE);
        assertThat(own.get("W-10").figures()).hasSize(11);
        assertThat(own.get("W-11").rows()).hasSize(4);
    }

    @Test
    void what_is_hidden_to_readers_the_restricted_tier_tells_and_nothing_else_differs() throws SQLException {
        Map<String, Answer> restricted = ask(true).answers().stream().collect(Collectors.toMap(Answer::statement, Function.identity()));

        assertThat(restricted.values()).noneMatch(answer -> answer.state() == Answer.State.HIDDEN);
        assertThat(ask(false).answers()).allSatisfy(answer -> assertThat(restricted.get(answer.statement()).state()).as(answer.statement())
                .matches(state -> answer.state() == Answer.State.HIDDEN || state == answer.state()));
    }

    /**
     * What asks for a strategy of another authority finds none of its milestones: the demo keeps those of its own alone. It has no partnership places and no
     * in-reach team with a budget, and its provisions owe termly and annual reports and agreements, and no other type of document.
     */
    @Test
    void every_question_finds_rows_but_for_what_other_authorities_have_and_documents_that_nobody_owes() throws SQLException {
        assertThat(ask(true).answers().stream().filter(answer -> answer.state() == Answer.State.NO_DATA).map(Answer::statement))
                .containsExactlyInAnyOrder("S0-22", "S1-04", "S1-37", "S1-85", "S3-31", "S3-32", "S4-01", "S4-05", "S4-08", "S4-11", "S4-21", "S4-23");
    }

    private Answers ask(boolean restricted) throws SQLException {
        return AnswerService.answer(PROJECT, statements, release, restricted, statements.ids());
    }
}
