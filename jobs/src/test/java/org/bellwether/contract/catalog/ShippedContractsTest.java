package org.bellwether.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.DatedChange;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.Rule;
import org.bellwether.contract.Severity;
import org.bellwether.contract.TableContract;
import org.bellwether.home.Folders;
import org.bellwether.staging.session.ContractFingerprints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedContractsTest {

    @TempDir
    Path home;

    private ContractCatalog catalog;

    @BeforeEach
    void the_shipped_config() {
        catalog = ContractCatalog.load(new ConfigFiles(Project.locate().config(), home));
    }

    @Test
    void every_rule_of_the_first_load_is_there() {
        Set<String> wanted = new TreeSet<>(List.of(
                "UPN-001", "UPN-002", "UPN-003", "UPN-004", "UPN-005", "UPN-006", "UPN-008",
                "PUP-001", "PUP-002", "PUP-003", "PUP-004", "PUP-005", "PUP-006", "PUP-007", "PUP-008", "PUP-010", "PUP-012",
                "SEN-001", "SEN-002", "SEN-003", "SEN-004", "SEN-007", "CEN-001", "ATT-004", "ATT-007", "ATT-008", "ATT-009",
                "EXC-001", "EXC-002", "EXC-003", "EXC-004", "EXC-006", "EXC-013", "EXC-014", "EXC-016", "EXC-017", "EXC-018", "EXC-019",
                "ATT-001", "ATT-002", "REF-001", "REF-003", "AP-001", "AP-002", "AP-006", "AP-009", "FIN-001", "FIN-003", "FIN-004", "FIN-007", "FIN-008", "FIN-010", "FIN-013", "FIN-014", "GOV-002", "GOV-003", "VOX-001",
                "ROW-001", "ROW-002", "ROW-003", "ROW-004",
                "FILE-001", "FILE-002", "FILE-003", "FILE-004", "FILE-005", "FILE-007"));

        catalog.rules().forEach(rule -> wanted.remove(rule.id()));

        assertThat(wanted).isEmpty();
    }

    @Test
    void a_row_is_lost_only_where_its_identity_key_or_grain_is_unusable_or_it_is_another_authoritys() {
        Set<String> errors = new TreeSet<>();
        Set<String> values = new TreeSet<>();
        for (Rule rule : catalog.rules()) {
            if (rule.severity() == Severity.ERROR) {
                errors.add(rule.id());
            } else if (rule.severity() == Severity.VALUE) {
                values.add(rule.id());
            }
        }

        assertThat(errors).containsExactly("AP-001", "AP-002", "ATT-001", "ATT-002", "CEN-001", "EXC-001", "EXC-002", "EXC-004", "EXC-016",
                "EXC-017", "FILE-064", "FILE-074", "FIN-001", "PRI-001", "REF-004", "REF-011", "REF-012", "REF-013", "REF-014", "REF-015", "ROW-001", "ROW-002", "ROW-004", "ROW-012", "ROW-015", "UPN-001", "UPN-002", "UPN-003", "UPN-004",
                "UPN-005", "UPN-006");
        assertThat(values).containsExactly("ATT-007", "EXC-003", "PUP-001", "PUP-003", "PUP-004", "PUP-005", "PUP-006",
                "PUP-007", "PUP-008", "PUP-010", "REF-003", "ROW-003", "ROW-010", "ROW-011", "ROW-013", "ROW-014", "ROW-016", "SEN-001", "SEN-002", "SEN-003", "SEN-004", "SEN-007");
    }

    @Test
    void the_census_has_changed_as_the_department_changed_it() {
        ReturnContract census = catalog.contract("school_census");
        TableContract before = census.on(LocalDate.of(2020, 1, 16)).table("termly_exclusions_off_roll");
        TableContract after = census.on(LocalDate.of(2020, 10, 1)).table("termly_exclusions_off_roll");

        assertThat(before.columns()).containsKey("reason1").doesNotContainKeys("reason2", "reason3");
        assertThat(before.columns().get("reason1").header()).isEqualTo("reason");
        assertThat(after.columns()).containsKeys("reason1", "reason2", "reason3");
        assertThat(sexOn(census, LocalDate.of(2023, 5, 18))).isEqualTo("gender");
        assertThat(sexOn(census, LocalDate.of(2023, 10, 5))).isEqualTo("sex");
        assertThat(census.changes()).extracting(DatedChange::from)
                .contains(LocalDate.of(2021, 8, 1), LocalDate.of(2024, 8, 19));
    }

    @Test
    void an_attendance_code_that_has_ended_is_a_query_and_one_not_yet_begun_an_error() {
        CodeSet codes = catalog.codeSet("attendance_code");
        LocalDate before = LocalDate.of(2024, 8, 18);
        LocalDate after = LocalDate.of(2024, 8, 19);

        assertThat(codes.isValid("J", before)).isTrue();
        assertThat(codes.isValid("J", after)).isFalse();
        assertThat(codes.isValid("J1", before)).isFalse();
        assertThat(codes.isValid("J1", after)).isTrue();
        assertThat(codes.isValid("\\", after)).isTrue();
        assertThat(catalog.rule("ATT-001").lapsed()).contains(Severity.QUERY);
        assertThat(catalog.rule("ATT-001").severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void fixed_period_exclusions_end_when_suspensions_begin() {
        CodeSet categories = catalog.codeSet("exclusion_category");

        assertThat(categories.isValid("FIXD", LocalDate.of(2021, 7, 20))).isTrue();
        assertThat(categories.isValid("FIXD", LocalDate.of(2021, 9, 10))).isFalse();
        assertThat(categories.isValid("SUSP", LocalDate.of(2021, 7, 20))).isFalse();
        assertThat(categories.isValid("SUSP", LocalDate.of(2021, 8, 1))).isTrue();
    }

    @Test
    void no_name_full_date_of_birth_or_address_is_ever_staged() {
        List<String> telling = List.of("name", "forename", "surname", "dob", "postcode", "street", "address");
        for (ReturnContract contract : catalog.returns()) {
            for (TableContract table : contract.latest().tables().values()) {
                Set<String> staged = table.stagedNames();
                assertThat(staged).as(table.name()).doesNotContain("upn", "former_upn");
                assertThat(staged.stream().filter(telling::contains)).as(table.name()).isEmpty();
            }
        }
    }

    @Test
    void every_model_of_a_staged_table_belongs_to_a_table_that_feeds_it() throws Exception {
        Set<String> fed = new TreeSet<>();
        catalog.returns().forEach(contract -> contract.tables().values().forEach(table -> {
            fed.add(table.name());
            table.stages().ifPresent(fed::add);
        }));
        assertThat(Folders.list(Project.locate().sql().resolve("staged")))
                .allMatch(model -> fed.contains(model.getFileName().toString().replace(".sql", "")));
    }

    @Test
    void the_fingerprint_changes_with_the_home_s_config() throws Exception {
        ContractFingerprints shipped = new ContractFingerprints(Project.locate(), catalog);
        Files.createDirectories(home.resolve("reference"));
        Files.writeString(home.resolve("reference/sex.csv"), """
                code,label,valid_from,valid_to
                F,Female pupil,,
                """);

        assertThat(overlaid().of("school_census")).isNotEqualTo(shipped.of("school_census")).hasSize(64);
        assertThat(overlaid().of("exclusion_notice")).as("of which no column is a sex").isEqualTo(shipped.of("exclusion_notice"));

        Files.createDirectories(home.resolve("returns"));
        Files.writeString(home.resolve("returns/exclusion_notice.yml"), "title: Notices, as we say");
        assertThat(overlaid().of("exclusion_notice")).as("of which only the title is another").isEqualTo(shipped.of("exclusion_notice"));
        Files.writeString(home.resolve("returns/exclusion_notice.yml"), "tables: {exclusion_notice: {columns: {sessions: {between: [1, 200]}}}}");
        assertThat(overlaid().of("exclusion_notice")).isNotEqualTo(shipped.of("exclusion_notice"));
        assertThat(overlaid().of("term_dates")).isEqualTo(shipped.of("term_dates"));
    }

    private ContractFingerprints overlaid() {
        return new ContractFingerprints(Project.locate(), ContractCatalog.load(new ConfigFiles(Project.locate().config(), home)));
    }

    @Test
    void a_notice_is_known_by_its_name_or_by_its_header() {
        ContractMatcher matcher = new ContractMatcher(catalog);
        List<String> header = List.of("UPN", "Start Date", "LAESTAB", "notice_id", "category");

        Optional<ContractMatch> renamed = matcher.match("from the office (2).csv", header);
        Optional<ContractMatch> cutOff = matcher.match("Exclusion_Notice_2025.CSV.gz", List.of("upn"));

        assertThat(renamed).contains(new ContractMatch("exclusion_notice", "exclusion_notice", false, true));
        assertThat(cutOff).contains(new ContractMatch("exclusion_notice", "exclusion_notice", true, false));
        assertThat(matcher.match("minutes.csv", List.of("agenda", "item"))).isEmpty();
    }

    private static String sexOn(ReturnContract census, LocalDate day) {
        return census.on(day).table("pupil_on_roll").columns().get("sex").header();
    }
}
