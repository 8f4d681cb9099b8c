package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.app.reissue.ReissueReport;
import org.bellwether.app.reissue.ReissueService;
import org.bellwether.app.session.RunLog;
import org.bellwether.app.status.Status;
import org.bellwether.batch.receive.Given;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases of three nights are built again after all that can change behind them: rows that came later, a submission withdrawn
 * since, rules that judge otherwise today, and pruning.
 */
@Tag("slow")
@WithSmallProject
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReissueTest {

    private static final String WITHOUT_PROVISION = Given.notice(10_005).replace(",4,N", ",4,");

    private Path folder;
    private Home home;

    @BeforeAll
    void three_nights(@TempDir Path folder) throws Exception {
        this.folder = folder;
        TrialHome trial = FirstNight.copyTo(folder.resolve("home")).setting("releases: {keep: 3}");
        home = trial.home();
        Folders.list(FirstNight.returns(folder.resolve("returns")).resolve("night-1")).stream().filter(file -> file.getFileName().toString().matches("20.._spring_.*"))
                .forEach(file -> copy(file, home.inbox().resolve(file.getFileName())));
        drop("first", Given.notices(10_001, 10_009).replace(Given.notice(10_005), WITHOUT_PROVISION));
        drop("second", Given.notices(10_010, 10_012));
        // Refused: its register of returns is of what came, not of what was accepted alone.
        drop("third", Given.notices(10_013, 10_013) + "\"never closed\n");
        trial.nightHere(TrialHome.SECOND_NIGHT);
        Status.SubmissionStatus second = trial.status().submissions().stream().filter(one -> one.files().get(0).file().contains("second")).findFirst().orElseThrow();
        trial.ask("withdraw", second.id(), "--by", "An Officer", "--why", "of another school");
        Path rules = Files.createDirectories(home.config().resolve("rules"));
        Files.writeString(rules.resolve("exclusion.yml"),
                "EXC-017: {checks: [{tables: [exclusion_notice], severity: error, when: sen_provision_at_start__text is null}]}\n");
        trial.nightHere(TrialHome.SECOND_NIGHT.plus(Duration.ofDays(1)));
    }

    @Test
    void each_has_the_content_that_was_published_and_nothing_of_the_home_has_changed() throws Exception {
        // Every command ends the log of the one before it.
        RunLog.end();
        TreeSet<String> before = files();
        List<Release> releases = new ReleaseStore(home).list();
        assertThat(releases).extracting(Release::isPruned).containsExactly(false, false, false);
        assertThat(releases.stream().map(release -> Manifest.read(release.folder()).contentHash())).doesNotHaveDuplicates();

        // The first is built again when it is pruned, and has less to be built from; the third by the command.
        ReissueReport report = reissue(home, releases.get(1));
        assertThat(report.differences()).as(releases.get(1).id() + " " + report.why()).isEmpty();
        assertThat(report.why()).isEmpty();
        assertThat(report.files()).isGreaterThan(80);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void what_is_gone_from_landing_is_named_with_the_files_that_it_changes() throws Exception {
        Home other = new Home(folder.resolve("other"));
        Folders.copy(home.root(), other.root());
        Path gone = Folders.list(other.landing().resolve("exclusion_notice")).get(0);    // of the first night
        Folders.delete(gone);
        Folders.delete(other.staged("exclusion_notice", gone.getFileName().toString()));

        ReissueReport report = reissue(other, new ReleaseStore(other).list().get(0));

        assertThat(report.why()).containsExactly("purged or erased: 1 of the submissions of exclusion_notice are in landing no longer");
        assertThat(report.differences()).extracting(ReissueReport.Difference::path).contains("restricted/core/fact_exclusion.parquet",
                "restricted/core/warehouse.duckdb").doesNotContain("restricted/core/fact_pupil_census.parquet", "restricted/models.zip");
    }

    @Test
    void of_a_release_whose_figures_stood_in_one_that_is_pruned_that_is_named() throws Exception {
        Home other = new Home(folder.resolve("pruned"));
        Folders.copy(home.root(), other.root());
        ReleaseStore store = new ReleaseStore(other);
        store.prune(2, Set.of());

        ReissueReport first = reissue(other, store.list().get(0));
        assertThat(first.differences()).as("a pruned release that follows none").isEmpty();
        assertThat(first.why()).isEmpty();
        ReissueReport report = reissue(other, store.list().get(1));
        assertThat(report.why()).containsExactly("pruned: release 2026-05-13-0001, whose figures stood in this one until they moved, is there no longer");
        assertThat(report.differences()).extracting(ReissueReport.Difference::path).contains("published/marts/mart_exclusions_la.parquet")
                .doesNotContain("restricted/marts/mart_exclusions_la.parquet", "published/catalogue/changes.json", "published/catalogue/changes.html");
    }

    @Test
    void the_command_says_so_and_leaves_the_release_where_it_is_wanted() throws Exception {
        TrialHome trial = new TrialHome(home.root());
        Path out = folder.resolve("issued");
        String current = trial.manifest().release();

        assertThat(trial.ask("releases", "reissue", current, "--out", out.toString())).startsWith("Release " + current + " was built again: all ");
        assertThat(out.resolve("published/marts/mart_exclusions_la.parquet"))
                .hasSameBinaryContentAs(home.current().resolve("published/marts/mart_exclusions_la.parquet"));
        assertThat(out.resolve("manifest.json")).hasSameTextualContentAs(home.current().resolve("manifest.json"));
        assertThat(trial.start("releases", "reissue", current, "--out", out.toString()).await()).isEqualTo(ExitCode.USAGE);
    }

    private static void copy(Path file, Path to) {
        try {
            Files.copy(file, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReissueReport reissue(Home home, Release release) throws IOException, SQLException {
        try (HomeLock lock = HomeLock.acquire(home)) {
            return new ReissueService(Project.locate(), home).reissue(release, null);
        }
    }

    /** With their sizes, but for the lock. */
    private TreeSet<String> files() {
        return Folders.files(home.root()).stream().filter(file -> !file.equals(home.lockFile()))
                .map(file -> file + " " + file.toFile().length()).collect(Collectors.toCollection(TreeSet::new));
    }

    private void drop(String name, String text) throws IOException {
        Files.writeString(home.inbox().resolve("exclusion_notice_" + name + ".csv"), text);
    }
}
