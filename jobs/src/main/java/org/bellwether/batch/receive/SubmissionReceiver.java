package org.bellwether.batch.receive;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.ParallelMap;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.config.Shown;
import org.bellwether.intake.landing.Arrival;
import org.bellwether.intake.landing.CensusSet;
import org.bellwether.intake.landing.Inbox;
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

    private final Home home;
    private final Settings settings;
    private final LandingZone landingZone;
    private final PreflightCheck preflightCheck;
    private final SubmissionRegister register;
    private final SubmissionRegistrar registrar;
    private final CensusSet sets;
    private final JobOperator operator;
    private final Job receive;
    private final Stager stager;
    private final RivalDeliveries rivals;
    private final RetiredRows retired;

    SubmissionReceiver(Home home, Settings settings, ContractCatalog catalog, LandingZone landingZone, PreflightCheck preflightCheck,
            SubmissionRegister register, SubmissionRegistrar registrar, JobOperator operator, Job receive, Stager stager) {
        this.home = home;
        this.settings = settings;
        this.sets = new CensusSet(catalog);
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
    public Result receiveInbox(Instant receivedAt, Consumer<Submission> progress) {
        List<FileError> left = new ArrayList<>();
        // What a stopped run meant to take leaves the inbox first, or it would be taken for another delivery.
        List<Arrival> pending = takeUp(left);
        Inbox.Contents contents = new Inbox(home.inbox(), settings.inbox().quiet()).look(sets::key);
        left.addAll(contents.left());
        land(contents.deliveries(), true, receivedAt, pending, left);
        return receive(pending, left, progress);
    }

    /** Takes in copies of these files, wherever they lie; files of one set are one delivery, two of one name are two. */
    public Result receiveFiles(List<Path> files, Instant receivedAt, Consumer<Submission> progress) {
        List<FileError> left = new ArrayList<>();
        List<Arrival> pending = takeUp(left);
        List<Path> plain = new ArrayList<>();
        for (Path file : new LinkedHashSet<>(files.stream().map(file -> file.toAbsolutePath().normalize()).toList())) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                left.add(FileError.of("FILE-030", Shown.text(file.getFileName().toString()), null));
            } else {
                plain.add(file);
            }
        }
        land(deliveries(plain), false, receivedAt, pending, left);
        return receive(pending, left, progress);
    }

    /** A set may lie in several folders; where one of its names comes twice, each folder has a set of its own. */
    private List<List<Path>> deliveries(List<Path> files) {
        Map<String, List<Path>> deliveries = new LinkedHashMap<>();
        for (Path file : files) {
            String key = sets.key(file.getFileName().toString());
            deliveries.computeIfAbsent(key == null ? file.toString() : key, k -> new ArrayList<>()).add(file);
        }
        return deliveries.values().stream().flatMap(set -> set.stream().map(Path::getFileName).distinct().count() == set.size()
                ? Stream.of(set)
                : set.stream().collect(Collectors.groupingBy(Path::getParent, LinkedHashMap::new, Collectors.toList())).values().stream()).toList();
    }

    /** Completes what a stopped run has left half-done, as far as it can be done without judging. */
    private List<Arrival> takeUp(List<FileError> left) {
        registrar.indexUnregistered(left::add);
        Folders.delete(home.staged().resolve(".judging"));
        return new ArrayList<>(landingZone.pending(left::add));
    }

    private void land(List<List<Path>> deliveries, boolean isInbox, Instant receivedAt, List<Arrival> pending, List<FileError> left) {
        long next = landingZone.nextNumber(register.highestArrival());
        for (List<Path> delivery : deliveries) {
            Optional<Arrival> landed = landingZone.land(next, receivedAt, delivery, isInbox, carried(delivery), left::add);
            next += landed.isPresent() ? 1 : 0;
            landed.ifPresent(pending::add);
        }
    }

    private Result receive(List<Arrival> pending, List<FileError> left, Consumer<Submission> progress) {
        int workers = settings.engine().threads();
        List<Outcome> outcomes = new ArrayList<>();
        List<Looked> looked = new ArrayList<>();
        ParallelMap.map(pending, workers, this::look).forEach(one -> {
            if (one.report == null) {
                outcomes.add(new Outcome(one.arrival.number(), null, Optional.empty()));
            } else {
                looked.add(one);
            }
        });
        // Content that has been seen before may be what is live, which only the arrivals before it can tell: it goes last.
        Set<String> seen = new HashSet<>();
        Map<Boolean, List<Looked>> isNovel = looked.stream().collect(Collectors.partitioningBy(one ->
                seen.add(one.report.contentSha256()) && !register.knows(one.report.contentSha256())));
        stager.sideBySide(Math.min(workers, isNovel.get(true).size()));
        try (stager) {
            outcomes.addAll(ParallelMap.map(isNovel.get(true), workers, one -> run(one, progress)));
            isNovel.get(false).forEach(one -> outcomes.add(run(one, progress)));
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

    private Outcome run(Looked one, Consumer<Submission> progress) {
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
                submission.ifPresent(progress);
            }
            return new Outcome(number, execution, submission);
        } catch (JobExecutionException e) {
            LOG.debug("Arrival {} cannot be received", number, e);
            return new Outcome(number, null, Optional.empty());
        }
    }

    /** A table that comes later makes a new submission of the whole set: the others are taken over from the last one. */
    private List<Path> carried(List<Path> delivery) {
        String key = sets.key(delivery.get(0).getFileName().toString());
        if (key == null) {
            return List.of();
        }
        String returnName = key.substring(0, key.indexOf('/'));
        if (sets.hasRoot(returnName, delivery.stream().map(file -> file.getFileName().toString()).toList())) {
            return List.of();
        }
        return register.latestOfSet(returnName, key.substring(key.indexOf('/') + 1))
                .map(earlier -> earlier.files().stream()
                        .filter(file -> delivery.stream().noneMatch(own -> sets.sameTable(returnName, own.getFileName().toString(), file.file())))
                        .map(file -> home.landing(returnName, earlier.id()).resolve(file.file())).toList())
                .orElse(List.of());
    }
}
