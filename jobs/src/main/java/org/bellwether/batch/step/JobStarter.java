package org.bellwether.batch.step;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.ListableStepLocator;

/** Starts numbered runs of jobs; one that failed under the same parameters is restarted, not begun anew. */
public final class JobStarter {

    private final JobRepository repository;
    private final JobOperator operator;
    private final JobWatcher watcher;
    /** Jobs whose steps tell the watcher already. */
    private final Set<Job> watched = Collections.newSetFromMap(new IdentityHashMap<>());

    public JobStarter(JobRepository repository, JobOperator operator, JobWatcher watcher) {
        this.repository = repository;
        this.operator = operator;
        this.watcher = watcher;
    }

    /** @throws RunFailedException with what made it fail */
    public JobExecution start(Job job, JobParameters parameters) {
        watch(job);
        try {
            JobExecution execution = operator.start(job, new RunNumber(repository, job.getName()).getNext(parameters));
            if (execution.getStatus().isUnsuccessful()) {
                throw new RunFailedException(job.getName(), execution.getAllFailureExceptions());
            }
            return execution;
        } catch (JobExecutionException e) {
            throw new IllegalStateException("Job " + job.getName() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Here and not where each job is made, so that none is forgotten. */
    private void watch(Job job) {
        if (job instanceof ListableStepLocator steps) {
            watcher.jobStarts(job.getName(), List.copyOf(steps.getStepNames()));
            if (watched.add(job)) {
                steps.getStepNames().stream().map(steps::getStep).filter(AbstractStep.class::isInstance).map(AbstractStep.class::cast)
                        .forEach(step -> step.registerStepExecutionListener(watcher));
            }
        }
    }
}
