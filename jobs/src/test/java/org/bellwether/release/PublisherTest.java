package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.config.BellwetherException;
import org.bellwether.engine.Sql;
import org.bellwether.release.check.ContentHash;
import org.bellwether.release.format.DatabaseFile;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.PublishedRelease;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.UnchangedFileLinker;
import org.junit.jupiter.api.Test;

class PublisherTest extends PublicationTrial {

    @Test
    void the_first_release_becomes_current() throws SQLException, IOException {
        PublishedRelease published = warehouse.release();

        assertThat(published.isNew()).isTrue();
        assertThat(published.id()).hasToString("2026-05-01-0001");
        assertThat(Files.readSymbolicLink(warehouse.home.current())).isEqualTo(Path.of("releases/2026-05-01-0001"));
        assertThat(warehouse.files()).filteredOn(file -> !file.startsWith("published/powerbi/")).containsExactly(
                "manifest.json",
                "published/assets/bellwether.css",
                "published/assets/govuk-frontend.css",
                "published/catalogue/changes.html",
                "published/catalogue/changes.json",
                "published/catalogue/checks.html",
                "published/catalogue/dim_school.html",
                "published/catalogue/disclosure.html",
                "published/catalogue/freshness.html",
                "published/catalogue/index.html",
                "published/catalogue/mart_exclusions_la.html",
                "published/catalogue/measures.html",
                "published/contracts/mart_exclusions_la.odcs.yaml",
                "published/datapackage.json",
                "published/dims/dim_school.parquet",
                "published/ees/exclusions_la_academic_year.csv",
                "published/ees/exclusions_la_academic_year.meta.csv",
                "published/marts.duckdb",
                "published/marts/mart_exclusions_la.parquet",
                "restricted/core/attach.sql",
                "restricted/core/dim_school.parquet",
                "restricted/core/fact_attendance_session/202324.parquet",
                "restricted/core/fact_attendance_session/202425.parquet",
                "restricted/core/fact_exclusion.parquet",
                "restricted/core/warehouse.duckdb",
                "restricted/manifest.json",
                "restricted/marts/mart_exclusions_la.parquet",
                "restricted/marts/marts.duckdb",
                "restricted/models.zip",
                "restricted/shown_before.parquet");
    }

    @Test
    void equal_content_makes_no_new_release() throws SQLException, IOException {
        PublishedRelease first = warehouse.release();
        PublishedRelease second = warehouse.release();

        assertThat(second).isEqualTo(new PublishedRelease(first.id(), false, first.contentHash(), false));
        assertThat(warehouse.store().list()).hasSize(1);
        warehouse.expectNothingLeftBehind();
    }

    @Test
    void other_rows_make_a_new_release() throws SQLException, IOException {
        PublishedRelease first = warehouse.release();
        warehouse.execute("insert into core.fact_exclusion values (13, 8994001, date '2025-03-01', 'PERM', null, 1, 4)");

        PublishedRelease second = warehouse.release();

        assertThat(second.isNew()).isTrue();
        assertThat(second.contentHash()).isNotEqualTo(first.contentHash());
        assertThat(warehouse.store().current().orElseThrow().id()).isEqualTo(second.id());
    }

    @Test
    void a_release_after_another_one_is_as_if_it_were_the_first_but_for_what_it_says_of_that() throws SQLException, IOException {
        String change = "insert into core.fact_exclusion values (13, 8994001, date '2025-03-01', 'PERM', null, 1, 4)";
        warehouse.release();
        warehouse.execute(change);
        warehouse.release();
        try (SmallWarehouse other = new SmallWarehouse(folder.resolve("other"))) {
            other.execute(change);
            other.release();

            Map<String, String> after = hashes(warehouse);
            Map<String, String> first = hashes(other);
            assertThat(ContentHash.release(after)).isEqualTo(ContentHash.release(first));
            assertThat(after.keySet()).filteredOn(file -> !after.get(file).equals(first.get(file))).containsExactlyInAnyOrder("published/catalogue/changes.html", "published/catalogue/changes.json");
        }
    }

    @Test
    void another_comment_makes_a_new_release() throws SQLException, IOException {
        warehouse.release();
        warehouse.execute("comment on column mart.mart_exclusions_la.headcount is 'Pupils of the January census'");

        assertThat(warehouse.release().isNew()).isTrue();
    }

    @Test
    void large_facts_are_linked_never_copied() throws SQLException, IOException {
        warehouse.release();

        Path built = warehouse.home.fact("fact_attendance_session").resolve("202425.parquet");
        Path released = warehouse.current().core().resolve("fact_attendance_session/202425.parquet");
        assertThat(Files.getAttribute(released, "unix:ino")).isEqualTo(Files.getAttribute(built, "unix:ino"));
    }

    @Test
    void a_table_with_the_rows_of_last_night_is_one_file_under_two_names() throws SQLException, IOException {
        warehouse.release();
        ReleaseFolder first = warehouse.current();
        // So large that the database of the second release is that of the first, brought up to date.
        warehouse.execute("create table core.dim_pupil as select range as pupil_key, md5(range::varchar) as sex from range(5000)");
        warehouse.release();
        ReleaseFolder second = warehouse.current();
        warehouse.execute("insert into core.fact_exclusion values (13, 8994001, date '2025-03-01', 'PERM', null, 1, 4)");
        warehouse.execute("comment on column core.dim_pupil.sex is 'As the school has it'");
        warehouse.execute("drop table if exists core.dim_school");
        warehouse.release();
        ReleaseFolder third = warehouse.current();

        assertThat(isOneFile("dim_pupil.parquet", second, third)).isTrue();
        assertThat(isOneFile("fact_exclusion.parquet", first, second)).isTrue();
        assertThat(isOneFile("fact_exclusion.parquet", second, third)).isFalse();
        try (DatabaseFile database = DatabaseFile.open(warehouse.connection, third.coreDatabase(), "third")) {
            assertThat(database.tables()).isEqualTo(Table.tables(warehouse.connection, "warehouse", "core"));
            assertThat(Sql.queryLong(warehouse.connection, "select count(*) from third.core.fact_exclusion where pupil_key = 13")).isEqualTo(1);
        }
    }

    @Test
    void a_column_that_no_reader_shares_is_refused() throws SQLException, IOException {
        warehouse.execute("alter table core.fact_exclusion add column reasons varchar[]");

        assertThatThrownBy(warehouse::release)
                .isInstanceOf(BellwetherException.class).hasMessageContaining("fact_exclusion.reasons");
    }

    @Test
    void a_mart_without_disclosure_is_refused() throws SQLException, IOException {
        warehouse.execute("create table mart.mart_new (suspension bigint)");

        assertThatThrownBy(warehouse::release)
                .isInstanceOf(BellwetherException.class).hasMessageContaining("mart_new");
        assertThat(warehouse.store().current()).isEmpty();
    }

    @Test
    void the_manifest_tells_what_went_in_and_what_came_out() throws SQLException, IOException {
        PublishedRelease release = warehouse.release();

        Manifest manifest = Manifest.read(warehouse.current());
        assertThat(manifest.contentHash()).isEqualTo(release.contentHash());
        assertThat(manifest.submissions()).isEqualTo(warehouse.input().submissions());
        assertThat(manifest.files()).extracting(Manifest.File::path)
                .containsExactlyElementsOf(warehouse.files().stream().filter(file -> !file.endsWith("manifest.json")).toList());
        assertThat(manifest.files()).filteredOn(file -> file.path().equals("restricted/core/fact_exclusion.parquet"))
                .extracting(Manifest.File::rows).containsExactly(2L);
        assertThat(manifest.suppressed()).contains(new Manifest.Suppression("mart_exclusions_la", "small count", 1));
    }

    @Test
    void the_published_mart_says_nothing_of_few() throws SQLException, IOException {
        warehouse.release();

        assertThat(Sql.queryTexts(warehouse.connection, "select concat_ws(' ', breakdown, suspension,"
                + " suspension_status, susp_rate_status, days_lost_exact_status, yoy_change_pct_status) from '"
                + warehouse.current().publishedMarts() + "/mart_exclusions_la.parquet' where time_period = 202425"
                + " order by all")).containsExactly("Female 0 ok ok ok z", "Male c c c c", "Total 3 ok ok ok ok");
    }

    private static boolean isOneFile(String name, ReleaseFolder one, ReleaseFolder other) throws IOException {
        return Files.isSameFile(one.core().resolve(name), other.core().resolve(name));
    }

    /** As the manifest tells them, and as they are found anew. */
    private static Map<String, String> hashes(SmallWarehouse warehouse) throws SQLException, IOException {
        ContentHash anew = new ContentHash(warehouse.connection, UnchangedFileLinker.with(Optional.empty()));
        Map<String, String> told = Manifest.read(warehouse.current()).files().stream()
                .collect(Collectors.toMap(Manifest.File::path, Manifest.File::hash));
        assertThat(told).isEqualTo(anew.files(warehouse.current()));
        return told;
    }
}
