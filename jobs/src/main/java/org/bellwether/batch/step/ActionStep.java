package org.bellwether.batch.step;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepExecution;

/** A step outside any transaction, which may start jobs of its own; those know what is done of them, so a restart asks them again. */
public final class ActionStep extends AbstractStep {

    /** What the step does. */
    @FunctionalInterface
    public interface Action {
        void run(StepExecution execution) throws Exception;
    }

    private final Action action;

    public ActionStep(String name, JobRepository repository, Action action) {
        super(repository);
        setName(name);
        setAllowStartIfComplete(true);
        this.action = action;
        registerStepExecutionListener(new StepRate());
    }

    @Override
    protected void doExecute(StepExecution execution) throws Exception {
        action.run(execution);
    }
}
