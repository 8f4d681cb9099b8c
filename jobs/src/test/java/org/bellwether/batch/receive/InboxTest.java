package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken out of the inbox, what waits in it, and that nothing of it is ever lost. */
class InboxTest {

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @Test
    void names_of_files_that_are_still_being_written_wait() {
        for (String ending : List.of(".part", ".tmp", ".filepart", ".crdownload")) {
            home.drop("exclusion_notice_" + ending.substring(1) + ".csv" + ending, Given.notices(1, 2));
        }

        SubmissionReceiver.Result result = home.night();

        assertThat(result.submissions()).isEmpty();
        assertThat(result.waiting()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {" (1)", "(2)", " - Copy", " - Copy (3)", "_copy", " copy"})
    void a_second_download_is_known_by_the_name_of_the_first(String mark) {
        Submission census = home.receive("2025_spring_pupilonroll" + mark + ".csv", Census.pupils("8992001", 1));

        assertThat(census.set()).isEqualTo("2025_spring");
        assertThat(home.live("school_census")).containsExactly("202425|SPR|8992001=1");
    }

    @Test
    void of_two_downloads_with_one_time_the_browser_has_numbered_the_later() throws IOException {
        int sessions = 1;
        for (String name : List.of("notice (10).csv", "notice (2).csv", "notice.csv")) {
            home.drop(name, Given.notices(1, 1).replace(",4,N", "," + sessions++ + ",N"));
            Files.setLastModifiedTime(home.home().inbox().resolve(name), FileTime.from(Instant.parse("2025-02-10T10:00:00Z")));
        }

        assertThat(home.receive()).flatExtracting(Submission::files).extracting(SubmissionFile::file)
                .containsExactly("notice.csv", "notice (2).csv", "notice (10).csv");
        assertThat(home.live("exclusion_notice")).singleElement().asString().endsWith("=3");
    }

    @Test
    void of_a_table_that_was_downloaded_twice_the_later_belongs_to_the_set() {
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1)).drop("2025_spring_pupilonroll (1).csv", Census.pupils("8992001", 1, 2))
                .drop("2025_spring_senneeds.csv", "pupilonrolltableid,NativeId,senneedstableid,sentyperank,sentype\n");

        List<Submission> received = home.receive();

        assertThat(received).extracting(submission -> submission.files().size()).containsExactly(1, 2);
        assertThat(home.live("school_census")).containsExactly("202425|SPR|8992001=2");
        assertThat(received.get(1).accepted()).isEqualTo(2);
    }

    @Test
    void what_systems_leave_for_themselves_is_passed_over() {
        for (String name : List.of(".DS_Store", "._exclusion_notice.csv", ".~lock.exclusion_notice.csv#", "~$register.xlsx", "Thumbs.db", "desktop.ini")) {
            home.drop(name, "x");
        }
        home.drop("exclusion_notice.csv", Given.notices(1, 2));

        SubmissionReceiver.Result result = home.night();

        assertThat(result.submissions()).singleElement().extracting(Submission::accepted).isEqualTo(2L);
        assertThat(result.waiting()).isEmpty();
        assertThat(home.home().inbox().resolve("Thumbs.db")).exists();
    }

    @Test
    void a_file_that_still_changes_waits_and_the_others_do_not() throws IOException {
        home.settings("inbox: {quiet: PT0.2S}");
        home.drop("exclusion_notice_young.csv", Given.notices(1, 2)).drop("exclusion_notice_old.csv", Given.notices(3, 4));
        age("exclusion_notice_old.csv", Instant.now().minusSeconds(60));

        SubmissionReceiver.Result first = nightWhileWriting("exclusion_notice_young.csv");

        assertThat(first.waiting()).containsExactly("exclusion_notice_young.csv");
        assertThat(first.submissions()).hasSize(1);
        age("exclusion_notice_young.csv", Instant.now().minusSeconds(60));
        assertThat(home.receiveOne().accepted()).isEqualTo(2);
    }

    @Test
    void a_set_waits_while_anything_in_the_inbox_changes() throws IOException {
        home.settings("inbox: {quiet: PT0.2S}");
        home.drop("2025_spring_pupilonroll.csv", Census.PUPIL_HEADER).drop("exclusion_notice_young.csv", Given.notices(1, 2));
        age("2025_spring_pupilonroll.csv", Instant.now().minusSeconds(60));

        assertThat(nightWhileWriting("exclusion_notice_young.csv").waiting()).containsExactlyInAnyOrder("2025_spring_pupilonroll.csv", "exclusion_notice_young.csv");
    }

    /** A night during which a sender goes on writing: the file is touched until the inbox has been looked at. */
    private SubmissionReceiver.Result nightWhileWriting(String name) {
        java.util.concurrent.atomic.AtomicBoolean writing = new java.util.concurrent.atomic.AtomicBoolean(true);
        Thread sender = new Thread(() -> {
            while (writing.get()) {
                try {
                    age(name, Instant.now());
                } catch (IOException | java.io.UncheckedIOException e) {
                    return;
                }
            }
        });
        sender.start();
        try {
            return home.night();
        } finally {
            writing.set(false);
        }
    }

    @Test
    void of_two_files_with_the_same_content_the_second_is_a_duplicate_and_kept() {
        home.drop("exclusion_notice_a.csv", Given.notices(1, 3)).drop("exclusion_notice_b.csv", Given.notices(1, 3));

        List<Submission> submissions = home.receive();

        assertThat(submissions).extracting(Submission::state).containsExactly(SubmissionState.ACCEPTED, SubmissionState.DUPLICATE);
        assertThat(submissions.get(1).error().rule()).isEqualTo("FILE-001");
        assertThat(submissions.get(1).error().remedy()).isEqualTo("nothing to do");
        assertThat(submissions.get(1).files()).extracting(SubmissionFile::file, SubmissionFile::rows, SubmissionFile::accepted)
                .containsExactly(tuple("exclusion_notice_b.csv", 3L, 3L));
        assertThat(home.kept(submissions.get(1))).containsExactly("landing/exclusion_notice_b.csv", "landing/submission.json");
        assertThat(home.live("exclusion_notice")).containsExactly("N000001=1", "N000002=1", "N000003=1");
    }

    @Test
    void a_name_with_spaces_and_accents_is_a_name() {
        String name = "exclusion_notice für Wardown, été (1) 'neu' %20 #1.csv";

        Submission submission = home.receive(name, Given.notices(1, 3));

        assertThat(submission.accepted()).isEqualTo(3);
        assertThat(submission.files().get(0).file()).isEqualTo(name);
        assertThat(home.kept(submission)).contains("landing/" + name);
    }

    @Test
    void an_odd_name_of_a_file_that_is_read_record_by_record() {
        Submission submission = home.receive("exclusion_notice 'é'\".csv", Given.notices(1, 9) + "short\n");

        assertThat(submission.accepted()).isEqualTo(9);
    }

    @Test
    void a_name_in_another_encoding_than_the_machines_is_written_another_way() throws IOException, InterruptedException {
        home.drop("other.csv", Given.notices(1, 3));
        Process rename = new ProcessBuilder("bash", "-c", "mv other.csv $'exclusion_notice_\\xe9t\\xe9.csv'")
                .directory(home.home().inbox().toFile()).start();
        assertThat(rename.waitFor()).isZero();

        Submission submission = home.receiveOne();

        assertThat(submission.accepted()).isEqualTo(3);
        assertThat(submission.files().get(0).file()).isEqualTo("_exclusion_notice__t_.csv");
    }

    @Test
    void a_file_that_is_named_like_a_note_of_ours_is_kept() {
        for (String name : List.of("receipt.json", "submission.json", "why.json", "arrival.json", "judgement.json")) {
            Submission submission = home.receive(name, "{\"mine\": true}");

            assertThat(submission.error().rule()).isEqualTo("FILE-011");
            assertThat(home.keptBytes(submission, "_" + name)).hasSize(14);
        }
        assertThat(home.home().inbox()).isEmptyDirectory();
    }

    @Test
    void a_link_out_of_the_inbox_is_refused_and_what_it_leads_to_is_left_alone() throws IOException {
        Path outside = Files.writeString(folder.resolve("exclusion_notice_secret.csv"), Given.notices(1, 3));
        Files.createDirectories(home.home().inbox());
        Files.createSymbolicLink(home.home().inbox().resolve("exclusion_notice.csv"), outside);
        home.drop("exclusion_notice_plain.csv", Given.notices(4, 5));

        List<Submission> submissions = home.receive();

        Submission link = submissions.get(0);
        assertThat(link.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(link.error().rule()).isEqualTo("FILE-020");
        assertThat(link.error().remedy()).isEqualTo("put the file itself into the inbox");
        assertThat(home.kept(link)).containsExactly("refused/exclusion_notice.csv", "refused/why.json");
        assertThat(outside).isRegularFile();
        assertThat(Files.exists(home.home().inbox().resolve("exclusion_notice.csv"), LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(submissions.get(1).accepted()).isEqualTo(2);
    }

    @Test
    void a_folder_in_the_inbox_waits() throws IOException {
        Files.createDirectories(home.home().inbox().resolve("more"));

        assertThat(home.night().waiting()).containsExactly("more");
    }

    private void age(String name, Instant changed) throws IOException {
        Files.setLastModifiedTime(home.home().inbox().resolve(name), FileTime.from(changed));
    }
}
