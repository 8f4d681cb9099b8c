package org.bellwether.app.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.app.owed.ReturnsRegister;
import org.bellwether.batch.nightly.NightlyJob;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.report.SetAsideEntry;
import org.bellwether.batch.report.UnplacedRows;
import org.bellwether.batch.step.BatchTime;
import org.bellwether.batch.step.StepCounts;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.release.store.HeldReleases;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** Writes control/status.json at the end of each run, so that reports need neither lock nor database. */
public final class StatusWriter {

    private static final Logger LOG = LoggerFactory.getLogger(StatusWriter.class);
    private static final int RUNS = 50;
    private static final int LATEST = 500;

    private final Project project;
    private final Home home;
    private final Settings settings;
    private final ContractCatalog catalog;
    private final SubmissionRegister register;
    private final JobRepository repository;
    private final RunReport report;

    public StatusWriter(Project project, Home home, Settings settings, ContractCatalog catalog, SubmissionRegister register, JobRepository repository,
            RunReport report) {
        this.project = project;
        this.home = home;
        this.settings = settings;
        this.catalog = catalog;
        this.register = register;
        this.repository = repository;
        this.report = report;
    }

    public void write() {
        try {
            if (report.setAside() != null) {
                SetAsideEntry.write(home, report.setAside());
            }
            String release = new ReleaseStore(home).current().map(current -> current.id().toString()).orElse(null);
            List<Status.SubmissionStatus> all = submissions();
            List<Status.SubmissionStatus> shown = shown(all);
            Json.write(home.statusFile(), new Status(settings.la(), release, shown, omitted(all, shown), report.waiting(), runs(),
                    unplacedRows(), audits(), held(), overdue(), kept(all)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the register of the current release has it. */
    private List<ReturnsRegister.Overdue> overdue() throws IOException {
        try (ReturnsRegister published = ReturnsRegister.find(project, home).orElse(null)) {
            return published == null ? List.of() : published.overdue();
        } catch (SQLException e) {
            // Rows of a release that cannot be read are for others to tell; the status of everything else is wanted all the more.
            LOG.debug("The register of the current release cannot be read", e);
            return List.of();
        }
    }

    private Status.Held held() {
        return new HeldReleases(home).held().map(one -> new Status.Held(one.id().toString(), Manifest.readWhole(one.folder())
                .map(Manifest::holding).orElse(List.of()).stream().map(audit -> audit.name() + ": " + audit.message()).toList())).orElse(null);
    }

    /** Of this run, or where it built nothing of the one before. */
    private UnplacedRows unplacedRows() {
        return report.models().isEmpty() ? Json.readWhole(home.statusFile(), Status.class).map(Status::unplacedRows).orElse(report.unplacedRows())
                : report.unplacedRows();
    }

    /** Of this run, or where it audited nothing of the one that did. */
    private List<Status.Audit> audits() {
        if (report.audits() == null) {
            return Json.readWhole(home.statusFile(), Status.class).map(Status::audits).orElse(List.of());
        }
        return report.audits().stream().map(one -> new Status.Audit(one.audit().name(), one.outcome(), one.audit().message(),
                one.audit().resolve(), one.rows(), one.file() == null ? null : one.file().toString())).toList();
    }

    /** A home of years has ten thousands, of which most are of interest to nobody any more; their records lie in landing. */
    static List<Status.SubmissionStatus> shown(List<Status.SubmissionStatus> all) {
        int latest = Math.max(0, all.size() - LATEST);
        return IntStream.range(0, all.size()).filter(place -> place >= latest || all.get(place).state().isAccepted()).mapToObj(all::get).toList();
    }

    static Map<String, Long> omitted(List<Status.SubmissionStatus> all, List<Status.SubmissionStatus> shown) {
        Set<String> ids = shown.stream().map(Status.SubmissionStatus::id).collect(Collectors.toSet());
        return all.stream().filter(one -> !ids.contains(one.id()))
                .collect(Collectors.groupingBy(one -> one.state().label(), TreeMap::new, Collectors.counting()));
    }

    private static List<Status.Kept> kept(List<Status.SubmissionStatus> all) {
        Map<Optional<String>, List<Status.SubmissionStatus>> byReturn = all.stream().collect(Collectors.groupingBy(one -> Optional.ofNullable(one.returnName())));
        return byReturn.entrySet().stream().map(one -> new Status.Kept(one.getKey().orElse(null), one.getValue().size(),
                        one.getValue().stream().map(Status.SubmissionStatus::receivedAt).min(Comparator.naturalOrder()).orElseThrow()))
                .sorted(Comparator.comparing(Status.Kept::returnName, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
    }

    private List<Status.SubmissionStatus> submissions() {
        List<Submission> all = register.all();
        Map<String, List<String>> setAside = setAside();
        Map<String, SubmissionRegister.Standing> standings = register.standings();
        return all.stream().map(one -> status(one, standings.get(one.id()), setAside.getOrDefault(one.id(), List.of()))).toList();
    }

    /** A sentence for each rule by which something of a submission is left out of the build. */
    private Map<String, List<String>> setAside() {
        Map<String, List<String>> sentences = new HashMap<>();
        SetAsideEntry.read(home).stream().collect(Collectors.groupingBy(SetAsideEntry::submission, Collectors.groupingBy(
                SetAsideEntry::rule, TreeMap::new, Collectors.toList()))).forEach((id, byRule) -> sentences.put(id,
                        byRule.values().stream().map(entries -> entries.get(0).rule() + " " + entries.get(0).message()
                                + (entries.get(0).line() == null ? "" : " (" + entries.size() + " rows)")
                                + "; " + entries.get(0).remedy()).toList()));
        return sentences;
    }

    private Status.SubmissionStatus status(Submission one, SubmissionRegister.Standing standing, List<String> setAside) {
        if (!one.state().isAccepted() || standing == null) {
            List<String> warnings = one.withdrawal() == null ? one.warnings() : withdrawn(one);
            return Status.SubmissionStatus.of(one, one.state(), Stream.concat(warnings.stream(), setAside.stream()).toList());
        }
        List<String> warnings = new ArrayList<>(one.warnings());
        warnings.addAll(setAside);
        // Only a higher serial keeps a scope from what comes later.
        if (standing.isOutranked()) {
            warnings.add("FILE-007 " + catalog.rule("FILE-007").message());
        }
        return Status.SubmissionStatus.of(one, standing.owned() == 0 ? SubmissionState.REPLACED : one.state(), warnings);
    }

    private static List<String> withdrawn(Submission one) {
        List<String> warnings = new ArrayList<>(one.warnings());
        warnings.add("withdrawn by " + one.withdrawal().by() + " at " + one.withdrawal().at() + ": " + one.withdrawal().why());
        return warnings;
    }

    private List<Status.Run> runs() {
        List<JobExecution> executions = new ArrayList<>();
        for (String name : repository.getJobNames()) {
            for (JobInstance instance : repository.getJobInstances(name, 0, RUNS)) {
                executions.addAll(repository.getJobExecutions(instance));
            }
        }
        executions.sort(Comparator.comparing(JobExecution::getCreateTime).reversed().thenComparing(JobExecution::getId, Comparator.reverseOrder()));
        List<JobExecution> latest = new ArrayList<>(executions.subList(0, Math.min(RUNS, executions.size())));
        // However many deliveries a night had, the schedule finds in here when the last one began.
        executions.stream().filter(one -> one.getJobInstance().getJobName().equals(NightlyJob.NAME)).findFirst()
                .filter(night -> !latest.contains(night)).ifPresent(latest::add);
        return latest.stream().map(StatusWriter::run).toList();
    }

    private static Status.Run run(JobExecution execution) {
        return new Status.Run(execution.getJobInstance().getJobName(), execution.getStatus().name(), BatchTime.instant(execution.getStartTime()),
                BatchTime.instant(execution.getEndTime()), execution.getStepExecutions().stream().map(StatusWriter::step).toList());
    }

    private static Status.Step step(StepExecution step) {
        return new Status.Step(step.getStepName(), step.getStatus().name(), step.getReadCount(),
                StepCounts.accepted(step), step.getFilterCount(),
                step.getWriteCount(), step.getExecutionContext().containsKey(StepCounts.ROWS_PER_SECOND)
                        ? step.getExecutionContext().getLong(StepCounts.ROWS_PER_SECOND) : null);
    }
}
