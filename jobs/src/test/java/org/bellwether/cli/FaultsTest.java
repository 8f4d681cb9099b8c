package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.bellwether.batch.receive.Given;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can befall a night of a home that has a release: readers keep it whole, the error says what to do, and the night after is as if nothing had happened. */
@WithSmallProject
@Tag("slow")
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

    private Path folder;
    private TrialHome evening;
    private Map<String, String> before;
    private Map<String, String> after;

    @BeforeAll
    void an_evening_and_the_morning_that_should_follow(@TempDir Path empty) throws Exception {
        folder = empty;
        evening = FirstNight.copyTo(folder.resolve("evening"));
        before = evening.contents();
        for (int file = 1; file <= 3; file++) {
            Files.writeString(evening.home().inbox().resolve("exclusion_notice_late_" + file + ".csv"), Given.notices(10_000 + 100 * file, 10_009 + 100 * file));
        }
        TrialHome morning = evening.copyTo(folder.resolve("morning")).nightHere(TrialHome.SECOND_NIGHT);
        after = morning.contents();
        assertThat(after).isNotEqualTo(before);
        morning.delete();
    }

    @AfterEach
    void homes_are_large() {
        Folders.list(folder).stream().filter(path -> !path.equals(evening.root())).forEach(Folders::delete);
    }

    @ParameterizedTest(name = "a disk that fills while the night {0}")
    @CsvSource(delimiter = '|', textBlock = """
            begins   |  20 | test -e "$home/.never"
            lands    | 200 | ls "$home"/landing/.arriving/*/* >/dev/null 2>&1
            stages   | 200 | ls "$home"/staged/.judging/* >/dev/null 2>&1
            builds   | 200 | ! ls "$home"/inbox/* "$home"/landing/.arriving/* >/dev/null 2>&1 && test -s "$home/build/warehouse.duckdb.wal"
            publishes| 200 | ls "$home"/releases/.writing-*/restricted/core/* >/dev/null 2>&1
            """)
    void a_disk_that_fills(String stage, int free, String when) throws Exception {
        TrialHome home = evening.copyTo(folder.resolve("home"));

        Namespace.Ended night = new Namespace(folder.resolve("namespace")).onFullDisk(home, free, when, "nightly", "--received-at", TrialHome.SECOND_NIGHT.toString());

        assertThat(night.code()).as(night.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(night.printed()).contains("ENV-001", "Free space there").doesNotContain("Exception");
        if (!stage.equals("begins")) {
            assertThat(night.printed()).doesNotContain("the disk was never full");
        }
        expectBefore(home);
        expectGoodNight(home);
    }

    @Test
    void a_staged_file_that_has_changed() throws Exception {
        TrialHome home = evening.copyTo(folder.resolve("home"));
        flip(Folders.files(home.home().staged().resolve("exclusion_notice")).stream().filter(file -> file.endsWith("exclusion_notice.parquet")).findFirst().orElseThrow());

        Child night = home.startNight(TrialHome.SECOND_NIGHT);

        assertThat(night.await()).as(night.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(night.printed()).contains("ENV-012", "bellwether recover").doesNotContain("Exception");
        expectBefore(home);
        assertThat(home.start("recover").await()).isEqualTo(ExitCode.DONE);
        expectGoodNight(home);
    }

    @ParameterizedTest
    @CsvSource({"gone", "cut", "flipped", "empty", "other"})
    void a_warehouse_that_is_made_again_in_the_same_night(String how) throws Exception {
        TrialHome home = evening.copyTo(folder.resolve("home"));
        damage(home.home().warehouseFile(), how);

        Child night = home.startNight(TrialHome.SECOND_NIGHT);

        assertThat(night.await()).as(night.printed()).isEqualTo(ExitCode.DONE);
        assertThat(home.gaps()).isEmpty();
        assertThat(home.contents()).isEqualTo(after);
        assertThat(home.leftovers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gone, true", "empty, true", "cut, false", "flipped, false", "other, false"})
    void a_control_database(String how, boolean isMadeAgainByTheNight) throws Exception {
        TrialHome home = evening.copyTo(folder.resolve("home"));
        damage(home.home().control().resolve("control.mv.db"), how);

        Child night = home.startNight(TrialHome.SECOND_NIGHT);

        int code = night.await();
        if (isMadeAgainByTheNight || code == ExitCode.DONE) {
            // A byte that is another may lie where nothing is.
            assertThat(code).as(night.printed()).isEqualTo(ExitCode.DONE);
        } else {
            assertThat(code).as(night.printed()).isEqualTo(ExitCode.FAILED);
            assertThat(night.printed()).contains("ENV-006", "control", "bellwether recover").doesNotContain("Exception");
            expectBefore(home);
            assertThat(home.start("recover").await()).isEqualTo(ExitCode.DONE);
            expectGoodNight(home);
        }
        assertThat(home.contents()).isEqualTo(after);
    }

    @Test
    void an_inbox_that_may_not_be_written_is_received_once() throws Exception {
        TrialHome home = evening.copyTo(folder.resolve("home"));
        Namespace namespace = new Namespace(folder.resolve("namespace"));

        Namespace.Ended night = namespace.withReadOnly(home.home().inbox(), home, "nightly", "--received-at", TrialHome.SECOND_NIGHT.toString());

        assertThat(night.printed()).contains("FILE-062").doesNotContain("Exception");
        assertThat(night.code()).as(night.printed()).isIn(ExitCode.DONE, ExitCode.REJECTED);
        assertThat(home.gaps()).isEmpty();
        assertThat(home.contents()).isEqualTo(after);
        Child next = home.startNight(TrialHome.SECOND_NIGHT.plus(Duration.ofDays(1)));
        assertThat(next.await()).as(next.printed()).isIn(ExitCode.DONE, ExitCode.REJECTED, ExitCode.NOTHING_TO_DO);
        assertThat(home.contents()).isEqualTo(after);
        assertThat(home.leftovers()).isEmpty();
    }

    @Test
    void a_clock_that_jumps_back_is_told_and_loses_nothing() throws Exception {
        TrialHome home = evening.copyTo(folder.resolve("home"));

        Child night = home.startNight(TrialHome.FIRST_NIGHT.minus(Duration.ofDays(400)));

        assertThat(night.await()).as(night.printed()).isEqualTo(ExitCode.DONE);
        assertThat(night.printed()).doesNotContain("Exception");
        assertThat(home.gaps()).isEmpty();
        assertThat(home.manifest().release()).endsWith("-0002");
        assertThat(home.status().submissions()).filteredOn(one -> one.files().get(0).file().contains("late"))
                .hasSize(3).allSatisfy(one -> assertThat(one.warnings()).anyMatch(warning -> warning.startsWith("FILE-061 ")));
        // Right again, the next delivery is the latest, and what came before it is in use all the same.
        Files.writeString(home.home().inbox().resolve("exclusion_notice_next.csv"), Given.notices(20_001, 20_002));
        Child next = home.startNight(TrialHome.SECOND_NIGHT);
        assertThat(next.await()).as(next.printed()).isEqualTo(ExitCode.DONE);
        assertThat(home.manifest().release()).endsWith("-0003");
        assertThat(home.askRestricted("select count(distinct submission_key) from core.fact_exclusion")).containsExactly(
                Integer.toString(Integer.parseInt(evening.askRestricted("select count(distinct submission_key) from core.fact_exclusion").get(0)) + 4));
    }

    private void expectBefore(TrialHome home) throws IOException {
        assertThat(home.gaps()).isEmpty();
        assertThat(home.contents()).isEqualTo(before);
        assertThat(home.manifest().release()).endsWith("-0001");
    }

    private void expectGoodNight(TrialHome home) throws Exception {
        home.night(TrialHome.SECOND_NIGHT);
        assertThat(home.gaps()).isEmpty();
        assertThat(home.contents()).isEqualTo(after);
        assertThat(home.leftovers()).isEmpty();
    }

    private static void damage(Path file, String how) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (how) {
            case "gone" -> Files.delete(file);
            case "empty" -> Files.write(file, new byte[0]);
            case "cut" -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            case "flipped" -> {
                for (int place = bytes.length / 10; place < bytes.length; place += bytes.length / 10) {
                    bytes[place] ^= 4;
                }
                Files.write(file, bytes);
            }
            default -> Files.writeString(file, "This is no database.\n".repeat(1000));
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 4;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.write(file, bytes);
    }
}
