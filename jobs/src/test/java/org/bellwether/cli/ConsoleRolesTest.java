package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bellwether.app.user.ConsoleAct;
import org.bellwether.app.user.Role;
import org.bellwether.app.user.UserFile;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what in the console, and what is kept of it. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleRolesTest {

    private Home home;
    private TrialConsole console;

    @BeforeAll
    void a_console(@TempDir Path folder) throws Exception {
        home = FirstNight.copyTo(folder.resolve("home")).home();
        TrialConsole.layPagesOfSchools(home);
        console = TrialConsole.start(home);
    }

    @AfterAll
    void close() {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/report/index.html", "/restricted/report/index.html", "/figures", "/figures/mart_exclusions_la", "/restricted/figures/mart_exclusions_la", "/returns", "/runs",
        "/releases", "/releases/held", "/held/report/index.html", "/privacy", "/returns/mending", "/returns/mending/report/exclusion_notice/8992001/rejects.csv", "/statements", "/restricted/statements/LUTON-PBP-2023", "/catalogue/index.html", "/figures/mart_exclusions_la.csv", "/nowhere", "/actuator/prometheus", "/actuator/env"})
    void nobody_sees_nothing(String path) throws Exception {
        HttpResponse<String> answer = console.visitor().get(path);

        assertThat(answer.statusCode()).isIn(302, 401);
        assertThat(answer.body()).doesNotContain(TrialConsole.SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "rita.reader, /restricted/report/index.html", "rita.reader, /restricted/figures/mart_exclusions_la", "rita.reader, /restricted/figures/mart_exclusions_la.csv",
        "rita.reader, /restricted/figures/mart_exclusions_la/explain?column=suspension", "rita.reader, /restricted/report/school-8992001.html", "rita.reader, /returns", "rita.reader, /runs",
        "rita.reader, /releases", "rita.reader, /releases/held", "rita.reader, /held/report/index.html", "rita.reader, /privacy", "rita.reader, /restricted//report/index.html",
        "rita.reader, /RESTRICTED/report/index.html", "rita.reader, /restricted/report/data/school-8992001-scorecard.csv",
        "hetty.head, /returns/mending/report/exclusion_notice/8992001/rejects.csv", "olive.officer, /returns/mending/report/exclusion_notice/..%2F..%2Fvault/rejects.csv", "hetty.head, /restricted/report/school-8992002.html", "hetty.head, /restricted/report/index.html", "hetty.head, /restricted/report/data/school-8992002-scorecard.csv",
        "hetty.head, /restricted/report/school-8992001%2F..%2Fschool-8992002.html", "hetty.head, /restricted/report/school-8992001.html;/../school-8992002.html",
        "olive.officer, /restricted/report/index.html", "olive.officer, /restricted/statements/LUTON-PBP-2023", "olive.officer, /privacy", "olive.officer, /held/report/index.html", "anna.analyst, /returns", "anna.analyst, /returns/mending/report/exclusion_notice/8992001/rejects.csv", "pia.privacy, /returns/mending", "pia.privacy, /commands/1", "anna.analyst, /runs", "anna.analyst, /privacy",
        "ada.approver, /restricted/report/index.html", "ada.approver, /returns", "pia.privacy, /restricted/report/index.html", "pia.privacy, /releases"})
    void a_page_of_another_role_stays_closed(String who, String path) throws Exception {
        HttpResponse<String> answer = console.signedIn(who).get(path);

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403, 404);
        assertThat(answer.body()).doesNotContain(TrialConsole.SECRET).doesNotContain("mart_exclusions_la\"");
    }

    @Test
    void a_head_sees_the_page_of_her_own_school_and_that_is_kept() throws Exception {
        HttpResponse<String> answer = console.signedIn("hetty.head").get("/restricted/report/school-" + TrialConsole.SCHOOL + ".html");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(TrialConsole.SECRET);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(acts()).anySatisfy(act -> {
            assertThat(act.by()).isEqualTo("hetty.head");
            assertThat(act.of()).endsWith("/school-" + TrialConsole.SCHOOL + ".html");
            assertThat(act.outcome()).isEqualTo("seen");
        });
    }

    @Test
    void who_asks_for_what_is_not_theirs_is_kept_too() throws Exception {
        console.signedIn("rita.reader").get("/restricted/report/attendance.html");

        assertThat(acts()).anySatisfy(act -> assertThat(act.by() + " " + act.of() + " " + act.outcome()).isEqualTo("rita.reader /restricted/report/attendance.html refused, 403"));
    }

    @Test
    void whoever_is_taken_off_is_out_at_once() throws Exception {
        new UserFile(home).add("leo.leaver", TrialConsole.PASSWORD, Set.of(Role.ANALYST), null, "tests");
        TrialConsole.Visitor leaver = console.signedIn("leo.leaver");
        assertThat(leaver.get("/restricted/figures/mart_exclusions_la").statusCode()).isEqualTo(200);

        new UserFile(home).allow("leo.leaver", Set.of(), null, "tests");
        assertThat(leaver.get("/restricted/figures/mart_exclusions_la").statusCode()).isEqualTo(302);
        leaver.signIn("leo.leaver", TrialConsole.PASSWORD);
        assertThat(leaver.get("/restricted/figures/mart_exclusions_la").statusCode()).isEqualTo(403);
        new UserFile(home).remove("leo.leaver", "tests");
        assertThat(leaver.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void machines_ask_for_health_from_here_and_for_metrics_with_a_name() throws Exception {
        TrialConsole.Visitor visitor = console.visitor();

        assertThat(visitor.get("/actuator/health").body()).contains("status").doesNotContain("release");
        assertThat(visitor.send(visitor.request("/actuator/prometheus").header("Authorization", basic("olive.officer")).build()).body()).contains("warehouse_rows", "jvm_memory_used_bytes");
        assertThat(visitor.send(visitor.request("/actuator/prometheus").header("Authorization", basic("rita.reader")).build()).statusCode()).isEqualTo(403);
        assertThat(visitor.send(visitor.request("/actuator/env").header("Authorization", basic("olive.officer")).build()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_hundred_readers_at_once_are_all_answered() throws Exception {
        List<TrialConsole.Visitor> readers = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            readers.add(console.signedIn("rita.reader"));
        }
        ExecutorService crowd = Executors.newFixedThreadPool(100);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int n = 0; n < 300; n++) {
                TrialConsole.Visitor reader = readers.get(n % readers.size());
                String path = List.of("/", "/figures?q=suspension", "/figures/mart_exclusions_la", "/report/index.html", "/catalogue/index.html").get(n % 5);
                answers.add(crowd.submit(() -> reader.get(path).statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    private static String basic(String name) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + TrialConsole.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private List<ConsoleAct> acts() {
        return new AuditTrail(home).read(ConsoleAct.class).stream().filter(act -> act.act() != null && act.outcome() != null).toList();
    }
}
