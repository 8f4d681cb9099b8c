package org.bellwether.app.schedule;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/** Runs one night for Quartz; where the home is held by another process it comes back a few times later. */
@DisallowConcurrentExecution
final class NightlyQuartzJob implements Job {

    private static final String TRY = "try";

    private final NightlySchedule.Work work;
    private final Retry retry;
    private final ObservationRegistry observations;

    /** How often, and after how long, a night that found the home locked is tried again. */
    record Retry(int times, Duration pause) {
    }

    NightlyQuartzJob(NightlySchedule.Work work, Retry retry, ObservationRegistry observations) {
        this.observations = observations;
        this.work = work;
        this.retry = retry;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        int tries = context.getMergedJobDataMap().containsKey(TRY) ? context.getMergedJobDataMap().getInt(TRY) : 0;
        if (work.run(observations) == NightlySchedule.Outcome.LOCKED && tries < retry.times()) {
            try {
                context.getScheduler().scheduleJob(again(context, tries + 1));
            } catch (SchedulerException e) {
                throw new JobExecutionException("The night cannot be tried again", e);
            }
        }
    }

    private Trigger again(JobExecutionContext context, int tries) {
        return TriggerBuilder.newTrigger().forJob(context.getJobDetail()).usingJobData(TRY, tries)
                .startAt(Date.from(Instant.now().plus(retry.pause()))).build();
    }
}
