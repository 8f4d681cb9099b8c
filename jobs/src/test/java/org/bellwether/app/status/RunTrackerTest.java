package org.bellwether.app.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bellwether.app.status.RunProgress.State;
import org.bellwether.app.status.RunProgress.Step;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.step.StepCounts;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

class RunTrackerTest {

    private static final Instant BEGAN = Instant.parse("2026-05-13T01:30:00Z");

    private final PassingTime clock = new PassingTime();
    private final RunReport report = new RunReport();
    private final RunTracker tracker = new RunTracker("20260513T013000000Z", report, clock);

    @Test
    void steps_of_a_job_that_a_step_starts_stand_behind_it() {
        JobExecution nightly = start("nightly", "receive", "build", "publish");
        end(begin(nightly, "receive"), 120, 100);
        begin(nightly, "build");
        JobExecution build = start("build", "prepare", "models");
        end(begin(build, "prepare"), 0, 0);
        begin(build, "models");

        assertThat(tracker.now().job()).isEqualTo("nightly");
        assertThat(tracker.now().steps()).extracting(Step::job, Step::step, Step::state, Step::read, Step::accepted, Step::rejected).containsExactly(
                tuple("nightly", "receive", State.COMPLETED, 120L, 100L, 20L), tuple("nightly", "build", State.RUNNING, null, null, null),
                tuple("build", "prepare", State.COMPLETED, 0L, 0L, 0L), tuple("build", "models", State.RUNNING, null, null, null),
                tuple("nightly", "publish", State.WAITING, null, null, null));
        assertThat(tracker.now().steps().get(0).ended()).isAfter(tracker.now().steps().get(0).started());
    }

    @Test
    void a_job_that_is_started_again_begins_anew() {
        JobExecution nightly = start("nightly", "build", "publish");
        begin(nightly, "build");
        JobExecution failed = start("build", "prepare", "models");
        StepExecution models = begin(failed, "models");
        models.setStatus(BatchStatus.FAILED);
        tracker.afterStep(models);
        assertThat(tracker.now().steps()).extracting(Step::state).containsExactly(State.RUNNING, State.COMPLETED, State.FAILED, State.WAITING);

        start("build", "prepare", "models");

        assertThat(tracker.now().steps()).extracting(Step::step, Step::state).containsExactly(tuple("build", State.RUNNING),
                tuple("prepare", State.WAITING), tuple("models", State.WAITING), tuple("publish", State.WAITING));
    }

    @Test
    void what_an_earlier_run_has_completed_is_no_step_that_waits() {
        JobExecution publish = start("publish", "write", "disclose", "audit");
        begin(publish, "audit");

        assertThat(tracker.now().steps()).extracting(Step::state, Step::started).containsExactly(tuple(State.COMPLETED, null),
                tuple(State.COMPLETED, null), tuple(State.RUNNING, clock.instant()));
    }

    @Test
    void work_is_told_with_its_rate_and_the_time_that_is_left() {
        report.watchedBy(tracker);
        report.progress().begin("receive", "rows", 1000);
        assertThat(tracker.now().work()).isEqualTo(new RunProgress.Work("receive", "rows", 0, 1000, null, null, null));

        clock.passes(Duration.ofSeconds(4));
        report.progress().advance(400, "marks.csv");
        assertThat(tracker.now().work()).isEqualTo(new RunProgress.Work("receive", "rows", 400, 1000, "marks.csv", 100.0, 6L));

        report.progress().end();
        assertThat(tracker.now().work()).isNull();
    }

    @Test
    void who_has_started_it_is_told() {
        report.startedBy("J Okafor");

        assertThat(tracker.now()).extracting(RunProgress::run, RunProgress::startedBy, RunProgress::since, RunProgress::job)
                .containsExactly("20260513T013000000Z", "J Okafor", BEGAN, null);
    }

    private JobExecution start(String job, String... steps) {
        tracker.jobStarts(job, List.of(steps));
        return new JobExecution(1, new JobInstance(1, job), new JobParameters());
    }

    private StepExecution begin(JobExecution job, String name) {
        StepExecution step = new StepExecution(1, name, job);
        tracker.beforeStep(step);
        return step;
    }

    private void end(StepExecution step, long read, long accepted) {
        clock.passes(Duration.ofSeconds(1));
        StepCounts.record(step, read, accepted, read - accepted, accepted);
        step.setStatus(BatchStatus.COMPLETED);
        tracker.afterStep(step);
    }

    /** Stands still until it is told. */
    private static final class PassingTime extends Clock {

        private Instant now = BEGAN;

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
