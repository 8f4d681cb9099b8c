package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.batch.receive.Book.row;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
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

/** The grant as the department publishes it: blocks side by side under merged headers, areas between authorities, parts in sheets beside. */
class PublishedWorkbooksTest {

    private static final String NAME = "dedicated-schools-grant_2024_03_21.";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void each_block_is_an_input_and_the_parts_of_high_needs_make_it_to_the_pound(String format) {
        List<Submission> received = home.drop(NAME + format, bytes(format, book(46297486, 1175000, 45122486))).receive();
        Submission block = highNeeds(received);

        assertThat(received).extracting(one -> one.files().get(0).file() + " " + one.state()).containsExactlyInAnyOrder(
                NAME + format + "/Allocations_summary schools block.csv ACCEPTED", NAME + format + "/Allocations_summary central school services block.csv ACCEPTED",
                NAME + format + "/Allocations_summary high needs block.csv ACCEPTED", NAME + format + "/Allocations_summary early years block.csv ACCEPTED");
        assertThat(home.staged(block, "dsg_allocation", "la_code", "financial_year", "block", "gross_gbp", "recoupment_gbp", "net_gbp", "published_on", "source_line"))
                .containsExactly("821 202324 HIGH_NEEDS 46297486.00 1175000.00 45122486.00 2024-03-21 6", "822 202324 HIGH_NEEDS 30000000.00 - 29000000.00 2024-03-21 8");
        assertThat(home.violations(block)).isEmpty();
        assertThat(Json.read(home.home().landing(block.returnName(), block.id()).resolve(ArchiveRecord.FILE), ArchiveRecord.class).passedOver())
                .contains("Information", "High_needs_block", "Allocations_summary, rows 3, 4, 5, 10, 11: none of the table, by its contract");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void parts_and_deductions_that_do_not_make_a_block_are_asked_about_and_the_block_stays_as_published(String format) {
        Submission block = highNeeds(home.drop(NAME + format, bytes(format, book(46297488, 1175000, 45122486))).receive());

        assertThat(home.violations(block)).containsExactly("dsg_allocation 6 FIN-013 query", "dsg_allocation 6 FIN-014 query");
        assertThat(home.staged(block, "dsg_allocation", "gross_gbp")).contains("46297488.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void a_cell_in_error_is_named_with_its_row(String format) {
        Submission block = highNeeds(home.drop(NAME + format, bytes(format, book(new Failed("#REF!"), 1175000, 45122486))).receive());

        assertThat(home.violations(block)).containsExactly("dsg_allocation 6 ROW-016 value gross_gbp");
        assertThat(home.staged(block, "dsg_allocation", "gross_gbp", "net_gbp")).contains("- 45122486.00");
    }

    @Test
    void a_name_without_its_day_of_publication_is_asked_for() {
        List<Submission> received = home.drop("dsg.ods", book(46297486, 1175000, 45122486).ods()).receive();

        assertThat(received).hasSize(4).allSatisfy(one -> {
            assertThat(one.state()).isEqualTo(SubmissionState.REFUSED);
            assertThat(one.error().rule() + " " + one.error().detail()).isEqualTo("FILE-011 nearest is dsg_allocation, of which it lacks published_on");
        });
    }

    /** The edition of July 2023; skipped where BELLWETHER_REAL_DATA does not name the folder of published files. */
    @Test
    void the_published_workbook_is_right_to_the_pound_for_every_authority() throws Exception {
        String real = System.getenv("BELLWETHER_REAL_DATA");
        assumeTrue(real != null, "skipped: BELLWETHER_REAL_DATA is not set");
        Path file = Path.of(real, "dsg/dedicated-schools-grant_2023_07_20.ods");

        List<Submission> received = home.receiveFiles(List.of(file)).submissions();

        assertThat(received).hasSize(4).allSatisfy(one -> {
            assertThat(home.violations(one)).as(one.files().get(0).file()).isEmpty();
            assertThat(one.state()).isEqualTo(SubmissionState.ACCEPTED);
            assertThat(one.accepted()).isEqualTo(150);
        });
        assertThat(home.staged(highNeeds(received), "dsg_allocation", "la_code", "financial_year", "gross_gbp", "recoupment_gbp", "net_gbp", "source_line"))
                .contains("821 202223 41647144.00 1159334.00 40487810.00 88");
    }

    /** Golden fact G19: Luton 2023 to 2024, whose parts make 46,297,486 to the pound. */
    private static Book book(Object gross, Object deduction, Object net) {
        String before = "2023 to 2024 DSG allocations, before recoupment and deductions for national non-domestic rates";
        String after = "2023 to 2024 DSG allocations, after deductions for academies recoupment";
        return new Book().sheet("Information", row("Dedicated schools grant (DSG): 2023 to 2024 financial year"))
                .sheet("Allocations_summary",
                        row("Dedicated schools grant: 2023 to 2024 allocations local authority summary", null, before, null, null, null, null, after),
                        row(null, null, "Schools block (£s)", "Central school services block (£s)", "High needs block (£s)", "Early years block (£s)", "Total DSG allocation (£s)",
                                "Schools block (£s)", "Central school services block allocation (£s)", "High needs block allocation (£s)", "Early years block (£s)", "Total DSG allocation (£s)"),
                        row(" ", " ", "[A]", "[B]", "[C]", "[D]", "[E]", "[F]", "[G]", "[H]", "[I]", "[J]"),
                        row(" ", " ", null, null, null, null, " = [A] + [B] + [C] + [D]"),
                        row("ENGLAND", null, 9, 9, 9, 9, 36, 8, 8, 8, 8, 32),
                        row(821, "Luton", 210000000, 1600000, gross, 19000000, 1, 100000000, 1600000, net, 19000000, 1),
                        row(),
                        row(822, "Bedford", 150000000, 1000000, 30000000, 15000000, 1, 80000000, 1000000, 29000000, 15000000, 1),
                        row(),
                        row("UNITARY AUTHORITIES", null, 9, 9, 9, 9, 36, 8, 8, 8, 8, 32), row("East of England", null, 9, 9, 9, 9, 36, 8, 8, 8, 8, 32))
                .sheet("High_needs_block",
                        row("Dedicated schools grant: 2023 to 2024 high needs block allocations", null, "Total high needs elements in the funding floor and gains calculation (£s)",
                                "Basic entitlement factor (area cost adjusted) unit of funding (£s)", "Number of pupils in special schools and academies",
                                "Import/export adjustment (based on January 2023) (£s)", "Additional Funding for Special Free Schools (£s)",
                                "Hospital education, alternative provision teachers pay/pension (£s)", "High needs historical spend (£s)", "Additional high needs allocation (£s)",
                                "Total high needs block before deductions (£s)"),
                        row(null, null, "[A]", "[B]", "[C]", "[D]", "[E]", "[F]", "[G]", "[H]", "[I]"),
                        row(821, "Luton", 40941997, 4775.12, 811, -1326000, 579027, 350050, 40941997, 1879789, gross))
                .sheet("High_needs_deductions",
                        row("Dedicated schools grant: 2023 to 2024 high needs block deductions", null, "Special academies", null, "Total deduction to high needs block for direct funding of places (£s)"),
                        row(null, null, "Pre-16 SEN places", null, null), row(821, "Luton", 20, 21, deduction));
    }

    private static Submission highNeeds(List<Submission> received) {
        return received.stream().filter(one -> one.files().get(0).file().endsWith("high needs block.csv")).findFirst().orElseThrow();
    }

    private static byte[] bytes(String format, Book book) {
        return format.equals("ods") ? book.ods() : book.xlsx();
    }
}
