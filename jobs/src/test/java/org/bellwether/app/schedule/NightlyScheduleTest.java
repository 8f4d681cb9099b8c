package org.bellwether.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyScheduleTest {

    private static final String EVERY_SECOND = "* * * * * ?";
    private static final String NEW_YEAR = "0 0 0 1 1 ?";
    private static final NightlyQuartzJob.Retry SOON = new NightlyQuartzJob.Retry(2, Duration.ofMillis(50));
    private static final ContractCatalog CATALOG = ContractCatalog.load(new ConfigFiles(Project.locate().config(), Path.of("none")));

    @TempDir
    Path folder;

    @Test
    void nights_begin_by_the_cron() throws Exception {
        CountDownLatch nights = new CountDownLatch(2);

        try (NightlySchedule schedule = start(fireTimes(EVERY_SECOND, SchoolDays.everyDay()), ran(nights::countDown))) {
            assertThat(nights.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_night_is_told_where_its_jobs_are_observed() throws Exception {
        CompletableFuture<ObservationRegistry> observed = new CompletableFuture<>();

        try (NightlySchedule schedule = start(fireTimes(NEW_YEAR, SchoolDays.everyDay()), observations -> {
            observed.complete(observations);
            return NightlySchedule.Outcome.RAN;
        })) {
            schedule.runNow();
            assertThat(observed.get(30, TimeUnit.SECONDS).isNoop()).isFalse();
        }
    }

    @Test
    void the_next_night_is_that_of_the_plan_and_follows_another_calendar() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Set<LocalDate> twoMonths = today.datesUntil(today.plusDays(60)).collect(Collectors.toSet());
        Set<LocalDate> lastOfThem = Set.of(today.plusDays(59));
        NightlyFireTimes fireTimes = fireTimes("0 30 2 * * ?", new SchoolDays(twoMonths, lastOfThem));

        try (NightlySchedule schedule = start(fireTimes, ran(() -> { }))) {
            assertThat(schedule.nextNight()).contains(today.plusDays(59).atTime(2, 30).toInstant(ZoneOffset.UTC));

            NightlyFireTimes everyDay = fireTimes("0 30 2 * * ?", SchoolDays.everyDay());
            schedule.follow(everyDay);

            assertThat(schedule.nextNight()).isEqualTo(everyDay.next(Instant.now()));
        }
    }

    @Test
    void quartz_too_keeps_the_night_that_the_clock_skips() {
        NightlyTrigger trigger = new NightlyTrigger(NightlyCron.of(new Settings.Schedule("0 30 1 * * ?", "Europe/London", false)));
        trigger.setStartTime(Date.from(Instant.parse("2026-03-01T00:00:00Z")));

        assertThat(trigger.getFireTimeAfter(Date.from(Instant.parse("2026-03-28T12:00:00Z")))).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(trigger.getFireTimeAfter(Date.from(Instant.parse("2026-10-25T00:30:00Z")))).isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void a_night_that_finds_the_home_locked_is_tried_again_a_few_times() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch allTries = new CountDownLatch(1 + SOON.times());

        try (NightlySchedule schedule = start(fireTimes(NEW_YEAR, SchoolDays.everyDay()), observations -> {
            tries.incrementAndGet();
            allTries.countDown();
            return NightlySchedule.Outcome.LOCKED;
        })) {
            schedule.runNow();
            assertThat(allTries.await(30, TimeUnit.SECONDS)).isTrue();
            TimeUnit.MILLISECONDS.sleep(10 * SOON.pause().toMillis());
        }
        assertThat(tries).hasValue(1 + SOON.times());
    }

    @Test
    void closing_waits_for_the_night_that_is_running() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        NightlySchedule schedule = start(fireTimes(NEW_YEAR, SchoolDays.everyDay()), observations -> {
            begun.countDown();
            pause();
            ended.set(true);
            return NightlySchedule.Outcome.RAN;
        });
        schedule.runNow();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(schedule.isNightRunning()).isTrue();

        schedule.close();

        assertThat(ended).isTrue();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private NightlySchedule start(NightlyFireTimes fireTimes, NightlySchedule.Work work) {
        return NightlySchedule.start(new Home(folder), CATALOG, fireTimes, work, SOON);
    }

    private static NightlySchedule.Work ran(Runnable work) {
        return observations -> {
            work.run();
            return NightlySchedule.Outcome.RAN;
        };
    }

    private static NightlyFireTimes fireTimes(String cron, SchoolDays days) {
        return new NightlyFireTimes(NightlyCron.of(new Settings.Schedule(cron, "UTC", true)), days);
    }
}
