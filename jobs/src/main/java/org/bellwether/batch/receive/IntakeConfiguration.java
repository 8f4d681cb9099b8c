package org.bellwether.batch.receive;

import org.bellwether.batch.step.JobStarter;
import org.bellwether.batch.step.JobWatcher;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.intake.landing.LandingZone;
import org.bellwether.intake.landing.PackedFiles;
import org.bellwether.intake.preflight.PreflightCheck;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.WithdrawalService;
import org.bellwether.staging.Stager;
import org.bellwether.staging.pseudonym.Vault;
import org.bellwether.staging.registration.SubmissionExchange;
import org.bellwether.staging.registration.SubmissionRegistrar;
import org.bellwether.staging.session.ContractFingerprints;
import org.bellwether.staging.session.StagedSchema;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What receiving is made of. */
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {

    @Bean
    LandingZone landingZone(Home home, ContractCatalog catalog) {
        return new LandingZone(home, new PackedFiles(catalog));
    }

    @Bean
    PreflightCheck preflightCheck(ContractCatalog catalog, Settings settings) {
        return new PreflightCheck(catalog, settings.inbox());
    }

    @Bean
    SubmissionRegister submissionRegister(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new SubmissionRegister(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    WithdrawalService withdrawalService(Home home, SubmissionRegister register) {
        return new WithdrawalService(home, register);
    }

    @Bean
    Vault vault(Home home, Settings settings) {
        return new Vault(home, settings.engine());
    }

    @Bean
    StagedSchema stagedSchema(Project project, ContractCatalog catalog) {
        return new StagedSchema(project, catalog);
    }

    @Bean
    Stager stager(Project project, Home home, Settings settings, ContractCatalog catalog, Vault vault, StagedSchema stagedSchema) {
        return new Stager(project, home, settings, catalog, vault, stagedSchema);
    }

    @Bean
    ContractFingerprints contractFingerprints(Project project, ContractCatalog catalog) {
        return new ContractFingerprints(project, catalog);
    }

    @Bean
    SubmissionRegistrar registrar(Home home, ContractCatalog catalog, LandingZone landingZone, SubmissionRegister register, Vault vault,
            ContractFingerprints fingerprints) {
        return new SubmissionRegistrar(home, catalog, landingZone, register, vault, fingerprints);
    }

    @Bean
    RestageService restageService(Home home, Settings settings, ContractCatalog catalog, ContractFingerprints fingerprints,
            SubmissionRegister register, SubmissionRegistrar registrar, PreflightCheck preflightCheck, Stager stager, Vault vault) {
        return new RestageService(home, settings, catalog, fingerprints, register, preflightCheck, stager,
                new SubmissionExchange(home, register, registrar, vault, fingerprints));
    }

    @Bean
    JobStarter jobStarter(JobRepository repository, JobOperator operator, JobWatcher watcher) {
        return new JobStarter(repository, operator, watcher);
    }

    @Bean
    DeliveryLanding deliveryLanding(Home home, Settings settings, ContractCatalog catalog, LandingZone landingZone, SubmissionRegister register,
            SubmissionRegistrar registrar) {
        return new DeliveryLanding(home, settings.inbox(), catalog, landingZone, register, registrar);
    }

    @Bean
    SubmissionReceiver submissionReceiver(Home home, Settings settings, ContractCatalog catalog, SubmissionRegister register, SubmissionRegistrar registrar,
            JobOperator operator, @Qualifier("receive") Job receive, Stager stager) {
        return new SubmissionReceiver(settings.engine().threads(), home, catalog, register, registrar, operator, receive, stager);
    }

    @Bean
    IntakeJob intakeJob(JobRepository repository, JobStarter jobs, Settings settings, LandingZone landingZone, PreflightCheck preflightCheck,
            DeliveryLanding landing, SubmissionReceiver receiver) {
        return new IntakeJob(repository, jobs, landing, new ArrivalInspector(landingZone, preflightCheck, settings.engine().threads()), receiver);
    }
}
