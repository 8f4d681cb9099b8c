package org.bellwether.app.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bellwether.app.status.RunProgress.State;
import org.bellwether.batch.receive.Intake;
import org.bellwether.batch.report.Progress;
import org.bellwether.batch.report.RowCounts;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.step.JobWatcher;
import org.bellwether.batch.step.StepCounts;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.step.StepExecution;

/** Follows one run through its jobs, steps and long work; told by many threads. */
final class RunTracker implements Progress, JobWatcher {

    private final String run;
    private final RunReport report;
    private final Clock clock;
    private final Instant since;
    private final List<RunProgress.Step> steps = new ArrayList<>();
    private String job;
    private CountedWork work;
    private long changes;

    /** Work that goes on; its rate and what is left follow from when it is looked at. */
    private record CountedWork(String words, String unit, long done, long total, String now, Instant began) {

        RunProgress.Work at(Instant moment) {
            double seconds = Duration.between(began, moment).toMillis() / 1000.0;
            Double rate = done == 0 || seconds <= 0 ? null : Math.round(done / seconds * 10) / 10.0;
            return new RunProgress.Work(words, unit, done, total, now, rate,
                    rate == null ? null : Math.max(0, Math.round((total - done) * seconds / done)));
        }
    }

    RunTracker(String run, RunReport report, Clock clock) {
        this.run = run;
        this.report = report;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Is another one whenever there is something new to tell. */
    synchronized long changes() {
        return changes;
    }

    synchronized RunProgress now() {
        Instant at = clock.instant();
        return new RunProgress(run, ProcessHandle.current().pid(), job, report.startedBy(), since, at,
                steps.stream().map(this::counted).toList(), work == null ? null : work.at(at));
    }

    /** Rows of deliveries are known one by one, before the step that receives them ends. */
    private RunProgress.Step counted(RunProgress.Step step) {
        if (step.state() != State.RUNNING || !step.step().equals(Intake.RECEIVE)) {
            return step;
        }
        RowCounts rows = report.rowsReceived();
        return new RunProgress.Step(step.job(), step.step(), State.RUNNING, step.started(), null, rows.rows(), rows.accepted(), rows.rejected());
    }

    /** One that is started again, after a repair, begins anew behind the step that starts it. */
    @Override
    public synchronized void jobStarts(String name, List<String> names) {
        steps.removeIf(step -> step.job().equals(name));
        int running = running();
        if (running < 0) {
            job = name;
        }
        steps.addAll(running < 0 ? steps.size() : running + 1,
                names.stream().map(step -> new RunProgress.Step(name, step, State.WAITING, null, null, null, null, null)).toList());
        changes++;
    }

    /** Place of the innermost step that runs; -1 where none does. */
    private int running() {
        return IntStream.range(0, steps.size()).filter(place -> steps.get(place).state() == State.RUNNING).max().orElse(-1);
    }

    /** What stands before it in its job and was not told of has been completed by an earlier run. */
    @Override
    public synchronized void beforeStep(StepExecution execution) {
        String of = job(execution);
        int place = place(of, execution.getStepName());
        IntStream.range(0, Math.max(0, place)).filter(earlier -> steps.get(earlier).job().equals(of) && steps.get(earlier).state() == State.WAITING)
                .forEach(earlier -> steps.set(earlier, new RunProgress.Step(of, steps.get(earlier).step(), State.COMPLETED, null, null, null, null, null)));
        set(place, new RunProgress.Step(of, execution.getStepName(), State.RUNNING, clock.instant(), null, null, null, null));
    }

    @Override
    public synchronized ExitStatus afterStep(StepExecution execution) {
        int place = place(job(execution), execution.getStepName());
        if (place >= 0) {
            boolean isCompleted = execution.getStatus() == BatchStatus.COMPLETED;
            set(place, new RunProgress.Step(steps.get(place).job(), steps.get(place).step(), isCompleted ? State.COMPLETED : State.FAILED,
                    steps.get(place).started(), clock.instant(), execution.getReadCount(), StepCounts.accepted(execution), execution.getFilterCount()));
        }
        return null;
    }

    private static String job(StepExecution execution) {
        return execution.getJobExecution().getJobInstance().getJobName();
    }

    private int place(String of, String name) {
        return IntStream.range(0, steps.size()).filter(one -> steps.get(one).job().equals(of) && steps.get(one).step().equals(name)).findFirst().orElse(-1);
    }

    private void set(int place, RunProgress.Step step) {
        if (place >= 0) {
            steps.set(place, step);
            changes++;
        }
    }

    @Override
    public synchronized void begin(String words, String unit, long total) {
        work = total == 0 ? null : new CountedWork(words, unit, 0, total, null, clock.instant());
        changes++;
    }

    @Override
    public synchronized void advance(long units, String now) {
        if (work != null) {
            work = new CountedWork(work.words, work.unit, work.done + units, work.total, now, work.began);
            changes++;
        }
    }

    @Override
    public synchronized void end() {
        work = null;
        changes++;
    }
}
