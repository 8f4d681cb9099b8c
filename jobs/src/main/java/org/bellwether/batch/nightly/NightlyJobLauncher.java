package org.bellwether.batch.nightly;

import java.time.Instant;
import org.bellwether.batch.build.BuildStamp;
import org.bellwether.batch.receive.Intake;
import org.bellwether.batch.step.JobStarter;
import org.bellwether.config.BellwetherException;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Starts nightly runs. */
public final class NightlyJobLauncher {

    private final DiskRoom room;
    private final JobStarter jobs;
    private final Job nightly;
    private final BuildStamp stamp;

    NightlyJobLauncher(DiskRoom room, JobStarter jobs, Job nightly, BuildStamp stamp) {
        this.room = room;
        this.jobs = jobs;
        this.nightly = nightly;
        this.stamp = stamp;
    }

    /**
     * @param receivedAt when what lies in the inbox counts as received
     * @throws BellwetherException where the disk has not the room for it
     * @throws org.bellwether.batch.step.RunFailedException where building or publishing failed; what was received stays received
     */
    public void run(Instant receivedAt) {
        stamp.begin();
        room.demand();
        jobs.start(nightly, new JobParametersBuilder().addString(Intake.RECEIVED_AT, receivedAt.toString()).toJobParameters());
    }
}
