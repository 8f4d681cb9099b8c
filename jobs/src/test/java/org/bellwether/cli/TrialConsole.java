package org.bellwether.cli;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.app.user.Role;
import org.bellwether.app.user.UserFile;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.home.Home;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.web.ConsoleApplication;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The console of a home in this process, on a free port, with somebody of each role who may sign in. */
final class TrialConsole implements AutoCloseable {

    static final String PASSWORD = "a plain sentence of the tests";
    static final int SCHOOL = 8992001;
    static final int OTHER_SCHOOL = 8992002;
    /** What stands on the restricted pages of schools. */
    static final String SECRET = "restricted to the school itself";

    private final ConsoleApplication.Running console;

    private TrialConsole(ConsoleApplication.Running console) {
        this.console = console;
    }

    /** A small home has no schools with figures of their own: pages of two are laid into its release, which stands read-only, by whoever owns it. */
    static void layPagesOfSchools(Home home) throws IOException {
        Path pages = new ReleaseFolder(home.current().toRealPath()).restrictedReport();
        pages.toFile().setWritable(true);
        for (int school : List.of(SCHOOL, OTHER_SCHOOL)) {
            Files.writeString(pages.resolve("school-" + school + ".html"), "<html><body>" + SECRET + "</body></html>");
        }
    }

    static TrialConsole start(Home home) {
        return start(home, 0);
    }

    static TrialConsole start(Home home, int port) {
        UserFile users = new UserFile(home);
        if (users.list().isEmpty()) {
            users.add("rita.reader", PASSWORD, Set.of(), null, "tests");
            users.add("anna.analyst", PASSWORD, Set.of(Role.ANALYST), null, "tests");
            users.add("olive.officer", PASSWORD, Set.of(Role.OFFICER), null, "tests");
            users.add("ada.approver", PASSWORD, Set.of(Role.APPROVER), null, "tests");
            users.add("pia.privacy", PASSWORD, Set.of(Role.PRIVACY), null, "tests");
            users.add("hetty.head", PASSWORD, Set.of(), SCHOOL, "tests");
        }
        Project project = Project.locate();
        return new TrialConsole(ConsoleApplication.start(project, home, Settings.load(ConfigFiles.of(project, home.config())).serving(null, port), Bellwether.class.getName()));
    }

    String address() {
        return console.address();
    }

    /** Nobody, with a browser of their own. */
    Visitor visitor() {
        return new Visitor(address());
    }

    Visitor signedIn(String name) throws IOException, InterruptedException {
        Visitor visitor = visitor();
        visitor.signIn(name, PASSWORD);
        return visitor;
    }

    @Override
    public void close() {
        console.close();
    }

    /** Somebody who asks, with the cookies that they were given. */
    static final class Visitor {

        private final String address;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(20)).build();

        private Visitor(String address) {
            this.address = address.substring(0, address.length() - 1);
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
        }

        byte[] bytes(String path) throws IOException, InterruptedException {
            return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        }

        /** The page, whatever its state. */
        Document page(String path) throws IOException, InterruptedException {
            return Jsoup.parse(get(path).body(), address + path);
        }

        /** A form as a browser sends it, with what the page of the form has given along. */
        HttpResponse<String> send(String from, String action, Map<String, String> fields) throws IOException, InterruptedException {
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put("_csrf", page(from).select("input[name=_csrf]").attr("value"));
            return post(action, all);
        }

        /** A form that somebody has written, without anything from a page. */
        HttpResponse<String> post(String action, Map<String, String> fields) throws IOException, InterruptedException {
            String body = fields.entrySet().stream().map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue())).collect(Collectors.joining("&"));
            return send(request(action).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build());
        }

        HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
            return send("/signin", "/signin", Map.of("username", name, "password", password));
        }

        HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path)).timeout(Duration.ofMinutes(2));
        }

        String session() {
            return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("bellwether")).map(HttpCookie::getValue).findFirst().orElse("");
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
