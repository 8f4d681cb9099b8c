package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bellwether.app.user.User;
import org.bellwether.app.user.UserFile;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console from its command on: what it needs, what it refuses, and where it then is. */
@WithSmallProject
class ServeCommandTest {

    private static final String PASSWORD = "a plain sentence of the tests";

    private static TrialHome home(Path folder) throws Exception {
        Files.createDirectories(folder.resolve("home/config"));
        Files.writeString(folder.resolve("home/config/application.yml"), "bellwether:\n  la: 899\n");
        return new TrialHome(folder.resolve("home"));
    }

    @Test
    void it_needs_somebody_who_may_sign_in_and_an_address_that_others_do_not_reach_without_tls(@TempDir Path folder) throws Exception {
        TrialHome home = home(folder);
        Child nobody = home.start("serve", "--port", "0");
        assertThat(nobody.await()).isEqualTo(ExitCode.USAGE);
        assertThat(nobody.printed()).contains("USR-065", "bellwether users add NAME --role officer");

        new UserFile(home.home()).add("mary", PASSWORD, Set.of(), null, "tests");
        Child open = home.start("serve", "--port", "0", "--address", "0.0.0.0");
        assertThat(open.await()).isEqualTo(ExitCode.USAGE);
        assertThat(open.printed()).contains("USR-066").doesNotContain("\tat ");

        try (ServerSocket taken = new ServerSocket(0)) {
            Child second = home.start("serve", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(second.await()).isEqualTo(ExitCode.FAILED);
            assertThat(second.printed()).contains("ENV-041 Port " + taken.getLocalPort()).doesNotContain("\tat ", "APPLICATION FAILED");
        }
    }

    @Test
    void with_a_certificate_it_speaks_tls_and_its_cookie_goes_no_other_way(@TempDir Path folder) throws Exception {
        TrialHome trial = home(folder);
        Home home = trial.home();
        new UserFile(home).add("mary", PASSWORD, Set.of(), null, "tests");
        KeyStore keys = certificate(folder);
        trial.setting("serve: {certificate: \"" + folder.resolve("certificate.pem") + "\", private_key: \"" + folder.resolve("key.pem") + "\"}");

        try (TrialConsole console = TrialConsole.start(home)) {
            assertThat(console.address()).startsWith("https://localhost:");
            HttpResponse<String> answer = HttpClient.newBuilder().sslContext(trusting(keys)).build().send(HttpRequest.newBuilder(URI.create(console.address() + "signin")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure", "HttpOnly");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    private static KeyStore certificate(Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "console", "-keyalg", "EC", "-dname", "CN=localhost",
                "-ext", "san=dns:localhost", "-validity", "2", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "changeit").redirectErrorStream(true).start();
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        Files.writeString(folder.resolve("certificate.pem"), pem("CERTIFICATE", ((X509Certificate) keys.getCertificate("console")).getEncoded()));
        Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", keys.getKey("console", "changeit".toCharArray()).getEncoded()));
        return keys;
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("console", keys.getCertificate("console"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Test
    void people_are_added_given_roles_and_taken_off_without_their_password_standing_anywhere(@TempDir Path folder) throws Exception {
        Home home = home(folder).home();
        UserFile users = new UserFile(home);
        users.add("Mary.Smith ", PASSWORD, Set.of(), 8992001, "tests");

        assertThat(users.find("mary.smith")).get().extracting(User::school).isEqualTo(8992001);
        assertThat(Files.readString(home.usersFile())).contains("{bcrypt}").doesNotContain(PASSWORD);
        assertThat(UserFile.encoder().matches(PASSWORD, users.list().get(0).password())).isTrue();
        assertThat(Bellwether.run("users", "roles", "mary.smith", "--role", "emperor", "--home", home.root().toString())).isEqualTo(ExitCode.USAGE);
        assertThat(Bellwether.run("users", "roles", "mary.smith", "--role", "officer,approver", "--home", home.root().toString())).isEqualTo(ExitCode.DONE);
        assertThat(users.list().get(0).roles()).hasSize(2);
        assertThat(Bellwether.run("users", "remove", "mary.smith", "--home", home.root().toString())).isEqualTo(ExitCode.DONE);
        assertThat(users.list()).isEmpty();
        assertThat(Bellwether.run("users", "remove", "mary.smith", "--home", home.root().toString())).isEqualTo(ExitCode.USAGE);
        assertThat(Files.readString(home.auditTrail())).contains("add user", "set roles", "remove user").doesNotContain(PASSWORD, "bcrypt");
    }

    @Test
    void a_weak_password_and_a_name_that_leads_elsewhere_are_refused(@TempDir Path folder) throws Exception {
        UserFile users = new UserFile(home(folder).home());

        for (String password : new String[] {"short", "aaaaaaaaaaaaaaaa", "mary mary mary mary", "x".repeat(30) + "\u00e9".repeat(30)}) {
            assertThatThrownBy(() -> users.add("mary", password, Set.of(), null, "tests")).hasMessageStartingWith("USR-063").hasMessageNotContaining(password);
        }
        for (String name : new String[] {"../x", "a", "mary smith", "", "x".repeat(80), "m\u0430ry"}) {
            assertThatThrownBy(() -> users.add(name, PASSWORD, Set.of(), null, "tests")).hasMessageStartingWith("USR-060");
        }
        assertThat(users.list()).isEmpty();
    }
}
