package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bellwether.app.check.CheckReport;
import org.bellwether.app.check.CheckReport.Delivery;
import org.bellwether.app.check.CheckReport.Reason;
import org.bellwether.app.check.CheckService;
import org.bellwether.app.check.CheckedViolation;
import org.bellwether.home.FileDigest;
import org.bellwether.home.Folders;
import org.bellwether.home.HomeLock;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are checked are told the same as if they had been received, and the home is as it was. */
class CheckedFilesTest {

    private static final String QUOTED = "N000009,8992001,%s,\"Zyx\nwvut, the\n,,,,,,,,, third\",2025-02-04,SUSP,PP,2025-02-04,4,N\n";

    @TempDir
    Path folder;

    private ReceivingFixture home;
    private Path files;
    private final List<CheckedViolation> violations = new ArrayList<>();

    @BeforeEach
    void a_home() throws IOException {
        home = ReceivingFixture.in(folder);
        home.at(Instant.now().minus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MICROS));
        files = Files.createDirectories(folder.resolve("files"));
    }

    @Test
    void what_is_found_is_what_receiving_finds() throws Exception {
        String upn = Given.upn(1);
        file("exclusion_notice.csv", Given.NOTICE_HEADER + Given.lines(1, 20).replace(upn, (upn.charAt(0) == 'A' ? 'B' : 'A') + upn.substring(1))
                .replace("2025-02-04,SUSP", "2025-02-30,SUSP").replaceFirst("2025-02-30", "2025-02-04") + QUOTED.formatted(Given.upn(9)));
        file("exclusion_notice_few_wrong.csv", Given.notices(21, 40).replaceFirst(",PP,", ",??,").replaceFirst(Given.upn(22), "A1"));
        file("attendance_marks.csv.gz", gzip(Given.MARK_HEADER + Given.mark(1, "2025-02-04", "AM", "/", "") + Given.mark(2, "2025-02-04", "PM", "?", "")));
        file("attendance_marks_cut.csv.gz", Arrays.copyOf(gzip(Given.MARK_HEADER + Given.mark(1, "2025-02-05", "AM", "/", "")), 40));
        file("attendance_marks.zip", Zip.locked(new Zip().add("February/marks.csv", Given.MARK_HEADER + Given.mark(1, "2025-02-06", "AM", "/", "")).add("unknown.csv", "a\n1\n")
                .add("locked.csv", Given.MARK_HEADER).bytes(), "locked.csv"));
        file("attendance_marks.xlsx", zip("xl/workbook.xml", "<workbook/>"));
        file("exclusion_notice_windows.csv", Given.notices(50, 51).replace(Given.surname(50), "Zo\u00eb").getBytes("windows-1252"));
        file("open_quote.csv", Given.NOTICE_HEADER + Given.notice(60) + "\nN000061,8992001,\"");
        file("something.csv", "a,b\n1,2\n");
        file("empty.csv", "");
        file("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2));
        file("2025_spring_schoolcensus.csv", Census.header("8992001", 3));

        CheckReport checked = check(files);

        assertToldAsReceived(checked, home.receiveFiles(Folders.files(files)));
        assertThat(checked.isRefused()).isTrue();
        assertThat(checked.deliveries()).extracting(Delivery::state).contains(SubmissionState.ACCEPTED, SubmissionState.ACCEPTED_WITH_QUERIES,
                SubmissionState.REFUSED, SubmissionState.REJECTED);
        assertThat(of(checked, "2025_spring_pupilonroll.csv").period()).extracting(CheckReport.Period::column, CheckReport.Period::first)
                .containsExactly(tuple("academic_year", "202425"), tuple("census_term", "SPR"), tuple("laestab", "8992001"));
        assertThat(of(checked, "exclusion_notice_few_wrong.csv").rules()).allSatisfy(rule -> {
            assertThat(rule.why()).isNotBlank();
            assertThat(rule.remedy()).isNotBlank();
            assertThat(rule.first()).hasSizeBetween(1, 5).allMatch(place -> place.file().equals("exclusion_notice_few_wrong.csv") && place.line() > 1);
        });
        assertThat(checked.notAsked()).extracting(Reason::rule).contains("REF-001", "BLD-004").doesNotContain("FILE-032", "BLD-005");
    }

    @Test
    void what_the_home_holds_is_asked_without_touching_it() throws Exception {
        home.drop("2025_spring_pupilonroll.csv", Census.pupils("8992001", 1, 2)).drop("2025_spring_schoolcensus.csv", Census.header("8992001", 3)).receiveOne();
        home.receive("attendance_marks.csv", marks(1, 4));
        home.receive("exclusion_notice.csv", Given.notices(1, 3));
        home.receive("exclusion_notice_other.csv", Given.notices(7, 8));
        file("exclusion_notice.csv", Given.notices(1, 3));
        file("attendance_marks_again.csv", marks(1, 3));
        Path later = Files.createDirectories(files.resolve("later"));
        file("later/set.zip", new Zip().add("2025_spring_schoolcensus.csv", Census.header("8992001", 2)).bytes());
        Path twice = Files.createDirectories(files.resolve("twice"));
        file("twice/exclusion_notice.csv", Given.notices(4, 6));
        file("twice/exclusion_notice_same.csv", Given.notices(4, 6));
        Map<String, String> before = snapshot();

        CheckReport checked;
        CheckReport set;
        try (HomeLock run = HomeLock.acquire(home.home())) {
            checked = check(files, twice);
            violations.clear();
            set = check(later);
        }

        assertThat(snapshot()).isEqualTo(before);
        assertThat(checked.deliveries()).extracting(one -> one.files().get(0), Delivery::state).containsExactly(
                tuple("attendance_marks_again.csv", SubmissionState.ACCEPTED), tuple("exclusion_notice.csv", SubmissionState.DUPLICATE),
                tuple("exclusion_notice.csv", SubmissionState.ACCEPTED), tuple("exclusion_notice_same.csv", SubmissionState.DUPLICATE));
        assertThat(checked.notAsked()).extracting(Reason::rule).contains("FILE-032");
        assertThat(set.deliveries()).singleElement().satisfies(one -> {
            assertThat(one.files()).as("the table joins its set").containsExactlyInAnyOrder("2025_spring_pupilonroll.csv", "set.zip/2025_spring_schoolcensus.csv");
            assertThat(one.warnings()).extracting(Reason::rule).containsExactly("FILE-007");
        });
        List<Path> received = new ArrayList<>(Folders.files(files));
        received.removeIf(file -> file.startsWith(later));
        SubmissionReceiver.Result result = home.receiveFiles(received);
        assertThat(checked.deliveries().get(0).warnings()).extracting(reason -> reason.rule() + " " + reason.message())
                .containsExactlyElementsOf(result.submissions().get(0).warnings().stream().filter(warning -> !warning.startsWith("FILE-032")).toList())
                .containsExactly("FILE-028 Fewer than 80 % of the rows that it replaces (3 for 4)");
        assertThat(checked.deliveries()).extracting(Delivery::state, Delivery::rows, Delivery::accepted, Delivery::rejected).containsExactlyElementsOf(
                result.submissions().stream().map(one -> tuple(one.state(), one.rows(), one.accepted(), one.rejected())).toList());
    }

    @Test
    void what_a_killed_check_has_left_goes_with_the_next_one() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path left = Files.createDirectories(temporary.resolve("bellwether-check-" + ended.pid() + "-1"));
        Files.writeString(left.resolve("exclusion_notice.csv"), Given.notices(1, 1));
        file("exclusion_notice.csv", Given.notices(1, 1));

        check(files);

        assertThat(left).doesNotExist();
        assertThat(Folders.list(temporary)).extracting(one -> one.getFileName().toString())
                .noneMatch(name -> name.startsWith("bellwether-check-" + ProcessHandle.current().pid() + "-"));
    }

    private void assertToldAsReceived(CheckReport checked, SubmissionReceiver.Result result) {
        assertThat(checked.left()).extracting(Reason::rule).containsExactlyElementsOf(result.left().stream().map(FileError::rule).toList());
        assertThat(checked.deliveries()).hasSameSizeAs(result.submissions());
        for (int place = 0; place < result.submissions().size(); place++) {
            Submission one = result.submissions().get(place);
            Delivery told = checked.deliveries().get(place);
            assertThat(tuple(told.files(), told.returnName(), told.state(), told.rows(), told.accepted(), told.rejected())).isEqualTo(
                    tuple(one.files().stream().map(file -> file.file()).distinct().toList(), one.returnName(), one.state(), one.rows(), one.accepted(),
                            one.rejected()));
            assertThat(told.problem() == null ? null : tuple(told.problem().rule(), told.problem().line(), told.problem().remedy()))
                    .isEqualTo(one.error() == null ? null : tuple(one.error().rule(), one.error().line(), one.error().remedy()));
            assertThat(told.warnings()).extracting(reason -> reason.rule() + " " + reason.message()).containsExactlyElementsOf(one.warnings());
            assertThat(violations.stream().filter(each -> told.files().contains(each.file())).map(each -> String.join(" ", each.file(),
                    String.valueOf(each.line()), each.rule(), each.severity(), String.valueOf(each.isRejected()), each.message(), each.remedy())))
                    .containsExactlyElementsOf(one.rows() == null || one.rejected() == 0 && one.rules().isEmpty() ? List.of() : home.query(
                            "select concat_ws(' ', file, coalesce(cast(source_line as varchar), 'null'), rule, severity, is_rejected, message, remedy) from "
                                    + home.findings(one) + " order by file, source_line, rule, column_name"));
        }
    }

    private CheckReport check(Path... named) throws Exception {
        return new CheckService(ReceivingFixture.PROJECT, home.home()).check(List.of(named), violations::add);
    }

    private static Delivery of(CheckReport report, String file) {
        return report.deliveries().stream().filter(one -> one.files().contains(file)).findFirst().orElseThrow();
    }

    private static String marks(int from, int to) {
        StringBuilder text = new StringBuilder(Given.MARK_HEADER);
        for (int pupil = from; pupil <= to; pupil++) {
            text.append(Given.mark(pupil, "2025-02-04", "AM", "/", ""));
        }
        return text.toString();
    }

    /** Every file of the home with its bytes and times. */
    private Map<String, String> snapshot() throws IOException {
        Map<String, String> snapshot = new TreeMap<>();
        for (Path file : Folders.files(home.home().root())) {
            // Who holds the home writes that down; it is no part of what is checked.
            if (!file.equals(home.home().lockFile())) {
                snapshot.put(file.toString(), FileDigest.sha256(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return snapshot;
    }

    private void file(String name, String text) throws IOException {
        file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void file(String name, byte[] bytes) throws IOException {
        Files.write(files.resolve(name), bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
