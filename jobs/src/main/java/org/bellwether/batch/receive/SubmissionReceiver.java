package org.bellwether.batch.receive;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.batch.report.Progress;
import org.bellwether.batch.report.RunReport;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.ParallelMap;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.config.Shown;
import org.bellwether.intake.landing.Arrival;
import org.bellwether.intake.landing.LandingZone;
import org.bellwether.intake.preflight.PreflightCheck;
import org.bellwether.intake.preflight.PreflightReport;
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

/** Lands what is ready, looks at it, and runs one receive job an arrival, several side by side. */
public final class SubmissionReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionReceiver.class);

    private final int workers;
    private final LandingZone landingZone;
    private final PreflightCheck preflightCheck;
    private final SubmissionRegister register;
    private final SubmissionRegistrar registrar;
    private final DeliveryLanding landing;
    private final JobOperator operator;
    private final Job receive;
    private final Stager stager;
    private final RivalDeliveries rivals;
    private final RetiredRows retired;

    SubmissionReceiver(Home home, Settings settings, ContractCatalog catalog, LandingZone landingZone, PreflightCheck preflightCheck,
            SubmissionRegister register, SubmissionRegistrar registrar, JobOperator operator, Job receive, Stager stager) {
        this.workers = settings.engine().threads();
        this.landing = new DeliveryLanding(home, settings.inbox().quiet(), catalog, landingZone, register, registrar);
        this.landingZone = landingZone;
        this.preflightCheck = preflightCheck;
        this.register = register;
        this.registrar = registrar;
        this.operator = operator;
        this.receive = receive;
        this.stager = stager;
        this.rivals = new RivalDeliveries(catalog, registrar);
        this.retired = new RetiredRows(catalog, register, registrar, stager);
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

    /** Takes in what lies in the inbox, as if at the given instant. */
    public Result receiveInbox(Instant receivedAt, RunReport report) {
        return receive(landing.ofInbox(receivedAt), report);
    }

    /** Takes in copies of these files, wherever they lie; files of one set are one delivery, two of one name are two. */
    public Result receiveFiles(List<Path> files, Instant receivedAt, RunReport report) {
        return receive(landing.ofFiles(files, receivedAt), report);
    }

    private Result receive(DeliveryLanding.Landed landed, RunReport report) {
        try {
            long began = System.nanoTime();
            List<Looked> all = look(landed.arrivals(), report.progress());
            Result result = receive(all, landed.left(), report);
            report.received(all.size(), all.stream().mapToLong(Looked::rows).sum(), Duration.ofNanos(System.nanoTime() - began));
            return result;
        } finally {
            report.progress().end();
        }
    }

    private List<Looked> look(List<Arrival> pending, Progress progress) {
        progress.begin("look at", "deliveries", pending.size());
        return ParallelMap.map(pending, workers, arrival -> {
            Looked looked = look(arrival);
            progress.advance(1, names(arrival));
            return looked;
        });
    }

    private Result receive(List<Looked> all, List<FileError> left, RunReport report) {
        report.progress().begin("receive", "rows", all.stream().mapToLong(Looked::rows).sum());
        List<Looked> looked = all.stream().filter(one -> one.report != null).toList();
        List<Outcome> outcomes = new ArrayList<>(all.stream().filter(one -> one.report == null)
                .map(one -> new Outcome(one.arrival.number(), null, Optional.empty())).toList());
        // Content that has been seen before may be what is live, which only the arrivals before it can tell: it goes last.
        Set<String> seen = new HashSet<>();
        Map<Boolean, List<Looked>> isNovel = looked.stream().collect(Collectors.partitioningBy(one ->
                seen.add(one.report.contentSha256()) && !register.knows(one.report.contentSha256())));
        stager.sideBySide(Math.min(workers, isNovel.get(true).size()));
        try (stager) {
            outcomes.addAll(ParallelMap.map(isNovel.get(true), workers, one -> run(one, report)));
            isNovel.get(false).forEach(one -> outcomes.add(run(one, report)));
            outcomes.sort(Comparator.comparingLong(Outcome::arrival));
            List<Submission> submissions = outcomes.stream().map(Outcome::submission).flatMap(Optional::stream).toList();
            Result result = new Result(retired.warn(rivals.warn(submissions)), left,
                    outcomes.stream().filter(Outcome::hasFailed).map(Outcome::arrival).toList(),
                    outcomes.stream().map(Outcome::execution).filter(Objects::nonNull).toList());
            if (result.failed().isEmpty()) {
                registrar.agreed();
            }
            return result;
        }
    }

    /** An arrival and what a look at it has told; without a report where the home failed. */
    private record Looked(Arrival arrival, PreflightReport report) {

        /** To be judged: 0 where it is refused, or where only reading it will tell. */
        long rows() {
            return report == null || report.error() != null ? 0 : report.files().stream().mapToLong(one -> Math.max(0, one.profile().rows())).sum();
        }
    }

    /** What became of an arrival; without a submission where its job failed, without an execution where it never began. */
    private record Outcome(long arrival, JobExecution execution, Optional<Submission> submission) {

        boolean hasFailed() {
            return execution == null || execution.getStatus().isUnsuccessful();
        }
    }

    private Looked look(Arrival arrival) {
        Path folder = landingZone.folder(arrival.number());
        try {
            PreflightReport report = preflightCheck.inspect(arrival, folder);
            Json.write(folder.resolve(PreflightReport.FILE), report);
            return new Looked(arrival, report);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.debug("Arrival {} could not be looked at", arrival.number(), e);
            return new Looked(arrival, null);
        }
    }

    private Outcome run(Looked one, RunReport report) {
        long number = one.arrival.number();
        JobParameters parameters = new JobParametersBuilder()
                .addLong(ReceiveJob.ARRIVAL, number, true)
                .addString(ReceiveJob.SHA256, one.report.contentSha256(), true)
                .addString("receivedAt", one.arrival.receivedAt().toString(), false)
                .toJobParameters();
        try {
            JobExecution execution = operator.start(receive, parameters);
            execution.getAllFailureExceptions().forEach(cause -> LOG.debug("Arrival {} failed", number, cause));
            Optional<Submission> submission = execution.getStatus().isUnsuccessful() ? Optional.empty() : register.ofArrival(number);
            synchronized (this) {
                submission.ifPresent(report::submission);
                report.progress().advance(one.rows(), names(one.arrival));
            }
            return new Outcome(number, execution, submission);
        } catch (JobExecutionException e) {
            LOG.debug("Arrival {} cannot be received", number, e);
            return new Outcome(number, null, Optional.empty());
        }
    }

    private static String names(Arrival arrival) {
        return arrival.files().stream().map(Shown::text).collect(Collectors.joining(", "));
    }
}
