package org.bellwether.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.home.Folders;
import org.bellwether.intake.Submission;
import org.bellwether.intake.SubmissionFile;
import org.bellwether.intake.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published files of DfE, and a census extract in COLLECT's own format, as they really come. */
class RealReturnsTest {

    private static final String FOLDER = System.getenv("BELLWETHER_REAL_DATA");

    @TempDir
    Path folder;

    private ReceptionFixture home;

    @BeforeEach
    void a_home() {
        assumeTrue(FOLDER != null, "skipped: BELLWETHER_REAL_DATA names no folder of real data");
        home = ReceptionFixture.in(folder);
    }

    @Test
    void published_attendance_loads_but_for_the_daily_file_and_the_guidance_list() {
        Map<String, Submission> submissions = receive("ees-attendance");

        assertThat(submissions).hasSize(8);
        submissions.forEach((file, submission) -> {
            if (file.contains("daily") || file.contains("guidance")) {
                assertThat(submission.state()).as(file).isEqualTo(SubmissionState.REFUSED);
                assertThat(submission.problem().rule()).as(file).isEqualTo("FILE-011");
                assertThat(submission.problem().file()).isEqualTo(file);
            } else {
                assertLoaded(file, submission);
            }
        });
    }

    @Test
    void published_exclusions_load() {
        Map<String, Submission> submissions = receive("ees-exclusions");

        submissions.forEach(this::assertLoaded);
        assertThat(submissions.get("exclusions_by_geographic_level_24_las.csv").rows()).isEqualTo(38_458);
        assertThat(submissions.get("exclusions_by_reason.csv").rows()).isEqualTo(7_004);
    }

    @Test
    void of_the_census_extract_every_row_of_every_file_is_accounted_for_and_what_was_live_stays() {
        home.receive("2024_autumn_pupilonroll.csv", Census.pupils("8992001", 1, 2));

        Submission submission = receive("school-census-2024-autumn").values().iterator().next();

        assertThat(submission.state()).isEqualTo(SubmissionState.REJECTED);
        assertThat(submission.problem().rule()).isEqualTo("FILE-023");
        assertThat(submission.files()).hasSize(10).allSatisfy(file -> {
            assertThat(file.rows()).as(file.file()).isEqualTo(file.accepted() + file.rejected());
            assertThat(file.rows()).as(file.file()).isEqualTo(lines(file.file()) - 1);
        });
        assertThat(home.query("select count(*) from " + home.relation(submission, "findings")
                + " where is_rejected and rule is not null and message is not null and remedy is not null"))
                .containsExactly(Long.toString(submission.rejected()));
        assertThat(home.live("school_census")).containsExactly("202425|AUT|8992001=1");
    }

    private void assertLoaded(String file, Submission submission) {
        assertThat(submission.returnName()).as(file).isEqualTo("benchmarks");
        assertThat(submission.state().isAccepted()).as(file).isTrue();
        assertThat(submission.files()).singleElement().extracting(SubmissionFile::rejected).as(file).isEqualTo(0L);
        assertThat(home.count(submission, "benchmark")).isGreaterThan(submission.rows());
    }

    /** Copies of a folder's files, received; by the name of the first file. */
    private Map<String, Submission> receive(String from) {
        for (Path file : Folders.list(Path.of(FOLDER, from))) {
            try {
                home.drop(file.getFileName().toString(), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        Map<String, Submission> byFile = new HashMap<>();
        List<Submission> submissions = home.receive();
        submissions.forEach(submission -> byFile.put(submission.files().get(0).file(), submission));
        return byFile;
    }

    private static long lines(String file) {
        try (var lines = Files.lines(Path.of(FOLDER, "school-census-2024-autumn", file))) {
            return lines.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
