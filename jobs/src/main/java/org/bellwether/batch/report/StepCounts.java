package org.bellwether.batch.report;

import java.time.Duration;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What every step that moves rows records of itself: read, accepted, rejected, written, and rows a second. */
public final class StepCounts {

    public static final String ACCEPTED = "accepted";
    static final String REJECTED = "rejected";
    public static final String ROWS_PER_SECOND = "rows_per_second";

    private StepCounts() {
    }

    public static void record(StepContribution contribution, long read, long accepted, long rejected, long written, Duration took) {
        contribution.getStepExecution().setReadCount(read);
        contribution.incrementFilterCount(rejected);
        contribution.incrementWriteCount(written);
        ExecutionContext context = contribution.getStepExecution().getExecutionContext();
        context.putLong(ACCEPTED, accepted);
        context.putLong(REJECTED, rejected);
        context.putLong(ROWS_PER_SECOND, Math.round(read / Math.max(0.001, took.toNanos() / 1e9)));
    }
}
