package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.home.Home;
import org.bellwether.release.statement.Answer;
import org.bellwether.release.statement.AnswerService;
import org.bellwether.release.statement.StatementCatalog;
import org.bellwether.release.store.ReleaseFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The documents in the console: each statement with what the current release says, the same as the command line answers. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleStatementsTest {

    private ReleaseFolder release;
    private StatementCatalog statements;
    private TrialConsole console;
    private TrialConsole.Visitor reader;
    private TrialConsole.Visitor analyst;

    @BeforeAll
    void a_console(@TempDir Path folder) throws Exception {
        Home home = FirstNight.copyTo(folder.resolve("home")).home();
        release = new ReleaseFolder(home.current().toRealPath());
        statements = StatementCatalog.load(ConfigFiles.of(Project.locate(), home.config()));
        console = TrialConsole.start(home);
        reader = console.signedIn("rita.reader");
        analyst = console.signedIn("anna.analyst");
    }

    @AfterAll
    void close() {
        console.close();
    }

    @Test
    void each_document_has_a_page_and_each_statement_its_answer() throws Exception {
        Document documents = reader.page("/statements");
        assertThat(documents.select("a[href^=/statements/]").eachAttr("href")).containsExactlyElementsOf(statements.strategies().stream().map(code -> "/statements/" + code).toList());

        for (String strategy : statements.strategies()) {
            compare(reader.page("/statements/" + strategy), strategy, false);
            compare(analyst.page("/restricted/statements/" + strategy), strategy, true);
        }
    }

    @Test
    void each_edition_of_the_report_has_them_too() throws Exception {
        for (Path report : List.of(release.report(), release.restrictedReport())) {
            Document documents = Jsoup.parse(report.resolve("documents.html"));
            assertThat(documents.select("tbody a").eachAttr("href")).containsExactlyInAnyOrderElementsOf(statements.strategies().stream().map(code -> "documents-" + code + ".html").toList());
            for (String strategy : statements.strategies()) {
                compare(Jsoup.parse(report.resolve("documents-" + strategy + ".html")), strategy, report.equals(release.restrictedReport()));
            }
        }
    }

    private void compare(Document page, String strategy, boolean isRestricted) throws Exception {
        List<Answer> answers = AnswerService.answer(Project.locate(), statements, release, isRestricted, statements.idsOf(strategy)).answers();

        assertThat(page.select("section").eachAttr("id")).containsExactlyElementsOf(answers.stream().map(Answer::statement).toList());
        for (Answer answer : answers) {
            Element section = Objects.requireNonNull(page.getElementById(answer.statement()));
            assertThat(section.select("h2").text()).isEqualTo(answer.statement() + " " + answer.state().words());
            assertThat(section.select("td.govuk-table__cell--numeric").eachText()).as(answer.statement()).containsExactlyElementsOf(answer.figures().stream().map(Answer.Told::shown).toList());
            assertThat(section.text()).contains(answer.says().strip().replaceAll("\\s+", " "));
        }
    }

    @Test
    void what_is_hidden_is_answered_to_those_alone_who_may_read_it() throws Exception {
        assertThat(reader.get("/restricted/statements/LUTON-SEMH-2026").statusCode()).isEqualTo(403);
        assertThat(reader.page("/statements/LUTON-SEMH-2026").select("a[href^=/restricted]")).isEmpty();
        assertThat(analyst.page("/statements/LUTON-SEMH-2026").select("a[href=/restricted/statements/LUTON-SEMH-2026]")).isNotEmpty();
    }

    @Test
    void a_statement_is_found_by_its_words_and_a_document_that_is_none_is_not() throws Exception {
        String id = statements.idsOf("LUTON-SEMH-2026").get(0);
        String word = List.of(statements.statement(id).says().split("\\W+")).stream().max((a, b) -> Integer.compare(a.length(), b.length())).orElseThrow();

        assertThat(reader.page("/figures?q=" + word).select("a[href=/statements/LUTON-SEMH-2026#" + id + "]")).isNotEmpty();
        assertThat(reader.page("/figures").select("a[href^=/statements/]")).as("with no word there would be hundreds").isEmpty();
        assertThat(reader.get("/statements/NOBODYS").statusCode()).isEqualTo(404);
    }
}
