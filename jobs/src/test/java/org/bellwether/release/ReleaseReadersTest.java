package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.check.ParquetContents;
import org.bellwether.release.format.ReleaseSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those find who read a release: DuckDB, older DuckDB, parquet-java, and a copy of the folder. */
class ReleaseReadersTest {

    @TempDir
    Path folder;

    private SmallWarehouse warehouse;
    private Connection session;

    @BeforeEach
    void a_release() throws SQLException, IOException {
        warehouse = new SmallWarehouse(folder);
        warehouse.release();
        session = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
        warehouse.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "published/marts.duckdb", "restricted/marts/marts.duckdb", "restricted/core/warehouse.duckdb"})
    void older_engines_read_the_database_files(String file) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(warehouse.current().root().resolve(file)))
                .order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[4];
        header.position(8).get(magic);

        assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("DUCK");
        assertThat(header.getLong(12)).as("storage version of DuckDB 1.2").isEqualTo(65);
    }

    @Test
    void published_marts_are_found_without_a_schema_and_with_their_comments() throws SQLException, IOException {
        ReleaseSession.openPublished(session, warehouse.current());

        assertThat(Sql.queryLong(session, "select count(*) from mart_exclusions_la")).isEqualTo(4);
        assertThat(Sql.queryTexts(session, "select school_name from dim_school order by all"))
                .containsExactly("Ash \"The\" Primary", "Beech High");
        assertThat(Sql.queryText(session, "select comment from duckdb_columns() where table_name = 'mart_exclusions_la'"
                + " and column_name = 'suspension'")).isEqualTo("Number of suspensions");
    }

    @Test
    void published_dimensions_leave_keys_behind() throws SQLException, IOException {
        ReleaseSession.openPublished(session, warehouse.current());

        assertThat(Sql.queryTexts(session, "select column_name from duckdb_columns() where table_name = 'dim_school'"))
                .containsExactly("laestab", "school_name", "open_date", "la_code");
    }

    @Test
    void the_restricted_tier_has_the_star_with_its_large_facts_and_the_marts() throws SQLException, IOException {
        ReleaseSession.openRestricted(session, warehouse.current());

        assertThat(Sql.queryLong(session, "select count(*) from core.fact_exclusion")).isEqualTo(2);
        assertThat(Sql.queryLong(session, "select count(*) from core.fact_attendance_session")).isEqualTo(200);
        assertThat(Sql.queryLong(session, "select sum(suspension) from mart.mart_exclusions_la"
                + " where breakdown = 'Male'")).isEqualTo(9);
    }

    @Test
    void a_large_fact_without_a_year_is_an_empty_table() throws SQLException, IOException {
        warehouse.execute("create view core.fact_attendance_weekly as select * from core.fact_exclusion where false");
        warehouse.release();

        ReleaseSession.openRestricted(session, warehouse.current());

        assertThat(Sql.queryLong(session, "select count(*) from core.fact_attendance_weekly")).isZero();
    }

    @Test
    void the_attach_script_names_no_folder() throws IOException {
        assertThat(warehouse.current().attachScript()).content()
                .contains("attach 'warehouse.duckdb'", "read_parquet('fact_attendance_session/*.parquet')")
                .doesNotContain(folder.toString());
    }

    @Test
    void parquet_java_reads_every_file() throws SQLException, IOException {
        for (Path file : Folders.files(warehouse.current().root())) {
            if (file.toString().endsWith(".parquet")) {
                ParquetContents contents = ParquetContents.of(file);
                assertThat(contents.rows()).as(file.toString()).isEqualTo(
                        Sql.queryLong(session, "select count(*) from '" + file + "'"));
            }
        }
    }

    @Test
    void parquet_java_finds_the_values_and_their_ranges() throws IOException {
        ParquetContents schools = ParquetContents.of(warehouse.current().publishedDimensions()
                .resolve("dim_school.parquet"));

        assertThat(schools.columns()).containsExactly("laestab", "school_name", "open_date", "la_code");
        assertThat(schools.ranges().get("laestab")).isEqualTo(new ParquetContents.Range(8991001, 8994001, 0));
        assertThat(schools.ranges().get("open_date"))
                .isEqualTo(new ParquetContents.Range(LocalDate.of(1970, 9, 1), LocalDate.of(1970, 9, 1), 1));
        try (ParquetContents.Rows rows = schools.read()) {
            assertThat(rows.next()).isEqualTo(List.of(8991001, "Ash \"The\" Primary", LocalDate.of(1970, 9, 1), 899));
            assertThat(rows.next()).containsExactly(8994001, "Beech High", null, 899);
            assertThat(rows.next()).isNull();
        }
    }
}
