package org.bellwether.batch.step;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** Starts numbered runs of jobs; one that failed under the same parameters is restarted, not begun anew. */
public final class JobStarter {

    private final JobRepository repository;
    private final JobOperator operator;

    public JobStarter(JobRepository repository, JobOperator operator) {
        this.repository = repository;
        this.operator = operator;
    }

    /** @throws RunFailedException with what made it fail */
    public JobExecution start(Job job, JobParameters parameters) {
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
}
