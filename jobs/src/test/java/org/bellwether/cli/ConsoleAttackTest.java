package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.bellwether.app.user.ConsoleAct;
import org.bellwether.app.user.UserFile;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console as somebody meets it who wants more from it than it is to give. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleAttackTest {

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
    @ValueSource(strings = {"/report/../restricted/report/index.html", "/report/..%2F..%2Frestricted%2Freport%2Findex.html", "/report/%2e%2e/%2e%2e/restricted/manifest.json", "/report/..;/..;/restricted/report/index.html",
        "/report/....//....//control/users.json", "/report/data/../../../restricted/manifest.json", "/report/%252e%252e/restricted/manifest.json", "/report//etc/passwd", "/report/index.html%00.css", "/report/.hidden.html",
        "/assets/../application.yml", "/figures/..%2Fmart.parquet", "/figures/dim_school", "/figures/mart_exclusions_la%27"})
    void a_path_leads_nowhere_outside(String path) throws Exception {
        URI base = URI.create(console.address());
        TrialConsole.Visitor reader = console.signedIn("rita.reader");
        // As it stands: a client of HTTP would mend it first.
        String answer = raw(base, "GET " + path + " HTTP/1.1\r\nHost: localhost:" + base.getPort() + "\r\nCookie: bellwether=" + reader.session() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|403|404|302).*").doesNotContain(TrialConsole.SECRET, "content_hash", "password", "root:");
    }

    @Test
    void a_host_that_is_not_ours_is_refused() throws Exception {
        URI base = URI.create(console.address());

        assertThat(raw(base, "GET /signin HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(raw(base, "GET /signin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    private static String raw(URI base, String request) throws IOException {
        try (Socket socket = new Socket("localhost", base.getPort()); OutputStream out = socket.getOutputStream()) {
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.setSoTimeout(2000);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException e) {
                // What was announced and never comes is waited for; the answer is there.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void what_changes_the_home_needs_what_the_page_gave_along() throws Exception {
        TrialConsole.Visitor officer = console.signedIn("olive.officer");

        assertThat(officer.post("/runs/start", Map.of()).statusCode()).isEqualTo(403);
        assertThat(officer.post("/runs/start", Map.of("_csrf", "made-up")).statusCode()).isEqualTo(403);
        assertThat(officer.get("/runs/start").statusCode()).isIn(400, 404, 405);
        assertThat(officer.send("/", "/releases/decide/rollback", Map.of("id", "2026-05-13-0001")).statusCode()).as("an officer is no approver").isEqualTo(403);
        assertThat(console.signedIn("rita.reader").send("/", "/runs/start", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void a_session_that_was_there_before_is_another_after_signing_in() throws Exception {
        TrialConsole.Visitor visitor = console.visitor();
        visitor.get("/signin");
        String before = visitor.session();
        visitor.signIn("rita.reader", TrialConsole.PASSWORD);

        assertThat(visitor.session()).isNotEqualTo(before).isNotEmpty();
        HttpResponse<String> fixed = console.visitor().send(HttpRequest.newBuilder(URI.create(console.address())).header("Cookie", "bellwether=" + before).build());
        assertThat(fixed.statusCode()).isEqualTo(302);
    }

    @Test
    void ten_thousand_tries_let_nobody_in_not_even_with_the_right_word() throws Exception {
        new UserFile(home).add("tess.target", TrialConsole.PASSWORD, Set.of(), null, "tests");
        TrialConsole.Visitor guesser = console.visitor();
        String csrf = guesser.page("/signin").select("input[name=_csrf]").attr("value");
        int acts = acts().size();
        for (int n = 0; n < 10_000; n++) {
            HttpResponse<String> answer = guesser.post("/signin", Map.of("username", "tess.target", "password", "guess number " + n, "_csrf", csrf));
            assertThat(answer.headers().firstValue("Location").orElse("")).contains("/signin?");
        }

        HttpResponse<String> right = guesser.post("/signin", Map.of("username", "tess.target", "password", TrialConsole.PASSWORD, "_csrf", csrf));
        assertThat(right.headers().firstValue("Location").orElse("")).endsWith("/signin?locked");
        assertThat(guesser.get("/").statusCode()).isEqualTo(302);
        assertThat(acts().size() - acts).as("told, and not ten thousand times").isBetween(5, 40);
        assertThat(acts()).anySatisfy(act -> assertThat(act.outcome()).startsWith("locked"));
    }

    @Test
    void a_large_upload_is_refused_before_it_is_read_and_one_of_a_stranger_too() throws Exception {
        URI base = URI.create(console.address());
        String head = "POST /returns/upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nConnection: close\r\n";
        String officer = "Cookie: bellwether=" + console.signedIn("olive.officer").session() + "\r\n";

        assertThat(raw(base, head + officer + "Content-Length: 5368709120\r\n\r\n--x\r\n")).startsWith("HTTP/1.1 413").contains("too large");
        assertThat(raw(base, head + officer + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")).startsWith("HTTP/1.1 411");
        assertThat(raw(base, head + "Content-Length: 5368709120\r\n\r\n--x\r\n")).startsWith("HTTP/1.1 302").contains("/signin?ended");
        assertThat(raw(base, head + "Cookie: bellwether=" + console.signedIn("rita.reader").session() + "\r\nContent-Length: 100\r\n\r\n--x\r\n")).startsWith("HTTP/1.1 403");
        assertThat(Folders.files(home.uploads())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'../../control/users.json', users.json", "'C:\\temp\\notices.csv', notices.csv", "'.hidden', hidden", "'-rf.csv', rf.csv", "'<script>alert(1)</script>.csv', 'script_.csv'", "'a\u202Efdp.csv', 'a_fdp.csv'"})
    void a_sent_file_lies_in_the_inbox_under_a_name_that_leads_nowhere(String given, String name) throws Exception {
        TrialConsole.Visitor officer = console.signedIn("olive.officer");
        String csrf = officer.page("/returns").select("input[name=_csrf]").attr("value");
        String body = part("_csrf", csrf) + part("what", "inbox") + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + given.replace("\\", "\\\\") + "\"\r\n\r\nhello\r\n--x--\r\n";

        HttpResponse<String> answer = officer.send(officer.request("/returns/upload").header("Content-Type", "multipart/form-data; boundary=x").POST(HttpRequest.BodyPublishers.ofString(body)).build());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        Path file = home.inbox().resolve(name);
        assertThat(Folders.files(home.inbox())).contains(file);
        Document page = officer.page("/returns");
        assertThat(page.select("script[src!=/assets/htmx.js], script:not([src])")).isEmpty();
        Files.delete(file);
    }

    @Test
    void a_file_that_unpacks_without_end_is_refused_at_the_limit_and_the_console_goes_on() throws Exception {
        Path application = home.config().resolve("application.yml");
        String settings = Files.readString(application);
        Files.writeString(application, settings.replace("quiet: PT0S", "quiet: PT0S, max_unpacked_bytes: 1000000"));
        try {
            TrialConsole.Visitor officer = console.signedIn("olive.officer");
            ByteArrayOutputStream bomb = new ByteArrayOutputStream();
            try (GZIPOutputStream packed = new GZIPOutputStream(bomb)) {
                packed.write("x\n".repeat(20_000_000).getBytes(StandardCharsets.UTF_8));
            }
            String csrf = officer.page("/returns").select("input[name=_csrf]").attr("value");
            String head = part("_csrf", csrf) + part("what", "check") + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"exclusion_notice.csv.gz\"\r\n\r\n";

            HttpResponse<String> sent = officer.send(officer.request("/returns/upload").header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(head), HttpRequest.BodyPublishers.ofByteArray(bomb.toByteArray()),
                            HttpRequest.BodyPublishers.ofString("\r\n--x--\r\n"))).build());

            String command = URI.create(sent.headers().firstValue("Location").orElseThrow()).getPath();
            Document page = officer.page(command);
            for (int tries = 0; page.text().contains("Running") && tries < 300; tries++) {
                Thread.sleep(200);
                page = officer.page(command);
            }
            assertThat(page.text()).contains("FILE-019", "How to mend it", "Nothing was kept").doesNotContain("Exception");
            assertThat(Folders.files(home.checks()).stream().mapToLong(file -> file.toFile().length()).sum()).as("what lies about").isLessThan(1_000_000);
            assertThat(officer.get("/").statusCode()).isEqualTo(200);
        } finally {
            Files.writeString(application, settings);
        }
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void sql_in_a_filter_is_a_text_that_no_row_has() throws Exception {
        TrialConsole.Visitor reader = console.signedIn("rita.reader");
        for (String attack : List.of("' or 1=1 --", "Total' union select password from users --", "'); attach '/etc/passwd' as x; --", "\\'; drop table x")) {
            Document page = reader.page("/figures/mart_exclusions_la?breakdown_topic=" + URLEncoder.encode(attack, StandardCharsets.UTF_8));
            assertThat(page.text()).contains("No row has all of this");
        }
        assertThat(reader.page("/figures/mart_exclusions_la?column=suspension%20from%20x;--").select("h1").text()).as("an unknown figure is the first").isNotEmpty();
        assertThat(reader.get("/figures/mart_exclusions_la%3Bdrop").statusCode()).isIn(400, 404);
        assertThat(reader.get("/figures/mart_exclusions_la/explain?column=suspension&time_period=1%27%20or%201=1").body()).doesNotContain("recomputed").contains("No row");
    }

    @Test
    void every_answer_says_what_a_browser_may_do_with_it() throws Exception {
        TrialConsole.Visitor reader = console.signedIn("rita.reader");
        for (String path : List.of("/", "/signin", "/report/index.html", "/figures", "/nowhere", "/privacy", "/figures/mart_exclusions_la.csv")) {
            HttpResponse<String> answer = reader.get(path);
            String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
            assertThat(policy).as(path).contains("default-src 'none'", "script-src 'nonce-", "frame-ancestors 'none'").doesNotContain("unsafe", "http:", "https:", "*");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(answer.body()).as(path).doesNotContain(" onclick=", " style=\"", "javascript:").doesNotContain("Exception", "\tat org.");
        }
        assertThat(reader.get("/").headers().firstValue("Content-Security-Policy")).isNotEqualTo(reader.get("/").headers().firstValue("Content-Security-Policy"));
        HttpResponse<String> signIn = console.visitor().get("/signin");
        assertThat(signIn.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
        assertThat(signIn.headers().firstValue("Server")).isEmpty();
    }

    private List<ConsoleAct> acts() {
        return new AuditTrail(home).read(ConsoleAct.class).stream().filter(act -> act.act() != null && act.outcome() != null).toList();
    }
}
