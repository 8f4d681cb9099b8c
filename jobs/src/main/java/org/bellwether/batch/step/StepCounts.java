package org.bellwether.batch.step;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What every step that moves rows records of itself: read, accepted, rejected and written; {@link StepRate} adds rows a second. */
public final class StepCounts {

    static final String ACCEPTED = "accepted";
    public static final String ROWS_PER_SECOND = "rows_per_second";
    static final String REJECTED = "rejected";

    private StepCounts() {
    }

    /** Rows that a step has accepted; of one that does not record them all that it has read. */
    public static long accepted(StepExecution step) {
        return step.getExecutionContext().getLong(ACCEPTED, step.getReadCount() - step.getFilterCount());
    }

    public static void record(StepExecution step, long read, long accepted, long rejected, long written) {
        step.setReadCount(read);
        step.setFilterCount(rejected);
        step.setWriteCount(written);
        ExecutionContext context = step.getExecutionContext();
        context.putLong(ACCEPTED, accepted);
        context.putLong(REJECTED, rejected);
    }
}
