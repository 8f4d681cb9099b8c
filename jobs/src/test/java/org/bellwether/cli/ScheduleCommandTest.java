package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.bellwether.app.status.Status;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.HomeLock;
import org.bellwether.home.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@WithSmallProject
class ScheduleCommandTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void the_next_fire_times_are_printed_in_the_zone_of_the_schedule() throws Exception {
        TrialHome home = small().setting("schedule: {cron: \"0 30 2 1 6 ? 2031-2040\"}");

        Child child = home.start("schedule", "--next", "2");

        assertThat(child.await()).as(child.printed()).isZero();
        assertThat(child.printed().lines()).containsExactly("Sun 2031-06-01 02:30 +01:00 (Europe/London)",
                "Tue 2032-06-01 02:30 +01:00 (Europe/London)");
    }

    @Test
    void a_night_that_the_clock_skips_is_shown_when_it_will_begin() throws Exception {
        Child child = small().setting("schedule: {cron: \"0 30 1 29-30 3 ? 2031\"}").start("schedule", "--next", "2");

        assertThat(child.await()).as(child.printed()).isZero();
        assertThat(child.printed().lines()).containsExactly("Sat 2031-03-29 01:30 Z (Europe/London)", "Sun 2031-03-30 02:00 +01:00 (Europe/London)");
    }

    @Test
    void a_second_schedule_is_told_of_the_first() throws Exception {
        TrialHome home = small();
        try (HomeLock first = HomeLock.acquireSchedule(home.home())) {
            Child second = home.start("schedule");

            assertThat(second.await()).isEqualTo(ExitCode.LOCKED);
            assertThat(second.printed()).contains("has a schedule already", "process " + ProcessHandle.current().pid());
            assertThat(home.start("schedule", "--next", "1").await()).isZero();
        }
    }

    @Test
    void a_cron_that_never_fires_again_is_an_error() throws Exception {
        Child child = small().setting("schedule: {cron: \"0 30 2 1 6 ? 2020\"}").start("schedule");

        assertThat(child.await()).isEqualTo(ExitCode.USAGE);
        assertThat(child.printed()).contains("no night any more", "application.yml");
    }

    @Test
    void a_missed_night_runs_once_and_between_nights_the_home_is_free() throws Exception {
        TrialHome home = FirstNight.copyTo(folder.resolve("home"));
        Path late = FirstNight.returns(folder.resolve("returns")).resolve("night-2/exclusion_notice_2026-05-13.csv");
        Files.copy(late, home.home().inbox().resolve(late.getFileName()));
        lastNightWasThreeDaysAgo(home);

        Child schedule = home.start("schedule");
        waitUntil(() -> !schedule.isRunning() || schedule.printed().contains("night begins"), schedule);
        Child status = home.start("status");
        Child sql = home.start("sql", "select count(*) from mart_exclusions_la");
        assertThat(status.await()).as(status.printed()).isZero();
        assertThat(sql.await()).as(sql.printed()).isZero();
        waitUntil(() -> !schedule.isRunning() || schedule.printed().lines().filter(line -> line.startsWith("next night")).count() == 4, schedule);

        assertThat(schedule.printed()).contains("missed ", "it runs now, once", "received 1, built").containsOnlyOnce("night begins");
        try (HomeLock lock = HomeLock.tryAcquire(home.home()).orElseThrow()) {
            assertThat(home.leftovers()).isEmpty();
        }
        schedule.stop();
        assertThat(schedule.await()).as(schedule.printed()).isZero();
        assertThat(schedule.printed()).endsWith("stopped" + System.lineSeparator());
    }

    private static void lastNightWasThreeDaysAgo(TrialHome home) {
        Status was = Json.read(home.home().statusFile(), Status.class);
        Instant before = Instant.now().minus(Duration.ofDays(3));
        Json.write(home.home().statusFile(), was.withRuns(was.runs().stream()
                .map(run -> new Status.Run(run.job(), run.status(), before, before, run.steps())).toList()));
    }

    private static void waitUntil(BooleanSupplier reached, Child child) throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).as(child.printed()).isBefore(end);
            Thread.sleep(50);
        }
    }

    /** With schools, term dates and notices alone. */
    private TrialHome small() throws Exception {
        return TrialHome.fresh(folder.resolve("home"), TrialHome.returns(folder.resolve("returns")))
                .keeping("edubase.*|term_dates.*|exclusion_notice.*");
    }
}
