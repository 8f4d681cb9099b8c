package org.bellwether.app.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/** Starts nights at their fire times, one at a time, for as long as it is open. Keeps nothing: fire times are declared anew at each start. */
public final class NightlySchedule implements AutoCloseable {

    /** What is done in a night. It takes what it needs and lets go of it before it returns. */
    @FunctionalInterface
    public interface Work {

        Outcome run();
    }

    /** What became of a night. */
    public enum Outcome {

        RAN,

        /** Another process holds the home; a later try may find it free. */
        LOCKED
    }

    private static final String CALENDAR = "school-days";
    private static final TriggerKey NIGHTLY = TriggerKey.triggerKey("nightly");
    private static final NightlyQuartzJob.Retry PATIENT = new NightlyQuartzJob.Retry(6, Duration.ofMinutes(10));

    private final Scheduler scheduler;
    private final JobDetail night = JobBuilder.newJob(NightlyQuartzJob.class).withIdentity("night").storeDurably().build();

    private NightlySchedule(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Declares the fire times and starts. */
    public static NightlySchedule start(NightlyFireTimes fireTimes, Work work) {
        return start(fireTimes, work, PATIENT);
    }

    static NightlySchedule start(NightlyFireTimes fireTimes, Work work, NightlyQuartzJob.Retry retry) {
        try {
            Scheduler scheduler = new StdSchedulerFactory(properties()).getScheduler();
            scheduler.setJobFactory((bundle, quartz) -> new NightlyQuartzJob(work, retry));
            NightlySchedule schedule = new NightlySchedule(scheduler);
            schedule.declare(fireTimes);
            scheduler.start();
            return schedule;
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz cannot be started: " + e.getMessage(), e);
        }
    }

    private void declare(NightlyFireTimes fireTimes) throws SchedulerException {
        scheduler.addCalendar(CALENDAR, new SchoolDayCalendar(fireTimes), true, true);
        scheduler.addJob(night, true);
        NightlyTrigger trigger = new NightlyTrigger(fireTimes.cron());
        trigger.setKey(NIGHTLY);
        trigger.setJobKey(night.getKey());
        trigger.setCalendarName(CALENDAR);
        trigger.setStartTime(Date.from(Instant.now()));
        // A machine that slept through a night has missed it once, however long it slept.
        trigger.setMisfireInstruction(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
        if (fireTimes.next(Instant.now()).isPresent()) {
            scheduler.scheduleJob(trigger);
        }
    }

    /** Runs a night as soon as none is running. */
    public void runNow() {
        try {
            scheduler.triggerJob(night.getKey());
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not take the night: " + e.getMessage(), e);
        }
    }

    /** Goes on with another calendar: a night may have published other term dates. */
    public void follow(NightlyFireTimes fireTimes) {
        try {
            scheduler.addCalendar(CALENDAR, new SchoolDayCalendar(fireTimes), true, true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not take the calendar: " + e.getMessage(), e);
        }
    }

    /** When Quartz means to start the next night; empty where there is none any more. */
    public Optional<Instant> nextNight() {
        try {
            return Optional.ofNullable(scheduler.getTrigger(NIGHTLY)).map(Trigger::getNextFireTime).map(Date::toInstant);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not answer: " + e.getMessage(), e);
        }
    }

    public boolean isNightRunning() {
        try {
            return !scheduler.getCurrentlyExecutingJobs().isEmpty();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not answer: " + e.getMessage(), e);
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "bellwether-" + System.nanoTime());
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        return properties;
    }

    /** Starts no more nights, and returns when the one that is running has ended. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not stop: " + e.getMessage(), e);
        }
    }
}
