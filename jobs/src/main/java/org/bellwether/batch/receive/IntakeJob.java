package org.bellwether.batch.receive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.step.JobStarter;
import org.bellwether.batch.step.RunNumber;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.DefaultJobParametersValidator;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;

/** Receives without building, as a job of its own. Files are no parameter of it: a list of them may be longer than the repository takes. */
public final class IntakeJob {

    public static final String NAME = "intake";

    private final JobRepository repository;
    private final JobStarter jobs;
    private final DeliveryLanding landing;
    private final ArrivalInspector inspector;
    private final SubmissionReceiver receiver;

    IntakeJob(JobRepository repository, JobStarter jobs, DeliveryLanding landing, ArrivalInspector inspector, SubmissionReceiver receiver) {
        this.repository = repository;
        this.jobs = jobs;
        this.landing = landing;
        this.inspector = inspector;
        this.receiver = receiver;
    }

    /** The steps of receiving what lies in the inbox. */
    public Intake ofInbox(RunReport report) {
        return intake(landing::ofInbox, report);
    }

    /** Takes in what lies in the inbox, as if at the given instant. */
    public SubmissionReceiver.Result receiveInbox(Instant receivedAt, RunReport report) {
        return run(ofInbox(report), receivedAt);
    }

    /** Takes in copies of these files, wherever they lie; files of one set are one delivery, two of one name are two. */
    public SubmissionReceiver.Result receiveFiles(List<Path> files, Instant receivedAt, RunReport report) {
        return run(intake(at -> landing.ofFiles(files, at), report), receivedAt);
    }

    private Intake intake(Function<Instant, DeliveryLanding.Landed> source, RunReport report) {
        return new Intake(repository, source, inspector, receiver, report);
    }

    private SubmissionReceiver.Result run(Intake intake, Instant receivedAt) {
        AtomicReference<SubmissionReceiver.Result> result = new AtomicReference<>();
        Job job = new JobBuilder(NAME, repository)
                .validator(new DefaultJobParametersValidator(new String[] {Intake.RECEIVED_AT, RunNumber.RUN}, new String[0]))
                .start(intake.land())
                .next(intake.preflight())
                .next(intake.receive(result::set))
                .build();
        jobs.start(job, new JobParametersBuilder().addString(Intake.RECEIVED_AT, receivedAt.toString()).toJobParameters());
        return result.get();
    }
}
