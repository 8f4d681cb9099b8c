package org.bellwether.batch.step;

import java.util.List;
import org.springframework.batch.core.listener.StepExecutionListener;

/** Whoever watches the jobs of a run: told of each that starts, and when each of its steps begins and ends. */
public interface JobWatcher extends StepExecutionListener {

    /** Nobody watches. */
    JobWatcher NOBODY = (job, steps) -> { };

    /** @param steps of the job, in the order in which they will run */
    void jobStarts(String job, List<String> steps);
}
