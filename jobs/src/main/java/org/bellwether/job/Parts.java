package org.bellwether.job;

import org.bellwether.contract.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.home.Project;
import org.bellwether.home.Settings;
import org.bellwether.intake.ArrivalStore;
import org.bellwether.intake.Recogniser;
import org.bellwether.intake.SubmissionRegister;
import org.bellwether.intake.Withdrawals;
import org.bellwether.release.Publisher;
import org.bellwether.staging.Registrar;
import org.bellwether.staging.Shapes;
import org.bellwether.staging.Stager;
import org.bellwether.staging.Vault;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the jobs are made of. */
@Configuration(proxyBeanMethods = false)
class Parts {

    @Bean
    ArrivalStore arrivalStore(Home home) {
        return new ArrivalStore(home);
    }

    @Bean
    Recogniser recogniser(ContractCatalog catalog, Settings.Bellwether settings) {
        return new Recogniser(catalog, settings.inbox());
    }

    @Bean
    SubmissionRegister submissionRegister(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new SubmissionRegister(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    Withdrawals withdrawals(Home home, SubmissionRegister register) {
        return new Withdrawals(home, register);
    }

    @Bean
    Vault vault(Home home, Settings.Bellwether settings) {
        return new Vault(home, settings.engine());
    }

    @Bean
    Stager stager(Project project, Home home, Settings.Bellwether settings, ContractCatalog catalog, Vault vault) {
        return new Stager(project, home, settings, catalog, vault, new Shapes(project));
    }

    @Bean
    Registrar registrar(Home home, ContractCatalog catalog, ArrivalStore arrivals, SubmissionRegister register, Vault vault) {
        return new Registrar(home, catalog, arrivals, register, vault);
    }

    @Bean
    Publisher publisher(Project project, Home home) {
        return new Publisher(project, home);
    }

    @Bean
    StepTotals stepTotals(JobRepository repository) {
        return new StepTotals(repository);
    }

    @Bean
    Orphans orphans(JobRepository repository, JobOperator operator) {
        return new Orphans(repository, operator);
    }
}
