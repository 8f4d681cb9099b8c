package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.home.Home;
import org.bellwether.release.ReleaseFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What commands say after a night of few returns, and what others than the owner may see of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsTest {

    private static final List<String> AS_ANOTHER = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private TrialHome trial;
    private Home home;

    @BeforeAll
    void a_night(@TempDir Path folder) throws Exception {
        trial = TrialHome.fresh(folder.resolve("home"), TrialHome.returns(folder.resolve("returns")))
                .keeping("edubase.*|term_dates.*|exclusion_notice.*");
        home = trial.home();
        // As a umask of 0 would leave them.
        for (Path made : List.of(home.config(), home.landing(), home.refused(), home.staged(), home.vault(), home.control(), home.build(),
                home.exports(), home.build().resolve("as-of"), home.tmp())) {
            Files.createDirectories(made);
            Files.setAttribute(made, "unix:mode", 0777);
        }
        trial.night(TrialHome.FIRST_NIGHT);
        Files.writeString(home.inbox().resolve("exclusion_notice_later.csv.part"), "still being written");
    }

    @Test
    void a_build_and_a_publication_with_nothing_new_say_so() throws Exception {
        Child build = trial.start("build");
        assertThat(build.await()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(build.printed()).startsWith("Nothing to do: all ").contains(" models are up to date");

        Child publish = trial.start("publish");
        assertThat(publish.await()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(publish.printed()).startsWith("Nothing to do: ").contains("release " + trial.manifest().release()).doesNotContain("never");
    }

    @Test
    void another_user_of_the_machine_reads_what_is_published_and_nothing_else() throws Exception {
        assumeTrue(isRoot(), "only root can read as another user");
        Files.setAttribute(home.root().getParent(), "unix:mode", 0755);

        List<String> readable = run(AS_ANOTHER, "find", home.root().toString(), "-type", "f", "-readable");

        Path published = new ReleaseFolder(home.current().toRealPath()).published();
        assertThat(readable).filteredOn(file -> !file.endsWith(".lock")).isNotEmpty().allMatch(file -> file.startsWith(published + "/"));
        assertThat(run(AS_ANOTHER, "cat", home.current() + "/published/datapackage.json")).isNotEmpty();
        assertThat(run(AS_ANOTHER, "cat", home.build() + "/warehouse.duckdb", home.inbox() + "/exclusion_notice_later.csv.part")).isEmpty();
    }

    private static boolean isRoot() throws Exception {
        return Files.isExecutable(Path.of("/usr/bin/setpriv")) && run(List.of(), "id", "-u").equals(List.of("0"));
    }

    private static List<String> run(List<String> prefix, String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        process.waitFor();
        return lines;
    }
}
