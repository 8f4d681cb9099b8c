package org.bellwether.batch.receive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.step.ActionStep;
import org.bellwether.batch.step.StepCounts;
import org.bellwether.intake.register.Submission;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * Receiving as three steps of a job: land, preflight, receive. Each is timed and counted, and hands what it has found to the next;
 * a restart begins with the first, since what has landed lies in the home.
 */
public final class Intake {

    /** Job parameter: when what is taken in counts as received. */
    public static final String RECEIVED_AT = ReceiveJob.RECEIVED_AT;
    /** Name of the step that judges what has landed. */
    public static final String RECEIVE = "receive";

    private final JobRepository repository;
    private final Function<Instant, DeliveryLanding.Landed> source;
    private final ArrivalInspector inspector;
    private final SubmissionReceiver receiver;
    private final RunReport report;
    private DeliveryLanding.Landed landed;
    private List<InspectedArrival> inspected;
    private SubmissionReceiver.Result result;

    /** @param source lands what is to be taken in, as received at the instant */
    Intake(JobRepository repository, Function<Instant, DeliveryLanding.Landed> source, ArrivalInspector inspector, SubmissionReceiver receiver,
            RunReport report) {
        this.repository = repository;
        this.source = source;
        this.inspector = inspector;
        this.receiver = receiver;
        this.report = report;
    }

    /** Counts deliveries. */
    public Step land() {
        return new ActionStep("land", repository, step -> {
            landed = source.apply(Instant.parse(step.getJobParameters().getString(RECEIVED_AT)));
            step.setReadCount(landed.arrivals().size());
        });
    }

    /** Counts the rows of those that are not refused. */
    public Step preflight() {
        return new ActionStep("preflight", repository, step -> {
            inspected = inspector.inspect(landed.arrivals(), report.progress());
            step.setReadCount(inspected.stream().mapToLong(InspectedArrival::rows).sum());
        });
    }

    /** @param tell what it did */
    public Step receive(Consumer<SubmissionReceiver.Result> tell) {
        return new ActionStep(RECEIVE, repository, step -> {
            receive(step);
            tell.accept(result);
        });
    }

    private void receive(StepExecution step) {
        long began = System.nanoTime();
        try {
            result = receiver.receive(inspected, landed.left(), report);
        } finally {
            report.progress().end();
        }
        long rows = count(Submission::rows);
        StepCounts.record(step, rows, count(Submission::accepted), count(Submission::rejected), count(Submission::accepted));
        report.received(inspected.size(), rows, Duration.ofNanos(System.nanoTime() - began));
    }

    private long count(Function<Submission, Long> of) {
        return result.submissions().stream().map(of).mapToLong(count -> count == null ? 0 : count).sum();
    }
}
