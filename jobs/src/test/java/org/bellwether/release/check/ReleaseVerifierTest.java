package org.bellwether.release.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import org.bellwether.engine.Sql;
import org.bellwether.release.SmallWarehouse;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody does to the files of a release is told. */
class ReleaseVerifierTest {

    @TempDir
    Path folder;

    private SmallWarehouse warehouse;

    @BeforeEach
    void a_release() throws IOException, SQLException {
        warehouse = new SmallWarehouse(folder);
        warehouse.release();
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    @Test
    void a_release_as_it_was_published_is_intact() throws IOException, SQLException {
        assertThat(verified().faults()).isEmpty();
        assertThat(verified().files()).as("all but the two manifests").isEqualTo(warehouse.files().size() - 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "published/marts/mart_exclusions_la.parquet", "published/marts.duckdb", "published/datapackage.json",
        "published/catalogue/index.html", "restricted/core/warehouse.duckdb", "restricted/core/fact_attendance_session/202425.parquet",
        "restricted/marts/marts.duckdb", "restricted/models.zip"})
    void a_byte_that_changed_is_told(String name) throws IOException, SQLException {
        Path file = file(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        rewrite(file, bytes);

        expect(name, "has changed: its content is not what was published");
    }

    @Test
    void a_forged_mart_in_the_published_database_is_told() throws IOException, SQLException {
        Path file = file("published/marts.duckdb");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (Connection forger = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            Sql.execute(forger, "update mart_exclusions_la set suspension = 0");
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertThat(verified().faults()).singleElement()
                .satisfies(fault -> assertThat(fault.path() + " " + fault.what()).startsWith("published/marts.duckdb has changed"));
    }

    @Test
    void a_file_that_is_gone_or_a_link_or_new_is_told() throws IOException, SQLException {
        Files.delete(file("published/marts/mart_exclusions_la.parquet"));
        expect("published/marts/mart_exclusions_la.parquet", "is missing");

        Files.createSymbolicLink(file("published/marts/mart_exclusions_la.parquet"), file("restricted/marts/mart_exclusions_la.parquet"));
        expect("published/marts/mart_exclusions_la.parquet", "is no file any more");

        warehouse.publisher().release(warehouse.connection, warehouse.input(SmallWarehouse.AS_OF.plusSeconds(86_400)));
        Files.writeString(file("published/marts").resolve("mart_forged.parquet"), "");
        Files.writeString(file("published").resolve("marts.duckdb.wal"), "");
        assertThat(warehouse.store().current()).isPresent();
        assertThat(verified().faults()).extracting(ReleaseVerifier.Fault::path)
                .contains("published/marts/mart_forged.parquet", "published/marts.duckdb.wal");
    }

    @Test
    void a_file_that_may_be_written_is_told() throws IOException, SQLException {
        Files.setPosixFilePermissions(file("published/marts.duckdb"), PosixFilePermissions.fromString("rw-r--r--"));

        expect("published/marts.duckdb", "may be written");
    }

    @Test
    void a_manifest_that_was_fitted_to_a_forged_file_is_told() throws IOException, SQLException {
        Path file = file("published/datapackage.json");
        Manifest manifest = Manifest.read(warehouse.current());
        rewrite(file, "{}".getBytes());
        String forged = Sql.sha256(warehouse.connection, file);
        String text = Files.readString(warehouse.current().manifest());
        String hash = manifest.files().stream().filter(one -> one.path().equals("published/datapackage.json")).findFirst().orElseThrow().hash();
        rewrite(warehouse.current().manifest(), text.replace(hash, forged).getBytes());

        assertThat(verified().faults()).extracting(ReleaseVerifier.Fault::path).contains("manifest.json");
    }

    @Test
    void what_is_said_to_readers_is_what_the_release_says_of_its_published_tier_alone() throws IOException, SQLException {
        Manifest whole = Manifest.read(warehouse.current());
        String told = Files.readString(warehouse.current().readersManifest());

        assertThat(whole.files()).extracting(Manifest.File::path).anyMatch(path -> path.startsWith("restricted/"));
        assertThat(told).doesNotContain("restricted/", whole.contentHash());
        assertThat(whole.files().stream().filter(file -> file.path().startsWith("restricted/")).map(Manifest.File::hash)).noneMatch(told::contains);
        assertThat(whole.costs()).as("with what is shown, hidden figures could be reckoned from it").extracting(Manifest.Cost::valuePercent).isNotEmpty().doesNotContainNull();
        assertThat(told).doesNotContain("cost", "percent");
        assertThat(whole.submissionIds()).isNotEmpty().noneMatch(told::contains);
        assertThat(verified().isIntact()).isTrue();

        Files.delete(warehouse.current().readersManifest());
        assertThat(verified().faults()).extracting(ReleaseVerifier.Fault::path).containsExactly("manifest.json");
    }

    @Test
    void without_its_manifest_a_release_is_not_intact() throws IOException, SQLException {
        Files.delete(warehouse.current().manifest());

        assertThat(verified().isIntact()).isFalse();
    }

    @Test
    void of_a_pruned_release_what_is_kept_is_intact() throws IOException, SQLException {
        ReleaseId first = warehouse.store().current().orElseThrow().id();
        warehouse.execute("update core.fact_exclusion set day_count = 9");
        warehouse.publisher().release(warehouse.connection, warehouse.input(SmallWarehouse.AS_OF.plusSeconds(86_400)));
        warehouse.store().prune(1, Set.of());

        Release pruned = warehouse.store().list().stream().filter(release -> release.id().equals(first)).findFirst().orElseThrow();
        assertThat(pruned.isPruned()).isTrue();
        assertThat(new ReleaseVerifier(warehouse.connection).verify(pruned)).isEqualTo(new ReleaseVerifier.Report(1, java.util.List.of()));
    }

    private ReleaseVerifier.Report verified() throws IOException, SQLException {
        return new ReleaseVerifier(warehouse.connection).verify(warehouse.store().current().orElseThrow());
    }

    private void expect(String path, String what) throws IOException, SQLException {
        assertThat(verified().faults()).containsExactly(new ReleaseVerifier.Fault(path, what));
    }

    private Path file(String name) throws IOException {
        return warehouse.current().root().resolve(name);
    }

    private static void rewrite(Path file, byte[] bytes) throws IOException {
        Files.delete(file);
        Files.write(file, bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    }
}
