package org.bellwether.job;

import java.time.Instant;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Starts nightly runs. */
public final class Nights {

    private final DiskRoom room;
    private final Runs runs;
    private final Job nightly;

    Nights(DiskRoom room, Runs runs, Job nightly) {
        this.room = room;
        this.runs = runs;
        this.nightly = nightly;
    }

    /**
     * @param receivedAt when what lies in the inbox counts as received
     * @throws org.bellwether.home.HomeFaultException where the disk has not the room for it
     * @throws RunFailedException where building or publishing failed; what was received stays received
     */
    public void run(Instant receivedAt) {
        room.demand();
        runs.run(nightly, new JobParametersBuilder().addString(NightlyJob.RECEIVED_AT, receivedAt.toString()));
    }
}
