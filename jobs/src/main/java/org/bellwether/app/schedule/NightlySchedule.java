package org.bellwether.app.schedule;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts nights at their fire times, one at a time, for as long as it is open. Keeps nothing: fire times are declared anew at each start. */
public final class NightlySchedule implements AutoCloseable {

    /** What is done in a night. It takes what it needs and lets go of it before it returns. */
    @FunctionalInterface
    public interface Work {

        /** @param observations where its jobs are observed */
        Outcome run(ObservationRegistry observations);
    }

    /** What became of a night. */
    public enum Outcome {

        RAN,

        /** Another process holds the home; a later try may find it free. */
        LOCKED
    }

    static final TriggerKey NIGHTLY = TriggerKey.triggerKey("nightly");
    private static final NightlyQuartzJob.Retry PATIENT = new NightlyQuartzJob.Retry(6, Duration.ofMinutes(10));

    private final ConfigurableApplicationContext application;
    private final Scheduler scheduler;
    private final JobKey night;

    private NightlySchedule(ConfigurableApplicationContext application) {
        this.application = application;
        this.scheduler = application.getBean(Scheduler.class);
        this.night = application.getBean(JobDetail.class).getKey();
    }

    /** Declares the fire times and starts. */
    public static NightlySchedule start(Home home, ContractCatalog catalog, NightlyFireTimes fireTimes, Work work) {
        return start(home, catalog, fireTimes, work, PATIENT);
    }

    static NightlySchedule start(Home home, ContractCatalog catalog, NightlyFireTimes fireTimes, Work work, NightlyQuartzJob.Retry retry) {
        SpringApplication application = new SpringApplication(SchedulerApplication.class);
        // Asked to stop, a process finishes its night; whoever closes the schedule closes this.
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            ConfigurableListableBeanFactory beans = context.getBeanFactory();
            beans.registerSingleton("home", home);
            beans.registerSingleton("contractCatalog", catalog);
            beans.registerSingleton("fireTimes", fireTimes);
            beans.registerSingleton("work", work);
            beans.registerSingleton("retry", retry);
        });
        return new NightlySchedule(application.run());
    }

    /** Runs a night as soon as none is running. */
    public void runNow() {
        try {
            scheduler.triggerJob(night);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not take the night: " + e.getMessage(), e);
        }
    }

    /** Goes on with another calendar: a night may have published other term dates. */
    public void follow(NightlyFireTimes fireTimes) {
        try {
            scheduler.addCalendar(SchedulerApplication.CALENDAR, new SchoolDayCalendar(fireTimes), true, true);
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

    /** Starts no more nights, and returns when the one that is running has ended. */
    @Override
    public void close() {
        application.close();
    }
}
