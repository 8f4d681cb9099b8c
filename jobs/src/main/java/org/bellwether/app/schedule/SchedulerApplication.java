package org.bellwether.app.schedule;

import java.time.Instant;
import java.util.Date;
import org.bellwether.app.status.HomeHealth;
import org.bellwether.app.status.HomeInfo;
import org.bellwether.app.status.HomeMetrics;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Spring application of the process that stays: Quartz in memory, and what it tells of the home. Its nights start an application
 * of their own, which holds the home, and observe their jobs in this one's registry.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({QuartzAutoConfiguration.class, MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
    SimpleMetricsExportAutoConfiguration.class, ObservationAutoConfiguration.class})
class SchedulerApplication {

    static final String CALENDAR = "schoolDays";

    @Bean
    HomeHealth homeHealth(Home home) {
        return new HomeHealth(home);
    }

    @Bean
    HomeInfo homeInfo(Home home) {
        return new HomeInfo(home);
    }

    @Bean
    HomeMetrics homeMetrics(Home home, ContractCatalog catalog) {
        return new HomeMetrics(home, catalog);
    }

    @Bean
    JobDetail night() {
        return JobBuilder.newJob(NightlyQuartzJob.class).withIdentity("night").storeDurably().build();
    }

    @Bean(CALENDAR)
    SchoolDayCalendar schoolDays(NightlyFireTimes fireTimes) {
        return new SchoolDayCalendar(fireTimes);
    }

    @Bean
    Trigger nightly(NightlyFireTimes fireTimes, JobDetail night) {
        NightlyTrigger trigger = new NightlyTrigger(fireTimes.cron());
        trigger.setKey(NightlySchedule.NIGHTLY);
        trigger.setJobKey(night.getKey());
        trigger.setCalendarName(CALENDAR);
        trigger.setStartTime(Date.from(Instant.now()));
        // A machine that slept through a night has missed it once, however long it slept.
        trigger.setMisfireInstruction(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
        return trigger;
    }
}
