package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bellwether.app.notify.channel.HookServer;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A home whose people are told: a night with rejects, one that fails, one that is killed, and what each of them reads. */
@Tag("slow")
@WithSmallProject
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotifiedNightTest {

    private static final String OFFICER = "officer@example.gov.uk";
    private static final String READER = "reader@example.gov.uk";
    private static final String CHILD = "Smith_Jonathan";

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<String> upns = new ArrayList<>();
    private HookServer hooks;
    private TrialHome home;
    private String school;
    private String otherSchool;
    private int firstExit;

    @BeforeAll
    void a_night_with_rejects(@TempDir Path folder) throws Exception {
        mails.start();
        hooks = new HookServer();
        home = TrialHome.fresh(folder.resolve("home"), FirstNight.returns(folder.resolve("returns"))).keeping("(edubase|exclusion_notice|term_dates).*");
        aUpnIsMistyped();
        Files.writeString(home.home().inbox().resolve("Letter_about_" + CHILD + ".csv"), "Surname,Forename\n" + CHILD + ",x\n");
        told("""
                channels:
                  office: {kind: mail, host: 127.0.0.1, port: %d, tls: none, from: bellwether@example.gov.uk}
                  desk: {kind: webhook, url: "%s/hook", secret: "%s"}
                recipients:
                  - {role: officer, by: office, to: [%s]}
                  - {role: approver, by: office, to: [%s]}
                  - {role: officer, by: desk}
                  - {role: reader, by: office, to: [%s]}
                  - {school: %s, by: office, to: [office@one.example]}
                  - {school: %s, by: office, to: [office@other.example]}
                tells: {failed: [officer, approver]}
                thresholds:
                  suspended:
                    says: Pupils were suspended
                    mart: mart_exclusions_la
                    measure: suspension
                    cell: {phase_type_grouping: Total, breakdown_topic: Total, time_period: latest}
                    by: [time_period, time_identifier]
                    is: "> 0"
                    to: [reader]
                  by_group:
                    says: A group was suspended
                    mart: mart_exclusions_la
                    column: suspension
                    by: [breakdown, time_period, time_identifier]
                    is: ">= 0"
                    to: [analyst]
                """.formatted(mails.getSmtp().getPort(), hooks.url(), HookServer.SECRET, OFFICER, OFFICER, READER, school, otherSchool));
        firstExit = night();
    }

    @AfterAll
    void stop() {
        mails.stop();
        hooks.close();
    }

    @Test
    @Order(1)
    void the_officer_reads_what_was_rejected_by_return_school_and_rule_and_how_to_mend_it() throws Exception {
        assertThat(firstExit).isEqualTo(ExitCode.REJECTED);
        assertThat(mailsTo(OFFICER)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Bellwether Wardown Borough: rows or files were not taken");
            assertThat(text(mail)).contains("(exclusion_notice), submission ", ": accepted_with_queries, rejected rows: 1 of ", "School " + school, "UPN-002 UPN invalid", "      Do: ", "FILE-011 ",
                    "No known return (unknown)");
        });
    }

    @Test
    @Order(1)
    void the_school_reads_what_its_own_return_owes_and_another_nothing() throws Exception {
        assertThat(mailsTo("office@one.example")).singleElement().satisfies(mail -> assertThat(text(mail))
                .contains("rows of your school", "UPN-002 UPN invalid", "rows: 1").doesNotContain("FILE-011", otherSchool, "bellwether"));
        assertThat(mailsTo("office@other.example")).isEmpty();
    }

    @Test
    @Order(1)
    void a_reader_reads_of_a_published_figure_and_nothing_else() throws Exception {
        String published = home.ask("sql", "--format", "csv", "select time_period, time_identifier, suspension from mart_exclusions_la where phase_type_grouping = 'Total'"
                + " and breakdown_topic = 'Total' and time_period = (select max(time_period) from mart_exclusions_la) and suspension > 0 order by all");
        assertThat(published.lines().count()).isGreaterThan(1);
        assertThat(mailsTo(READER)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Bellwether Wardown Borough: Pupils were suspended");
            assertThat(text(mail).lines().filter(line -> line.startsWith("- "))).containsExactlyElementsOf(published.lines().skip(1)
                    .map(row -> row.split(",")).map(row -> "- " + row[0] + ", " + row[1] + ": " + row[2]).toList());
        });
    }

    @Test
    @Order(1)
    void a_program_is_told_the_same_with_a_signature() {
        assertThat(hooks.requests()).singleElement().satisfies(request -> {
            assertThat(request.isGenuine(HookServer.SECRET)).isTrue();
            assertThat(request.json().get("event").asString()).isEqualTo("rejects");
            assertThat(request.json().at("/data/submissions").findValuesAsString("rule")).contains("UPN-002", "FILE-011");
            assertThat(request.json().at("/data/la").asString()).isEqualTo("899");
        });
    }

    @Test
    @Order(1)
    void nothing_that_leaves_or_is_kept_to_leave_names_a_child_or_a_file() throws Exception {
        List<String> texts = new ArrayList<>(hooks.requests().stream().map(HookServer.Request::body).toList());
        for (MimeMessage mail : mails.getReceivedMessages()) {
            texts.add(mail.getSubject() + text(mail));
        }
        for (Path file : Folders.files(home.home().outbox())) {
            texts.add(Files.readString(file));
        }
        assertThat(texts).hasSizeGreaterThan(7).allSatisfy(text -> {
            assertThat(text).doesNotContain(CHILD, ".csv", home.root().toString());
            upns.forEach(upn -> assertThat(text).doesNotContain(upn));
        });
    }

    @Test
    @Order(1)
    void a_release_keeps_nothing_of_who_is_told() throws Exception {
        try (var archive = new java.util.zip.ZipFile(home.home().current().resolve("restricted/models.zip").toFile())) {
            assertThat(archive.stream().map(Object::toString)).contains("home/config/application.yml").noneMatch(name -> name.contains("notifications"));
        }
    }

    @Test
    @Order(2)
    void a_night_that_fails_tells_the_sentence_of_the_catalogue_once_to_an_address() throws Exception {
        mails.purgeEmailFromAllMailboxes();
        hooks.answering(400);
        Path key = home.home().vault().resolve("pseudonym.key");
        Files.move(key, key.resolveSibling("away"));

        assertThat(night()).isEqualTo(ExitCode.FAILED);

        Files.move(key.resolveSibling("away"), key);
        assertThat(mailsTo(OFFICER)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Bellwether Wardown Borough: the night failed (ENV-010)");
            assertThat(text(mail)).contains("ENV-010 The pseudonym key is not there", "Readers still have release 2026-05-13-0001");
        });
        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThat(log()).contains("ENV-060 Channel desk of notifications.yml does not send (the receiver answers with 400)");
    }

    @Test
    @Order(3)
    void a_night_that_is_killed_is_told_of_by_the_next_one_and_what_could_not_be_sent_is_sent() throws Exception {
        mails.purgeEmailFromAllMailboxes();
        Child killed = home.startNight(TrialHome.SECOND_NIGHT);
        Path mark = home.home().outbox().resolve("run.json");
        while (!Files.readString(mark).contains("\"started\" : \"") && killed.isRunning()) {
            Thread.sleep(5);
        }
        killed.kill();
        assertThat(Files.readString(mark)).contains("\"started\" : \"");
        String failed = hooks.requests().get(1).delivery();
        hooks.answering(200);

        assertThat(night()).isIn(ExitCode.NOTHING_TO_DO, ExitCode.DONE);

        assertThat(mailsTo(OFFICER)).singleElement().satisfies(mail -> assertThat(mail.getSubject()).endsWith("a run was stopped before its end"));
        assertThat(hooks.requests()).extracting(request -> request.json().get("event").asString()).containsExactly("rejects", "failed", "failed", "stopped");
        assertThat(hooks.requests().get(hooks.requests().size() - 2).delivery()).as("the same as before").isEqualTo(failed);
        int requests = hooks.requests().size();

        assertThat(night()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(Bellwether.run("notify", "--home", home.root().toString())).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(hooks.requests()).hasSize(requests);
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    @Order(4)
    void each_channel_can_be_tried_and_doctor_looks_at_what_they_need() throws Exception {
        mails.purgeEmailFromAllMailboxes();
        assertThat(home.ask("notify", "--test").lines()).containsExactly("channel office to " + OFFICER + ": taken", "channel office to " + READER + ": taken",
                "channel desk: taken");
        assertThat(mails.getReceivedMessages()).hasSize(2);
        assertThat(home.ask("doctor")).contains("ok    notifications: 2 channels, 6 recipients, 2 thresholds, 0 waiting");

        told(Files.readString(home.home().config().resolve("notifications.yml")).replace("secret: \"" + HookServer.SECRET, "secret: \"${NOBODY_SET_IT}")
                .replace("column: suspension", "column: no_such_column"));
        Child doctor = home.start("doctor");
        assertThat(doctor.await()).isEqualTo(ExitCode.FAILED);
        assertThat(doctor.printed()).contains("MEND  notifications: channel desk: the environment variable NOBODY_SET_IT is not set; threshold by_group: ",
                "column no_such_column of mart_exclusions_la is not published");
        Child test = home.start("notify", "--test");
        assertThat(test.await()).isEqualTo(ExitCode.FAILED);
        assertThat(test.printed()).contains("channel desk: ENV-060 Channel desk of notifications.yml does not send (the environment variable NOBODY_SET_IT is not set)")
                .doesNotContain("Exception", "DEBUG");
    }

    @Test
    @Order(5)
    void a_template_that_names_what_is_not_there_begins_no_night() throws Exception {
        Path template = home.home().config().resolve("notifications/failed.txt");
        Files.createDirectories(template.getParent());
        Files.writeString(template, "The night failed\n\n{{sentence.class.name}}\n");

        assertThat(night()).isEqualTo(ExitCode.USAGE);

        Child doctor = home.start("doctor");
        assertThat(doctor.await()).isEqualTo(ExitCode.FAILED);
        assertThat(doctor.printed()).contains("MEND  notifications: CFG-030 ", "failed.txt: ");
    }

    private void aUpnIsMistyped() throws IOException {
        Path notices = Folders.list(home.home().inbox()).stream().filter(file -> file.getFileName().toString().startsWith("exclusion_notice"))
                .max(Comparator.comparing(file -> file.toFile().length())).orElseThrow();
        List<String> lines = new ArrayList<>(Files.readAllLines(notices));
        List<String> header = Arrays.asList(lines.get(0).split(","));
        int laestab = header.indexOf("laestab");
        int upn = header.indexOf("upn");
        school = lines.get(1).split(",")[laestab];
        int mistyped = 0;
        for (int line = 1; line < lines.size(); line++) {
            String[] cells = lines.get(line).split(",", -1);
            if (!cells[laestab].equals(school)) {
                otherSchool = cells[laestab];
            } else if (mistyped < 1) {
                upns.add(cells[upn]);
                cells[upn] = (cells[upn].charAt(0) == 'A' ? 'B' : 'A') + cells[upn].substring(1);
                upns.add(cells[upn]);
                lines.set(line, String.join(",", cells));
                mistyped++;
            }
        }
        Files.write(notices, lines);
    }

    private void told(String config) throws IOException {
        Files.writeString(home.home().config().resolve("notifications.yml"), config);
    }

    private int night() {
        return Bellwether.run("nightly", "--home", home.root().toString(), "--received-at", TrialHome.FIRST_NIGHT.toString());
    }

    private String log() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path log : Folders.files(home.home().logs())) {
            text.append(Files.readString(log));
        }
        return text.toString();
    }

    private List<MimeMessage> mailsTo(String address) throws Exception {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            if (Arrays.stream(mail.getAllRecipients()).anyMatch(one -> one.toString().equals(address))) {
                found.add(mail);
            }
        }
        return found;
    }

    private static String text(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replace("\r\n", "\n");
    }
}
