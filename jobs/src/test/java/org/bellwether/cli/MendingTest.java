package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bellwether.home.Folders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a school has to mend, from the night that rejects it to the one that takes the mended rows in. */
@Tag("slow")
@WithSmallProject
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MendingTest {

    private static final String KEPT = "(edubase|term_dates|exclusion_notice_2026).*";
    private static final String SCHOOL = "8994003";
    private static final String NAME = "Ann Nameson";

    private TrialHome home;
    private Path report;
    private List<CSVRecord> rejects;
    private String page;
    private String upn;
    private List<String> sent;

    @BeforeAll
    void a_night_rejects_what_a_school_has_sent(@TempDir Path folder) throws Exception {
        Path returns = TrialHome.returns(folder.resolve("returns"));
        home = TrialHome.fresh(folder.resolve("home"), returns).keeping(KEPT);
        Path notices = Folders.list(home.home().inbox()).stream().filter(file -> file.getFileName().toString().startsWith("exclusion_notice")).findFirst().orElseThrow();
        upn = Files.readAllLines(notices).get(1).split(",")[3];
        sent = List.of("Notice ID,DfE Number,UPN,Pupil Name,Start Date,Category,Sessions,SEN provision at start,reason1",
                String.join(",", "=M1", SCHOOL, upn, NAME, "2026-05-06", "XXXX", "2", "N", "DB"),
                String.join(",", "M2", SCHOOL, upn, NAME, "not a day", "SUSP", "2", "N", "DB"),
                String.join(",", "M3", SCHOOL, upn, NAME, "2026-05-06", "SUSP", "2", "N", "DB"));
        Files.write(notices.resolveSibling("exclusion_notice_week19.csv"), sent);
        home.setting("max_rejected_pct: 100").nightHere(TrialHome.FIRST_NIGHT);
        report = home.home().rejectReports().resolve("exclusion_notice").resolve(SCHOOL);
        rejects = read(report.resolve("rejects.csv"));
        page = Files.readString(report.resolve("rejects.html"));
    }

    @Test
    void a_report_says_in_the_schools_own_words_what_is_wrong_where_why_it_matters_and_how_to_mend_it() {
        Map<String, String> first = rejects.get(0).toMap();
        assertThat(rejects).hasSize(2);
        assertThat(first).containsEntry("file", "exclusion_notice_week19.csv").containsEntry("row", "2").containsEntry("upn", upn)
                .containsEntry("field", "Category").containsEntry("rule", "EXC-001").containsEntry("what_is_wrong", "Suspension or permanent exclusion category is invalid");
        assertThat(first.get("why_it_matters")).startsWith("the category says what is counted");
        assertThat(first.get("how_to_mend_it")).startsWith("give SUSP, PERM or LNCH");
        assertThat(rejects.get(1).toMap()).containsEntry("row", "3").containsEntry("field", "Start Date");
        assertThat(page).contains("School " + SCHOOL, "row 2", upn, "Category", "give SUSP, PERM or LNCH").doesNotContain("<script");
    }

    @Test
    void it_names_no_child_and_nobody_else_may_read_it() throws Exception {
        for (Path file : Folders.files(home.home().rejectReports())) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(NAME);
        }
        for (Path folder : List.of(home.home().rejectReports(), report.getParent(), report)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        }
        assertThat(home.ask("rejects")).doesNotContain(upn);
        for (Path log : Folders.files(home.home().logs())) {
            assertThat(Files.readString(log)).doesNotContain(upn);
        }
    }

    @Test
    void mended_as_it_says_the_rows_are_accepted_and_the_report_goes(@TempDir Path folder) throws Exception {
        TrialHome mended = home.copyTo(folder.resolve("home"));
        mended.withReturns(write(folder.resolve("half"), sent.get(0), sent.get(1).replace("XXXX", "SUSP"), sent.get(2))).nightHere(TrialHome.SECOND_NIGHT);
        Path left = mended.home().rejectReports().resolve("exclusion_notice").resolve(SCHOOL).resolve("rejects.csv");
        assertThat(read(left)).as("told again, and still wrong").extracting(row -> row.get("row")).containsExactly("3");
        assertThat(mended.ask("rejects", "--reports")).contains("vault/reports/exclusion_notice/" + SCHOOL, "1 rows to mend, in 1 reports");

        mended.withReturns(write(folder.resolve("whole"), sent.get(0), sent.get(2).replace("not a day", "2026-05-05"))).nightHere(TrialHome.SECOND_NIGHT.plus(Duration.ofDays(1)));
        assertThat(left.getParent().getParent()).doesNotExist();
        for (Path file : Folders.files(mended.home().rejectReports())) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(upn);
        }
        assertThat(mended.ask("rejects", "--reports")).contains("0 rows to mend, in 0 reports");
    }

    @Test
    void what_mended_them_is_withdrawn_and_they_are_open_again(@TempDir Path folder) throws Exception {
        TrialHome mended = home.copyTo(folder.resolve("home"));
        mended.withReturns(write(folder.resolve("whole"), sent.get(0), sent.get(1).replace("XXXX", "SUSP"), sent.get(2).replace("not a day", "2026-05-05")))
                .nightHere(TrialHome.SECOND_NIGHT);
        Path again = mended.home().rejectReports().resolve("exclusion_notice").resolve(SCHOOL).resolve("rejects.csv");
        assertThat(again).doesNotExist();
        String id = mended.status().submissions().stream().filter(one -> one.files().get(0).file().equals("exclusion_notice_mended.csv")).findFirst().orElseThrow().id();
        mended.ask("withdraw", id, "--by", "An Officer", "--why", "sent by mistake");
        mended.ask("rejects", "--reports");
        assertThat(read(again)).hasSize(2).allSatisfy(row -> assertThat(row.get("upn")).isEqualTo(upn));
    }

    @Test
    void who_is_forgotten_is_in_no_report(@TempDir Path folder) throws Exception {
        TrialHome erased = home.copyTo(folder.resolve("home"));
        erased.ask("forget", upn, "--erase", "--by", "An Officer", "--why", "decided");
        assertThat(erased.home().rejectReports()).doesNotExist();
        assertThat(erased.ask("rejects", "--reports")).contains("0 rows to mend");
    }

    private static Path write(Path folder, String... lines) throws Exception {
        Files.createDirectories(folder);
        Files.write(folder.resolve("exclusion_notice_mended.csv"), List.of(lines));
        return folder;
    }

    private static List<CSVRecord> read(Path file) throws Exception {
        try (CSVParser parser = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(Files.newBufferedReader(file))) {
            return parser.getRecords();
        }
    }
}
