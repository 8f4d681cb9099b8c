package org.bellwether.batch.nightly;

import java.time.Instant;
import org.bellwether.config.BellwetherException;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Starts nightly runs. */
public final class NightlyJobLauncher {

    private final DiskRoom room;
    private final WarehouseJobLauncher launcher;
    private final Job nightly;

    NightlyJobLauncher(DiskRoom room, WarehouseJobLauncher launcher, Job nightly) {
        this.room = room;
        this.launcher = launcher;
        this.nightly = nightly;
    }

    /**
     * @param receivedAt when what lies in the inbox counts as received
     * @throws BellwetherException where the disk has not the room for it
     * @throws org.bellwether.batch.report.RunFailedException where building or publishing failed; what was received stays received
     */
    public void run(Instant receivedAt) {
        room.demand();
        launcher.run(nightly, new JobParametersBuilder().addString(NightlyJob.RECEIVED_AT, receivedAt.toString()));
    }
}
