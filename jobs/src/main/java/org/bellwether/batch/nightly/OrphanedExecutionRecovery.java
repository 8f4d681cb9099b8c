package org.bellwether.batch.nightly;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.SimpleJobRepository;

/** Executions that a killed process has left as running: they are told to have failed, so that they can be started again. */
public final class OrphanedExecutionRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedExecutionRecovery.class);

    private final JobRepository repository;
    private final JobOperator operator;

    OrphanedExecutionRecovery(JobRepository repository, JobOperator operator) {
        // In memory a restart would know nothing of what was done, and nobody would notice until it mattered.
        if (AopUtils.getTargetClass(repository) != SimpleJobRepository.class) {
            throw new IllegalStateException("The job repository does not write to the control database");
        }
        this.repository = repository;
        this.operator = operator;
    }

    /** Call while holding the home's lock and before any job is started: then nothing that is marked as running is. */
    public List<JobExecution> recover() {
        List<JobExecution> recovered = new ArrayList<>();
        for (String name : repository.getJobNames()) {
            for (JobExecution execution : repository.findRunningJobExecutions(name)) {
                LOG.info("Recovered {} {}, which a stopped process left unfinished", name, execution.getId());
                recovered.add(operator.recover(execution));
            }
        }
        return recovered;
    }
}
