package org.bellwether.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.config.BellwetherException;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.SmallWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code sql} answers, and what it does not. {@code $R} is the folder of the release, {@code $T} a folder beside the home. */
class ReleaseSqlTest {

    private static final String A_FACT = "$R/restricted/core/fact_attendance_session/202425.parquet";

    @TempDir
    private static Path folder;
    private static SmallWarehouse warehouse;
    private static ReleaseSql published;
    private static ReleaseSql restricted;
    private static Map<String, Long> before;

    @BeforeAll
    static void release() throws IOException, SQLException {
        warehouse = new SmallWarehouse(folder);
        warehouse.release();
        Files.writeString(folder.resolve("secret.csv"), "upn,name\nA1,Ann\n");
        before = files();
        published = ReleaseSql.open(warehouse.home, false);
        restricted = ReleaseSql.open(warehouse.home, true);
    }

    @AfterAll
    static void close() throws SQLException {
        published.close();
        restricted.close();
        warehouse.close();
    }

    @AfterEach
    void nothing_was_written() throws IOException {
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "false | select count(*) from mart_exclusions_la | 4",
        "true | select count(*) from mart.mart_exclusions_la | 4",
        "true | select count(*) from core.fact_attendance_session | 200"})
    void attach_statements_hold_in_a_session_that_was_started_anywhere(boolean isRestricted, String question, long answer) throws SQLException, IOException {
        String script = ReleaseSql.attachScript(warehouse.home, isRestricted);

        assertThat(script).contains(warehouse.home.releases().toRealPath().toString()).doesNotContain("/current/");
        try (Connection session = DriverManager.getConnection("jdbc:duckdb:")) {
            Sql.execute(session, script);
            assertThat(Sql.queryLong(session, question)).isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "select count(*) from mart_exclusions_la",
        "from mart_exclusions_la;",
        "table mart_exclusions_la",
        "-- how many\nselect count(*) /* all; of them */ from mart_exclusions_la -- ;\n;\n",
        "with x as (select 1 as a) select * from x union all select ';copy'",
        "with recursive r as (select 1 as x union all select x + 1 from r where x < 3) select * from r",
        "describe mart_exclusions_la",
        "describe select 1",
        "summarize mart_exclusions_la",
        "show tables",
        "show all tables",
        "explain select * from mart_exclusions_la",
        "EXPLAIN ANALYZE select * from mart_exclusions_la",
        "explain (analyze, format json) select * from mart_exclusions_la",
        "explain (select 1)",
        "values (1), (2)",
        "select unnest([1, 2]), x from range(2) as r(x), generate_series(1, 2)",
        "select column_name, comment from duckdb_columns() where table_name = 'mart_exclusions_la'",
        "from information_schema.tables",
        "pivot (from mart_exclusions_la) on breakdown in ('Male') using count(*)"})
    void questions_are_answered(String question) throws SQLException, IOException {
        assertThat(answered(question, published)).isPositive();
        assertThat(answered(question.replace("mart_exclusions_la", "mart.mart_exclusions_la")
                .replace("'mart.mart_", "'mart_"), restricted)).isPositive();
    }

    @Test
    void restricted_questions_reach_the_large_facts() throws SQLException, IOException {
        assertThat(answered("select distinct time_period from fact_attendance_session", restricted)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        // another statement behind or inside a harmless one
        "show tables; copy (select 1 as x) to '$R/published/marts/x.parquet'",
        "select 1; select 2",
        "select 1;; copy mart_exclusions_la to '$T/x.csv'",
        "analyze select 1; copy (select 1) to '$T/x.csv'",
        "explain select 1; copy (select 1) to '$T/x.csv'",
        "explain analyze copy (select 1) to '$T/x.csv'",
        "explain /* copy */ (format json) copy (select 1) to '$T/x.csv'",
        "/* */ explain analyze copy (select 1) to '$T/x.csv'",
        "describe mart_exclusions_la; drop table x",
        "mart_exclusions_la; copy (select 1) to '$T/x.csv'",
        "select 1 --\n; copy (select 1) to '$T/x.csv'",
        "select $$a$$; copy (select 1) to '$T/x.csv' --$$",
        "with b as (copy (select 1) to '$T/x.csv') select 1",
        "with b as (copy (select 1) to '$R/published/marts.duckdb.wal' (format csv)) from b",
        "with b as (insert into mart_exclusions_la default values returning *) select * from b",
        "with b as (delete from mart_exclusions_la returning *) select * from b",
        "select * from (with b as (update mart_exclusions_la set breakdown = '' returning *) select * from b)",
        "with b as (select 1) insert into x select * from b",
        // statements that are no questions
        "copy (select 1) to '$T/x.csv'", "copy mart_exclusions_la from '$T/secret.csv'", "export database '$T/x'", "import database '$T'",
        "attach '$R/restricted/core/warehouse.duckdb' as w", "attach ':memory:' as m", "detach published", "use memory",
        "create table x as select 1", "create temp table x as select 1", "create view x as select 1", "create macro x() as 1",
        "create macro x() as table from read_csv('$T/secret.csv')", "create sequence s", "create type t as enum ('a')",
        "create secret s (type s3)", "drop table mart_exclusions_la", "alter table mart_exclusions_la rename to x",
        "insert into mart_exclusions_la default values", "update mart_exclusions_la set breakdown = ''", "delete from mart_exclusions_la",
        "merge into mart_exclusions_la using (select 1) on true when matched then delete", "truncate mart_exclusions_la",
        "set threads = 9", "set enable_external_access = true", "reset lock_configuration", "set variable x = 1", "pragma version",
        "pragma enable_profiling = 'json'", "pragma database_list", "call pragma_version()", "call enable_logging()", "install httpfs",
        "load httpfs", "checkpoint", "force checkpoint published", "vacuum", "analyze", "begin", "commit",
        "prepare p as copy (select 1) to '$T/x.csv'", "execute p", "deallocate p", "comment on table mart_exclusions_la is ''",
        "copy from database published to memory", "select 1 into x",
        // files by functions, by name, by text, by catalog
        "from read_parquet('" + A_FACT + "')", "from READ_PARQUET(['" + A_FACT + "'])", "from parquet_scan('" + A_FACT + "')",
        "from system.main.read_parquet('" + A_FACT + "')", "from \"read_parquet\"('" + A_FACT + "')",
        "describe from read_parquet('" + A_FACT + "')", "summarize from read_parquet('" + A_FACT + "')",
        "explain analyze from read_parquet('" + A_FACT + "')", "from parquet_metadata('" + A_FACT + "')",
        "select (select count(*) from read_parquet('" + A_FACT + "'))",
        "select 1 where exists (select 1 from read_parquet('" + A_FACT + "'))",
        "select 1 order by (select count(*) from read_parquet('" + A_FACT + "'))",
        "select 1 limit (select count(*) from read_parquet('" + A_FACT + "'))",
        "from mart_exclusions_la, lateral (select 1 from read_text('$T/secret.csv'))",
        "with x as (from read_csv('$T/secret.csv')) from x", "from read_csv('/etc/passwd')", "from read_csv_auto('/etc/passwd')",
        "from read_text('/etc/passwd')", "from read_blob('/etc/passwd')", "from read_json('/etc/passwd')", "from sniff_csv('/etc/passwd')",
        "from glob('/*')", "from glob('$R/**')", "from '$T/secret.csv'", "from \"$T/secret.csv\"", "describe '$T/secret.csv'",
        "from '/etc/passwd'", "from query('from read_csv(''$T/secret.csv'')')", "from query_table('$T/secret.csv')",
        "from query_table(['mart_exclusions_la'])", "from read_duckdb('$R/restricted/core/warehouse.duckdb')",
        "from json_execute_serialized_sql(json_serialize_sql('from read_csv(''$T/secret.csv'')'))",
        "from duckdb_secrets()", "from which_secret('s3://x', 's3')", "from checkpoint()", "from force_checkpoint('published')",
        "from enable_logging(storage = 'file', storage_path = '$T/log')", "from enable_profiling()", "from truncate_duckdb_logs()",
        "from duckdb_settings()", "from create_external_resource('x')", "select getenv('HOME')", "select * from getenv('HOME')",
        // nothing to answer
        "", ";", "-- nothing", "selec 1", "x"})
    void nothing_else_is(String attempt) {
        for (ReleaseSql release : List.of(published, restricted)) {
            assertThatThrownBy(() -> answered(attempt, release)).as("restricted: " + (release == restricted))
                    .isInstanceOfAny(BellwetherException.class, SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "from warehouse.core.fact_exclusion", "from marts.mart.mart_exclusions_la", "from core.fact_exclusion",
        "from '" + A_FACT + "'", "from '$R/restricted/marts/mart_exclusions_la.parquet'", "from '$R/restricted/core/warehouse.duckdb'"})
    void who_sees_the_published_tier_sees_nothing_of_the_restricted_one(String attempt) {
        assertThatThrownBy(() -> answered(attempt, published)).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "from read_parquet('" + A_FACT + "')", "from read_text('$T/secret.csv')", "from glob('$T/*')", "copy (select 1) to '$T/x.csv'",
        "copy (select 1) to '$R/published/marts.duckdb.wal' (format csv)", "copy (select 1) to '$R/published/marts/x.parquet'",
        "attach '$R/restricted/core/warehouse.duckdb' as w", "export database '$T/x'", "insert into mart_exclusions_la default values",
        "set enable_external_access = true", "set disabled_filesystems = ''", "set temp_directory = '$T'", "set lock_configuration = false"})
    void even_what_would_pass_the_guard_touches_no_file(String attempt) {
        assertThatThrownBy(() -> Sql.execute(published.connection(), inFolders(attempt))).isInstanceOf(SQLException.class);
    }

    @Test
    void a_text_that_cannot_be_parsed_is_told_with_its_place() {
        assertThatThrownBy(() -> published.allow("select 'é',\n  1 from from x")).isInstanceOf(SQLException.class)
                .hasMessageContaining("syntax error at or near \"from\"").hasMessageEndingWith("LINE 2:   1 from from x\n                 ^");
        assertThatThrownBy(() -> published.allow("explain selec 1")).hasMessageEndingWith("LINE 1: explain selec 1\n                ^");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothing_is_left_in_the_folder_of_temporary_files(boolean ofRestricted) throws SQLException, IOException {
        Set<Path> there = temporaryFolders();
        try (ReleaseSql release = ReleaseSql.open(warehouse.home, ofRestricted)) {
            answered("select 1", release);
            assertThatThrownBy(() -> answered("from nowhere", release)).isInstanceOf(SQLException.class);
        }
        assertThat(temporaryFolders()).isEqualTo(there);
    }

    private static Set<Path> temporaryFolders() {
        return Folders.list(Path.of(System.getProperty("java.io.tmpdir"))).stream()
                .filter(path -> path.getFileName().toString().startsWith("bellwether-")).collect(Collectors.toSet());
    }

    private static long answered(String asked, ReleaseSql release) throws SQLException, IOException {
        release.allow(inFolders(asked));
        return Sql.query(release.connection(), inFolders(asked), row -> 1).size();
    }

    private static String inFolders(String text) throws IOException {
        return text.replace("$R", warehouse.current().root().toRealPath().toString()).replace("$T", folder.toString());
    }

    private static Map<String, Long> files() throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(file -> !file.startsWith(warehouse.home.build())).toList()) {
                files.put(file.toString(), Files.isDirectory(file) ? 0 : Files.size(file));
            }
        }
        return files;
    }
}
