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
import org.bellwether.schedule.NightPlan;
import org.bellwether.schedule.NightWork;
import org.bellwether.schedule.NightlySchedule;

/** Stays awake for a home: catches up on a missed night, starts the planned ones, and says what comes next. */
final class Watchman {

    private static final int SHOWN = 3;
    private static final Duration LATE = Duration.ofMinutes(2);

    private final Home home;
    private final Supplier<NightPlan> plans;
    private final boolean debug;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile NightlySchedule schedule;

    /** @param plans reads the plan as it is now: a night may publish other term dates */
    Watchman(Home home, Supplier<NightPlan> plans, boolean debug) {
        this.home = home;
        this.plans = plans;
        this.debug = debug;
    }

    /** Returns only when the process is asked to stop. */
    void watch() throws InterruptedException {
        NightPlan plan = plans.get();
        Instant now = Instant.now();
        Optional<Instant> missed = plan.missed(lastNight(), now);
        schedule = NightlySchedule.start(plan, this::night);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        plan.next(now, SHOWN).forEach(night -> Output.OUT.println("next night " + NightTime.of(night, plan)));
        missed.ifPresent(night -> {
            Output.OUT.println("missed     " + NightTime.of(night, plan) + "; it runs now, once");
            schedule.runNow();
        });
        while (!stopped.await(1, TimeUnit.MINUTES)) {
            warnWhereLate(plan);
        }
    }

    private NightWork.Outcome night() {
        Output.OUT.println("night begins " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
        NightWork.Outcome outcome = NightWork.Outcome.RAN;
        try (Workshop workshop = Workshop.open(home)) {
            new Night(workshop, home).run(Moment.orNow(null));
        } catch (HomeLockedException e) {
            Output.OUT.println(e.getMessage() + " The night tries again, every ten minutes for an hour.");
            outcome = NightWork.Outcome.LOCKED;
        } catch (RuntimeException e) {
            // One bad night must not be the last one.
            Bellwether.explain(e, debug);
        }
        announce();
        return outcome;
    }

    private void announce() {
        try {
            NightPlan plan = plans.get();
            schedule.follow(plan);
            schedule.nextNight().ifPresent(night -> Output.OUT.println("next night " + NightTime.of(night, plan)));
        } catch (RuntimeException e) {
            Bellwether.explain(e, debug);
        }
    }

    private void warnWhereLate(NightPlan plan) {
        schedule.nextNight().filter(night -> night.isBefore(Instant.now().minus(LATE)) && !schedule.isNightRunning())
                .ifPresent(night -> Output.ERR.println("The night of " + NightTime.of(night, plan)
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
