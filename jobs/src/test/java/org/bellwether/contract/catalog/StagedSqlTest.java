package org.bellwether.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.staging.session.StagedSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedSqlTest {

    @TempDir
    Path folder;

    private ContractCatalog catalog;
    private DuckDb engine;
    private Connection connection;
    private TypedTables rows;

    @BeforeEach
    void an_engine_with_the_shipped_code_sets() throws Exception {
        ConfigFiles config = new ConfigFiles(Project.locate().config(), folder.resolve("home"));
        catalog = ContractCatalog.load(config);
        engine = DuckDb.memory(Project.locate(), Settings.load(config).engine(), folder.resolve("tmp"));
        connection = engine.connection();
        Sql.execute(connection, Files.readString(Project.locate().sql().resolve("functions/text.sql")));
        rows = new TypedTables(connection, catalog);
        Sql.execute(connection, "create schema shape");
        Sql.execute(connection, new StagedSchema(Project.locate(), catalog).declarations());
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
        engine.close();
    }

    @Test
    void every_rule_is_sql_over_the_columns_of_its_tables() throws Exception {
        for (ReturnContract contract : catalog.returns()) {
            for (TableContract table : contract.latest().tables().values()) {
                rows.none(contract.latest(), table);
                assertThat(rows.broken(table)).as(contract.name() + "." + table.name()).isEmpty();
            }
        }
    }

    @Test
    void every_table_stages_the_shape_that_models_read() throws Exception {
        for (ReturnContract contract : catalog.returns()) {
            for (ReturnContract version : List.of(contract, contract.latest())) {
                for (TableContract table : version.tables().values()) {
                    if (table.stages().isPresent()) {
                        rows.none(version, table);
                        assertThat(staged(table)).as(contract.name() + "." + table.name())
                                .isEqualTo(shape(table.stages().get()));
                    }
                }
            }
        }
    }

    @Test
    void every_staged_table_and_column_says_what_it_is() throws Exception {
        assertThat(Sql.queryTexts(connection, "select table_name || '.' || column_name from duckdb_columns() where schema_name = 'shape' and comment is null"))
                .isEmpty();
        assertThat(Sql.queryTexts(connection, "select comment from duckdb_tables() where schema_name = 'shape' and table_name like 'establishment%' order by all"))
                .containsExactly("One row per establishment and accepted snapshot", "One row per establishment in the latest snapshot");
    }

    @Test
    void what_stands_in_a_contract_as_staged_is_staged() throws Exception {
        for (ReturnContract contract : catalog.returns()) {
            for (TableContract table : contract.latest().tables().values()) {
                if (table.stages().isPresent()) {
                    Set<String> shape = shape(table.stages().get()).keySet();
                    assertThat(shape).as(contract.name() + "." + table.name()).containsAll(table.stagedNames());
                }
            }
        }
    }

    @Test
    void a_upn_is_told_what_is_wrong_with_it() throws Exception {
        assertThat(judgedUpn("R201100018042")).isEmpty();
        assertThat(judgedUpn("T20110001804V")).isEmpty();
        assertThat(judgedUpn("T821400224017")).isEmpty();
        assertThat(judgedUpn("G822900125003")).isEmpty();
        assertThat(judgedUpn("F82140022400A")).isEmpty();
        assertThat(judgedUpn("A201100018042")).startsWith("UPN-002");
        assertThat(judgedUpn("I201100018042")).startsWith("UPN-001");
        assertThat(judgedUpn("O201100018042")).startsWith("UPN-001");
        assertThat(judgedUpn("S201100018042")).startsWith("UPN-001");
        assertThat(judgedUpn("R20110001804")).startsWith("UPN-001");
        assertThat(judgedUpn("R2011000X8042")).startsWith("UPN-004");
        assertThat(judgedUpn("R20110001804S")).startsWith("UPN-005");
        assertThat(judgedUpn("R999100018042")).startsWith("UPN-003");
    }

    @Test
    void a_symbol_means_what_it_meant_in_its_release() throws Exception {
        assertThat(benchmark("201617", "fixed_excl", "x")).isEqualTo("suspension null c");
        assertThat(benchmark("201617", "fixed_excl", ".")).isEqualTo("suspension null z");
        assertThat(benchmark("201617", "fixed_excl", "..")).isEqualTo("suspension null x");
        assertThat(benchmark("202425", "suspension", "x")).isEqualTo("suspension null x");
        assertThat(benchmark("202425", "suspension", "c")).isEqualTo("suspension null c");
        assertThat(benchmark("202425", "attendance_perc", "94.5873085")).isEqualTo("attendance_perc 94.5873085 ok");
        assertThat(benchmark("202425", "suspension", "0")).isEqualTo("suspension 0.0 ok");
        assertThat(benchmark("202425", "suspension", "1,234")).isEqualTo("suspension 1234.0 ok");
        assertThat(benchmark("202425", "suspension", "5.1e-05")).isEqualTo("suspension 5.1e-05 ok");
        assertThat(benchmark("202425", "suspension", "NA")).isEqualTo("suspension null x");
        assertThat(benchmark("202425", "suspension", "")).isEqualTo("suspension null x");
    }

    @Test
    void a_word_that_is_no_symbol_is_told() throws Exception {
        ReturnContract contract = catalog.contract("benchmarks");
        rows.none(contract, contract.table("exclusions"));
        rows.given("typed", Map.of("time_period", "202425", "time_identifier", "Academic year", "value", "lots"));
        assertThat(rows.broken(contract.table("exclusions"))).containsExactly("REF-003");

        rows.none(contract, contract.table("exclusions"));
        rows.given("typed", Map.of("time_period", "202427", "time_identifier", "Academic year", "value", "1"));
        assertThat(rows.broken(contract.table("exclusions"))).containsExactly("REF-003");

        rows.none(contract, contract.table("exclusions"));
        rows.given("typed", Map.of("time_period", "2024", "time_identifier", "Week 37", "value", "1"));
        assertThat(rows.broken(contract.table("exclusions"))).isEmpty();
    }

    @Test
    void a_second_reason_needs_a_first_and_another() throws Exception {
        assertThat(judgedNotice(Map.of("reason1", "PP", "reason2", "PA", "sessions", "4"))).isEmpty();
        assertThat(judgedNotice(Map.of("reason1", "PP", "reason2", "PP", "sessions", "4"))).containsExactly("EXC-003");
        assertThat(judgedNotice(Map.of("reason1", "PP", "reason3", "PA", "sessions", "4"))).containsExactly("EXC-003");
        assertThat(judgedNotice(Map.of("reason1", "PP", "sessions", "91"))).containsExactly("EXC-004");
        assertThat(judgedNotice(Map.of("reason1", "PP"))).containsExactly("EXC-004");
    }

    @Test
    void more_absence_than_sessions_makes_the_possible_sessions_unknown() throws Exception {
        assertThat(judgedSessions(76, 76)).isEmpty();
        assertThat(judgedSessions(76, 77)).containsExactly("ATT-007");
        assertThat(judgedSessions(214, 10)).containsExactly("ATT-007");
        assertThat(catalog.rule("ATT-007").checks().get(0).clears()).containsExactly("termly_sessions_possible");
    }

    private List<String> judgedUpn(String upn) throws Exception {
        ReturnContract contract = catalog.contract("attendance_marks");
        rows.none(contract, contract.table("attendance_mark"));
        rows.given("typed", Map.of("upn", upn));
        return rows.broken(contract.table("attendance_mark"));
    }

    private List<String> judgedNotice(Map<String, String> values) throws Exception {
        ReturnContract contract = catalog.contract("exclusion_notice");
        Map<String, String> row = new TreeMap<>(values);
        row.putAll(Map.of("upn", "T821400224017", "category", "SUSP", "reason1__text", "PP",
                "sen_provision_at_start__text", "N", "start_date", "2025-02-04"));
        rows.none(contract, contract.table("exclusion_notice"));
        rows.given("typed", row);
        return rows.broken(contract.table("exclusion_notice"));
    }

    private List<String> judgedSessions(int possible, int absent) throws Exception {
        ReturnContract contract = catalog.contract("school_census").latest();
        TableContract table = contract.table("pupil_no_longer_on_roll");
        rows.none(contract, table);
        rows.given("typed", Map.of("native_id", "8992001", "pupil_table_id", "1", "on_roll", "false", "attendance_days", "106",
                "termly_sessions_possible", Integer.toString(possible), "upn", "T821400224017", "dob__text",
                "2012-01-01", "sex__text", "F", "ncyear__text", "7", "leaving_date__text", "2024-12-01"));
        rows.given("typed_census_session", Map.of("native_id", "8992001", "pupil_table_id", "1", "on_roll", "false",
                "attendance_window", "TERM", "attendance_reason", "I", "sessions", Integer.toString(absent)));
        rows.given("typed_census_session", Map.of("native_id", "8992001", "pupil_table_id", "1", "on_roll", "true",
                "attendance_window", "TERM", "attendance_reason", "I", "sessions", "500"));
        rows.given("typed_census_session", Map.of("native_id", "8992002", "pupil_table_id", "1", "on_roll", "false",
                "attendance_window", "TERM", "attendance_reason", "I", "sessions", "500"));
        return rows.broken(table);
    }

    private String benchmark(String period, String measure, String value) throws Exception {
        ReturnContract contract = catalog.contract("benchmarks");
        rows.none(contract, contract.table("exclusions"));
        rows.given("typed", Map.of("time_period", period, "time_identifier", "Academic year", "geographic_level",
                "Local Authority", "new_la_code", "E06000032", "measure", measure, "value", value));
        assertThat(rows.broken(contract.table("exclusions"))).isEmpty();
        return Sql.queryText(connection, "select measure || ' ' || coalesce(cast(value as varchar), 'null') || ' '"
                + " || value_status from (" + model(contract.table("exclusions")) + ")");
    }

    private Map<String, String> staged(TableContract table) throws Exception {
        Sql.execute(connection, "create or replace temp view staged_rows as " + model(table));
        Map<String, String> columns = columns("staged_rows");
        columns.remove("source_line");
        return columns;
    }

    private Map<String, String> shape(String table) throws Exception {
        Map<String, String> columns = columns("shape." + table);
        columns.keySet().removeAll(Set.of("source_line", "submission_key", "received_at", "arrival"));
        return columns;
    }

    private Map<String, String> columns(String relation) throws Exception {
        Map<String, String> columns = new TreeMap<>();
        Sql.query(connection, "describe " + relation, row -> columns.put(row.getString(1), row.getString(2)));
        return columns;
    }

    /** The model of the table, or of what it stages, or its staged columns as they are. */
    private static String model(TableContract table) throws Exception {
        for (String name : List.of(table.name(), table.stages().orElseThrow())) {
            Path file = Project.locate().sql().resolve("staged").resolve(name + ".sql");
            if (Files.exists(file)) {
                return Files.readString(file);
            }
        }
        return "select " + String.join(", ", table.stagedNames()) + ", source_line from typed";
    }
}
