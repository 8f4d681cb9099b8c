package org.bellwether.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.Severity;
import org.bellwether.contract.TableContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractCatalogTest {

    private static final String VISITS = """
            return: visits
            title: Visits to schools
            grain: one row per visit
            kind: part
            replaces: [laestab]
            cadence: {every: term, due_after: P7D}
            source: made up
            changes:
              - from: 2024-09-01
                why: a visit has an outcome
                tables:
                  visit:
                    columns:
                      outcome: {type: code, codes: [GOOD, POOR]}
                      note:
              - from: 2025-09-01
                why: the code PHONE ends
                codes: [visit_kind]
            tables:
              visit:
                files: ["visits*.csv"]
                signature: [visit_id, laestab]
                keys: [visit_id]
                columns:
                  visit_id:   {type: text, required: true}
                  laestab:    {type: laestab, required: true, aliases: [dfe number]}
                  visit_date: {type: date}
                  kind:       {type: code, codes: visit_kind, valid_on: visit_date, rule: VIS-001}
                  upn:        {type: upn, becomes: pupil_key}
                  note:       {type: text}
                ignore: [name, "address*"]
            """;

    private static final String RULES = """
            VIS-001:
              severity: value
              tables: [visit]
              message: Kind of visit unknown
              why: visits are counted by kind
              fix: give a code of the set
              when: visit_date is null
              clears: [kind]
            ROW-002: {severity: error, message: missing, why: so, fix: so}
            ROW-003: {severity: value, message: invalid, why: so, fix: so}
            ROW-004: {severity: error, message: twice, why: so, fix: so}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void a_config_of_one_return() throws IOException {
        for (String name : List.of("returns", "rules", "reference")) {
            Files.createDirectories(folder.resolve(name));
        }
        write("returns/visits.yml", VISITS);
        write("rules/visit.yml", RULES);
        write("reference/visit_kind.csv", """
                code,label,valid_from,valid_to
                SITE,On site,,
                PHONE,By telephone,,2025-08-31
                """);
    }

    @Test
    void a_contract_is_its_base_and_the_changes_up_to_a_day() {
        ReturnContract base = load().contract("visits");

        assertThat(base.table("visit").columns()).containsKey("note").doesNotContainKey("outcome");
        assertThat(base.table("visit").absent()).containsOnlyKeys("outcome");
        TableContract later = base.on(LocalDate.of(2024, 9, 1)).table("visit");
        assertThat(later.columns()).containsKey("outcome").doesNotContainKey("note");
        assertThat(later.absent()).containsOnlyKeys("note");
        assertThat(base.on(LocalDate.of(2024, 8, 31)).table("visit")).isEqualTo(base.table("visit"));
        assertThat(base.latest()).isEqualTo(base.on(LocalDate.of(2030, 1, 1)));
    }

    @Test
    void a_table_may_be_like_another_and_change_with_it() throws IOException {
        write("returns/visits.yml", VISITS + """
              call:
                like: visit
                files: ["calls*.csv"]
                signature: [call_id, laestab]
                columns:
                  visit_id: {header: call_id}
            """);

        ReturnContract contract = load().contract("visits");

        assertThat(contract.table("call").columns().get("visit_id").headers()).containsExactly("call_id", "visit_id");
        assertThat(contract.table("call").columns()).containsKey("laestab");
        assertThat(contract.latest().table("call").columns()).containsKey("outcome");
    }

    @Test
    void an_invalid_value_costs_the_row_only_where_the_row_needs_it() {
        ContractCatalog catalog = load();
        ReturnContract contract = catalog.contract("visits");
        TableContract visit = contract.table("visit");

        assertThat(catalog.severityWhenInvalid(contract, visit, visit.columns().get("visit_id")))
                .isEqualTo(Severity.ERROR);
        assertThat(catalog.severityWhenInvalid(contract, visit, visit.columns().get("visit_date")))
                .isEqualTo(Severity.VALUE);
        assertThat(catalog.severityWhenInvalid(contract, visit, visit.columns().get("kind"))).isEqualTo(Severity.VALUE);
        assertThat(catalog.severityWhenMissing(visit, visit.columns().get("laestab"))).isEqualTo(Severity.ERROR);
    }

    @Test
    void a_check_may_judge_one_of_its_rule_s_tables_alone() throws IOException {
        write("returns/visits.yml", VISITS + """
              call:
                like: visit
                files: ["calls*.csv"]
                signature: [call_id, laestab]
                columns:
                  visit_id: {header: call_id}
            """);
        write("rules/visit.yml", RULES.replace("tables: [visit]", "tables: [visit, call]").replace(
                "when: visit_date is null\n  clears: [kind]", """
                checks:
                    - {when: visit_date is null}
                    - {when: kind = 'PHONE', tables: [visit]}"""));
        ContractCatalog catalog = load();

        assertThat(catalog.rulesFor(catalog.contract("visits").table("visit")).get(0).checks()).hasSize(2);
        assertThat(catalog.rulesFor(catalog.contract("visits").table("call")).get(0).checks()).hasSize(1);
    }

    @Test
    void an_unknown_key_is_an_error_at_every_level() {
        assertThat(refused("kind: part", "kind: part\nowner: me")).contains("visits.yml", "owner");
        assertThat(refused("files: [\"visits*.csv\"]", "file: visits.csv"))
                .contains("visits.yml", "'file'", "tables.visit");
        assertThat(refused("note:       {type: text}", "note: {type: text, size: 9}"))
                .contains("visits.yml", "'size'", "tables.visit.columns.note");
        assertThat(refused("why: a visit", "because: a visit")).contains("visits.yml", "'because'");
        assertThat(refusedRule("clears: [kind]", "nulls: [kind]")).contains("visit.yml", "'nulls'", "VIS-001");
    }

    @Test
    void an_unknown_word_is_an_error() {
        assertThat(refused("{type: date}", "{type: day}")).contains("visits.yml", "unknown type 'day'", "visit_date");
        assertThat(refused("kind: part", "kind: parts")).contains("visits.yml", "unknown kind 'parts'");
        assertThat(refusedRule("severity: value", "severity: bad"))
                .contains("visit.yml", "unknown severity 'bad'", "VIS-001");
        assertThat(refused("{type: date}", "{type: date, formats: [yy-MM-dd]}"))
                .contains("visits.yml", "visit_date.formats", "yy-MM-dd");
        assertThat(refused("source: made up", "source: made up\nencodings: [klingon]"))
                .contains("encodings", "klingon");
        assertThat(refused("due_after: P7D", "due_after: a week")).contains("visits.yml", "cadence.due_after");
    }

    @Test
    void what_a_contract_names_must_exist() {
        assertThat(refused("codes: visit_kind, valid_on", "codes: visit_sort, valid_on"))
                .contains("visits.yml", "tables.visit.columns.kind.codes", "visit_sort");
        assertThat(refused("rule: VIS-001", "rule: VIS-009")).contains("visits.yml", "columns.kind.rule", "VIS-009");
        assertThat(refused("replaces: [laestab]", "replaces: [school]")).contains("visits.yml", "replaces", "school");
        assertThat(refused("keys: [visit_id]", "keys: [id]")).contains("visits.yml", "tables.visit.keys", "id");
        assertThat(refused("valid_on: visit_date", "valid_on: day")).contains("columns.kind.valid_on", "day");
        assertThat(refused("signature: [visit_id, laestab]", "signature: [visit_id, school]"))
                .contains("tables.visit.signature", "school");
        assertThat(refused("keys: [visit_id]", "keys: [visit_id]\n    key_rule: VIS-002"))
                .contains("tables.visit.key_rule", "VIS-002");
        assertThat(refused("keys: [visit_id]", "keys: [visit_id]\n    parent: {table: tour, by: [laestab]}"))
                .contains("tables.visit.parent.table", "tour");
        assertThat(refusedRule("tables: [visit]", "tables: [tour]")).contains("rules/visit.yml", "VIS-001", "tour");
        assertThat(refusedRule("clears: [kind]", "clears: [sort]"))
                .contains("rules/visit.yml", "VIS-001.clears", "sort");
    }

    @Test
    void a_contract_agrees_with_itself() {
        assertThat(refused("return: visits", "return: visit")).contains("visits.yml", "return");
        assertThat(refused("kind: part", "kind: full")).contains("visits.yml", "replaces", "names no scope");
        assertThat(refused("becomes: pupil_key", "required: true")).contains("columns.upn.becomes", "never staged");
        assertThat(refused("ignore: [name", "ignore: [note, name")).contains("columns.note", "also in ignore");
        assertThat(refused("{type: date}", "{type: date, aliases: [Visit ID]}"))
                .contains("columns.visit_date", "'Visit ID'", "also stands for visit_id");
        assertThat(refused("note:       {type: text}", "note: {type: text, codes: [A]}"))
                .contains("columns.note.codes");
        assertThat(refusedRule("message: Kind of visit unknown", "message: ''"))
                .contains("VIS-001.message", "is missing");
    }

    @Test
    void changes_stand_in_the_order_of_their_days_and_change_something() {
        assertThat(refused("from: 2025-09-01", "from: 2023-09-01")).contains("visits.yml", "changes[1].from", "order");
        assertThat(refused("from: 2025-09-01", "from: 2025-10-01"))
                .contains("changes[1].codes", "visit_kind", "2025-10-01");
        assertThat(refused("from: 2024-09-01", "from: September")).contains("changes[0].from");
        assertThat(refused("codes: [visit_kind]", "codes: []")).contains("changes[1]", "changes nothing");
        assertThat(refused("visit:\n        columns:\n          outcome", "tour:\n        columns:\n          outcome"))
                .contains("changes[0].tables.tour");
    }

    @Test
    void two_tables_that_cannot_be_told_apart_are_an_error() throws IOException {
        write("returns/tours.yml", VISITS.replace("return: visits", "return: tours").replace("files: [\"visits*.csv\"]",
                "files: []").replace("signature: [visit_id, laestab]", "signature: [\"DfE Number\", Visit_ID]"));

        assertThat(error()).contains("visits.yml", "tables.visit", "tours.visit");

        write("returns/tours.yml", VISITS.replace("return: visits", "return: tours"));
        assertThat(error()).contains("visits.yml", "tables.visit.files", "tours.visit");
    }

    @Test
    void a_rule_stands_once() throws IOException {
        write("rules/other.yml", RULES);

        assertThat(error()).contains("rules/visit.yml", "VIS-001", "rules/other.yml");
    }

    @Test
    void a_code_set_has_whole_rows_and_real_days() throws IOException {
        write("reference/visit_kind.csv", "code,label,valid_from,valid_to\nSITE,On site,1 May,\n");
        assertThat(error()).contains("reference/visit_kind.csv", "valid_from");

        write("reference/visit_kind.csv", "code,label,valid_from,valid_to\nSITE,On site\n");
        assertThat(error()).contains("reference/visit_kind.csv", "row 1");

        write("reference/visit_kind.csv", "code,label,valid_from,valid_to\nsite,On site,2025-09-01,\n");
        assertThat(error()).contains("visits.yml", "columns.kind.codes", "upper case");
    }

    private String refused(String good, String bad) {
        return changed("returns/visits.yml", VISITS, good, bad);
    }

    private String refusedRule(String good, String bad) {
        return changed("rules/visit.yml", RULES, good, bad);
    }

    private String changed(String file, String text, String good, String bad) {
        assertThat(text).contains(good);
        try {
            write(file, text.replace(good, bad));
            String error = error();
            write(file, text);
            return error;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String error() {
        return catchThrowableOfType(BellwetherException.class, this::load).getMessage();
    }

    private ContractCatalog load() {
        return ContractCatalog.load(new ConfigFiles(folder, folder.resolve("home")));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
