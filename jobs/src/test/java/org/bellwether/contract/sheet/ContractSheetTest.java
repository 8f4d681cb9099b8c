package org.bellwether.contract.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.catalog.ContractCatalog;
import org.junit.jupiter.api.Test;

/** What is said of a return is what it is judged by. */
class ContractSheetTest {

    private final ContractCatalog catalog = ContractCatalog.load(ConfigFiles.of(Project.locate(), Path.of("no such overlay")));

    @Test
    void a_day_has_the_codes_that_are_valid_on_it() {
        assertThat(category(LocalDate.of(2021, 7, 31)).codes()).extracting(ContractSheet.Code::code).containsExactlyInAnyOrder("FIXD", "PERM", "LNCH");
        assertThat(category(LocalDate.of(2021, 8, 1)).codes()).extracting(ContractSheet.Code::code).containsExactlyInAnyOrder("SUSP", "PERM", "LNCH");
        assertThat(category(LocalDate.of(2021, 8, 1)).codesOn()).isEqualTo("start_date");
    }

    @Test
    void a_column_says_what_becomes_of_a_row_without_it() {
        ContractSheet.Column category = category(LocalDate.of(2026, 5, 13));

        assertThat(category.required()).isTrue();
        assertThat(category.whenMissing()).isEqualTo(new ContractSheet.Consequence("EXC-017", "error"));
        assertThat(category.whenInvalid().rule()).isEqualTo("EXC-001");
        assertThat(category.says()).isEqualTo("SUSP, PERM or LNCH");
    }

    @Test
    void every_return_has_a_sheet_on_every_day_of_a_change_and_nothing_of_today_differs_from_today() {
        catalog.returns().forEach(contract -> {
            contract.changes().forEach(change -> assertThat(ContractDifference.of(catalog, contract.name(), change.from().minusDays(1), change.from()))
                    .as(contract.name() + " " + change.from()).satisfies(difference -> {
                        assertThat(difference.changes()).singleElement().satisfies(one -> assertThat(one.why()).isEqualTo(change.why()));
                        assertThat(difference.lines()).isNotEmpty();
                    }));
            LocalDate today = LocalDate.of(2026, 5, 13);
            assertThat(ContractDifference.of(catalog, contract.name(), today, today).lines()).isEmpty();
            assertThat(ContractSheet.of(catalog, contract.name(), today).tables()).isNotEmpty().allSatisfy(table ->
                    assertThat(table.columns()).isNotEmpty().allSatisfy(column -> assertThat(column.required()).isEqualTo(column.whenMissing() != null)));
        });
    }

    @Test
    void the_census_of_2020_has_three_reasons_of_an_exclusion_in_place_of_one() {
        ContractDifference difference = ContractDifference.of(catalog, "school_census", LocalDate.of(2020, 8, 31), LocalDate.of(2020, 9, 1));

        assertThat(difference.lines()).contains(
                new ContractDifference.Line("termly_exclusions_on_roll", "reason2", "column", null, "reason2"),
                new ContractDifference.Line("termly_exclusions_on_roll", "reason3", "column", null, "reason3"));
        assertThat(difference.lines()).filteredOn(line -> "code".equals(line.what())).extracting(ContractDifference.Line::before).contains("OT (Other)");
        assertThat(difference.changes()).extracting(ContractSheet.Change::from).containsExactly(LocalDate.of(2020, 9, 1));
    }

    private ContractSheet.Column category(LocalDate on) {
        return ContractSheet.of(catalog, "exclusion_notice", on).tables().get(0).columns().stream().filter(column -> column.name().equals("category")).findFirst().orElseThrow();
    }
}
