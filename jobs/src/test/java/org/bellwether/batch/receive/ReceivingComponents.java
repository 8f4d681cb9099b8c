package org.bellwether.batch.receive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bellwether.app.status.StatusWriter;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.step.JobStarter;
import org.bellwether.batch.step.JobWatcher;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.intake.landing.LandingZone;
import org.bellwether.intake.landing.PackedFiles;
import org.bellwether.intake.preflight.PreflightCheck;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.Stager;
import org.bellwether.staging.pseudonym.Vault;
import org.bellwether.staging.registration.SubmissionExchange;
import org.bellwether.staging.registration.SubmissionRegistrar;
import org.bellwether.staging.session.ContractFingerprints;
import org.bellwether.staging.session.StagedSchema;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real parts of receiving on one home, put together without a Spring context; the control database is in memory. */
record ReceivingComponents(ContractCatalog catalog, SubmissionRegister register, IntakeJob intake, RestageService restage, StatusWriter status) {

    /** By the files of a home's own config. */
    private static final Map<Map<String, String>, StagedSchema> STAGED_SCHEMAS = new ConcurrentHashMap<>();

    static ReceivingComponents of(Home home, ConfigFiles config) {
        Settings settings = Settings.load(config);
        ContractCatalog catalog = ContractCatalog.load(config);
        DataSource control = control();
        JdbcTransactionManager transactions = new JdbcTransactionManager(control);
        SubmissionRegister register = new SubmissionRegister(new JdbcTemplate(control), new TransactionTemplate(transactions));
        LandingZone landingZone = new LandingZone(home, new PackedFiles(catalog));
        Vault vault = new Vault(home, settings.engine());
        Stager stager = new Stager(ReceivingFixture.PROJECT, home, settings, catalog, vault, stagedSchema(home, catalog));
        ContractFingerprints fingerprints = new ContractFingerprints(ReceivingFixture.PROJECT, catalog);
        SubmissionRegistrar registrar = new SubmissionRegistrar(home, catalog, landingZone, register, vault, fingerprints);
        JobRepository repository = repository(control, transactions);
        TaskExecutorJobOperator operator = operator(repository);
        ReceiveJob steps = new ReceiveJob(repository, transactions);
        Job receive = steps.receive(
                steps.deduplicate(of(arrival -> steps.deduplicateTasklet(landingZone, register, catalog, arrival))),
                steps.stage(of(arrival -> steps.stageTasklet(landingZone, stager, register, home, arrival))),
                steps.register(of(arrival -> steps.registerTasklet(landingZone, registrar, home, arrival))));
        // What a home has received before is told to a new control database from the records, as after a kill.
        registrar.indexUnregistered(damage -> { });
        return new ReceivingComponents(catalog, register, new IntakeJob(repository, new JobStarter(repository, operator, JobWatcher.NOBODY),
                new DeliveryLanding(home, settings.inbox(), catalog, landingZone, register, registrar),
                new ArrivalInspector(landingZone, new PreflightCheck(catalog, settings.inbox()), settings.engine().threads()),
                new SubmissionReceiver(settings.engine().threads(), home, catalog, register, registrar, operator, receive, stager)),
                new RestageService(home, settings, catalog, fingerprints, register, new PreflightCheck(catalog, settings.inbox()), stager,
                        new SubmissionExchange(home, register, registrar, vault, fingerprints)),
                new StatusWriter(ReceivingFixture.PROJECT, home, settings, catalog, register, repository, new RunReport()));
    }

    /** The same for all homes whose contracts and code sets are the same: to ask the engine for it takes longer than most tests. */
    private static StagedSchema stagedSchema(Home home, ContractCatalog catalog) {
        return STAGED_SCHEMAS.computeIfAbsent(Folders.files(home.config()).stream().filter(file -> !file.endsWith(Settings.FILE))
                .collect(Collectors.toMap(file -> Folders.name(home.config(), file), ReceivingComponents::text)),
                own -> new StagedSchema(ReceivingFixture.PROJECT, catalog));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SubmissionReceiver.Result receive(Instant at) {
        return intake.receiveInbox(at, new RunReport());
    }

    /** In the application a step scope makes a tasklet for each arrival; here its arrival is read from the job. */
    private static Tasklet of(LongFunction<Tasklet> tasklet) {
        return (contribution, context) -> tasklet
                .apply((Long) context.getStepContext().getJobParameters().get(ReceiveJob.ARRIVAL)).execute(contribution, context);
    }

    private static DataSource control() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        source.setUser("sa");
        Flyway.configure().dataSource(source)
                .locations("filesystem:" + ReceivingFixture.PROJECT.schema().resolve("control/h2")).load().migrate();
        return source;
    }

    private static JobRepository repository(DataSource control, JdbcTransactionManager transactions) {
        try {
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(control);
            factory.setTransactionManager(transactions);
            factory.afterPropertiesSet();
            return factory.getObject();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static TaskExecutorJobOperator operator(JobRepository repository) {
        try {
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.setTaskExecutor(new SyncTaskExecutor());
            operator.afterPropertiesSet();
            return operator;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
