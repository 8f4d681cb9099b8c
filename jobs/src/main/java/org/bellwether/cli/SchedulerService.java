package org.bellwether.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.job.Status;
import org.bellwether.schedule.NightlyFireTimes;
import org.bellwether.schedule.NightlySchedule;

/** Runs the nights of a home: catches up on a missed one, starts the others at their fire times, and says what comes next. */
final class SchedulerService {

    private static final int SHOWN = 3;
    private static final Duration LATE = Duration.ofMinutes(2);

    private final Home home;
    private final Supplier<NightlyFireTimes> currentFireTimes;
    private final boolean debug;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile NightlySchedule schedule;

    /** @param currentFireTimes reads the fire times as they are now: a night may publish other term dates */
    SchedulerService(Home home, Supplier<NightlyFireTimes> currentFireTimes, boolean debug) {
        this.home = home;
        this.currentFireTimes = currentFireTimes;
        this.debug = debug;
    }

    /** Returns only when the process is asked to stop. */
    void watch() throws InterruptedException {
        NightlyFireTimes fireTimes = currentFireTimes.get();
        Instant now = Instant.now();
        Optional<Instant> missed = fireTimes.missed(lastNight(), now);
        schedule = NightlySchedule.start(fireTimes, this::night);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        fireTimes.next(now, SHOWN).forEach(night -> Output.OUT.println("next night " + FireTimeFormat.of(night, fireTimes)));
        missed.ifPresent(night -> {
            Output.OUT.println("missed     " + FireTimeFormat.of(night, fireTimes) + "; it runs now, once");
            schedule.runNow();
        });
        while (!stopped.await(1, TimeUnit.MINUTES)) {
            warnWhereLate(fireTimes);
        }
    }

    private NightlySchedule.Outcome night() {
        Output.OUT.println("night begins " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
        NightlySchedule.Outcome outcome = NightlySchedule.Outcome.RAN;
        try (ApplicationSession session = ApplicationSession.open(home)) {
            new NightlyRunner(session, home).run(Moment.orNow(null));
        } catch (HomeLockedException e) {
            Output.OUT.println(e.getMessage() + " The night tries again, every ten minutes for an hour.");
            outcome = NightlySchedule.Outcome.LOCKED;
        } catch (RuntimeException e) {
            // One bad night must not be the last one.
            Bellwether.explain(e, debug);
        }
        announce();
        return outcome;
    }

    private void announce() {
        try {
            NightlyFireTimes fireTimes = currentFireTimes.get();
            schedule.follow(fireTimes);
            schedule.nextNight().ifPresent(night -> Output.OUT.println("next night " + FireTimeFormat.of(night, fireTimes)));
        } catch (RuntimeException e) {
            Bellwether.explain(e, debug);
        }
    }

    private void warnWhereLate(NightlyFireTimes fireTimes) {
        schedule.nextNight().filter(night -> night.isBefore(Instant.now().minus(LATE)) && !schedule.isNightRunning())
                .ifPresent(night -> Output.ERR.println("The night of " + FireTimeFormat.of(night, fireTimes)
                        + " has not begun; see whether the clock of this machine is right, then start schedule again"));
    }

    /** The last night that the job repository knows of, as the last run has written it down. */
    private Optional<Instant> lastNight() {
        List<Status.Run> runs = Json.readWhole(home.statusFile(), Status.class).map(Status::runs).orElse(List.of());
        return runs.stream().filter(run -> run.job().equals("nightly") && run.started() != null).map(Status.Run::started)
                .max(Instant::compareTo);
    }

    /** A running night is finished first. Where that takes too long it may be killed: the next start completes it. */
    private void stop() {
        if (schedule.isNightRunning()) {
            Output.OUT.println("stopping when the running night has ended; it may be killed, the next start completes it");
        }
        schedule.close();
        stopped.countDown();
        Output.OUT.println("stopped");
        Runtime.getRuntime().halt(ExitCode.DONE);
    }
}
