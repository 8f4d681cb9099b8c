package org.bellwether.app.schedule;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bellwether.app.status.Status;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.home.Json;

/** Runs the nights of a home: catches up on a missed one, starts the others at their fire times, and says what comes next. */
public final class SchedulerService {

    private static final int SHOWN = 3;
    private static final Duration LATE = Duration.ofMinutes(2);

    private final Home home;
    private final Supplier<NightlyFireTimes> currentFireTimes;
    private final Consumer<ObservationRegistry> night;
    private final ContractCatalog catalog;
    private final Console console;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile NightlySchedule schedule;

    /** Who is told what happens. */
    public interface Console {

        void say(String line);

        void warn(String line);

        /** A night, or reading the fire times, has failed; the scheduler goes on. */
        void explain(RuntimeException failure);
    }

    /**
     * @param currentFireTimes reads the fire times as they are now: a night may publish other term dates
     * @param night is told where its jobs are observed; throws {@link ErrorCode#HOME_IN_USE} where another process holds the home
     */
    public SchedulerService(Home home, ContractCatalog catalog, Supplier<NightlyFireTimes> currentFireTimes, Consumer<ObservationRegistry> night,
            Console console) {
        this.home = home;
        this.catalog = catalog;
        this.currentFireTimes = currentFireTimes;
        this.night = night;
        this.console = console;
    }

    /** Returns only when the process is asked to stop. */
    public void run() throws InterruptedException {
        NightlyFireTimes fireTimes = currentFireTimes.get();
        Instant now = Instant.now();
        Optional<Instant> missed = fireTimes.missed(lastNight(), now);
        schedule = NightlySchedule.start(home, catalog, fireTimes, this::runNight);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        fireTimes.next(now, SHOWN).forEach(next -> console.say("next night " + FireTimeFormat.of(next, fireTimes)));
        missed.ifPresent(last -> {
            console.say("missed     " + FireTimeFormat.of(last, fireTimes) + "; it runs now, once");
            schedule.runNow();
        });
        while (!stopped.await(1, TimeUnit.MINUTES)) {
            warnWhereLate(fireTimes);
        }
    }

    private NightlySchedule.Outcome runNight(ObservationRegistry observations) {
        console.say("night begins " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
        NightlySchedule.Outcome outcome = NightlySchedule.Outcome.RAN;
        try {
            night.accept(observations);
        } catch (RuntimeException e) {
            if (e instanceof BellwetherException failure && failure.code() == ErrorCode.HOME_IN_USE) {
                console.say(e.getMessage() + ". The night tries again, every ten minutes for an hour.");
                outcome = NightlySchedule.Outcome.LOCKED;
            } else {
                // One bad night must not be the last one.
                console.explain(e);
            }
        }
        announce();
        return outcome;
    }

    private void announce() {
        try {
            NightlyFireTimes fireTimes = currentFireTimes.get();
            schedule.follow(fireTimes);
            schedule.nextNight().ifPresent(next -> console.say("next night " + FireTimeFormat.of(next, fireTimes)));
        } catch (RuntimeException e) {
            console.explain(e);
        }
    }

    private void warnWhereLate(NightlyFireTimes fireTimes) {
        schedule.nextNight().filter(next -> next.isBefore(Instant.now().minus(LATE)) && !schedule.isNightRunning())
                .ifPresent(next -> console.warn("The night of " + FireTimeFormat.of(next, fireTimes)
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
            console.say("stopping when the running night has ended; it may be killed, the next start completes it");
        }
        schedule.close();
        stopped.countDown();
        console.say("stopped");
        Runtime.getRuntime().halt(0);
    }
}
