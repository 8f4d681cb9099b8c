package org.bellwether.app.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.app.notify.channel.EnvironmentText;
import org.bellwether.app.notify.channel.HookServer;
import org.bellwether.app.user.Role;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.home.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept to be told, until a receiver has taken it, by itself or once a day. */
class OutboxTest {

    private static final Instant NIGHT = Instant.parse("2026-05-13T01:31:00Z");

    private final List<String> told = new ArrayList<>();
    private HookServer hooks;
    private Home home;
    private ConfigFiles config;

    @BeforeEach
    void a_home(@TempDir Path folder) throws IOException {
        hooks = new HookServer();
        home = new Home(folder.resolve("home"));
        config = ConfigFiles.of(Project.locate(), home.config());
        Files.createDirectories(home.config());
        Files.writeString(home.config().resolve("application.yml"), "bellwether: {la: 899, la_name: Wardown Borough}\n");
        configured("");
    }

    @AfterEach
    void stop() {
        hooks.close();
    }

    @Test
    void what_is_refused_stays_and_is_sent_once_by_a_later_run() {
        hooks.answering(400);
        post("one", EventKind.FAILED);

        assertThat(send(NIGHT)).contains(new OutboxSender.Outcome(0, 1));
        hooks.answering(200);
        assertThat(send(NIGHT.plusSeconds(60))).contains(new OutboxSender.Outcome(1, 0));
        post("one", EventKind.FAILED);
        assertThat(send(NIGHT.plusSeconds(120))).contains(new OutboxSender.Outcome(0, 0));

        assertThat(hooks.requests()).hasSize(2).extracting(HookServer.Request::delivery).hasSize(2).containsOnly(hooks.requests().get(0).delivery());
        assertThat(told).containsExactly("ENV-060 Channel desk of notifications.yml does not send (the receiver answers with 400). " + ErrorCode.NOT_SENT.remedy(),
                "sent failed to officer by channel desk");
        assertThat(new Outbox(home).all()).singleElement().satisfies(one -> {
            assertThat(one.tries()).isEqualTo(1);
            assertThat(one.text()).as("what was said is not kept").isNull();
        });
    }

    @Test
    void a_digest_goes_once_a_day_and_what_is_urgent_at_once() throws IOException {
        configured("digest: {daily: true, at_once: [failed]}");
        post("one", EventKind.REJECTS);
        post("two", EventKind.SET_ASIDE);
        post("three", EventKind.FAILED);

        assertThat(send(NIGHT)).contains(new OutboxSender.Outcome(2, 0));
        post("four", EventKind.REJECTS);
        assertThat(send(NIGHT.plus(Duration.ofHours(8)))).contains(new OutboxSender.Outcome(0, 0));
        assertThat(send(NIGHT.plus(Duration.ofHours(24)))).contains(new OutboxSender.Outcome(1, 0));

        assertThat(hooks.requests()).extracting(request -> request.json().get("event").asString()).containsExactly("failed", "digest", "digest");
        assertThat(hooks.requests().get(1).json().get("subject").asString()).isEqualTo("Bellwether Wardown Borough: 2 messages of the day");
        assertThat(hooks.requests().get(1).json().at("/data/events").findValuesAsString("event")).containsExactlyInAnyOrder("rejects", "set_aside");
    }

    @Test
    void a_digest_that_is_refused_is_tried_again_under_the_same_id() throws IOException {
        configured("digest: {daily: true}");
        post("one", EventKind.REJECTS);
        hooks.answering(400, 200);

        assertThat(send(NIGHT)).contains(new OutboxSender.Outcome(0, 1));
        assertThat(send(NIGHT.plusSeconds(60))).contains(new OutboxSender.Outcome(1, 0));

        assertThat(hooks.requests()).extracting(HookServer.Request::delivery).hasSize(2).containsOnly(hooks.requests().get(0).delivery());
    }

    @Test
    void what_nobody_takes_is_given_up_after_a_month() {
        hooks.answering(400);
        post("one", EventKind.FAILED);

        send(NIGHT.plus(Duration.ofDays(31)));

        assertThat(new Outbox(home).all()).isEmpty();
        assertThat(told).containsExactly("given up after thirty days: failed to officer by channel desk");
    }

    @Test
    void while_one_process_sends_another_does_not() throws Exception {
        post("one", EventKind.FAILED);
        try (Outbox.Sending other = new Outbox(home).begin().orElseThrow()) {
            assertThat(send(NIGHT)).isEmpty();
        }
        assertThat(send(NIGHT)).contains(new OutboxSender.Outcome(1, 0));
    }

    @ParameterizedTest
    @EnumSource
    void every_template_that_is_shipped_says_something(EventKind kind) {
        MessageText text = MessageTemplates.load(config).text(kind, EventExamples.of(kind));

        assertThat(text.subject()).isNotBlank().hasSizeLessThan(100);
        assertThat(text.body()).hasSizeGreaterThan(60).doesNotContain("{{", "null", "  \n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Subject only|its first line is the subject",
        "Subject\\n\\n{{nothing}}|nothing",
        "Subject\\n\\n{{sentence.bytes}}|bytes",
        "Subject\\n\\n{{#sentence}}{{getClass}}{{/sentence}}|getClass",
        "Subject\\n\\n{{>/etc/hostname}}|/etc/hostname",
        "Subject\\n\\n{{#audits}}|audits"})
    void a_template_that_names_what_its_event_has_not_is_found(String template, String problem) throws IOException {
        Path file = home.config().resolve("notifications/failed.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, template.replace("\\n", "\n"));

        assertThatThrownBy(() -> MessageTemplates.load(config)).hasMessageStartingWith("CFG-030 ").hasMessageContaining("failed.txt").hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "recipients: [{role: officer, by: nowhere}]|one of the channels desk",
        "recipients: [{role: officer, school: 8999001, by: desk}]|a role or a school",
        "recipients: [{role: officer, by: desk, to: [a@b.uk]}]|has one receiver",
        "recipients: [{role: director, by: desk}]|director",
        "tells: {rejects: [reader]}|reader may not be told of rejects",
        "tells: {held: [reader]}|reader may not be told of held",
        "tells: {nothing: [officer]}|nothing",
        "channels: {fax: {kind: fax}}|fax",
        "channels: {desk: {kind: webhook, url: 'http://desk.example.gov.uk', secret: short}}|https://",
        "channels: {office: {kind: mail, host: h, from: nobody}}|the address of the sender",
        "channels: {office: {kind: mail, host: h, from: a@b.uk, hots: h}}|hots",
        "thresholds: {one: {says: s, mart: mart_hnb_cost, measure: susp_rate, cell: {a: b}, is: '> 1', to: [reader]}}|does not stand in mart_hnb_cost",
        "thresholds: {one: {says: s, mart: m, column: c, cell: {a: b}, is: '1 or 1=1', to: [reader]}}|needs is",
        "no_such_key: 1|no_such_key"})
    void config_that_cannot_be_meant_is_found_with_what_is_wrong(String entry, String problem) throws IOException {
        configured(entry);

        assertThatThrownBy(() -> NotificationConfig.load(config)).hasMessageStartingWith("CFG-0").hasMessageContaining("notifications.yml").hasMessageContaining(problem);
    }

    private void configured(String more) throws IOException {
        String channels = more.startsWith("channels") ? "" : "channels: {desk: {kind: webhook, url: '" + hooks.url() + "', secret: " + "'" + HookServer.SECRET + "'}}\n";
        String recipients = more.startsWith("recipients") ? "" : "recipients: [{role: officer, by: desk}]\n";
        Files.writeString(home.config().resolve(ConfigFiles.NOTIFICATIONS), channels + recipients + more + "\n");
    }

    private void post(String key, EventKind kind) {
        NotificationConfig read = NotificationConfig.load(config);
        Map<String, Object> data = EventExamples.of(kind);
        Event event = new Event(key, kind, NIGHT, Set.of(Role.OFFICER), null, Set.of(), data);
        new Outbox(home).put(Delivery.of(event, read.recipients().get(0), "", MessageTemplates.load(config).text(kind, data), read.digest().waits(kind)));
    }

    private Optional<OutboxSender.Outcome> send(Instant now) {
        MessageTemplates templates = MessageTemplates.load(config);
        return new OutboxSender(home, NotificationConfig.load(config), new EnvironmentText(name -> null),
                (kind, data) -> templates.text(kind, EventData.with("899", "Wardown Borough", "", "", data)), (line, failure) -> told.add(line)).send(now);
    }
}
