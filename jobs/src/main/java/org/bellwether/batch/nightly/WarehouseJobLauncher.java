package org.bellwether.batch.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.bellwether.batch.build.BuildJob;
import org.bellwether.batch.build.SubmissionQuarantine;
import org.bellwether.batch.build.WarehouseRepair;
import org.bellwether.batch.build.WarehouseState;
import org.bellwether.batch.publish.PublishJob;
import org.bellwether.batch.step.JobStarter;
import org.bellwether.batch.step.RunFailedException;
import org.bellwether.home.Home;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.release.store.HeldReleases;
import org.bellwether.release.store.ReleaseStore;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;

/** Starts the jobs of building and publishing; one that failed with the same parameters is restarted, not begun anew. */
public final class WarehouseJobLauncher {

    private final Home home;
    private final JobRepository repository;
    private final JobStarter jobs;
    private final SubmissionRegister register;
    private final Job build;
    private final Job publish;
    private final WarehouseState state;
    private final WarehouseRepair repair;
    private final SubmissionQuarantine quarantine;
    private final HeldReleases held;

    WarehouseJobLauncher(Home home, JobRepository repository, JobStarter jobs, SubmissionRegister register, Job build, Job publish,
            WarehouseState state, WarehouseRepair repair, SubmissionQuarantine quarantine) {
        this.quarantine = quarantine;
        this.home = home;
        this.held = new HeldReleases(home);
        this.repository = repository;
        this.jobs = jobs;
        this.register = register;
        this.build = build;
        this.publish = publish;
        this.state = state;
        this.repair = repair;
    }

    /**
     * Brings the home's warehouse up to date with all that is known, but submissions that came since the last release and with
     * which it cannot be built. Does nothing where nothing was ever accepted.
     */
    public void build() {
        asOf().ifPresent(asOf -> repair.around(() -> {
            quarantine.review();
            buildOrHold(asOf);
            return null;
        }));
    }

    private void buildOrHold(Instant asOf) {
        try {
            build(home.build(), asOf, SubmissionRegister.ALWAYS);
        } catch (RunFailedException failure) {
            if (!hasHeldWhatFails(failure, asOf)) {
                throw failure;
            }
            build(home.build(), asOf, SubmissionRegister.ALWAYS);
        }
    }

    /** Only what no damaged file and no fault of the machine explains may lie in what was sent. */
    private boolean hasHeldWhatFails(RunFailedException failure, Instant asOf) {
        return !repair.explains(failure) && quarantine.holdWhatFails(failure, asOf);
    }

    /** Builds what was known at the instant into a folder; its clock stands at the latest of what was known then. */
    public void build(Path folder, Instant at) {
        build(folder, register.latestReceived(at, at).orElse(at), at);
    }

    /**
     * Builds into a folder with the clock at an instant.
     *
     * @param known withdrawals after it do not count
     */
    public void build(Path folder, Instant asOf, Instant known) {
        jobs.start(build, new JobParametersBuilder().addString(BuildJob.AS_OF, asOf.toString()).addString(BuildJob.KNOWN, known.toString())
                .addString(BuildJob.FOLDER, folder.toString()).toJobParameters());
    }

    /**
     * Publishes what the home's warehouse holds. Does nothing where nothing was ever accepted, or where just that was
     * published last: also after a rollback, which so holds until something new comes. While a release waits for approval
     * another is made each time.
     *
     * @return whether there was anything to do
     */
    public boolean publish() {
        return asOf().filter(asOf -> repair.around(() -> publish(asOf))).isPresent();
    }

    private boolean publish(Instant asOf) throws IOException {
        if (!repair.isPending() && !new ReleaseStore(home).isCurrentComplete()) {
            repair.begin("a file of the current release was damaged or gone");
        }
        if (repair.isPending() || !state.isWhole()) {
            // What was thrown away while publishing, or emptied by a run that was stopped, stands again before it is published.
            buildOrHold(asOf);
        }
        String now = state.hash();
        if (!repair.isPending() && held.held().isEmpty() && isPublished(now)) {
            return false;
        }
        try {
            publish(asOf, now);
        } catch (RunFailedException failure) {
            if (!hasHeldWhatFails(failure, asOf)) {
                throw failure;
            }
            build(home.build(), asOf, SubmissionRegister.ALWAYS);
            publish(asOf, state.hash());
        }
        if (held.held().isEmpty()) {
            repair.done();
        }
        return true;
    }

    private void publish(Instant asOf, String now) {
        jobs.start(publish, new JobParametersBuilder().addString(BuildJob.AS_OF, asOf.toString()).addString(PublishJob.STATE, now).toJobParameters());
    }

    private boolean isPublished(String current) {
        JobInstance last = repository.getLastJobInstance(publish.getName());
        JobExecution execution = last == null ? null : repository.getLastJobExecution(last);
        return execution != null && execution.getStatus() == BatchStatus.COMPLETED && Files.exists(home.current())
                && current.equals(execution.getJobParameters().getString(PublishJob.STATE));
    }

    /** The instant of which a build knows by default: the latest at which something accepted was received. */
    public Optional<Instant> asOf() {
        return register.latestReceived();
    }
}
