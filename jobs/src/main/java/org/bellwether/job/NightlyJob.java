package org.bellwether.job;

import java.time.Instant;
import org.bellwether.home.Home;
import org.bellwether.home.Project;
import org.bellwether.home.Settings;
import org.bellwether.contract.ContractCatalog;
import org.bellwether.intake.ArrivalStore;
import org.bellwether.intake.Recogniser;
import org.bellwether.intake.SubmissionRegister;
import org.bellwether.staging.Registrar;
import org.bellwether.staging.Stager;
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
    Reception reception(Home home, Settings.Bellwether settings, ContractCatalog catalog, ArrivalStore arrivals, Recogniser recogniser,
            SubmissionRegister register, Registrar registrar, JobOperator operator, @Qualifier("receive") Job receive, Stager stager) {
        return new Reception(home, settings, catalog, arrivals, recogniser, register, registrar, operator, receive, stager);
    }

    @Bean
    Job nightly(ContractCatalog catalog, JobRepository repository, Reception reception, Runs runs, RunReport report) {
        return new JobBuilder(NAME, repository)
                .start(new ActionStep("receive", repository, step -> {
                    Instant receivedAt = Instant.parse(step.getJobParameters().getString(RECEIVED_AT));
                    Reception.Result result = reception.receiveInbox(receivedAt, report::submission);
                    report.left(result.waiting(), result.left().stream().map(why -> WaitingLine.of(why, catalog)).toList(), result.failed());
                    report.warnings(result.warnings());
                }))
                .next(new ActionStep("build", repository, step -> runs.build()))
                .next(new ActionStep("publish", repository, step -> runs.publish()))
                .build();
    }

    @Bean
    Runs runs(Project project, Home home, JobRepository repository, JobOperator operator, SubmissionRegister register,
            Warehouses warehouses, WarehouseRepair repair, LiveSources sources, HeldSubmissions held, @Qualifier("build") Job build,
            @Qualifier("publish") Job publish) {
        WarehouseState state = new WarehouseState(project, home, warehouses);
        return new Runs(home, repository, operator, register, build, publish, state::hash, repair,
                new SubmissionQuarantine(project, home, register, sources, warehouses, held, state::models));
    }

    @Bean
    WarehouseRepair warehouseRepair(Home home, Warehouses warehouses, RunReport report) {
        return new WarehouseRepair(home, warehouses, report);
    }

    @Bean
    Nights nights(Home home, Runs runs, @Qualifier("nightly") Job nightly) {
        return new Nights(new DiskRoom(home), runs, nightly);
    }

    @Bean
    StatusWriter statusWriter(Home home, Settings.Bellwether settings, ContractCatalog catalog, SubmissionRegister register,
            JobRepository repository, RunReport report) {
        return new StatusWriter(home, settings, catalog, register, repository, report);
    }

    @Bean
    AsOfBuild asOfBuild(Home home, Runs runs, Warehouses warehouses) {
        return new AsOfBuild(home, runs, warehouses);
    }
}
