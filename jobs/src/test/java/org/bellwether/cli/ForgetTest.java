package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.batch.receive.Zip;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.bellwether.home.PseudonymKey;
import org.bellwether.home.Tombstones;
import org.bellwether.intake.register.ErasureNote;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One pupil of a census set, a school's own XML, notices and packed marks is erased from a home of two nights. */
@Tag("slow")
class ForgetTest {

    private static final String OF_PUPIL = "select (select count(*) from core.fact_exclusion where pupil_key in (%1$s)) + (select count(*) from core.fact_pupil_census where pupil_key in (%1$s))"
            + " + (select count(*) from core.fact_attendance_session where pupil_key in (%1$s))";
    private static final String OTHERS = "select (select count(*) from core.fact_exclusion), (select count(*) from core.fact_attendance_session),"
            + " (select count(*) from core.fact_attendance_termly), (select sum(source_line) from core.fact_exclusion)";

    @Test
    void nothing_of_the_pupil_is_left_and_every_other_row_stands_on_its_line(@TempDir Path folder) throws Exception {
        TrialHome home = NightsOfPupils.copyTo(folder.resolve("home"));
        Path notices = Folders.list(home.home().landing().resolve("exclusion_notice")).get(0);
        Path received = notices.resolve(Json.read(notices.resolve(Submission.RECORD), Submission.class).files().get(0).file());
        String notice = Files.readAllLines(received).get(1);
        String upn = notice.split(",")[3];
        Path packed = Files.write(folder.resolve("packed.zip"), new Zip().add("notices/one.csv", Files.readAllLines(received).get(0) + "\n" + notice + "\n").bytes());
        assertThat(home.ask("receive", packed.toString())).contains("packed.zip/notices/one.csv");
        long key = PseudonymKey.of(home.home()).pupilKey(upn);
        assertThat(count(home, OF_PUPIL.formatted(key))).isPositive();
        Map<String, Submission> before = records(home);
        String others = home.askRestricted(OTHERS.replace("exclusion)", "exclusion where pupil_key <> %1$s)").replace("session)", "session where pupil_key <> %1$s)")
                .replace("termly)", "termly where pupil_key <> %1$s)").formatted(key)).get(0);
        isGathered(home, upn);

        assertThat(forget(home, upn)).isEqualTo(ExitCode.DONE);
        assertThat(files(home, upn)).as("to look erases nothing").isNotEmpty();
        assertThat(forget(home, upn, "--erase")).isEqualTo(ExitCode.DONE);

        assertThat(files(home, upn)).isEmpty();
        assertThat(home.leftovers()).isEmpty();
        assertThat(count(home, OF_PUPIL.formatted(key))).isZero();
        assertThat(home.ask("releases", "verify", "2026-05-13-0001")).contains("is intact");
        assertThat(home.ask("releases", "verify", "2026-05-14-0002")).contains("is intact");
        rowsBalance(home, before);
        home.nightHere(TrialHome.SECOND_NIGHT.plus(Duration.ofDays(1)));
        assertThat(home.askRestricted(OTHERS)).containsExactly(others);
        isRejectedWhenItComesAgain(home, received, notice);
        String content = home.manifest().contentHash();
        for (String name : List.of("exclusion_notice", "attendance_marks", "school_census")) {
            home.ask("restage", name);
        }
        home.nightHere(TrialHome.SECOND_NIGHT.plus(Duration.ofDays(3)));
        assertThat(home.manifest().contentHash()).as("judged again from landing").isEqualTo(content);
        assertThat(forget(home, "A999999999999", "--erase")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void an_erasure_that_was_stopped_is_carried_on(@TempDir Path folder) throws Exception {
        TrialHome home = NightsOfPupils.copyTo(folder.resolve("home"));
        Path notices = Folders.list(home.home().landing().resolve("exclusion_notice")).get(0);
        String upn = Files.readAllLines(notices.resolve(Json.read(notices.resolve(Submission.RECORD), Submission.class).files().get(0).file())).get(1).split(",")[3];
        TrialHome stopped = home.copyTo(folder.resolve("stopped"));
        assertThat(forget(home, upn, "--erase")).isEqualTo(ExitCode.DONE);

        // As if it had ended after the records were written and before the files took their places.
        assertThat(forget(stopped, upn, "--erase")).isEqualTo(ExitCode.DONE);
        Tombstones.Tombstone stone = new Tombstones(stopped.home()).all().get(0);
        new Tombstones(stopped.home()).raise(Set.of(stone.key()), stone.at(), stone.by(), stone.why(), false);
        TrialHome again = NightsOfPupils.copyTo(folder.resolve("again"));
        for (Path file : Folders.files(again.home().landing())) {
            if (!List.of(Submission.RECORD, ErasureNote.FILE).contains(file.getFileName().toString())) {
                Files.copy(file, stopped.root().resolve(again.root().relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(files(stopped, upn)).isNotEmpty();
        Child doctor = stopped.start("doctor");
        assertThat(doctor.await()).isNotEqualTo(ExitCode.DONE);
        assertThat(doctor.printed()).contains("MEND  erasures: 1 pseudonyms stand under an erasure that was stopped");
        assertThat(forget(stopped, upn, "--erase")).isEqualTo(ExitCode.DONE);

        assertThat(files(stopped, upn)).isEmpty();
        Map<String, Submission> records = records(home);
        assertThat(records(stopped)).allSatisfy((id, submission) -> {
            assertThat(submission.rows()).isEqualTo(records.get(id).rows());
            assertThat(submission.files()).isEqualTo(records.get(id).files());
        });
        assertThat(new Tombstones(stopped.home()).unfinished()).isEmpty();
    }

    private static int forget(TrialHome home, String upn, String... options) {
        List<String> arguments = new ArrayList<>(List.of("forget", upn, "--by", "An Officer", "--why", "decided", "--home", home.root().toString()));
        arguments.addAll(List.of(options));
        return Bellwether.run(arguments.toArray(String[]::new));
    }

    /** Files of the home in which the UPN can be read, packed or not. */
    private static List<String> files(TrialHome home, String upn) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Folders.files(home.root())) {
            if (new String(unpacked(file), StandardCharsets.ISO_8859_1).contains(upn)) {
                found.add(Folders.name(home.root(), file));
            }
        }
        return found;
    }

    private static byte[] unpacked(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            return bytes;
        }
    }

    private static long count(TrialHome home, String query) throws IOException, InterruptedException {
        return Long.parseLong(home.askRestricted(query).get(0));
    }

    private static void isGathered(TrialHome home, String upn) throws IOException, InterruptedException {
        assertThat(home.ask("subject", upn, "--by", "An Officer", "--why", "asked for")).contains("exclusion_notice", "current release  fact_exclusion").doesNotContain(upn);
        Path answer = Folders.list(home.home().subjects()).get(0);
        List<Path> received = Folders.files(answer.resolve("received"));
        assertThat(received).extracting(file -> file.getFileName().toString()).anyMatch(name -> name.endsWith(".xml"))
                .contains("one.csv").anyMatch(name -> name.contains("pupilonroll")).anyMatch(name -> name.contains("attendance_marks"));
        assertThat(received.stream().filter(file -> file.toString().contains("addresses"))).as("rows that hang on the pupil's").isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSize(2));
        assertThat(Files.readString(home.home().auditTrail())).contains("\"action\":\"subject\"").doesNotContain(upn);
    }

    private static void rowsBalance(TrialHome home, Map<String, Submission> before) throws IOException {
        Map<String, Submission> records = records(home);
        assertThat(records.keySet()).isEqualTo(before.keySet());
        long erased = 0;
        for (Submission submission : records.values()) {
            Path landed = home.home().landing(submission.returnName(), submission.id());
            long gone = ErasureNote.in(landed).stream().mapToLong(ErasureNote::rows).sum();
            if (submission.rows() != null) {
                assertThat(submission.rows()).as(submission.id()).isEqualTo(submission.accepted() + submission.rejected());
                assertThat(submission.rows()).as(submission.id()).isEqualTo(before.get(submission.id()).rows() - gone);
                assertThat(submission.damaged(home.home().staged(submission.returnName(), submission.id()))).isEmpty();
            }
            erased += gone;
        }
        assertThat(erased).isPositive();
        try (ApplicationSession session = ApplicationSession.open(home.home())) {
            assertThat(session.get(SubmissionRegister.class).all()).filteredOn(one -> records.containsKey(one.id()))
                    .allSatisfy(one -> assertThat(one).isEqualTo(records.get(one.id())));
        }
    }

    private static void isRejectedWhenItComesAgain(TrialHome home, Path received, String notice) throws IOException, InterruptedException {
        List<String> lines = Files.readAllLines(received);
        Files.writeString(home.home().inbox().resolve("exclusion_notice_again.csv"), lines.get(0) + "\n" + notice + "\n"
                + lines.stream().skip(1).filter(line -> !line.isBlank()).findFirst().orElseThrow() + "\n");
        assertThat(home.startNight(TrialHome.SECOND_NIGHT.plus(Duration.ofDays(2))).await()).isEqualTo(ExitCode.REJECTED);
        assertThat(home.ask("rejects")).contains("PRI-001");
    }

    private static Map<String, Submission> records(TrialHome home) {
        Map<String, Submission> records = new TreeMap<>();
        Folders.files(home.home().landing()).stream().filter(file -> file.endsWith(Submission.RECORD)).map(file -> Json.read(file, Submission.class))
                .forEach(submission -> records.put(submission.id(), submission));
        return records;
    }
}
