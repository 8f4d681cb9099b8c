package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.bellwether.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with the council's own accounts. */
class ConsoleSignInTest {

    @Test
    void people_of_the_council_come_in_with_the_role_that_their_group_gives_and_others_do_not(@TempDir Path folder) throws Exception {
        int port = CouncilProvider.freePort();
        try (CouncilProvider council = CouncilProvider.start(port)) {
            Home home = FirstNight.copyTo(folder.resolve("home"))
                    .setting("serve: {port: " + port + ", issuer: \"" + council.issuer() + "\", client_id: bellwether, client_secret: secret, roles_claim: groups, roles: \"data-team=officer\"}").home();
            try (TrialConsole console = TrialConsole.start(home, port)) {
                TrialConsole.Visitor mary = console.visitor();
                HttpResponse<String> back = throughCouncil(mary, "mary.smith");

                assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
                assertThat(back.body()).contains("mary.smith", "What waits");
                assertThat(mary.get("/returns").statusCode()).isEqualTo(200);
                assertThat(mary.get("/privacy").statusCode()).isEqualTo(403);

                TrialConsole.Visitor guest = console.visitor();
                assertThat(throughCouncil(guest, "guest").body()).contains("has not let you in");
                assertThat(guest.get("/").statusCode()).isEqualTo(302);
            }
        }
    }

    /** As a browser goes: to the council, its form, and back. */
    private static HttpResponse<String> throughCouncil(TrialConsole.Visitor visitor, String name) throws Exception {
        HttpResponse<String> answer = followed(visitor, visitor.get("/oauth2/authorization/council"));
        String form = answer.uri().toString();
        return followed(visitor, visitor.send(form, form, Map.of("username", name, "password", CouncilProvider.PASSWORD)));
    }

    private static HttpResponse<String> followed(TrialConsole.Visitor visitor, HttpResponse<String> answer) throws Exception {
        HttpResponse<String> now = answer;
        while (now.statusCode() == 302) {
            URI next = now.uri().resolve(now.headers().firstValue("Location").orElseThrow());
            now = visitor.send(visitor.request(next.toString()).header("Accept", "text/html").build());
        }
        return now;
    }
}
