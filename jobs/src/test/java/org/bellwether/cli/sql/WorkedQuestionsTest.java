package org.bellwether.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.config.Project;
import org.bellwether.home.Home;
import org.bellwether.release.ReleaseOfNothing;
import org.bellwether.warehouse.WorkedQuestion;
import org.bellwether.warehouse.model.Model;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every question of docs/questions, asked of a release into which nothing has come, in the tier that it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkedQuestionsTest {

    private static final Project PROJECT = Project.locate();
    private static final int MOST_LINES = 20;

    private final Map<String, List<WorkedQuestion>> questions = WorkedQuestion.all(PROJECT);
    private Home home;

    @BeforeAll
    void a_release_of_nothing(@TempDir Path folder) throws SQLException, IOException {
        home = ReleaseOfNothing.in(folder);
    }

    @Test
    void every_mart_has_two_questions_and_every_question_a_mart() {
        assertThat(questions.keySet()).containsExactlyInAnyOrderElementsOf(Model.all(PROJECT).stream().filter(model -> model.schema().equals("mart")).map(Model::name)
                .filter(name -> name.startsWith("mart_") && !name.contains("__")).toList());
        assertThat(questions).allSatisfy((mart, asked) -> assertThat(asked).as(mart).hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void a_question_is_a_question_and_one_select_that_holds_in_any_year_and_has_one_order() {
        assertThat(all()).extracting(WorkedQuestion::question).doesNotHaveDuplicates().allMatch(question -> question.endsWith("?"));
        questions.forEach((mart, asked) -> asked.forEach(question -> assertThat(question.sql()).as(question.question())
                .startsWith("select ").endsWith(";").contains("from " + mart, "\norder by ").doesNotContainPattern("\\b20\\d\\d").doesNotContainPattern("\\b\\d{7}\\b")
                .satisfies(sql -> assertThat(sql.lines()).hasSizeLessThanOrEqualTo(MOST_LINES))));
    }

    @Test
    void every_select_can_be_asked_of_its_tier_and_labels_its_columns_in_words() throws SQLException, IOException {
        try (ReleaseSql published = ReleaseSql.open(home, false); ReleaseSql restricted = ReleaseSql.open(home, true)) {
            for (WorkedQuestion question : all().toList()) {
                assertThat(labels(question.isRestricted() ? restricted : published, question.text())).as(question.question())
                        .doesNotHaveDuplicates().noneMatch(label -> label.contains("_"));
            }
        }
    }

    @Test
    void what_is_printed_of_a_mart_is_its_file() throws IOException {
        for (Map.Entry<String, List<WorkedQuestion>> mart : questions.entrySet()) {
            assertThat(mart.getValue().stream().map(WorkedQuestion::text).collect(Collectors.joining("\n"))).as(mart.getKey())
                    .isEqualTo(Files.readString(PROJECT.questions().resolve(mart.getKey() + ".sql")));
        }
    }

    /** A build looks at all of these for whether there is something to do, and a release keeps them. */
    @Test
    void a_changed_question_makes_nothing_again() {
        assertThat(Stream.of(PROJECT.sql(), PROJECT.schema(), PROJECT.config())).noneMatch(PROJECT.questions()::startsWith);
    }

    private Stream<WorkedQuestion> all() {
        return questions.values().stream().flatMap(List::stream);
    }

    private static List<String> labels(ReleaseSql release, String query) throws SQLException {
        release.allow(query);
        List<String> labels = new ArrayList<>();
        try (Statement statement = release.connection().createStatement(); ResultSet rows = statement.executeQuery(query)) {
            ResultSetMetaData columns = rows.getMetaData();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                labels.add(columns.getColumnLabel(column));
            }
        }
        return labels;
    }
}
