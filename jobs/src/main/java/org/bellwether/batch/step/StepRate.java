package org.bellwether.batch.step;

import java.time.Duration;
import java.time.Instant;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Adds to a step that has read rows how many it read a second. */
public final class StepRate implements StepExecutionListener {

    @Override
    public ExitStatus afterStep(StepExecution step) {
        if (step.getReadCount() > 0) {
            Duration took = Duration.between(BatchTime.instant(step.getStartTime()), Instant.now());
            step.getExecutionContext().putLong(StepCounts.ROWS_PER_SECOND, Math.round(step.getReadCount() / Math.max(0.001, took.toMillis() / 1000.0)));
        }
        return null;
    }
}
