package org.bellwether.batch.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.bellwether.intake.archive.ArchiveRecord;
import org.bellwether.intake.landing.Arrival;
import org.bellwether.intake.landing.LandingZone;
import org.bellwether.intake.landing.PackedFiles;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ZIP is its files: each is received as if it had come by itself, and what of it cannot be had is kept and told. */
class ArchivesTest {

    private static final String MARKS = Given.MARK_HEADER + Given.mark(1, "2025-02-03", "AM", "/", "") + Given.mark(2, "2025-02-03", "AM", "/", "");

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @Test
    void each_file_is_a_submission_of_its_own_with_its_own_counts_and_name() {
        home.drop("returns.zip", new Zip().add("exclusion_notice.csv", Given.notices(1, 6).replace(Given.upn(2), "wrong")).add("February/marks.csv", MARKS).bytes());

        List<Submission> received = home.receive();

        assertThat(received).extracting(Submission::returnName).containsExactly("exclusion_notice", "attendance_marks");
        assertThat(received).extracting(Submission::state).containsExactly(SubmissionState.ACCEPTED_WITH_QUERIES, SubmissionState.ACCEPTED);
        assertThat(received).extracting(one -> one.rows() + " = " + one.accepted() + " + " + one.rejected()).containsExactly("6 = 5 + 1", "2 = 2 + 0");
        assertThat(files(received)).containsExactly("returns.zip/exclusion_notice.csv", "returns.zip/February/marks.csv");
        assertThat(home.query("select distinct file from " + home.findings(received.get(0)))).containsExactly("returns.zip/exclusion_notice.csv");
        assertThat(home.keptBytes(received.get(1), "returns.zip/February/marks.csv")).isEqualTo(MARKS.getBytes(UTF_8));
        assertThat(Folders.list(home.home().inbox())).isEmpty();
        assertThat(Folders.list(home.home().arriving())).isEmpty();
    }

    @Test
    void a_file_of_a_set_that_is_not_packed_as_its_name_says_is_refused_alone() {
        home.drop("returns.zip", new Zip().add("2025_spring_pupilonroll.csv.gz", "not packed").add("February/marks.csv", MARKS).bytes());

        List<Submission> received = home.receive();

        assertThat(received).filteredOn(one -> one.state() == SubmissionState.ACCEPTED).extracting(Submission::returnName).containsExactly("attendance_marks");
        assertThat(received).filteredOn(one -> one.state() == SubmissionState.REFUSED).singleElement().satisfies(one -> assertThat(one.error().rule()).isEqualTo("FILE-018"));
    }

    @Test
    void what_the_archive_was_is_kept_beside_each_of_its_files() {
        byte[] archive = new Zip().add("notices.csv", Given.notices(1, 3)).add(".DS_Store", "x").add("__MACOSX/._notices.csv", "x").add("Thumbs.db", "x").bytes();

        Submission received = home.receive("returns.zip", archive);

        ArchiveRecord record = record(received);
        assertThat(record.file()).isEqualTo("returns.zip");
        assertThat(record.bytes()).isEqualTo(archive.length);
        assertThat(record.members()).containsExactly("notices.csv");
        assertThat(record.passedOver()).containsExactlyInAnyOrder(".DS_Store", "__MACOSX/._notices.csv", "Thumbs.db");
        assertThat(record.refused()).isEmpty();
    }

    @Test
    void a_file_that_is_wrong_is_refused_and_the_others_load() {
        home.drop("returns.zip", new Zip().add("picture.csv", "\u0089PNG\r\n").add("unknown.csv", "a,b\n1,2\n").add("empty.csv", "")
                .add("exclusion_notice.csv", Given.notices(1, 3)).bytes());

        List<Submission> received = home.receive();

        assertThat(received).extracting(one -> one.files().get(0).file() + " " + one.state() + (one.error() == null ? "" : " " + one.error().rule()))
                .containsExactly("returns.zip/picture.csv REFUSED FILE-011", "returns.zip/unknown.csv REFUSED FILE-011", "returns.zip/empty.csv REFUSED FILE-012",
                        "returns.zip/exclusion_notice.csv ACCEPTED");
        assertThat(received.get(1).error().file()).isEqualTo("returns.zip/unknown.csv");
        assertThat(home.keptBytes(received.get(1), "returns.zip/unknown.csv")).isEqualTo("a,b\n1,2\n".getBytes(UTF_8));
    }

    @Test
    void what_is_locked_twice_or_leads_elsewhere_is_told_and_the_archive_kept_for_it() {
        byte[] archive = Zip.locked(new Zip().add("locked.csv", Given.notices(4, 6)).add("../../evil.csv", Given.notices(7, 9)).add("/etc/evil.csv", "x")
                .add("twice.csv", "a").add("twice.csv", "b").link("link.csv", "/etc/passwd").add("exclusion_notice.csv", Given.notices(1, 3)).bytes(), "locked.csv");

        List<Submission> received = home.drop("returns.zip", archive).receive();

        assertThat(received).extracting(Submission::state).containsExactlyInAnyOrder(SubmissionState.ACCEPTED, SubmissionState.REFUSED);
        Submission refused = received.stream().filter(one -> one.state() == SubmissionState.REFUSED).findFirst().orElseThrow();
        assertThat(refused.error().rule()).isEqualTo("FILE-056");
        assertThat(refused.error().detail().split("; ")).containsExactlyInAnyOrder("locked.csv: a password protects it", "evil.csv: its path leads out of the archive",
                "2_evil.csv: its path leads out of the archive", "twice.csv: the archive holds two files of this name",
                "2_twice.csv: the archive holds two files of this name", "link.csv: a link is not followed");
        assertThat(home.keptBytes(refused, "returns.zip")).isEqualTo(archive);
        assertThat(home.count(received.stream().filter(one -> one != refused).findFirst().orElseThrow(), "exclusion_notice")).isEqualTo(3);
        assertThat(Folders.files(folder).stream().map(file -> file.getFileName().toString())).doesNotContain("evil.csv", "2_evil.csv", "link.csv");
    }

    @Test
    void one_file_that_cannot_be_had_is_named_with_its_archive() {
        Submission refused = home.receive("returns.zip", Zip.locked(new Zip().add("exclusion_notice.csv", Given.notices(1, 3)).bytes(), "exclusion_notice.csv"));

        assertThat(refused.error().file() + " " + refused.error().rule() + " " + refused.error().detail())
                .isEqualTo("returns.zip/exclusion_notice.csv FILE-056 a password protects it");
        assertThat(refused.error().remedy()).contains("without a password");
    }

    @Test
    void an_archive_in_an_archive_is_not_looked_into() {
        byte[] inner = new Zip().add("exclusion_notice.csv", Given.notices(1, 3)).bytes();

        Submission refused = home.receive("outer.zip", new Zip().add("inner.zip", inner).bytes());

        assertThat(refused.error().rule() + " " + refused.error().file()).isEqualTo("FILE-056 outer.zip/inner.zip");
        assertThat(home.keptBytes(refused, "outer.zip/inner.zip")).isEqualTo(inner);
    }

    @Test
    void what_unpacks_to_more_than_it_may_is_refused_whole() {
        byte[] bomb = new Zip().add("a.csv", new byte[120 << 20]).add("exclusion_notice.csv", Given.notices(1, 3)).bytes();
        Submission ratio = home.receive("bomb.zip", bomb);
        home.settings("inbox: {quiet: PT0S, max_unpacked_bytes: 500}");
        Submission limit = home.receive("large.zip", new Zip().add("exclusion_notice.csv", Given.notices(1, 30)).bytes());

        assertThat(ratio.error().rule() + " " + ratio.error().detail()).isEqualTo("FILE-019 it unpacks to more than 250 times its size");
        assertThat(limit.error().rule() + " " + limit.error().detail()).isEqualTo("FILE-019 it unpacks to more than 500 bytes");
        assertThat(home.keptBytes(ratio, "bomb.zip")).isEqualTo(bomb);
    }

    @Test
    void what_says_that_it_is_smaller_than_it_is_or_is_damaged_is_not_taken() {
        byte[] archive = new Zip().add("exclusion_notice.csv", Given.notices(1, 300)).bytes();
        byte[] small = archive.clone();
        byte[] damaged = archive.clone();
        int directory = new String(archive, ISO_8859_1).indexOf("PK\u0001\u0002");
        small[directory + 25] = 0;
        small[directory + 24] = 9;
        damaged[200] ^= 0x55;

        assertThat(home.receive("small.zip", small).error().detail()).isEqualTo("it is not what the archive says of it");
        assertThat(home.receive("damaged.zip", damaged).error().rule()).isEqualTo("FILE-018");
        assertThat(home.receive("cut.zip", Arrays.copyOf(archive, archive.length / 2)).error().rule()).isEqualTo("FILE-018");
        assertThat(home.receive("none.zip", new Zip().bytes()).error().detail()).isEqualTo("it is a ZIP archive without a file in it");
    }

    @Test
    void a_set_is_one_submission_and_of_a_set_that_lacks_a_file_none_is_taken() {
        String exclusions = "pupilonrolltableid,NativeId,termlyexclusiontableid\n";
        Zip zip = new Zip().add("census/2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2)).add("census/2025_spring_schoolcensus.csv", Census.header("8992001", 1));
        byte[] broken = Zip.locked(new Zip().add("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1)).add("2025_spring_termlyexclusions.csv", exclusions).bytes(),
                "2025_spring_termlyexclusions.csv");

        Submission whole = home.receive("census.zip", zip.bytes());
        Submission lacking = home.receive("broken.zip", broken);

        assertThat(whole.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(whole.set()).isEqualTo("2025_spring");
        assertThat(whole.files()).extracting(SubmissionFile::file)
                .containsExactlyInAnyOrder("census.zip/census/2025_spring_pupilonroll.csv", "census.zip/census/2025_spring_schoolcensus.csv");
        assertThat(lacking.state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(lacking.error().detail()).contains("2025_spring_pupilonroll.csv: another file of its set cannot be had", "a password protects it");
        assertThat(home.live("school_census")).containsExactly("202425|SPR|8992001=2");
    }

    @Test
    void a_table_that_comes_later_joins_a_set_that_came_in_an_archive() {
        home.receive("census.zip", new Zip().add("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2)).bytes());
        Submission second = home.receive("2025_spring_schoolcensus.csv", Census.header("8992001", 2));

        assertThat(second.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(second.files()).extracting(SubmissionFile::file).containsExactlyInAnyOrder("2025_spring_pupilonroll.csv", "2025_spring_schoolcensus.csv");
    }

    @Test
    void the_same_content_is_a_duplicate_packed_or_not_and_the_younger_of_two_stands() {
        byte[] zip = new Zip().add("b/exclusion_notice.csv", Given.notices(1, 3)).add("a/exclusion_notice.csv", Given.notices(1, 2)).bytes();
        List<Submission> first = home.drop("returns.zip", zip).receive();
        List<Submission> second = home.drop("again.zip", zip).receive();
        Submission plain = home.receive("exclusion_notice.csv", Given.notices(1, 2));

        assertThat(first).extracting(Submission::rows).containsExactly(3L, 2L);
        assertThat(second).extracting(Submission::state).doesNotContain(SubmissionState.REFUSED);
        assertThat(plain.state()).isEqualTo(SubmissionState.DUPLICATE);
    }

    @Test
    void names_that_name_a_child_or_move_a_cursor_are_kept_as_others() {
        home.drop("returns.zip", new Zip().add(Given.upn(1) + ".csv", Given.notices(1, 2)).add(Given.upn(2) + ".csv", Given.notices(3, 4)).bytes());

        assertThat(files(home.receive())).containsExactlyInAnyOrder("returns.zip/UPN.csv", "returns.zip/2_UPN.csv");
    }

    @Test
    void an_archive_that_lies_elsewhere_stays_there_and_what_came_of_it_can_be_judged_again() throws IOException {
        Path elsewhere = Files.write(folder.resolve("returns.zip"), new Zip().add("exclusion_notice.csv", Given.notices(1, 3)).bytes());

        Submission received = home.receiveFiles(List.of(elsewhere)).submissions().get(0);

        assertThat(received.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(elsewhere).exists();
    }

    /** Whatever a stopped run has landed of it, the next one lands the rest, each file once. */
    @Test
    void a_run_that_is_stopped_while_it_unpacks_is_carried_on() throws IOException {
        LandingZone landing = new LandingZone(home.home(), new PackedFiles(home.catalog()));
        Path archive = Files.write(folder.resolve("returns.zip"),
                new Zip().add("a.csv", Given.notices(1, 3)).add("b.csv", MARKS).add("c.csv", Given.notices(4, 9)).bytes());
        Arrival arrived = landing.land(1, ReceivingFixture.FIRST_NIGHT, List.of(archive), false, List.of(), left -> { }).orElseThrow();
        ArchiveRecord record = new ArchiveRecord("returns.zip", "", 0, List.of("a.csv", "b.csv", "c.csv"), List.of(), List.of());
        landing.unpack(2, arrived, List.of("a.csv"), record, List.of(), left -> { });
        landing.unpack(3, arrived, List.of("b.csv"), record, List.of(), left -> { });
        Files.delete(landing.folder(3).resolve("returns.zip/b.csv"));

        List<Submission> received = home.receive();

        assertThat(received).extracting(one -> one.arrival() + " " + one.files().get(0).file() + " " + one.rows())
                .containsExactly("2 returns.zip/a.csv 3", "3 returns.zip/b.csv 2", "4 returns.zip/c.csv 6");
        assertThat(Folders.list(home.home().arriving())).isEmpty();
    }

    @Test
    void a_run_that_is_stopped_when_it_has_unpacked_what_it_could_refuses_the_rest_once() throws IOException {
        LandingZone landing = new LandingZone(home.home(), new PackedFiles(home.catalog()));
        Path archive = Files.write(folder.resolve("returns.zip"), new Zip().add("exclusion_notice.csv", Given.notices(1, 3)).bytes());
        Arrival arrived = landing.land(1, ReceivingFixture.FIRST_NIGHT, List.of(archive), false, List.of(), left -> { }).orElseThrow();
        landing.unpacked(arrived, FileError.of("FILE-056", "returns.zip/other.csv", "a password protects it"));

        assertThat(home.receiveOne().error().file()).isEqualTo("returns.zip/other.csv");
        assertThat(home.receive()).isEmpty();
    }

    private ArchiveRecord record(Submission submission) {
        return Json.read(home.home().landing(submission.returnName(), submission.id()).resolve(ArchiveRecord.FILE), ArchiveRecord.class);
    }

    private static List<String> files(List<Submission> submissions) {
        return submissions.stream().map(one -> one.files().get(0).file()).toList();
    }
}
