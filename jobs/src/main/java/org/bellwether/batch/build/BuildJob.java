package org.bellwether.batch.build;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.report.SetAsideEntry;
import org.bellwether.batch.report.UnplacedRows;
import org.bellwether.batch.step.RunNumber;
import org.bellwether.batch.step.StepCounts;
import org.bellwether.batch.step.StepRate;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.session.ContractFingerprints;
import org.bellwether.staging.session.StagedSchema;
import org.bellwether.warehouse.Warehouse;
import org.bellwether.warehouse.model.ModelRun;
import org.bellwether.warehouse.source.Coverage;
import org.bellwether.warehouse.source.SetAsideRow;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.DefaultJobParametersValidator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.transaction.PlatformTransactionManager;

/** Brings a warehouse up to date with what is live at an instant: its tables and config first, then every model. */
@Configuration(proxyBeanMethods = false)
public class BuildJob {

    public static final String NAME = "build";
    public static final String AS_OF = "asOf";
    /** Withdrawals after this instant do not count. */
    public static final String KNOWN = "known";
    /** Folder of the warehouse: the home's own, or one for another instant. */
    public static final String FOLDER = "folder";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    BuildJob(JobRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    @Bean
    Job build(Step prepare, Step models) {
        return new JobBuilder(NAME, repository)
                .validator(new DefaultJobParametersValidator(new String[] {AS_OF, KNOWN, FOLDER, RunNumber.RUN}, new String[0]))
                .start(prepare).next(models).build();
    }

    /** Also on a restart: config may have been mended since, and the warehouse thrown away. */
    @Bean
    Step prepare(Tasklet prepareTasklet) {
        return new StepBuilder("prepare", repository).tasklet(prepareTasklet, transactions).allowStartIfComplete(true).build();
    }

    @Bean
    Step models(Tasklet modelsTasklet) {
        return new StepBuilder("models", repository).tasklet(modelsTasklet, transactions).listener(new StepRate()).build();
    }

    @Bean
    HeldSubmissions heldSubmissions(Home home) {
        return new HeldSubmissions(home);
    }

    @Bean
    LiveSubmissionSelector liveSubmissionSelector(Home home, ContractCatalog catalog, SubmissionRegister register, HeldSubmissions held,
            ContractFingerprints fingerprints) {
        return new LiveSubmissionSelector(home, catalog, register, held, fingerprints);
    }

    @Bean
    SetAsideReport setAsideReport(ContractCatalog catalog, SubmissionRegister register) {
        return new SetAsideReport(catalog, register);
    }

    /** Closed before the stamp looks at what it has left. */
    @Bean
    @DependsOn("buildStamp")
    WarehouseProvider warehouses(Project project, Home home, ConfigFiles config, Settings settings) {
        return new WarehouseProvider(project, home, config, settings);
    }

    @Bean
    WarehouseRepair warehouseRepair(Home home, WarehouseProvider warehouses, RunReport report) {
        return new WarehouseRepair(home, warehouses, report);
    }

    @Bean
    ProjectDigest projectDigest(Project project, Home home) {
        return new ProjectDigest(project, home);
    }

    @Bean
    BuildStamp buildStamp(Home home, SubmissionRegister register, HeldSubmissions held, ProjectDigest models) {
        return new BuildStamp(home, register, held, models::text);
    }

    @Bean
    WarehouseState warehouseState(Home home, WarehouseProvider warehouses, ProjectDigest models) {
        return new WarehouseState(home, warehouses, models);
    }

    @Bean
    SubmissionQuarantine submissionQuarantine(Project project, Home home, SubmissionRegister register, LiveSubmissionSelector liveSubmissions,
            WarehouseProvider warehouses, HeldSubmissions held, ProjectDigest models) {
        return new SubmissionQuarantine(project, home, register, liveSubmissions, warehouses, held, models::text);
    }

    @Bean
    @StepScope
    Tasklet prepareTasklet(WarehouseProvider warehouses, StagedSchema stagedSchema, @Value("#{jobParameters['" + FOLDER + "']}") String folder) {
        return (contribution, context) -> {
            Warehouse warehouse = warehouses.of(Path.of(folder));
            warehouse.migrate(stagedSchema.declarations());
            warehouse.loadConfig();
            return RepeatStatus.FINISHED;
        };
    }

    @Bean
    @StepScope
    Tasklet modelsTasklet(WarehouseProvider warehouses, LiveSubmissionSelector liveSubmissions, RunReport report, HeldSubmissions held, SetAsideReport setAside,
            Home home, ConfigFiles config, WarehouseState state, @Value("#{jobParameters['" + FOLDER + "']}") String folder,
            @Value("#{jobParameters['" + AS_OF + "']}") String asOf,
            @Value("#{jobParameters['" + KNOWN + "']}") String known) {
        return (contribution, context) -> {
            long began = System.nanoTime();
            Warehouse warehouse = warehouses.of(Path.of(folder));
            long rows = 0;
            try {
                for (ModelRun run : warehouse.build(liveSubmissions.at(Instant.parse(asOf), Instant.parse(known)), report)) {
                    rows += run.computed() ? run.rows() : 0;
                }
            } finally {
                report.progress().end();
            }
            report.built(Duration.ofNanos(System.nanoTime() - began));
            report.unplacedRows(UnplacedRows.of(warehouse));
            if (Path.of(folder).equals(home.build())) {
                List<SetAsideRow> told = new ArrayList<>(warehouse.setAside());
                try (Connection connection = warehouse.connection()) {
                    told.addAll(Coverage.of(config).unreached(connection));
                }
                report.setAside(setAside.of(held.all(), told), SetAsideEntry.read(home));
                state.built();
            }
            StepCounts.record(contribution.getStepExecution(), rows, rows, 0, rows);
            return RepeatStatus.FINISHED;
        };
    }
}
