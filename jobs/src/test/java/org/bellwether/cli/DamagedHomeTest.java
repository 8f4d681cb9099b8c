package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Own files of a home that are damaged or gone: what can be made again is made again in the same night, the rest is told. */
@Tag("slow")
@WithSmallProject
class DamagedHomeTest {

    private static Path folder;
    private static TrialHome whole;

    @BeforeAll
    static void a_home_with_a_release(@TempDir Path empty) throws Exception {
        // A name with a semicolon, which parts the settings in the address of the control database.
        folder = empty.resolve("a;b 100%");
        whole = FirstNight.copyTo(folder.resolve("whole"));
    }

    @AfterAll
    static void homes_are_large() {
        Folders.list(folder).forEach(Folders::delete);
    }

    @Test
    void what_can_be_made_again_is_made_again_in_the_same_night() throws Exception {
        TrialHome home = whole.copyTo(folder.resolve("damaged"));
        Map<String, String> contents = home.ownContents();
        Files.writeString(home.home().statusFile(), "{\"la\":");
        cut(home.home().warehouseFile());
        cut(home.home().current().resolve("restricted/manifest.json"));
        cut(home.home().current().resolve("restricted/marts/marts.duckdb"));
        Path record = Folders.list(home.home().landing().resolve("exclusion_notice")).get(0).resolve("submission.json");
        String written = Files.readString(record);
        cut(record);

        Child night = home.startNight(TrialHome.SECOND_NIGHT);

        assertThat(night.await()).as(night.printed()).isEqualTo(ExitCode.DONE);
        assertThat(night.printed().lines().filter(line -> line.startsWith("made again"))).hasSize(1);
        assertThat(night.printed()).contains("FILE-046", "exclusion_notice");
        assertThat(record).hasContent(written);
        assertThat(home.gaps()).isEmpty();
        assertThat(home.ownContents()).isEqualTo(contents);
        assertThat(home.status().release()).endsWith("-0002");
        assertThat(home.startNight(TrialHome.SECOND_NIGHT).await()).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    @Test
    void a_release_that_was_taken_away_is_made_anew() throws Exception {
        TrialHome home = whole.copyTo(folder.resolve("without-release"));
        Folders.delete(home.home().current().toRealPath());

        Child night = home.startNight(TrialHome.SECOND_NIGHT);

        assertThat(night.await()).as(night.printed()).isEqualTo(ExitCode.DONE);
        assertThat(home.gaps()).isEmpty();
        assertThat(home.manifest().release()).endsWith("-0002");
    }

    @Test
    void a_night_without_the_vault_ends_before_it_begins() throws Exception {
        TrialHome home = whole.copyTo(folder.resolve("without-vault"));
        Folders.delete(home.home().vault());
        Path notice = home.home().inbox().resolve("exclusion_notice_late.csv");
        Files.writeString(notice, "notice_id,laestab\n");

        Child night = home.startNight(TrialHome.SECOND_NIGHT);

        assertThat(night.await()).isEqualTo(ExitCode.FAILED);
        assertThat(night.printed()).contains("ENV-010").doesNotContain("Exception");
        Path log = Folders.list(home.home().logs()).stream().max(Comparator.naturalOrder()).orElseThrow();
        assertThat(night.printed().lines()).last().isEqualTo("The log of this run: " + log);
        assertThat(log).content().contains("ERROR org.bellwether.run ENV-010", "BellwetherException", "\tat org.bellwether.");
        assertThat(notice).exists();
        assertThat(home.home().vault()).doesNotExist();
    }

    @Test
    void staged_rows_that_are_gone_are_never_taken_for_nothing() throws Exception {
        TrialHome home = whole.copyTo(folder.resolve("without-rows"));
        Path rows = Folders.list(home.home().staged().resolve("exclusion_notice")).get(0).resolve("exclusion_notice.parquet");
        Files.delete(rows);
        // A night that has nothing to do reads no rows; this one builds.
        Files.delete(home.home().buildStamp());

        Child night = home.startNight(TrialHome.SECOND_NIGHT);

        assertThat(night.await()).isEqualTo(ExitCode.FAILED);
        assertThat(night.printed()).contains("ENV-012", rows.toString(), "bellwether recover").doesNotContain("Exception");
        assertThat(Manifest.read(new ReleaseFolder(home.home().current())).release()).endsWith("-0001");

        assertThat(Bellwether.run("restage", "--home", home.home().root().toString())).isEqualTo(ExitCode.DONE);
        assertThat(rows).exists();
        assertThat(Bellwether.run("restage", "--home", home.home().root().toString())).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(home.startNight(TrialHome.SECOND_NIGHT).await()).isIn(ExitCode.DONE, ExitCode.NOTHING_TO_DO);
    }

    @Test
    void tables_that_a_stopped_run_has_left_empty_are_filled_before_anything_is_published() throws Exception {
        TrialHome home = whole.copyTo(folder.resolve("half-made"));
        try (DuckDb engine = DuckDb.plainFile(home.home().warehouseFile(), new Settings.Engine("256MB", 1), folder.resolve("tmp"));
                Connection connection = engine.connection()) {
            Sql.execute(connection, "delete from core.fact_exclusion");
            Sql.execute(connection, "delete from build.model_state where model = 'core.fact_exclusion'");
        }

        Child publication = home.start("publish");

        assertThat(publication.await()).as(publication.printed()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(home.contents()).isEqualTo(whole.contents());
    }

    private static void cut(Path file) throws IOException {
        Path real = file.toRealPath();
        byte[] bytes = Files.readAllBytes(real);
        // Files of a release have links elsewhere, which bear the damage too.
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
        Files.write(real, Arrays.copyOf(bytes, bytes.length / 2));
    }
}
