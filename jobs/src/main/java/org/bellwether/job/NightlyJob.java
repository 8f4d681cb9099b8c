package org.bellwether.job;

import java.time.Instant;
import org.bellwether.contract.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.home.Project;
import org.bellwether.home.Settings;
import org.bellwether.intake.LandingZone;
import org.bellwether.intake.PreflightCheck;
import org.bellwether.intake.SubmissionRegister;
import org.bellwether.staging.Stager;
import org.bellwether.staging.SubmissionRegistrar;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A night: receive what lies in the inbox, build, publish. Each is a job of its own, which goes on where it stopped. */
@Configuration(proxyBeanMethods = false)
class NightlyJob {

    static final String NAME = "nightly";
    static final String RECEIVED_AT = "receivedAt";

    @Bean
    RunReport runReport() {
        return new RunReport();
    }

    @Bean
    SubmissionReceiver receiver(Home home, Settings.Bellwether settings, ContractCatalog catalog, LandingZone landingZone, PreflightCheck preflightCheck,
            SubmissionRegister register, SubmissionRegistrar registrar, JobOperator operator, @Qualifier("receive") Job receive, Stager stager) {
        return new SubmissionReceiver(home, settings, catalog, landingZone, preflightCheck, register, registrar, operator, receive, stager);
    }

    @Bean
    Job nightly(ContractCatalog catalog, JobRepository repository, SubmissionReceiver receiver, WarehouseJobLauncher warehouseJobLauncher, BuildStamp stamp,
            RunReport report) {
        return new JobBuilder(NAME, repository)
                .start(new ActionStep("receive", repository, step -> {
                    Instant receivedAt = Instant.parse(step.getJobParameters().getString(RECEIVED_AT));
                    SubmissionReceiver.Result result = receiver.receiveInbox(receivedAt, report::submission);
                    report.left(result.waiting(), result.left().stream().map(why -> WaitingLine.of(why, catalog)).toList(), result.failed());
                    report.warnings(result.warnings());
                }))
                .next(new ActionStep("build", repository, step -> {
                    if (!stamp.isCurrent()) {
                        warehouseJobLauncher.build();
                    }
                }))
                .next(new ActionStep("publish", repository, step -> {
                    if (!stamp.isCurrent()) {
                        warehouseJobLauncher.publish();
                        stamp.done();
                    }
                }))
                .build();
    }

    @Bean
    WarehouseJobLauncher warehouseJobLauncher(Project project, Home home, JobRepository repository, JobOperator operator, SubmissionRegister register,
            WarehouseProvider warehouses, WarehouseRepair repair, LiveSubmissionSelector liveSubmissions, HeldSubmissions held, @Qualifier("build") Job build,
            @Qualifier("publish") Job publish, WarehouseState state, ProjectDigest models) {
        return new WarehouseJobLauncher(home, repository, operator, register, build, publish, state::hash, repair,
                new SubmissionQuarantine(project, home, register, liveSubmissions, warehouses, held, models::text));
    }

    @Bean
    WarehouseState warehouseState(Home home, WarehouseProvider warehouses, ProjectDigest project) {
        return new WarehouseState(home, warehouses, project);
    }

    @Bean
    ProjectDigest projectDigest(Project project, Home home) {
        return new ProjectDigest(project, home);
    }

    @Bean
    BuildStamp buildStamp(Home home, SubmissionRegister register, HeldSubmissions held, ProjectDigest project) {
        return new BuildStamp(home, register, held, project::text);
    }

    @Bean
    WarehouseRepair warehouseRepair(Home home, WarehouseProvider warehouses, RunReport report) {
        return new WarehouseRepair(home, warehouses, report);
    }

    @Bean
    NightlyJobLauncher nightlyJobLauncher(Home home, WarehouseJobLauncher warehouseJobLauncher, @Qualifier("nightly") Job nightly) {
        return new NightlyJobLauncher(new DiskRoom(home), warehouseJobLauncher, nightly);
    }

    @Bean
    StatusWriter statusWriter(Home home, Settings.Bellwether settings, ContractCatalog catalog, SubmissionRegister register,
            JobRepository repository, RunReport report) {
        return new StatusWriter(home, settings, catalog, register, repository, report);
    }

    @Bean
    AsOfBuild asOfBuild(Home home, WarehouseJobLauncher warehouseJobLauncher, WarehouseProvider warehouses) {
        return new AsOfBuild(home, warehouseJobLauncher, warehouses);
    }
}
