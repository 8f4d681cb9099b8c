package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.intake.landing.LandingZone;
import org.bellwether.intake.landing.PackedFiles;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order files come in, and that no file of somebody's ends a night, whatever he does with it. */
class ArrivalsTest {

    private static final Instant OCTOBER = Instant.parse("2024-10-23T09:00:00Z");
    private static final Instant JULY = Instant.parse("2025-07-23T09:00:00Z");

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @Test
    void of_two_downloads_the_later_one_stands_whatever_its_name() throws IOException {
        home.drop("term_dates.csv", termDates("2024-10-25")).drop("term_dates (1).csv", termDates("2024-10-24"));
        changed("term_dates.csv", OCTOBER);
        changed("term_dates (1).csv", JULY);

        List<Submission> submissions = home.receive();

        assertThat(submissions).extracting(one -> one.files().get(0).file()).containsExactly("term_dates.csv", "term_dates (1).csv");
        assertThat(home.live("term_dates")).containsExactly("202425=2");
        assertThat(submissions.get(0).warnings()).isEmpty();
        assertThat(submissions.get(1).warnings()).singleElement().asString().startsWith("FILE-060 ").contains("term_dates.csv");
        assertThat(home.status().get(1).warnings()).isEqualTo(submissions.get(1).warnings());
    }

    @Test
    void what_came_within_a_second_goes_by_name() throws IOException {
        home.drop("term_dates_b.csv", termDates("2024-10-25")).drop("term_dates_a.csv", termDates("2024-10-24"));
        changed("term_dates_b.csv", OCTOBER);
        changed("term_dates_a.csv", OCTOBER.plusMillis(400));

        assertThat(home.receive()).extracting(one -> one.files().get(0).file()).containsExactly("term_dates_a.csv", "term_dates_b.csv");
    }

    @Test
    void a_file_that_its_sender_takes_back_is_passed_over() throws IOException {
        List<FileError> left = new ArrayList<>();
        Path gone = home.home().inbox().resolve("exclusion_notice_gone.csv");

        assertThat(new LandingZone(home.home(), new PackedFiles(home.catalog())).land(1, OCTOBER, List.of(gone), true, List.of(), left::add)).isEmpty();

        assertThat(left).extracting(FileError::rule, FileError::file)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("FILE-053", "exclusion_notice_gone.csv"));
        assertThat(home.home().arriving()).satisfiesAnyOf(folder -> assertThat(folder).doesNotExist(), folder -> assertThat(folder).isEmptyDirectory());
    }

    @Test
    void a_file_with_another_link_to_it_is_copied_so_that_nobody_changes_what_was_judged() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept_by_the_sender.csv"), Given.notices(1, 3));
        Files.createDirectories(home.home().inbox());
        Files.createLink(home.home().inbox().resolve("exclusion_notice.csv"), kept);

        Submission submission = home.receiveOne();
        Files.writeString(kept, "overwritten");

        assertThat(submission.accepted()).isEqualTo(3);
        assertThat(home.keptBytes(submission, "exclusion_notice.csv")).asString().isEqualTo(Given.notices(1, 3));
        assertThat(home.home().inbox()).isEmptyDirectory();
    }

    @Test
    void names_that_would_move_a_cursor_or_name_a_child_are_kept_otherwise() {
        String upn = Given.upn(4);
        Submission submission = home.receive("exclusion_notice \u001B[31m " + upn + "\n.csv", Given.notices(1, 2).replace("notice_date", "date of " + upn));

        assertThat(submission.files()).extracting(SubmissionFile::file).containsExactly("exclusion_notice _[31m UPN_.csv");
        assertThat(submission.files().get(0).notes()).containsExactly("FILE-029 Column not known, left out: date of [UPN]");
        assertThat(submission.accepted()).isEqualTo(2);
        assertThat(home.kept(submission)).contains("landing/exclusion_notice _[31m UPN_.csv");
    }

    @Test
    void files_that_are_named_are_copied() throws IOException {
        Path archive = Files.createDirectories(folder.resolve("archive/a"));
        Path other = Files.createDirectories(folder.resolve("archive/b"));
        Files.writeString(archive.resolve("exclusion_notice.csv"), Given.notices(1, 3));
        Files.writeString(other.resolve("exclusion_notice.csv"), Given.notices(4, 5));
        Files.writeString(archive.resolve("2025_spring_pupilonroll.csv"), Census.pupils("8992001", 1));
        Files.writeString(other.resolve("2025_spring_pupilonroll.csv"), Census.pupils("8992002", 2));

        SubmissionReceiver.Result result = home.receiveFiles(List.of(archive.resolve("exclusion_notice.csv"), other.resolve("exclusion_notice.csv"),
                archive.resolve("2025_spring_pupilonroll.csv"), other.resolve("2025_spring_pupilonroll.csv"),
                archive.resolve("exclusion_notice.csv"), other));

        assertThat(result.submissions()).extracting(Submission::accepted).containsExactlyInAnyOrder(3L, 2L, 1L, 1L);
        assertThat(result.left()).extracting(FileError::rule, FileError::file).containsExactly(org.assertj.core.groups.Tuple.tuple("FILE-030", "b"));
        assertThat(archive.resolve("exclusion_notice.csv")).hasContent(Given.notices(1, 3));
        assertThat(other).isDirectory();
    }

    @Test
    void a_submission_by_a_clock_that_goes_back_is_told() {
        home.receive("exclusion_notice_1.csv", Given.notices(1, 2));
        home.at(Instant.parse("1990-01-01T02:30:00Z"));

        Submission submission = home.receive("exclusion_notice_2.csv", Given.notices(3, 4));

        assertThat(submission.warnings()).singleElement().asString().startsWith("FILE-061 ").contains("1990-01-01");
        assertThat(submission.state()).isEqualTo(SubmissionState.ACCEPTED);
    }

    @Test
    void a_file_that_is_too_large_is_not_read() throws IOException {
        home.settings("inbox: {quiet: PT0S, max_file_bytes: 1000}");
        Submission one = home.receive("exclusion_notice_1.csv", Given.notices(1, 100));
        Submission other = home.receive("exclusion_notice_1.csv", Given.notices(1, 100).replace(",PP,", ",DB,"));

        assertThat(one.error().rule()).isEqualTo("FILE-025");
        assertThat(other.contentSha256()).isEqualTo(one.contentSha256());
    }

    @Test
    void an_unreadable_file_waits_and_the_others_do_not() throws IOException {
        home.drop("exclusion_notice_mine.csv", Given.notices(1, 2)).drop("exclusion_notice_theirs.csv", Given.notices(3, 4));
        Path theirs = home.home().inbox().resolve("exclusion_notice_theirs.csv");
        Files.setPosixFilePermissions(theirs, java.util.Set.of());
        org.junit.jupiter.api.Assumptions.assumeFalse(Files.isReadable(theirs), "modes do not bind this user");

        for (int night = 0; night < 2; night++) {
            SubmissionReceiver.Result result = home.night();
            assertThat(result.failed()).isEmpty();
            assertThat(result.left()).extracting(FileError::rule).containsExactly("FILE-052");
        }
        assertThat(home.live("exclusion_notice")).hasSize(2);
        Files.setPosixFilePermissions(theirs, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        assertThat(home.receiveOne().accepted()).isEqualTo(2);
    }

    private void changed(String name, Instant at) throws IOException {
        Files.setLastModifiedTime(home.home().inbox().resolve(name), FileTime.from(at));
    }

    private static String termDates(String end) {
        return "la_code,academic_year,date_from,date_to,day_type,term,half_term\n899,202425,2024-09-02," + end + ",TERM,AUT,AUT1\n";
    }
}
