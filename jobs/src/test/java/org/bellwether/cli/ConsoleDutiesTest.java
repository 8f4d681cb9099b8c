package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people of an authority owe to schools, pupils and each other, done in the console: having rows mended, answering, erasing, leaving something for later. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleDutiesTest {

    private Home home;
    private TrialConsole console;

    @BeforeAll
    void a_console_of_the_demo(@TempDir Path folder) throws Exception {
        home = DemoNight.copyTo(folder.resolve("home")).home();
        console = TrialConsole.start(home);
    }

    @AfterAll
    void close() {
        console.close();
    }

    @Test
    void each_report_that_lies_in_the_vault_is_listed_with_its_rows_and_given_to_an_officer_alone() throws Exception {
        TrialConsole.Visitor officer = console.signedIn("olive.officer");
        Document page = officer.page("/returns/mending");
        List<Path> reports = Folders.files(home.rejectReports()).stream().filter(file -> file.endsWith("rejects.csv")).toList();

        assertThat(reports).isNotEmpty();
        assertThat(page.select("td:last-child a[href$=.csv]")).hasSameSizeAs(reports);
        for (Element row : page.select("tbody tr:has(a[href$=.csv])")) {
            String csv = row.select("a[href$=.csv]").attr("href");
            String report = officer.get(csv).body();
            Path file = home.rejectReports().resolve(csv.substring("/returns/mending/report/".length()));
            assertThat(report).isEqualTo(Files.readString(file));
            assertThat(Long.parseLong(row.select("td").get(1).text().replace(",", ""))).as(csv).isEqualTo(rows(file));
            Document print = officer.page(csv.replace(".csv", ".html"));
            assertThat(print.select("h1").text()).startsWith("Rows to mend");
            for (Element style : print.select("link[rel=stylesheet]")) {
                assertThat(officer.get(style.absUrl("href")).statusCode()).as(style.absUrl("href")).isEqualTo(200);
            }
        }
        assertThat(Files.readString(home.auditTrail())).contains("/returns/mending/report/").doesNotContain("report/assets");
    }

    /** Rows of files: what is wrong with one row takes a line each. */
    private static long rows(Path file) throws Exception {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).map(line -> line.split(",", 3)[0] + "," + line.split(",", 3)[1] + line.substring(line.lastIndexOf(','))).distinct().count();
        }
    }

    @Test
    void what_a_home_has_is_listed_with_how_long_it_is_kept() throws Exception {
        Document page = console.signedIn("pia.privacy").page("/privacy");

        long landed = Folders.files(home.landing()).stream().filter(file -> file.endsWith("submission.json")).count();
        assertThat(page.select("[aria-label='How long what came is kept'] tbody tr")).isNotEmpty().allSatisfy(row -> assertThat(row.select("td").get(0).text()).isEqualTo("7 years"));
        assertThat(page.select("[aria-label='How long what came is kept'] tbody tr").stream().mapToLong(row -> Long.parseLong(row.select("td").get(3).text().replace(",", ""))).sum())
                .isGreaterThanOrEqualTo(landed);
    }

    @Test
    void a_pupil_is_answered_and_erased_and_the_upn_is_seen_nowhere() throws Exception {
        String upn = upn();
        TrialConsole.Visitor privacy = console.signedIn("pia.privacy");

        assertThat(ended(privacy, "/privacy/pupil", Map.of("upn", upn, "what", "subject", "why", "SAR-2026-7"))).contains("the answer lies in").doesNotContain(upn);
        assertThat(Folders.list(home.subjects())).hasSize(1);
        assertThat(ended(privacy, "/privacy/pupil", Map.of("upn", upn, "what", "look", "why", "ER-2026-3"))).contains("would erase", "nothing is erased yet").doesNotContain(upn);
        assertThat(privacy.page("/privacy").select("[aria-label='What was done']").text()).contains("subject", "forget", "pia.privacy: SAR-2026-7").doesNotContain(upn);
        for (Path kept : List.of(home.auditTrail(), home.statusFile())) {
            assertThat(Files.readString(kept)).doesNotContain(upn);
        }
        for (Path log : Folders.files(home.logs())) {
            assertThat(Files.readString(log)).doesNotContain(upn);
        }
        assertThat(ended(privacy, "/privacy/purge", Map.of("what", "look", "why", "policy"))).contains("Nothing to do");
        assertThat(console.signedIn("olive.officer").send("/returns", "/privacy/pupil", Map.of("upn", upn, "what", "erase", "why", "curious")).statusCode()).isEqualTo(403);
    }

    private String upn() throws Exception {
        Path notices = Folders.files(home.landing().resolve("exclusion_notice")).stream().filter(file -> file.toString().endsWith(".csv")).findFirst().orElseThrow();
        return Stream.of(Files.readString(notices, StandardCharsets.UTF_8).split("[,\\s]+")).filter(text -> text.matches("[A-Z][0-9]{12}")).findFirst().orElseThrow();
    }

    /** What the command says that a form has started, once it has ended. */
    private static String ended(TrialConsole.Visitor visitor, String action, Map<String, String> fields) throws Exception {
        HttpResponse<String> answer = visitor.send("/privacy", action, fields);
        String at = answer.headers().firstValue("Location").orElseThrow();
        Document page = visitor.page(at);
        while (page.select(".govuk-tag--blue").hasText()) {
            Thread.sleep(300);
            page = visitor.page(at);
        }
        return page.select("main").text();
    }

    @Test
    void a_problem_is_left_for_a_while_with_a_reason_and_brought_back() throws Exception {
        TrialConsole.Visitor officer = console.signedIn("olive.officer");
        Document before = officer.page("/");
        Element first = before.select("form[action='/problems/postpone'] input[name=problem]").first();
        String title = before.select(".bw-problems li:has(form) .bw-problem").first().text();

        assertThat(officer.send("/", "/problems/postpone", Map.of("problem", first.val(), "days", "7", "why", " ")).statusCode()).isEqualTo(400);
        assertThat(officer.send("/", "/problems/postpone", Map.of("problem", first.val(), "days", "900", "why", "later")).statusCode()).isEqualTo(400);
        officer.send("/", "/problems/postpone", Map.of("problem", first.val(), "days", "7", "why", "the school mends it in its next census"));
        Document left = officer.page("/");

        assertThat(left.select(".bw-problem").eachText()).doesNotContain(title).hasSize(before.select(".bw-problem").size() - 1);
        assertThat(left.select("main").text()).contains("One thing is left for now", title, "by olive.officer: the school mends it in its next census");

        officer.send("/", "/problems/resume", Map.of("problem", first.val()));
        assertThat(officer.page("/").select(".bw-problem").eachText()).isEqualTo(before.select(".bw-problem").eachText());
        assertThat(console.signedIn("rita.reader").send("/", "/problems/postpone", Map.of("problem", first.val(), "days", "7", "why", "no")).statusCode()).isEqualTo(403);
    }
}
