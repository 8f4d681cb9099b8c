package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellwether.batch.receive.Book.Failed;
import org.bellwether.home.Json;
import org.bellwether.intake.archive.ArchiveRecord;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 251 as the department's high needs benchmarking tool has it: budget and outturn side by side, groups of lines and their phases within. */
class HighNeedsWorkbookTest {

    private static final List<String> GROUPS = List.of("place funding", "top-up, maintained", "top-up, independent", "SEN support", "alternative provision", "hospital", "therapies");
    private static final Object[] BUDGET = {30, 0, 1, 2, 20, 10, 0, 58, 10, 20, 10, 10, 5, 5, 2, 7, 0, 0, 0, 8, 0, 0, 1, 13, 14, 15, 16};
    private static final Object[] OUTTURN = {31, 0, 1, 2, 21, 10, 0, 59, 10, 20, 11, 10, 5, 5, 2, 7.5, 0, 0, 0, 8.5, 0, 0, 1, 23, 24, 25.25, 26};

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void each_group_of_a_statement_is_an_input_with_its_phases(String format) {
        List<Submission> received = home.drop("tool." + format, bytes(format, book("", "Section 251 budget", "2021-22", rows(BUDGET, OUTTURN)))).receive();

        List<String> expected = new ArrayList<>();
        for (String statement : List.of("budget", "outturn")) {
            GROUPS.forEach(group -> expected.add("tool." + format + "/LA data " + statement + " " + group + ".csv ACCEPTED"));
        }
        assertThat(received).extracting(one -> one.files().get(0).file() + " " + one.state()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(staged(received, "budget top-up, maintained")).containsExactly("821 202122 BUDGET TOPUP_MAINTAINED TOPUP_MAINTAINED 10.00 10.00 2.00 58.00 8");
        assertThat(staged(received, "budget place funding")).containsExactly("821 202122 BUDGET PLACE PLACE 0.00 20.00 - 30.00 8");
        assertThat(staged(received, "outturn hospital")).containsExactly("821 202122 OUTTURN HOSPITAL HOSPITAL - - - 25.25 8");
        assertThat(received).allSatisfy(one -> assertThat(home.violations(one)).isEmpty());
        assertThat(passedOver(received.get(0))).contains("LA data, columns AR: 1 cells in error (#REF!), of no return", "LA data, rows 6: none of the table, by its contract");
    }

    @Test
    void a_group_whose_amount_is_in_error_is_rejected_by_row_and_column_and_a_phase_in_error_is_unknown() {
        Object[] lost = BUDGET.clone();
        lost[7] = new Failed("#REF!");
        lost[4] = new Failed("#N/A");
        lost[23] = null;
        List<Object[]> rows = new ArrayList<>(List.of(rows(BUDGET, OUTTURN)));
        rows.add(line(822, lost, OUTTURN));

        List<Submission> received = home.drop("tool.xlsx", book("", "Section 251 budget", "2021-22", rows.toArray(Object[][]::new)).xlsx()).receive();

        assertThat(home.violations(of(received, "budget top-up, maintained"))).containsExactly("s251_high_needs 9 ROW-016 error net_gbp");
        assertThat(home.violations(of(received, "budget place funding"))).containsExactly("s251_high_needs 9 ROW-016 value special_gbp");
        assertThat(home.violations(of(received, "budget SEN support"))).containsExactly("s251_high_needs 9 ROW-002 error net_gbp");
        assertThat(staged(received, "budget place funding")).contains("822 202122 BUDGET PLACE PLACE 0.00 - - 30.00 9");
        assertThat(received).allSatisfy(one -> assertThat(one.rows()).isEqualTo(2).isEqualTo(one.accepted() + one.rejected()));
    }

    @Test
    void phases_that_do_not_make_the_amount_are_asked_about() {
        Object[] other = BUDGET.clone();
        other[7] = 61;
        other[0] = 33;

        List<Submission> received = home.drop("tool.xlsx", book("", "Section 251 budget", "2021-22", rows(other, OUTTURN)).xlsx()).receive();

        assertThat(home.violations(of(received, "budget top-up, maintained"))).containsExactly("s251_high_needs 8 FIN-004 query");
        assertThat(home.violations(of(received, "budget place funding"))).containsExactly("s251_high_needs 8 FIN-004 query");
        assertThat(home.violations(of(received, "budget top-up, independent"))).isEmpty();
    }

    @Test
    void a_unit_above_the_columns_is_minded_and_one_in_a_title_alone_is_not_guessed_at() {
        List<Submission> received = home.drop("tool.xlsx", book("", "Section 251 budget (£m)", "2021-22", rows(BUDGET, OUTTURN)).xlsx()).receive();

        assertThat(staged(received, "budget SEN support")).containsExactly("821 202122 BUDGET SEN_SERVICES SEN_SERVICES - - - 13000000.00 8");
        assertThat(staged(received, "outturn SEN support")).containsExactly("821 202122 OUTTURN SEN_SERVICES SEN_SERVICES - - - 23.00 8");

        Submission refused = home.receive("other.xlsx", book("High needs benchmarking, £ million", "Section 251 budget", "2021-22", rows(BUDGET, OUTTURN)).xlsx());
        assertThat(refused.state() + " " + refused.error().rule()).isEqualTo("REFUSED FILE-071");
    }

    @Test
    void a_sheet_of_two_years_is_asked_for_the_year_and_none_is_taken_for_the_other() {
        List<Submission> received = home.drop("tool.xlsx", book("", "Section 251 budget", "2020-21", rows(BUDGET, OUTTURN)).xlsx()).receive();

        assertThat(received).hasSize(14).allSatisfy(one -> assertThat(one.error().rule() + " " + one.error().detail()).isEqualTo("FILE-011 nearest is s251 (s251_high_needs), of which it lacks time_period"));
    }

    @Test
    void lines_and_groups_of_one_year_stand_side_by_side() {
        home.drop("tool.xlsx", book("", "Section 251 budget", "2021-22", rows(BUDGET, OUTTURN)).xlsx()).receive();
        home.receive("s251_budget.csv", "time_period,geographic_level,old_la_code,category_of_planned_expenditure,net_planned_expenditure\n202122,Local authority,821,1.2.1 Top-up,9\n");
        home.drop("again.xlsx", book("", "Section 251 budget", "2021-22", rows(OUTTURN, OUTTURN)).xlsx()).receive();

        assertThat(home.live("s251")).hasSize(15).contains("BUDGET|202122|821|LINES=16", "BUDGET|202122|821|PLACE=21", "OUTTURN|202122|821|AP_SERVICES=10");
    }

    /** The edition of 2021-22; skipped where BELLWETHER_REAL_DATA does not name the folder of published files. */
    @Test
    void the_published_workbook_has_a_row_of_every_authority_and_group_and_none_where_its_cell_is_lost() {
        String real = System.getenv("BELLWETHER_REAL_DATA");
        assumeTrue(real != null, "skipped: BELLWETHER_REAL_DATA is not set");

        List<Submission> received = home.receiveFiles(List.of(Path.of(real, "dsg/s251_high_needs_2021-22.xlsx"))).submissions();

        assertThat(received).hasSize(14).allSatisfy(one -> {
            assertThat(one.rows()).isEqualTo(154).isEqualTo(one.accepted() + one.rejected());
            assertThat(one.rejected()).as("authorities that are no more: #N/A").isEqualTo(4);
            assertThat(home.violations(one)).as(one.files().get(0).file()).allSatisfy(found -> assertThat(found).matches("s251_high_needs (13|117|122|127) ROW-016 .*"));
        });
        assertThat(staged(received, "budget place funding")).contains("821 202122 BUDGET PLACE PLACE 846240.00 7491294.00 - 8141294.00 24", "831 202122 BUDGET PLACE PLACE 0.00 8333280.00 - 9679280.00 8");
        assertThat(staged(received, "outturn top-up, independent")).contains("831 202122 OUTTURN TOPUP_INDEPENDENT TOPUP_INDEPENDENT 0.00 12153270.00 220591.00 12587654.00 8");
        assertThat(passedOver(received.get(0))).anyMatch(told -> told.startsWith("Sheet1, columns ") && told.contains("(#DIV/0!, #N/A, #REF!)"));
    }

    private List<String> staged(List<Submission> received, String part) {
        return home.staged(of(received, part), "s251_line", "la_code", "financial_year", "statement", "detail", "line_code", "early_years_gbp", "special_gbp", "income_gbp", "net_gbp",
                "source_line");
    }

    private List<String> passedOver(Submission one) {
        return Json.read(home.home().landing(one.returnName(), one.id()).resolve(ArchiveRecord.FILE), ArchiveRecord.class).passedOver();
    }

    private static Submission of(List<Submission> received, String part) {
        return received.stream().filter(one -> one.files().get(0).file().endsWith(" " + part + ".csv")).findFirst().orElseThrow();
    }

    private static byte[] bytes(String format, Book book) {
        return format.equals("ods") ? book.ods() : book.xlsx();
    }

    private static Object[][] rows(Object[] budget, Object[] outturn) {
        return new Object[][] {line(821, budget, outturn)};
    }

    private static Object[] line(int code, Object[] budget, Object[] outturn) {
        Object[] cells = new Object[100];
        cells[1] = "EAST OF ENGLAND ";
        cells[2] = code;
        cells[3] = "Luton";
        cells[4] = 53641.2;
        System.arraycopy(budget, 0, cells, 15, budget.length);
        cells[43] = code == 821 ? new Failed("#REF!") : 5;
        System.arraycopy(outturn, 0, cells, 60, outturn.length);
        cells[92] = 0.5;
        return cells;
    }

    /** Headers as they are published: which group and phase it is says row 4, and what is below repeats it or says something else. */
    private static Book book(String title, String budget, String outturnYear, Object[][] data) {
        Object[] year = new Object[100];
        Object[] statement = new Object[100];
        Object[] group = new Object[100];
        Object[] head = new Object[100];
        Object[] under = new Object[100];
        year[1] = "Year";
        year[2] = "2021-22";
        year[43] = "Year";
        year[44] = outturnYear;
        head[1] = "Region";
        head[2] = "LA code";
        head[3] = "LA name";
        head[4] = "2-18 Population (ONS mid-2021 projection)";
        under[4] = head[4];
        statement[15] = budget;
        statement[44] = "2020-21";
        statement[60] = "Section 251 outturn";
        head[43] = "Number of individuals qualifying";
        under[43] = "FSM";
        for (int at : List.of(15, 60)) {
            List<String> names = new ArrayList<>(List.of("Place funding", "Early Years", "Primary", "Secondary", "Special schools and academies", "PRUs and AP academies", "Post School"));
            names.add("Top up funding (maintained schools, academies, free schools and colleges)");
            names.addAll(phases(" (1)"));
            names.add("Top up funding (non-maintained and independent schools and colleges)");
            names.addAll(phases(" (2)"));
            names.addAll(List.of("SEN support and inclusion services", "Alternative provision services", "Hospital education services", "Therapies and other health related services"));
            for (int each = 0; each < names.size(); each++) {
                group[at + each] = names.get(each);
                under[at + each] = names.get(each) + " per head";
            }
            head[at] = "Place funding";
            head[at + 1] = "of which";
            head[at + 7] = "Top up funding per head (maintained schools, academies, free schools and colleges)";
            head[at + 8] = "of which";
            head[at + 15] = "Top up funding";
            head[at + 16] = "of which:";
            head[at + 23] = "SEN support";
        }
        group[92] = "Table 3b: outturn per head";
        head[92] = "Place funding";
        List<Object[]> rows = new ArrayList<>(Arrays.asList(Book.row(title), year, statement, group, head, under, Book.row()));
        rows.addAll(List.of(data));
        return new Book().sheet("LA data", rows.toArray(Object[][]::new));
    }

    private static List<String> phases(String ending) {
        return List.of("Early Years", "Primary", "Secondary", "Special schools and academies", "PRUs and AP academies", "Post School", "Income").stream().map(name -> name + ending).toList();
    }
}
