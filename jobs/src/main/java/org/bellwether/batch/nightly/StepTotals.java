package org.bellwether.batch.nightly;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.batch.receive.IntakeJob;
import org.bellwether.batch.step.BatchTime;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** What the steps of several job executions took together, which the job repository knows one by one. */
public final class StepTotals {

    private static final int ALL = 100_000;
    /** They start other jobs, whose steps are counted. */
    private static final Map<String, Set<String>> ENCLOSING = Map.of(NightlyJob.NAME, Set.of("receive", "build", "publish"), IntakeJob.NAME, Set.of("receive"));

    private final JobRepository repository;

    StepTotals(JobRepository repository) {
        this.repository = repository;
    }

    /**
     * What one step took.
     *
     * @param took where executions ran side by side, more than passed by the clock
     * @param rows read; 0 where the step does not count any
     */
    public record Total(String step, int executions, Duration took, long rows) {

        private Total plus(Total other) {
            return new Total(step, executions + other.executions, took.plus(other.took), rows + other.rows);
        }

        /** Rows a second. */
        public long rate() {
            return Math.round(rows / Math.max(0.001, took.toMillis() / 1000.0));
        }
    }

    /** By step, of the executions that began at the instant or later, in the order in which steps first began. */
    public List<Total> since(Instant instant) {
        Map<String, Total> totals = new LinkedHashMap<>();
        repository.getJobNames().stream()
                .flatMap(job -> repository.getJobInstances(job, 0, ALL).stream())
                .flatMap(instance -> repository.getJobExecutions(instance).stream())
                .filter(execution -> execution.getStartTime() != null && !BatchTime.instant(execution.getStartTime()).isBefore(instant))
                .flatMap(execution -> execution.getStepExecutions().stream())
                .filter(step -> !ENCLOSING.getOrDefault(step.getJobExecution().getJobInstance().getJobName(), Set.of()).contains(step.getStepName()))
                .filter(step -> step.getStartTime() != null && step.getEndTime() != null)
                .sorted(Comparator.comparing(StepExecution::getStartTime).thenComparing(StepExecution::getId))
                .forEach(step -> totals.merge(step.getStepName(), new Total(step.getStepName(), 1,
                        Duration.between(step.getStartTime(), step.getEndTime()), step.getReadCount()), Total::plus));
        return List.copyOf(totals.values());
    }
}
