package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.home.Folders;
import org.bellwether.release.store.ReleaseFolder;
import org.junit.jupiter.api.Test;

/** What has been withdrawn stands in no byte of a release that is made afterwards: not in a table, and not in a block that a database has freed. */
class FreedBlocksTest extends PublicationTrial {

    /** As text, so that it stands in the file as it is. */
    private static final String MARKER = "withdrawn-7f3a91c2";

    @Test
    void what_was_withdrawn_stands_in_no_byte_of_the_next_release() throws SQLException, IOException {
        // Most of the database is as it was: it is here that a copy of the file of before would be worth the while.
        warehouse.execute("create table core.dim_other as select cast(hash(range) % 1_000_000_007 as bigint) as other_key from range(200_000)");
        warehouse.execute("create table core.fact_told (told varchar)");
        warehouse.execute("insert into core.fact_told values ('" + MARKER + "')");
        warehouse.release();
        assertThat(holding(warehouse.current())).contains("restricted/core/fact_told.parquet", "restricted/core/warehouse.duckdb");

        warehouse.execute("delete from core.fact_told");
        assertThat(warehouse.release().isNew()).isTrue();

        assertThat(holding(warehouse.current())).isEmpty();
    }

    @Test
    void a_database_of_which_no_table_has_changed_is_that_of_the_release_before() throws SQLException, IOException {
        warehouse.release();
        Path before = warehouse.current().coreDatabase();
        warehouse.execute("update mart.mart_exclusions_la set suspension = 7, susp_rate = 100.0 * 7 / headcount where breakdown = 'Male' and time_period = 202425");
        assertThat(warehouse.release().isNew()).isTrue();

        assertThat(Files.isSameFile(warehouse.current().coreDatabase(), before)).isTrue();
        assertThat(Files.isSameFile(warehouse.current().martsDatabase(), before.resolveSibling("../marts/marts.duckdb").normalize())).isFalse();
    }

    /** Files of the release with the marker in their bytes. */
    private static List<String> holding(ReleaseFolder release) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Folders.files(release.root())) {
            if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARKER)) {
                found.add(Folders.name(release.root(), file));
            }
        }
        return found;
    }
}
