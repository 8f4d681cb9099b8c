package org.bellwether.job;

import java.time.Instant;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Starts nightly runs. */
public final class Nights {

    private final Runs runs;
    private final Job nightly;

    Nights(Runs runs, Job nightly) {
        this.runs = runs;
        this.nightly = nightly;
    }

    /**
     * @param receivedAt when what lies in the inbox counts as received
     * @throws RunFailedException where building or publishing failed; what was received stays received
     */
    public void run(Instant receivedAt) {
        runs.run(nightly, new JobParametersBuilder().addString(NightlyJob.RECEIVED_AT, receivedAt.toString()));
    }
}
