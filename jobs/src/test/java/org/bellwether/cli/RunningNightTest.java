package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bellwether.app.status.RunProgress;
import org.bellwether.app.status.RunProgress.State;
import org.bellwether.app.status.RunProgress.Step;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.HomeLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process sees what a run is doing, and is not deceived by what a killed one has left. */
@Tag("slow")
@WithSmallProject
class RunningNightTest {

    private static final long MILLISECONDS = 10;

    @TempDir
    Path folder;

    @Test
    void a_night_is_seen_from_its_first_step_to_its_end() throws Exception {
        TrialHome trial = FirstNight.copyTo(folder.resolve("home"));
        trial.withReturns(FirstNight.returns(folder.resolve("returns")).resolve("night-2")).keeping("(edubase|exclusion_notice|term_dates).*");

        Child night = trial.start("nightly", "--received-at", TrialHome.SECOND_NIGHT.toString(), "--by", "J Okafor");
        List<RunProgress> seen = watch(trial, night);

        assertThat(night.await()).as(night.printed()).isIn(ExitCode.DONE, ExitCode.REJECTED);
        assertThat(seen).isNotEmpty().allSatisfy(one -> assertThat(trial.home().logs().resolve(one.run() + ".log")).exists());
        assertThat(seen).extracting(RunProgress::startedBy).contains("J Okafor");
        assertThat(seen).extracting(RunProgress::job).contains("nightly");
        assertThat(seen.get(seen.size() - 1).steps()).filteredOn(step -> step.job().equals("nightly")).extracting(Step::step)
                .containsExactly("restage", "land", "preflight", "receive", "build", "publish");
        assertThat(seen).anySatisfy(one -> assertThat(one.steps()).extracting(Step::state).contains(State.RUNNING));
        assertThat(IntStream.range(1, seen.size()).mapToObj(next -> Duration.between(seen.get(next - 1).at(), seen.get(next).at())))
                .as("at most once a second").allMatch(between -> between.toMillis() > 900);
        assertThat(trial.home().progressFile()).doesNotExist();
        assertThat(trial.leftovers()).isEmpty();
    }

    @Test
    void what_a_killed_run_has_left_is_no_run() throws Exception {
        TrialHome trial = FirstNight.copyTo(folder.resolve("home"));
        Child build = trial.start("build", "--from-scratch");
        while (build.isRunning() && RunProgress.read(trial.home()).filter(one -> isRunning(one, "models")).isEmpty()) {
            Thread.sleep(MILLISECONDS);
        }

        assertThat(trial.ask("status")).containsPattern("a run is going on: build, process \\d+, since .*, started by .*; what follows was so before it\\R  step models \\(1 of 2 done\\)");
        assertThat(trial.ask("status", "--json")).contains("\"running\" : {").contains("\"step\" : \"models\"");
        build.kill();

        assertThat(trial.home().progressFile()).exists();
        assertThat(RunProgress.read(trial.home())).isEmpty();
        assertThat(trial.ask("status")).doesNotContain("a run is going on");
        try (HomeLock other = HomeLock.acquire(trial.home())) {
            assertThat(RunProgress.read(trial.home())).as("held by a process that tells nothing").isEmpty();
        }
        trial.nightHere(TrialHome.SECOND_NIGHT);
        assertThat(trial.home().progressFile()).doesNotExist();
        assertThat(trial.leftovers()).isEmpty();
    }

    @Test
    void a_file_that_is_half_gone_says_nothing() throws Exception {
        TrialHome trial = new TrialHome(folder.resolve("home"));
        Files.createDirectories(trial.home().control());
        try (HomeLock held = HomeLock.acquire(trial.home())) {
            assertThat(RunProgress.read(trial.home())).isEmpty();
            for (String text : List.of("", "{\"run\":", "[]", "null", "{}", "{\"pid\":" + ProcessHandle.current().pid() + "}")) {
                Files.writeString(trial.home().progressFile(), text);
                assertThat(RunProgress.read(trial.home())).as(text).isEmpty();
            }
        }
    }

    private static boolean isRunning(RunProgress progress, String step) {
        return progress.steps().stream().anyMatch(one -> one.step().equals(step) && one.state() == State.RUNNING);
    }

    /** Each state that is told until the process ends. */
    private static List<RunProgress> watch(TrialHome trial, Child night) throws InterruptedException {
        List<RunProgress> seen = new ArrayList<>();
        while (night.isRunning()) {
            Optional<RunProgress> now = RunProgress.read(trial.home());
            now.filter(one -> seen.isEmpty() || !seen.get(seen.size() - 1).at().equals(one.at())).ifPresent(seen::add);
            Thread.sleep(MILLISECONDS);
        }
        return seen;
    }
}
