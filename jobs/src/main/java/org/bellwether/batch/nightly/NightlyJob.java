package org.bellwether.batch.nightly;

import org.bellwether.batch.build.BuildStamp;
import org.bellwether.batch.build.SubmissionQuarantine;
import org.bellwether.batch.build.WarehouseProvider;
import org.bellwether.batch.build.WarehouseRepair;
import org.bellwether.batch.build.WarehouseState;
import org.bellwether.batch.receive.Intake;
import org.bellwether.batch.receive.IntakeJob;
import org.bellwether.batch.receive.RestageService;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.report.WaitingLine;
import org.bellwether.batch.step.ActionStep;
import org.bellwether.batch.step.JobStarter;
import org.bellwether.batch.step.RunNumber;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.intake.register.SubmissionRegister;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.DefaultJobParametersValidator;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A night: judge again what other contracts have judged, receive what lies in the inbox, build, publish. Each is a job of its own, which goes on where it stopped. */
@Configuration(proxyBeanMethods = false)
public class NightlyJob {

    public static final String NAME = "nightly";

    @Bean
    RunReport runReport() {
        return new RunReport();
    }

    @Bean
    Job nightly(JobRepository repository, Step restageStep, Step landStep, Step preflightStep, Step receiveStep, Step buildStep, Step publishStep) {
        return new JobBuilder(NAME, repository)
                .validator(new DefaultJobParametersValidator(new String[] {Intake.RECEIVED_AT, RunNumber.RUN}, new String[0]))
                .start(restageStep)
                .next(landStep)
                .next(preflightStep)
                .next(receiveStep)
                .next(buildStep)
                .next(publishStep)
                .build();
    }

    @Bean
    Step restageStep(JobRepository repository, RestageService restageService, RunReport report) {
        return new ActionStep("restage", repository, step -> {
            RestageService.Result result = restageService.restageChanged();
            report.restaged(result.restaged().size(), result.kept(), result.returns());
        });
    }

    @Bean
    Intake inbox(IntakeJob intakeJob, RunReport report) {
        return intakeJob.ofInbox(report);
    }

    @Bean
    Step landStep(Intake inbox) {
        return inbox.land();
    }

    @Bean
    Step preflightStep(Intake inbox) {
        return inbox.preflight();
    }

    @Bean
    Step receiveStep(Intake inbox, ContractCatalog catalog, RunReport report) {
        return inbox.receive(result -> {
            report.left(result.waiting(), result.left().stream().map(why -> WaitingLine.of(why, catalog)).toList(), result.failed());
            report.warnings(result.warnings());
        });
    }

    @Bean
    Step buildStep(JobRepository repository, WarehouseJobLauncher warehouseJobLauncher, BuildStamp stamp) {
        return new ActionStep("build", repository, step -> {
            if (!stamp.isCurrent()) {
                warehouseJobLauncher.build();
            }
        });
    }

    @Bean
    Step publishStep(JobRepository repository, WarehouseJobLauncher warehouseJobLauncher, BuildStamp stamp, RunReport report) {
        return new ActionStep("publish", repository, step -> {
            if (!stamp.isCurrent()) {
                warehouseJobLauncher.publish();
                if (!report.isHeld()) {
                    stamp.done();
                }
            }
        });
    }

    @Bean
    WarehouseJobLauncher warehouseJobLauncher(Home home, JobRepository repository, JobStarter jobs, SubmissionRegister register,
            WarehouseState state, WarehouseRepair repair, SubmissionQuarantine quarantine, @Qualifier("build") Job build,
            @Qualifier("publish") Job publish) {
        return new WarehouseJobLauncher(home, repository, jobs, register, build, publish, state, repair, quarantine);
    }

    @Bean
    NightlyJobLauncher nightlyJobLauncher(Home home, JobStarter jobs, @Qualifier("nightly") Job nightly, BuildStamp stamp) {
        return new NightlyJobLauncher(new DiskRoom(home), jobs, nightly, stamp);
    }

    @Bean
    AsOfBuild asOfBuild(Home home, WarehouseJobLauncher warehouseJobLauncher, WarehouseProvider warehouses) {
        return new AsOfBuild(home, warehouseJobLauncher, warehouses);
    }

    @Bean
    StepTotals stepTotals(JobRepository repository) {
        return new StepTotals(repository);
    }

    @Bean
    OrphanedExecutionRecovery orphanedExecutionRecovery(JobRepository repository, JobOperator operator) {
        return new OrphanedExecutionRecovery(repository, operator);
    }
}
