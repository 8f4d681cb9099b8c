package org.bellwether.batch.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.batch.receive.Book.csv;
import static org.bellwether.batch.receive.Book.row;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.bellwether.batch.receive.Book.Failed;
import org.bellwether.batch.receive.Book.Formula;
import org.bellwether.batch.receive.Book.Percent;
import org.bellwether.home.Json;
import org.bellwether.intake.archive.ArchiveRecord;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sheet with the columns of a return is received as a CSV whose line is the row of the sheet, whatever stands around it. */
class WorkbooksTest {

    private static final Object[] EVENTS = row("laestab", "event_date", "event", "detail");
    private static final Object[] GRANT = row("la_code", "financial_year", "block", "gross_gbp", "recoupment_gbp", "net_gbp", "published_on");

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void a_sheet_gives_the_rows_that_the_same_csv_gives(String format) {
        Submission plain = home.receive("exclusion_notice.csv", Given.notices(1, 5));
        Submission sheet = home.receive("notices." + format, bytes(format, new Book().sheet("Sheet1", csv(Given.notices(1, 5)))));

        assertThat(sheet.returnName()).isEqualTo("exclusion_notice");
        assertThat(sheet.files().get(0).file()).isEqualTo("notices." + format + "/Sheet1.csv");
        assertThat(new String(home.keptBytes(sheet, "notices." + format + "/Sheet1.csv"), UTF_8)).isEqualTo(Given.notices(1, 5));
        assertThat(sheet.state()).as("the same content").isEqualTo(SubmissionState.DUPLICATE);
        assertThat(plain.rows()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void titles_blank_rows_notes_and_totals_stand_around_the_rows_and_a_line_is_the_row_of_the_sheet(String format) {
        Submission sheet = home.receive("events." + format, bytes(format, new Book().sheet("What schools did",
                row("Events of schools"), row("as at", LocalDate.of(2025, 2, 4)), row(), EVENTS, row(8992001, LocalDate.of(2025, 1, 10), "TRAINED", "x"), row(),
                row(8992001.0, LocalDateTime.of(2025, 1, 11, 9, 30), "TRAINED", null), row("wrong", LocalDate.of(2025, 1, 12), "TRAINED"),
                row(8992001, LocalDate.of(2025, 1, 13), "TRAINED", "y"), row(8992001, LocalDate.of(2025, 1, 14), "TRAINED", "z"), row(8992001, LocalDate.of(2025, 1, 15), "TRAINED"),
                row("Total", 6), row(), row("Source: the schools"))));

        assertThat(home.staged(sheet, "policy_event", "source_line", "laestab", "event_date")).containsExactly("5 8992001 2025-01-10", "7 8992001 2025-01-11",
                "9 8992001 2025-01-13", "10 8992001 2025-01-14", "11 8992001 2025-01-15");
        assertThat(home.violations(sheet)).containsExactly("policy_event 8 ROW-003 error laestab");
        assertThat(sheet.rows() + " = " + sheet.accepted() + " + " + sheet.rejected()).isEqualTo("6 = 5 + 1");
        assertThat(record(sheet).passedOver()).containsExactly("What schools did, rows 12 to 14: notes or totals below the data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "0"})
    void days_are_those_of_the_workbook_whichever_year_it_counts_from(String from1904) {
        Submission sheet = home.receive("events.xlsx", new Book().from1904(from1904).sheet("Events", EVENTS, row(8992001, LocalDate.of(2025, 1, 10), "TRAINED", "x")).xlsx());

        assertThat(home.staged(sheet, "policy_event", "event_date")).containsExactly(from1904.equals("0") ? "2025-01-10" : "2029-01-11");
    }

    /** As small exporters write them. */
    @Test
    void a_workbook_without_styles_and_places_is_read_and_a_day_that_it_shows_as_a_number_is_asked_about() {
        Submission sheet = home.settings("max_rejected_pct: 90").receive("events.xlsx", new Book().plain().sheet("Events", EVENTS, row(8992001, "2025-01-10", "TRAINED", "x"),
                row(8992001, LocalDate.of(2025, 1, 11), "TRAINED", "x")).xlsx());

        assertThat(home.staged(sheet, "policy_event", "source_line", "laestab", "event_date")).containsExactly("2 8992001 2025-01-10");
        assertThat(home.violations(sheet)).containsExactly("policy_event 3 ROW-013 error event_date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void a_share_that_is_shown_per_cent_is_per_cent(String format) {
        Submission sheet = home.receive("exclusions." + format, bytes(format, new Book().sheet("Sheet1",
                row("time_period", "time_identifier", "geographic_level", "country_code", "school_type", "headcount", "perm_excl", "perm_excl_rate", "susp_rate"),
                row(202425, "Academic year", "National", "E92000001", "Total", 40000, 40, new Percent(0.001), new Percent(0.06)))));

        assertThat(home.staged(sheet, "benchmark", "measure", "value", "value_status"))
                .contains("perm_excl_rate 0.1 ok", "susp_rate 6.0 ok", "headcount 40000.0 ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void a_cell_in_error_is_named_and_never_nought_or_blank(String format) {
        Submission sheet = home.receive("dsg." + format, bytes(format, new Book().sheet("DSG", GRANT,
                row(899, "2022/23", "HIGH_NEEDS", new Failed("#REF!"), 1, 2, LocalDate.of(2023, 7, 20)),
                row(899, "2022/23", "EARLY_YEARS", 0, new Failed("#N/A"), new Formula(null), LocalDate.of(2023, 7, 20)),
                row(899, "2022/23", "SCHOOLS", 0.1 + 0.2, new Formula(12.5), new Failed("#DIV/0!"), LocalDate.of(2023, 7, 20)),
                row(899, "2022/23", "CENTRAL", 41647144, null, 40487810, new Failed("#VALUE!")))));

        assertThat(home.violations(sheet).stream().filter(found -> found.contains("ROW-016")).toList()).containsExactly("dsg_allocation 2 ROW-016 value gross_gbp",
                "dsg_allocation 3 ROW-016 value net_gbp", "dsg_allocation 3 ROW-016 value recoupment_gbp", "dsg_allocation 4 ROW-016 value net_gbp",
                "dsg_allocation 5 ROW-016 error published_on");
    }

    @Test
    void an_error_that_a_csv_has_from_a_spreadsheet_is_named_too_and_a_text_is_no_error() {
        Submission events = home.receive("policy_events.csv", "laestab,event_date,event,detail\n8992001,2025-01-10,TRAINED,#REF!\n8992001,2025-01-11,TRAINED,#1 priority\n");

        assertThat(home.violations(events)).containsExactly("policy_event 2 ROW-016 value detail");
        assertThat(home.staged(events, "policy_event", "detail")).containsExactly("-", "#1 priority");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void each_sheet_that_matches_is_an_input_and_what_is_hidden_or_of_nothing_is_passed_over(String format) {
        home.drop("book." + format, bytes(format, new Book().sheet("Read me", row("This workbook holds returns")).sheet("Events", EVENTS, row(8992001, LocalDate.of(2025, 1, 10), "TRAINED"))
                .hidden("Last year", csv(Given.notices(7, 9))).sheet("Notices/2025", csv(Given.notices(1, 3)))));

        List<Submission> received = home.receive();

        assertThat(received).extracting(Submission::returnName).containsExactly("policy_events", "exclusion_notice");
        assertThat(received).extracting(one -> one.files().get(0).file()).containsExactly("book." + format + "/Events.csv", "book." + format + "/Notices_2025.csv");
        assertThat(record(received.get(0)).passedOver()).containsExactly("Read me", "Last year, which is hidden");
        assertThat(received.get(1).rows()).isEqualTo(3);
    }

    @Test
    void sheets_of_one_register_do_not_replace_one_another_and_what_lies_beside_them_is_taken() {
        home.drop("book.xlsx", new Book().sheet("2024-25", EVENTS, row(8992001, "2025-01-10", "TRAINED")).sheet("Notices", csv(Given.notices(1, 3)))
                .sheet("2025-26", EVENTS, row(8992001, "2025-09-10", "TRAINED")).xlsx());

        List<Submission> received = home.receive();

        assertThat(received).extracting(Submission::state).containsExactlyInAnyOrder(SubmissionState.ACCEPTED, SubmissionState.REFUSED);
        assertThat(received.stream().filter(one -> one.error() != null).map(WorkbooksTest::error))
                .containsExactly("FILE-075 2024-25.csv: another sheet is policy_event too; 2025-26.csv: another sheet is policy_event too");
        assertThat(home.live("policy_events")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void a_header_in_several_rows_and_columns_without_one_are_dealt_with(String format) {
        Submission sheet = home.receive("events." + format, bytes(format, new Book().sheet("Sheet1", row("laestab", "What happened", null, "detail"),
                row(null, "event_date", "event", null), row(8992001, LocalDate.of(2025, 1, 10), "TRAINED", "x", "nameless"))));

        assertThat(home.staged(sheet, "policy_event", "source_line", "event", "detail")).containsExactly("3 TRAINED x");
        assertThat(sheet.files().get(0).notes()).anyMatch(note -> note.contains("column 5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void the_unit_that_a_header_names_is_minded_and_one_that_a_title_names_is_not_guessed(String format) {
        Object[] millions = row("la_code", "financial_year", "block", "gross_gbp (£m)", "recoupment_gbp (£000s)", "net_gbp (£s)", "published_on");
        Object[] amounts = row(899, "2022/23", "HIGH_NEEDS", 41.647144, 1159.334, 40487810, LocalDate.of(2023, 7, 20));
        Submission named = home.receive("dsg." + format, bytes(format, new Book().sheet("DSG", millions, amounts)));
        Submission titled = home.receive("titled." + format, bytes(format, new Book().sheet("DSG", row("Dedicated schools grant, £ million"), row(), GRANT, amounts)));

        assertThat(home.staged(named, "dsg_allocation", "gross_gbp", "recoupment_gbp", "net_gbp")).containsExactly("41647144.00 1159334.00 40487810.00");
        assertThat(titled.error().rule() + " " + titled.error().file()).isEqualTo("FILE-071 titled." + format + "/DSG.csv");
    }

    @Test
    void what_cannot_be_read_says_so() {
        byte[] whole = new Book().sheet("DSG", GRANT).xlsx();
        byte[] ods = new Book().sheet("DSG", GRANT).ods();
        byte[] locked = new Zip().add("content.xml", "x").add("META-INF/manifest.xml", "application/vnd.oasis.opendocument.spreadsheet <manifest:encryption-data>").bytes();
        byte[] broken = new Zip().add("[Content_Types].xml", "x").add("xl/workbook.xml", "<workbook").bytes();

        assertThat(error(home.receive("locked.ods", locked))).isEqualTo("FILE-055 it is an ODS workbook that a password protects");
        assertThat(error(home.receive("broken.xlsx", broken))).isEqualTo("FILE-055 it is an Excel workbook (XLSX) that cannot be read");
        assertThat(error(home.receive("other.xlsx", new Book().sheet("Sheet1", row("a", "b"), row(1, 2)).xlsx()))).isEqualTo("FILE-011 none of its sheets has the columns of a return");
        assertThat(error(home.receive("near.ods", new Book().sheet("Sheet1", row("notice_id", "laestab", "start_date"), row(1, 2, 3)).ods())))
                .isEqualTo("FILE-011 none of its sheets has the columns of a return; nearest is exclusion_notice, of which it lacks upn");
        assertThat(error(home.receive("hidden.xlsx", new Book().hidden("DSG", GRANT).sheet("x", row("y")).xlsx()))).isEqualTo("FILE-011 the sheet with the columns of a return is hidden");
        assertThat(home.receive("no_rows.xlsx", whole).state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(home.receive("no_rows.ods", ods).state()).as("the same, without a row").isEqualTo(SubmissionState.DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void a_set_may_be_the_sheets_of_a_workbook_or_have_a_table_in_one(String format) {
        Submission sheets = home.receive("census." + format, bytes(format, new Book().sheet("2025_spring_pupilonroll", csv(Census.pupils("8992001", 1, 2)))
                .sheet("2025_spring_schoolcensus", csv(Census.header("8992001", 1)))));
        Submission table = home.receive("2025_spring_schoolcensus." + format, bytes(format, new Book().sheet("Sheet1", csv(Census.header("8992001", 2)))));

        assertThat(sheets.set()).isEqualTo("2025_spring");
        assertThat(sheets.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(table.set()).isEqualTo("2025_spring");
        assertThat(table.files()).extracting(SubmissionFile::file).containsExactlyInAnyOrder("2025_spring_pupilonroll.csv", "2025_spring_schoolcensus." + format + "/Sheet1.csv");
        assertThat(home.live("school_census")).containsExactly("202425|SPR|8992001=" + table.arrival());
        Submission later = home.receive("2025_spring_termlyexclusionsonroll.csv", "pupilonrolltableid,NativeId,termlyexclusionsonrolltableid,startdate,sessions,reason1,category,senprovision\n");
        assertThat(later.files()).extracting(SubmissionFile::file).contains("2025_spring_pupilonroll.csv", "2025_spring_schoolcensus.csv");
    }

    @Test
    void a_workbook_in_an_archive_is_its_sheets_too() {
        Submission received = home.receive("returns.zip", new Zip().add("book.xlsx", new Book().sheet("Sheet1", csv(Given.notices(1, 3))).xlsx()).bytes());

        assertThat(received.files().get(0).file()).isEqualTo("returns.zip/book.xlsx/Sheet1.csv");
        assertThat(received.accepted()).isEqualTo(3);
    }

    private ArchiveRecord record(Submission submission) {
        return Json.read(home.home().landing(submission.returnName(), submission.id()).resolve(ArchiveRecord.FILE), ArchiveRecord.class);
    }

    private static String error(Submission submission) {
        return submission.error().rule() + " " + submission.error().detail();
    }

    private static byte[] bytes(String format, Book book) {
        return format.equals("ods") ? book.ods() : book.xlsx();
    }
}
