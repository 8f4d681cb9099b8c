package org.bellwether.app.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bellwether.app.notify.channel.MailSettings.Tls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What servers on this machine are sent, and what becomes of it where they refuse. */
class ChannelsTest {

    private static final EnvironmentText ENVIRONMENT = new EnvironmentText(Map.of("PASSWORD", "of the office", "SECRET", HookServer.SECRET)::get);
    private static final String SERVICE_KEY = "told-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
    private static final String TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";

    private final GreenMail mails = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)});
    private HookServer hooks;

    @BeforeEach
    void start() throws Exception {
        mails.start();
        mails.setUser("office@example.gov.uk", "office", "of the office");
        hooks = new HookServer();
    }

    @AfterEach
    void stop() {
        mails.stop();
        hooks.close();
    }

    @Test
    void mail_is_plain_text_with_an_id_that_stays_the_same() throws Exception {
        Channel office = new MailSettings("127.0.0.1", smtp(), Tls.NONE, "office", "${PASSWORD}", "bellwether@example.gov.uk").open(ENVIRONMENT);

        office.send(message("officer@example.gov.uk"));

        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Größe: 3 rows");
        assertThat(mail.getContent().toString().strip()).isEqualTo("£12 – three rows");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("officer@example.gov.uk");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("bellwether@example.gov.uk");
        assertThat(mail.getMessageID()).isEqualTo("<0123abcd@example.gov.uk>");
        assertThat(mail.getHeader("X-Bellwether-Delivery")).containsExactly("0123abcd");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void a_mail_server_that_cannot_be_trusted_or_asks_for_another_password_is_sent_nothing() {
        assertThatThrownBy(() -> new MailSettings("127.0.0.1", smtp(), Tls.NONE, "office", "another", "a@example.gov.uk").open(ENVIRONMENT).send(message("b@example.gov.uk")))
                .isInstanceOf(DeliveryFailedException.class).hasMessage("the mail server does not take user and password");
        // Encryption is asked for and this server offers none.
        assertThatThrownBy(() -> new MailSettings("127.0.0.1", smtp(), Tls.STARTTLS, "office", "of the office", "a@example.gov.uk").open(ENVIRONMENT)
                .send(message("b@example.gov.uk"))).isInstanceOf(DeliveryFailedException.class).satisfies(ChannelsTest::isOfChannel);
        // Its certificate is its own.
        assertThatThrownBy(() -> new MailSettings("127.0.0.1", mails.getSmtps().getPort(), Tls.TLS, "", "", "a@example.gov.uk").open(ENVIRONMENT)
                .send(message("b@example.gov.uk"))).isInstanceOf(DeliveryFailedException.class).satisfies(ChannelsTest::isOfChannel);
        assertThatThrownBy(() -> new MailSettings("127.0.0.1", 1, Tls.NONE, "", "", "a@example.gov.uk").open(ENVIRONMENT).send(message("b@example.gov.uk")))
                .isInstanceOf(DeliveryFailedException.class).hasMessageStartingWith("the mail server is not reached").satisfies(ChannelsTest::isOfChannel);
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_webhook_is_signed_over_time_and_body_and_tried_again_under_the_same_id() throws Exception {
        hooks.answering(503, 429, 204);

        hook().send(message(""));

        assertThat(hooks.requests()).hasSize(3).allMatch(request -> request.isGenuine(HookServer.SECRET)).noneMatch(request -> request.isGenuine("another"))
                .extracting(HookServer.Request::delivery).containsOnly("0123abcd");
        assertThat(hooks.requests().get(0).json().toString()).isEqualTo("{\"delivery\":\"0123abcd\",\"event\":\"rejects\",\"at\":\"2026-05-13T01:31:00Z\","
                + "\"subject\":\"Größe: 3 rows\",\"text\":\"£12 – three rows\",\"data\":{\"rows\":3}}");
    }

    @Test
    void a_webhook_that_refuses_is_not_asked_again_and_one_that_fails_three_times() {
        hooks.answering(400);
        assertThatThrownBy(() -> hook().send(message(""))).hasMessage("the receiver answers with 400").satisfies(failure -> assertThat(((DeliveryFailedException) failure)
                .isOfChannel()).isFalse());
        assertThat(hooks.requests()).hasSize(1);

        hooks.answering(500);
        assertThatThrownBy(() -> hook().send(message(""))).hasMessage("the receiver answers with 500, 3 times").satisfies(ChannelsTest::isOfChannel);
        assertThat(hooks.requests()).hasSize(4);

        // It would hand the message to whoever the answer names.
        hooks.answering(302);
        assertThatThrownBy(() -> hook().send(message(""))).hasMessage("the receiver answers with 302");
        hooks.close();
        assertThatThrownBy(() -> hook().send(message(""))).hasMessageStartingWith("the receiver is not reached, 3 times").satisfies(ChannelsTest::isOfChannel);
    }

    @Test
    void gov_uk_notify_is_asked_to_send_with_the_delivery_as_reference() throws Exception {
        hooks.answering(201).saying("""
                {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "0123abcd", "uri": "u", "template": {"id": "%s", "version": 1, "uri": "u"},
                 "content": {"subject": "s", "body": "b", "from_email": "f@example.gov.uk"}}""".formatted(TEMPLATE));
        Channel notify = new GovukNotifySettings(SERVICE_KEY, TEMPLATE, hooks.url()).open(ENVIRONMENT);

        notify.send(message("officer@example.gov.uk"));

        HookServer.Request request = hooks.requests().get(0);
        assertThat(request.path()).isEqualTo("/v2/notifications/email");
        assertThat(request.authorization()).startsWith("Bearer ").doesNotContain("3d844edf");
        assertThat(request.json().get("email_address").asString()).isEqualTo("officer@example.gov.uk");
        assertThat(request.json().get("reference").asString()).isEqualTo("0123abcd");
        assertThat(request.json().get("personalisation").get("message").asString()).isEqualTo("£12 – three rows");

        hooks.answering(403).saying("{\"errors\": [{\"error\": \"AuthError\", \"message\": \"Invalid token\"}], \"status_code\": 403}");
        assertThatThrownBy(() -> notify.send(message("officer@example.gov.uk"))).hasMessage("GOV.UK Notify answers with 403").satisfies(ChannelsTest::isOfChannel);
    }

    @Test
    void what_cannot_be_used_is_found_before_it_is_needed() {
        assertThat(new MailSettings("", 70_000, null, null, null, "nobody").faults()).hasSize(3);
        assertThat(new MailSettings("h", null, null, null, null, "a@b.uk").port()).isEqualTo(587);
        assertThat(new WebhookSettings("http://desk.example.gov.uk", "short").faults()).hasSize(2);
        assertThat(new WebhookSettings("${URL}", "${SECRET}").faults()).isEmpty();
        assertThat(new GovukNotifySettings("key", "template", null).faults()).hasSize(2);
        assertThatThrownBy(() -> new WebhookSettings("https://desk.example.gov.uk", "${NOT_SET}").open(ENVIRONMENT)).hasMessage("the environment variable NOT_SET is not set");
        assertThat(List.of(new WebhookSettings("u", "s3cr3t"), new GovukNotifySettings("s3cr3t", "t", ""), new MailSettings("h", 1, Tls.NONE, "u", "s3cr3t", "f")))
                .noneMatch(settings -> settings.toString().contains("s3cr3t"));
    }

    private Channel hook() {
        return new WebhookChannel(URI.create(hooks.url()), HookServer.SECRET, List.of(Duration.ofMillis(5), Duration.ofMillis(5)));
    }

    private int smtp() {
        return mails.getSmtp().getPort();
    }

    private static void isOfChannel(Throwable failure) {
        assertThat(((DeliveryFailedException) failure).isOfChannel()).as(failure.getMessage()).isTrue();
    }

    private static Message message(String to) {
        return new Message("0123abcd", "rejects", to, "Größe: 3 rows", "£12 – three rows", Map.of("rows", 3), Instant.parse("2026-05-13T01:31:00Z"));
    }
}
