package org.bellwether.batch.receive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.batch.report.RunReport;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.ParallelMap;
import org.bellwether.home.EnvironmentFault;
import org.bellwether.home.Home;
import org.bellwether.intake.landing.Arrival;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.Stager;
import org.bellwether.staging.registration.SubmissionRegistrar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;

/** Judges what has landed: one receive job an arrival, several side by side. */
public final class SubmissionReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionReceiver.class);

    private final int workers;
    private final SubmissionRegister register;
    private final SubmissionRegistrar registrar;
    private final JobOperator operator;
    private final Job receive;
    private final Stager stager;
    private final RivalDeliveries rivals;
    private final RetiredRows retired;
    private final DriftedSubmissions drifted;

    /** @param workers how many arrivals are judged side by side */
    SubmissionReceiver(int workers, Home home, ContractCatalog catalog, SubmissionRegister register, SubmissionRegistrar registrar, JobOperator operator, Job receive,
            Stager stager) {
        this.workers = workers;
        this.register = register;
        this.registrar = registrar;
        this.operator = operator;
        this.receive = receive;
        this.stager = stager;
        this.rivals = new RivalDeliveries(catalog, registrar);
        this.retired = new RetiredRows(catalog, register, registrar, stager);
        this.drifted = new DriftedSubmissions(home, catalog, register, registrar);
    }

    /**
     * What a run of receiving did.
     *
     * @param submissions in order of arrival
     * @param left what stayed in the inbox or was not to be had, each with its reason
     * @param failed arrivals whose job failed
     */
    public record Result(List<Submission> submissions, List<FileError> left, List<Long> failed, List<JobExecution> executions) {

        /** Names of the files that wait in the inbox. */
        public List<String> waiting() {
            return left.stream().filter(one -> !List.of("FILE-046", "FILE-053").contains(one.rule())).map(FileError::file).toList();
        }

        /** Sentences about submissions that were accepted all the same. */
        public List<String> warnings() {
            return submissions.stream().flatMap(one -> one.warnings().stream().map(warning -> one.id() + " " + warning)).toList();
        }
    }

    /**
     * Runs one receive job an arrival, several side by side.
     *
     * @param left what stayed in the inbox or was not to be had
     */
    Result receive(List<InspectedArrival> all, List<FileError> left, RunReport report) {
        report.progress().begin("receive", "rows", all.stream().mapToLong(InspectedArrival::rows).sum());
        List<InspectedArrival> inspected = all.stream().filter(one -> !one.hasFailed()).toList();
        all.stream().filter(InspectedArrival::hasFailed).forEach(one -> EnvironmentFault.in(one.failure()).ifPresent(report::fault));
        List<Outcome> outcomes = new ArrayList<>(all.stream().filter(InspectedArrival::hasFailed)
                .map(one -> new Outcome(one.arrival().number(), null, Optional.empty())).toList());
        // Content that has been seen before may be what is live, which only the arrivals before it can tell: it goes last.
        Set<String> seen = new HashSet<>();
        Map<Boolean, List<InspectedArrival>> isNovel = inspected.stream().collect(Collectors.partitioningBy(one ->
                seen.add(one.report().contentSha256()) && !register.knows(one.report().contentSha256())));
        stager.sideBySide(Math.min(workers, isNovel.get(true).size()));
        try (stager) {
            outcomes.addAll(ParallelMap.map(isNovel.get(true), workers, one -> run(one, report)));
            isNovel.get(false).forEach(one -> outcomes.add(run(one, report)));
            outcomes.sort(Comparator.comparingLong(Outcome::arrival));
            List<Submission> submissions = outcomes.stream().map(Outcome::submission).flatMap(Optional::stream).toList();
            Result result = new Result(drifted.warn(retired.warn(rivals.warn(submissions))), left,
                    outcomes.stream().filter(Outcome::hasFailed).map(Outcome::arrival).toList(),
                    outcomes.stream().map(Outcome::execution).filter(Objects::nonNull).toList());
            if (result.failed().isEmpty()) {
                registrar.agreed();
            }
            return result;
        }
    }

    /** What became of an arrival; without a submission where its job failed, without an execution where it never began. */
    private record Outcome(long arrival, JobExecution execution, Optional<Submission> submission) {

        boolean hasFailed() {
            return execution == null || execution.getStatus().isUnsuccessful();
        }
    }

    private Outcome run(InspectedArrival one, RunReport report) {
        long number = one.arrival().number();
        JobParameters parameters = new JobParametersBuilder()
                .addLong(ReceiveJob.ARRIVAL, number, true)
                .addString(ReceiveJob.SHA256, one.report().contentSha256(), true)
                .addString(ReceiveJob.RECEIVED_AT, one.arrival().receivedAt().toString(), false)
                .toJobParameters();
        try {
            JobExecution execution = operator.start(receive, parameters);
            execution.getAllFailureExceptions().forEach(cause -> LOG.debug("Arrival {} failed", number, cause));
            Optional<Submission> submission = execution.getStatus().isUnsuccessful() ? Optional.empty() : register.ofArrival(number);
            synchronized (this) {
                submission.ifPresent(report::submission);
                execution.getAllFailureExceptions().forEach(cause -> EnvironmentFault.in(cause).ifPresent(report::fault));
                report.progress().advance(one.rows(), one.names());
            }
            return new Outcome(number, execution, submission);
        } catch (JobExecutionException e) {
            LOG.debug("Arrival {} cannot be received", number, e);
            return new Outcome(number, null, Optional.empty());
        }
    }
}
