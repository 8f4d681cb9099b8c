package org.bellwether.batch.step;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.job.parameters.JobParametersIncrementer;
import org.springframework.batch.core.repository.JobRepository;

/** Numbers the runs of a job under the same parameters; one that has failed is gone on with under its number. */
public final class RunNumber implements JobParametersIncrementer {

    /** Parameter that holds the number. */
    public static final String RUN = "run";

    private final JobRepository repository;
    private final String job;

    RunNumber(JobRepository repository, String job) {
        this.repository = repository;
        this.job = job;
    }

    @Override
    public JobParameters getNext(JobParameters parameters) {
        long number = 1;
        while (isDone(numbered(parameters, number))) {
            number++;
        }
        return numbered(parameters, number);
    }

    private boolean isDone(JobParameters numbered) {
        JobInstance instance = repository.getJobInstance(job, numbered);
        JobExecution execution = instance == null ? null : repository.getLastJobExecution(instance);
        return instance != null && (execution == null || !execution.getStatus().isUnsuccessful());
    }

    private static JobParameters numbered(JobParameters parameters, long number) {
        return new JobParametersBuilder(parameters).addLong(RUN, number).toJobParameters();
    }
}
