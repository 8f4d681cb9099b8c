package org.bellwether.release.check;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.bellwether.config.BellwetherException;
import org.bellwether.engine.Sql;
import org.bellwether.release.SmallWarehouse;
import org.bellwether.release.store.ReleaseDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A draft in which one file says something else than the others is not published. */
class ParquetVerifierTest {

    @TempDir
    Path folder;

    private SmallWarehouse warehouse;
    private ReleaseDraft draft;

    @BeforeEach
    void a_draft() throws SQLException, IOException {
        warehouse = new SmallWarehouse(folder);
        draft = warehouse.publisher().write(warehouse.connection, warehouse.input());
        warehouse.publisher().disclose(warehouse.connection, draft);
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    @Test
    void a_value_of_the_star_differs_between_database_and_parquet() throws SQLException {
        change(draft.folder().coreDatabase(), "update changed.core.fact_exclusion set day_count = day_count + 1");

        expectRefusal("fact_exclusion.parquet: read back with other rows in its database");
    }

    @Test
    void a_row_of_a_mart_is_twice_in_its_database() throws SQLException {
        change(draft.folder().martsDatabase(), "insert into changed.mart.mart_exclusions_la"
                + " select * from changed.mart.mart_exclusions_la limit 1");

        expectRefusal("mart_exclusions_la.parquet: read back with other rows in its database");
    }

    @Test
    void a_published_value_differs_between_database_and_parquet() throws SQLException {
        change(draft.folder().publishedDatabase(), "update changed.dim_school set school_name = 'Elm' where laestab = 8991001");

        expectRefusal("dim_school.parquet: read back with other");
    }

    @Test
    void the_parquet_of_the_star_is_of_other_rows_than_the_warehouse() throws SQLException {
        warehouse.execute("insert into core.fact_exclusion values (13, 8994001, date '2025-03-01', 'PERM', null, 1, 4)");

        expectRefusal("fact_exclusion.parquet: read back with other number of rows");
    }

    @Test
    void the_parquet_of_a_mart_has_other_values_than_the_warehouse() throws SQLException {
        warehouse.execute("update mart.mart_exclusions_la set suspension = suspension + 1 where breakdown = 'Female'");

        expectRefusal("mart_exclusions_la.parquet: read back with other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'zzz'", "null"})
    void a_text_in_many_rows_differs(String other) throws SQLException, IOException {
        warehouse.execute("create table core.fact_mark as select range as mark_key, case when range % 2 = 0 then 'AM' else 'PM' end as session"
                + " from range(600000)");
        draft = warehouse.publisher().write(warehouse.connection, warehouse.input());
        warehouse.publisher().disclose(warehouse.connection, draft);
        warehouse.publisher().verify(warehouse.connection, draft);

        warehouse.execute("update core.fact_mark set session = " + other + " where mark_key = 7");

        expectRefusal("fact_mark.parquet: read back with other range or nulls of session");
    }

    /** Of which statistics tell all, the beginning, or nothing, in one group of rows or in two. */
    @Test
    void columns_of_any_values_are_read_back() throws SQLException, IOException {
        warehouse.execute("""
                create table core.fact_note as
                select range as note_key, repeat('x', 300) as long, repeat('x', 256) as cut, repeat('é', 200) as accents, '' as empty,
                    repeat('😀', 100) as faces, '😀' as face, case when range < 123000 then repeat('é', 200) else 'x' end as at_first,
                    case when range > 123000 then 'é' end as at_last, cast(null as varchar) as nothing, date 'infinity' as day,
                    cast('nan' as double) as number, cast(-0.0 as double) as zero, case when range = 7 then cast('nan' as double) else range end as some
                from range(123500)
                """);
        draft = warehouse.publisher().write(warehouse.connection, warehouse.input());
        warehouse.publisher().disclose(warehouse.connection, draft);

        warehouse.publisher().verify(warehouse.connection, draft);
    }

    /** The sign of nought comes of rounding, and of which nought an aggregate met first: it is no difference. */
    @Test
    void noughts_of_either_sign_are_read_back() throws SQLException, IOException {
        warehouse.execute("""
                create table core.fact_note as
                select range as note_key, cast('-0.0' as double) as always, case when range % 2 = 0 then cast('-0.0' as double) else 0 end as at_times,
                    case when range = 7 then cast('-0.0' as double) else range end as least, case when range = 7 then 0 else -range end as greatest,
                    case range when 7 then cast('nan' as double) when 8 then cast('-0.0' as double) else range end as untold
                from range(20)
                """);
        draft = warehouse.publisher().write(warehouse.connection, warehouse.input());
        warehouse.publisher().disclose(warehouse.connection, draft);

        warehouse.publisher().verify(warehouse.connection, draft);
    }

    @Test
    void the_end_of_a_long_text_differs() throws SQLException, IOException {
        warehouse.execute("create table core.fact_note as select 1 as note_key, repeat('x', 300) as detail");
        draft = warehouse.publisher().write(warehouse.connection, warehouse.input());
        warehouse.publisher().disclose(warehouse.connection, draft);

        warehouse.execute("update core.fact_note set detail = repeat('x', 299) || 'y'");

        expectRefusal("fact_note.parquet: read back with other range or nulls of detail");
    }

    private void change(Path database, String statement) throws SQLException {
        warehouse.execute("attach " + Sql.literal(database.toString()) + " as changed");
        warehouse.execute(statement);
        warehouse.execute("detach changed");
    }

    private void expectRefusal(String message) {
        assertThatThrownBy(() -> warehouse.publisher().verify(warehouse.connection, draft))
                .isInstanceOf(BellwetherException.class).hasMessageContaining(message);
    }
}
