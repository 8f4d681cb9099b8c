package org.bellwether.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.app.status.Status;
import org.bellwether.app.status.StatusWriter;
import org.bellwether.batch.nightly.NightlyJob;
import org.bellwether.batch.nightly.OrphanedExecutionRecovery;
import org.bellwether.batch.step.JobStarter;
import org.bellwether.batch.step.RunFailedException;
import org.bellwether.batch.step.RunNumber;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.register.SubmissionRegister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.SimpleJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.PlatformTransactionManager;

/** What the job repository and the register promise, whichever database holds them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ControlDatabaseTest {

    private Home home;
    private ConfigurableApplicationContext application;
    private JobRepository repository;
    private JobOperator operator;
    private JdbcTemplate jdbc;
    private RegisterTrial register;

    /** What the settings of the home say of the control database. */
    abstract Settings.Control control() throws Exception;

    abstract String product();

    @BeforeAll
    void an_application_on_that_database(@TempDir Path folder) throws Exception {
        home = new Home(folder.resolve("home"));
        Files.createDirectories(home.config());
        Settings.Control control = control();
        Files.writeString(home.config().resolve("application.yml"), """
                bellwether:
                  la: 899
                  control: {url: "%s", username: "%s", password: "%s"}
                """.formatted(control.url(), control.username(), control.password()));
        application = WarehouseApplication.start(Project.locate(), home, Settings.load(ConfigFiles.of(Project.locate(), home.config())));
        repository = application.getBean(JobRepository.class);
        operator = application.getBean(JobOperator.class);
        jdbc = application.getBean(JdbcTemplate.class);
    }

    @AfterAll
    void end() {
        application.close();
    }

    @BeforeEach
    void an_empty_register() {
        jdbc.update("delete from submission_scope");
        jdbc.update("delete from submission");
        register = new RegisterTrial(application.getBean(SubmissionRegister.class));
    }

    @Test
    void the_job_repository_writes_to_that_database() throws Exception {
        String name = jdbc.execute((java.sql.Connection connection) -> connection.getMetaData().getDatabaseProductName());
        long before = executions();

        operator.start(job("seen", step("only", () -> { })), new JobParameters());

        assertThat(name).isEqualTo(product());
        assertThat((Object) AopTestUtils.getUltimateTargetObject(repository)).isInstanceOf(SimpleJobRepository.class);
        assertThat(executions()).isEqualTo(before + 1);
    }

    @Test
    void a_job_that_failed_goes_on_with_the_step_that_failed() throws Exception {
        List<String> ran = new ArrayList<>();
        List<String> broken = new ArrayList<>(List.of("once"));
        Job job = job("restarted", step("first", () -> ran.add("first")), step("second", () -> {
            ran.add("second");
            if (!broken.isEmpty()) {
                broken.clear();
                throw new IllegalStateException("on purpose");
            }
        }));
        JobParameters parameters = new JobParametersBuilder().addString("night", "1").toJobParameters();

        JobExecution failed = operator.start(job, parameters);
        JobExecution completed = operator.start(job, parameters);

        assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(completed.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(completed.getJobInstance()).isEqualTo(failed.getJobInstance());
        assertThat(ran).containsExactly("first", "second", "second");
    }

    @Test
    void a_run_that_failed_keeps_its_number_and_one_that_is_done_gives_the_next() {
        List<String> broken = new ArrayList<>(List.of("once"));
        Job job = job("numbered", step("only", () -> {
            if (!broken.isEmpty()) {
                broken.clear();
                throw new IllegalStateException("on purpose");
            }
        }));
        JobParameters parameters = new JobParametersBuilder().addString("night", "numbered").toJobParameters();
        JobStarter jobs = application.getBean(JobStarter.class);

        assertThatThrownBy(() -> jobs.start(job, parameters)).isInstanceOf(RunFailedException.class).hasMessageContaining("on purpose");
        JobExecution again = jobs.start(job, parameters);
        JobExecution next = jobs.start(job, parameters);

        assertThat(again.getJobParameters().getLong(RunNumber.RUN)).isEqualTo(1);
        assertThat(next.getJobParameters().getLong(RunNumber.RUN)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "receive", "build", "publish"})
    void a_job_does_not_start_without_what_it_is_about(String name) {
        Job job = application.getBean(name, Job.class);

        assertThatThrownBy(() -> operator.start(job, new JobParametersBuilder().addString("of", "nothing").toJobParameters()))
                .isInstanceOf(InvalidJobParametersException.class);
    }

    @Test
    void what_a_killed_process_left_running_can_be_started_again() throws Exception {
        JobParameters parameters = new JobParametersBuilder().addString("night", "killed").toJobParameters();
        Job job = job("orphaned", step("only", () -> { }));
        JobInstance instance = repository.createJobInstance("orphaned", parameters);
        JobExecution orphan = repository.createJobExecution(instance, parameters, new ExecutionContext());
        orphan.setStatus(BatchStatus.STARTED);
        orphan.setStartTime(orphan.getCreateTime());
        repository.update(orphan);
        assertThatThrownBy(() -> operator.start(job, parameters)).isInstanceOf(JobExecutionAlreadyRunningException.class);

        List<JobExecution> recovered = application.getBean(OrphanedExecutionRecovery.class).recover();

        assertThat(recovered).extracting(JobExecution::getId).containsExactly(orphan.getId());
        assertThat(repository.findRunningJobExecutions("orphaned")).isEmpty();
        assertThat(operator.start(job, parameters).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void reports_know_the_last_night_however_many_deliveries_it_had() throws Exception {
        operator.start(job(NightlyJob.NAME, step("only", () -> { })), new JobParameters());
        Job receive = job("receive", step("only", () -> { }));
        for (long arrival = 1; arrival <= 60; arrival++) {
            operator.start(receive, new JobParametersBuilder().addLong("arrival", arrival).toJobParameters());
        }

        application.getBean(StatusWriter.class).write();

        assertThat(Json.read(home.statusFile(), Status.class).runs()).extracting(Status.Run::job).contains("receive").containsOnlyOnce("nightly");
    }

    @Test
    void a_submission_is_read_as_it_was_written() {
        register.a_submission_is_read_as_it_was_written();
    }

    @Test
    void the_latest_accepted_submission_owns_a_scope() {
        register.the_latest_accepted_submission_owns_a_scope();
    }

    @Test
    void the_higher_serial_owns_a_scope_whatever_came_last() {
        register.the_higher_serial_owns_a_scope_whatever_came_last();
    }

    @Test
    void equal_content_is_live_only_while_it_owns_all_its_scopes() {
        register.equal_content_is_live_only_while_it_owns_all_its_scopes();
    }

    @Test
    void what_was_known_at_an_instant_can_be_asked() {
        register.what_was_known_at_an_instant_can_be_asked();
    }

    private long executions() {
        return jdbc.queryForObject("select count(*) from batch_job_execution", Long.class);
    }

    private Job job(String name, Step first, Step... others) {
        var builder = new JobBuilder(name, repository).start(first);
        for (Step other : others) {
            builder = builder.next(other);
        }
        return builder.build();
    }

    private Step step(String name, Runnable action) {
        return new StepBuilder(name, repository).tasklet((contribution, context) -> {
            action.run();
            return RepeatStatus.FINISHED;
        }, application.getBean(PlatformTransactionManager.class)).build();
    }
}
