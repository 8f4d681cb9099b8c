package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.batch.receive.Given;
import org.bellwether.batch.receive.IntakeJob;
import org.bellwether.batch.receive.ReceivingFixture;
import org.bellwether.batch.receive.RestageService;
import org.bellwether.batch.report.RunReport;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.run.NightlyRunner;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.WithdrawalService;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A night with nothing new leaves everything as it is; whatever has changed since the last one is seen and made good. */
@Tag("slow")
@WithSmallProject
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingToDoTest {

    private static final Instant LATER = ReceivingFixture.FIRST_NIGHT.plusSeconds(24 * 3600);
    private static final String TEMPORARY = "java.io.tmpdir";

    private final String temporary = System.getProperty(TEMPORARY);
    private Path folder;
    private Home settled;
    private Home home;

    @BeforeAll
    void a_home_in_which_nothing_is_to_be_done(@TempDir Path empty) throws Exception {
        folder = empty;
        ReceivingFixture fixture = ReceivingFixture.in(folder.resolve("settled"));
        fixture.drop("exclusion_notice_1.csv", Given.notices(1, 2))
                .drop("exclusion_notice_2.csv", Given.notices(3, 5)).drop("attendance_marks_1.csv", Given.MARK_HEADER
                        + Given.mark(1, "2025-02-04", "AM", "/", "2025-02-04T10:00:00"));
        settled = fixture.home();
        assertThat(night(settled)).isEqualTo(ExitCode.DONE);
    }

    @BeforeEach
    void a_copy_of_it(TestInfo test) throws Exception {
        home = new Home(folder.resolve(test.getDisplayName().replaceAll("[^A-Za-z0-9]+", "_")));
        Folders.copy(settled.root(), home.root());
        // A pointer, and not what it points to.
        Folders.delete(home.current());
        Files.createSymbolicLink(home.current(), Files.readSymbolicLink(settled.current()));
        // To the nanosecond, which a copy does not keep: else there would be something to do.
        for (Path file : Folders.files(home.root())) {
            Files.setLastModifiedTime(file, Files.getLastModifiedTime(settled.root().resolve(home.root().relativize(file))));
        }
    }

    @AfterEach
    void temporary_files_lie_where_they_lay() {
        System.setProperty(TEMPORARY, temporary);
        Folders.delete(home.root());
    }

    @Test
    void nothing_new() throws Exception {
        byte[] warehouse = Files.readAllBytes(home.warehouseFile());
        FileTime changed = Files.getLastModifiedTime(home.warehouseFile());
        Path release = home.current().toRealPath();

        assertThat(night(home)).isEqualTo(ExitCode.NOTHING_TO_DO);

        assertThat(Files.readAllBytes(home.warehouseFile())).isEqualTo(warehouse);
        assertThat(Files.getLastModifiedTime(home.warehouseFile())).isEqualTo(changed);
        assertThat(home.current().toRealPath()).isEqualTo(release);
    }

    @Test
    void another_config() throws Exception {
        Path file = home.config().resolve("reference/local_authority.csv");
        Files.writeString(file, Files.readString(file).replace(",Wardown,", ",Upper Wardown,"));

        assertThat(night(home)).isEqualTo(ExitCode.DONE);

        assertThat(ask("select distinct la_name from mart_exclusions_la")).containsExactly("Upper Wardown");
        assertThat(night(home)).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    @Test
    void a_withdrawn_submission() throws Exception {
        try (ApplicationSession session = ApplicationSession.open(home)) {
            session.get(WithdrawalService.class).withdraw(submission(session, "exclusion_notice_2.csv"), LATER, "A. Officer", "wrong");
        }

        assertThat(night(home)).isEqualTo(ExitCode.DONE);
        assertThat(suspensions()).isEqualTo("2");
        assertThat(night(home)).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"build/core", "build/made-of", "current/published/marts.duckdb"})
    void something_taken_away(String path) throws Exception {
        isMadeGood(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"build/warehouse.duckdb", "build/exports", "current", "current/manifest.json", "control/indexed", "control/status.json",
        "control/set-aside.json"})
    void something_else_taken_away(String path) throws Exception {
        isMadeGood(path);
    }

    private void isMadeGood(String path) throws Exception {
        List<String> before = published();
        Path gone = home.root().resolve(path);
        Folders.delete(path.startsWith("current/") ? gone.toRealPath() : gone);

        assertThat(night(home)).isIn(ExitCode.DONE, ExitCode.NOTHING_TO_DO);

        assertThat(published()).isEqualTo(before);
        assertThat(home.warehouseFile()).exists();
        assertThat(home.setAsideFile()).exists();
        assertThat(Folders.list(home.build().resolve("core"))).isNotEmpty();
        assertThat(night(home)).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    @Test
    void files_of_the_build_that_are_cut_off() throws Exception {
        List<String> before = published();
        for (Path file : Folders.files(home.build())) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
        }

        assertThat(night(home)).isEqualTo(ExitCode.DONE);

        assertThat(published()).isEqualTo(before);
        assertThat(night(home)).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    @Test
    void a_night_that_was_killed_when_it_had_received() throws Exception {
        Files.writeString(home.inbox().resolve("exclusion_notice_3.csv"), Given.notices(6, 6));
        try (ApplicationSession session = ApplicationSession.open(home)) {
            session.get(IntakeJob.class).receiveInbox(LATER, new RunReport());
        }

        assertThat(night(home)).isEqualTo(ExitCode.DONE);
        assertThat(suspensions()).isEqualTo("6");
    }

    @Test
    void a_record_of_landing_that_says_otherwise_than_the_register() throws Exception {
        Path record = record("exclusion_notice_2.csv");
        Files.writeString(record, Files.readString(record).replace("\"state\" : \"accepted\"", "\"state\" : \"withdrawn\""));

        assertThat(night(home)).isEqualTo(ExitCode.DONE);
        assertThat(suspensions()).isEqualTo("2");
        assertThat(night(home)).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    @Test
    void a_register_that_was_put_back_to_an_earlier_day_after_a_withdrawal() throws Exception {
        Path earlier = folder.resolve("earlier");
        Folders.copy(home.control(), earlier);
        try (ApplicationSession session = ApplicationSession.open(home)) {
            session.get(WithdrawalService.class).withdraw(submission(session, "exclusion_notice_2.csv"), LATER, "A. Officer", "wrong");
        }
        assertThat(night(home)).isEqualTo(ExitCode.DONE);
        Folders.sweep(home.control());
        Folders.copy(earlier, home.control());
        // As a copy by hand leaves it: every file is of today.
        Folders.setTimes(home.control(), Instant.now());

        night(home);

        assertThat(suspensions()).isEqualTo("2");
        assertThat(built("select count(*) from core.fact_exclusion")).containsExactly("2");
    }

    @Test
    void rows_that_were_judged_again_by_hand() throws Exception {
        try (ApplicationSession session = ApplicationSession.open(home)) {
            assertThat(session.get(RestageService.class).restageAll("exclusion_notice").restaged()).hasSize(2);
        }
        assertThat(home.buildStamp()).doesNotExist();

        night(home);

        assertThat(home.buildStamp()).exists();
        assertThat(suspensions()).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build/made-of", "control/indexed", "control/set-aside.json", "control/held.json"})
    void a_note_of_the_last_night_that_is_not_text(String path) throws Exception {
        Files.write(home.root().resolve(path), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        Files.writeString(home.inbox().resolve("exclusion_notice_3.csv"), Given.notices(6, 6));

        assertThat(night(home)).isEqualTo(ExitCode.DONE);

        assertThat(suspensions()).isEqualTo("6");
    }

    @Test
    void a_register_that_is_lost() throws Exception {
        List<String> before = published();
        for (Path file : Folders.list(home.control())) {
            if (!file.equals(home.indexedMark())) {
                Folders.delete(file);
            }
        }

        assertThat(night(home)).isIn(ExitCode.DONE, ExitCode.NOTHING_TO_DO);

        assertThat(published()).isEqualTo(before);
        assertThat(night(home)).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    @Test
    void a_damaged_record_is_told_and_written_again() throws Exception {
        Path record = record("exclusion_notice_2.csv");
        String whole = Files.readString(record);
        Files.writeString(record, whole.substring(0, whole.length() / 2));

        night(home);

        assertThat(record).hasContent(whole);
        assertThat(suspensions()).isEqualTo("5");
    }

    private int night(Home of) {
        try (ApplicationSession session = ApplicationSession.open(of)) {
            return new NightlyRunner(session, of).run(of.equals(settled) ? ReceivingFixture.FIRST_NIGHT : LATER);
        }
    }

    private String suspensions() throws Exception {
        return ask("select suspension from mart_exclusions_la where time_identifier = 'Academic year' and phase_type_grouping = 'Total'"
                + " and breakdown_topic = 'Total'").get(0);
    }

    private List<String> ask(String query) throws Exception {
        try (Connection reader = PlainReader.open(new ReleaseFolder(home.current()).martsDatabase().toString())) {
            return Sql.queryTexts(reader, query.replace(" mart_", " mart.mart_"));
        }
    }

    private List<String> built(String query) throws Exception {
        try (Connection reader = PlainReader.open(home.warehouseFile().toString())) {
            return Sql.queryTexts(reader, query);
        }
    }

    /** Content of what readers find, whatever its release is called. */
    private List<String> published() throws Exception {
        return Manifest.read(new ReleaseFolder(home.current())).files().stream().filter(file -> !ReleaseFolder.isOfChanges(file.path())).map(file -> file.path() + file.hash()).toList();
    }

    private Submission submission(ApplicationSession session, String file) {
        return session.get(SubmissionRegister.class).all().stream().filter(one -> one.files().get(0).file().equals(file)).findFirst().orElseThrow();
    }

    private Path record(String file) {
        return Folders.list(home.landing().resolve("exclusion_notice")).stream().filter(one -> Files.exists(one.resolve(file))).findFirst().orElseThrow()
                .resolve("submission.json");
    }
}
