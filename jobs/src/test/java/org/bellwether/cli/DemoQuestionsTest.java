package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bellwether.config.Project;
import org.bellwether.release.site.report.ReportTier;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.WorkedQuestion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every question of docs/questions, asked of the demo's first night. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoQuestionsTest {

    private static final Project PROJECT = Project.locate();

    /** What is told of why something else is not. */
    private static final String REASON = "why ";

    private ReportTier published;
    private ReportTier restricted;

    @BeforeAll
    void a_night_of_the_demo(@TempDir Path folder) throws Exception {
        ReleaseFolder release = new ReleaseFolder(DemoNight.copyTo(folder.resolve("home")).home().current().toRealPath());
        published = ReportTier.published(PROJECT, release);
        restricted = ReportTier.restricted(PROJECT, release);
    }

    @AfterAll
    void close() throws SQLException {
        published.close();
        restricted.close();
    }

    @Test
    void every_answer_has_rows_and_each_of_its_columns_a_figure() throws SQLException {
        List<String> faults = new ArrayList<>();
        for (WorkedQuestion question : all()) {
            Answer answer = Answer.of(question.isRestricted() ? restricted.connection() : published.connection(), question.sql());
            if (answer.rows().isEmpty()) {
                faults.add(question.question() + " No rows");
            } else if (!answer.neverTold().isEmpty()) {
                faults.add(question.question() + " Never told: " + answer.neverTold());
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void what_is_asked_with_restricted_the_published_tier_cannot_answer() throws SQLException {
        List<String> answered = new ArrayList<>();
        for (WorkedQuestion question : all()) {
            if (question.isRestricted() && whereItCanBeAsked(question).isPresent()) {
                answered.add(question.question());
            }
        }
        assertThat(answered).isEmpty();
    }

    /** The answer of the published tier, where that has all columns and some of the rows. */
    private Optional<Answer> whereItCanBeAsked(WorkedQuestion question) {
        try {
            return Optional.of(Answer.of(published.connection(), question.sql())).filter(answer -> !answer.rows().isEmpty() && answer.neverTold().isEmpty());
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static List<WorkedQuestion> all() {
        return WorkedQuestion.all(PROJECT).values().stream().flatMap(List::stream).toList();
    }

    /** @param neverTold labels of columns without a value in any row, but for those that say why another has none */
    private record Answer(List<List<String>> rows, List<String> neverTold) {

        static Answer of(Connection connection, String query) throws SQLException {
            try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
                List<String> labels = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    labels.add(result.getMetaData().getColumnLabel(column));
                }
                List<List<String>> rows = new ArrayList<>();
                TreeSet<String> told = new TreeSet<>();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= labels.size(); column++) {
                        row.add(result.getString(column));
                        if (result.getString(column) != null) {
                            told.add(labels.get(column - 1));
                        }
                    }
                    rows.add(row);
                }
                return new Answer(rows, labels.stream().filter(label -> !told.contains(label) && !label.startsWith(REASON)).toList());
            }
        }
    }
}
