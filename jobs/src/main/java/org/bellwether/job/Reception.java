package org.bellwether.job;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.home.Settings;
import org.bellwether.home.SideBySide;
import org.bellwether.contract.ContractCatalog;
import org.bellwether.intake.Arrival;
import org.bellwether.intake.ArrivalStore;
import org.bellwether.intake.CensusSet;
import org.bellwether.intake.Inbox;
import org.bellwether.intake.Receipt;
import org.bellwether.intake.Recogniser;
import org.bellwether.intake.Submission;
import org.bellwether.intake.SubmissionRegister;
import org.bellwether.staging.Registrar;
import org.bellwether.staging.Stager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;

/** Lands what is ready, looks at it, and runs one receive job an arrival, several side by side. */
public final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Home home;
    private final Settings.Bellwether settings;
    private final ArrivalStore arrivals;
    private final Recogniser recogniser;
    private final SubmissionRegister register;
    private final Registrar registrar;
    private final CensusSet sets;
    private final JobOperator operator;
    private final Job receive;
    private final Stager stager;

    Reception(Home home, Settings.Bellwether settings, ContractCatalog catalog, ArrivalStore arrivals, Recogniser recogniser,
            SubmissionRegister register, Registrar registrar, JobOperator operator, Job receive, Stager stager) {
        this.home = home;
        this.settings = settings;
        this.sets = new CensusSet(catalog);
        this.arrivals = arrivals;
        this.recogniser = recogniser;
        this.register = register;
        this.registrar = registrar;
        this.operator = operator;
        this.receive = receive;
        this.stager = stager;
    }

    /** What a run of receiving did: submissions in order of arrival, names that wait, and arrivals whose job failed. */
    public record Result(List<Submission> submissions, List<String> waiting, List<Long> failed, List<JobExecution> executions) {
    }

    /** Takes in what lies in the inbox, as if at the given instant. */
    public Result receiveInbox(Instant receivedAt, Consumer<Submission> progress) {
        // What a stopped run meant to take leaves the inbox first, or it would be taken for another delivery.
        List<Arrival> stopped = takeUp();
        Inbox.Contents contents = new Inbox(home.inbox(), settings.inbox().quiet()).look(sets::key);
        List<String> waiting = contents.waiting().stream().map(file -> file.getFileName().toString()).toList();
        return receive(stopped, contents.deliveries(), waiting, receivedAt, progress);
    }

    /** Takes in these files, wherever they lie; files of one set are one delivery. */
    public Result receiveFiles(List<Path> files, Instant receivedAt, Consumer<Submission> progress) {
        List<Arrival> stopped = takeUp();
        java.util.LinkedHashMap<String, List<Path>> deliveries = new java.util.LinkedHashMap<>();
        for (Path file : files.stream().filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS)).toList()) {
            String name = file.getFileName().toString();
            String key = sets.key(name);
            deliveries.computeIfAbsent(key == null ? file.toString() : key, k -> new ArrayList<>()).add(file);
        }
        return receive(stopped, List.copyOf(deliveries.values()), List.of(), receivedAt, progress);
    }

    /** Completes what a stopped run has left half-done, as far as it can be done without judging. */
    private List<Arrival> takeUp() {
        registrar.indexUnregistered();
        Folders.delete(home.staged().resolve(".judging"));
        return arrivals.pending();
    }

    private Result receive(List<Arrival> stopped, List<List<Path>> deliveries, List<String> waiting, Instant receivedAt,
            Consumer<Submission> progress) {
        List<Arrival> pending = new ArrayList<>(stopped);
        long next = arrivals.nextNumber(register.highestArrival());
        for (List<Path> delivery : deliveries) {
            pending.add(arrivals.land(next++, receivedAt, delivery, carried(delivery)));
        }
        int workers = settings.engine().threads();
        List<Looked> looked = SideBySide.map(pending, workers, this::look);
        // Content that has been seen before may be what is live, which only the arrivals before it can tell: it goes last.
        Set<String> seen = new HashSet<>();
        Map<Boolean, List<Looked>> isNovel = looked.stream().collect(Collectors.partitioningBy(one ->
                seen.add(one.receipt.contentSha256()) && !register.knows(one.receipt.contentSha256())));
        List<Outcome> outcomes = new ArrayList<>();
        stager.sideBySide(Math.min(workers, isNovel.get(true).size()));
        try (stager) {
            outcomes.addAll(SideBySide.map(isNovel.get(true), workers, one -> run(one, progress)));
            isNovel.get(false).forEach(one -> outcomes.add(run(one, progress)));
        }
        outcomes.sort(Comparator.comparingLong(Outcome::arrival));
        return new Result(
                outcomes.stream().map(Outcome::submission).flatMap(Optional::stream).toList(), waiting,
                outcomes.stream().filter(one -> one.execution.getStatus().isUnsuccessful()).map(Outcome::arrival).toList(),
                outcomes.stream().map(Outcome::execution).toList());
    }

    /** An arrival and what a look at it has told. */
    private record Looked(Arrival arrival, Receipt receipt) {
    }

    /** What became of an arrival; without a submission where its job failed. */
    private record Outcome(long arrival, JobExecution execution, Optional<Submission> submission) {
    }

    private Looked look(Arrival arrival) {
        Path folder = arrivals.folder(arrival.number());
        Receipt receipt = recogniser.recognise(arrival, folder);
        Json.write(folder.resolve(Receipt.RECEIPT), receipt);
        return new Looked(arrival, receipt);
    }

    private Outcome run(Looked one, Consumer<Submission> progress) {
        long number = one.arrival.number();
        JobParameters parameters = new JobParametersBuilder()
                .addLong(ReceiveJob.ARRIVAL, number, true)
                .addString(ReceiveJob.SHA256, one.receipt.contentSha256(), true)
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
        } catch (org.springframework.batch.core.job.JobExecutionException e) {
            throw new IllegalStateException("Arrival " + number + " cannot be received: " + e.getMessage(), e);
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
