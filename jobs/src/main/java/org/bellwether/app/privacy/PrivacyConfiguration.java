package org.bellwether.app.privacy;

import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.pseudonym.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What answers to the rights of a pupil, and keeps nothing longer than it may be kept. */
@Configuration(proxyBeanMethods = false)
public class PrivacyConfiguration {

    @Bean
    ErasureService erasureService(Project project, Home home, Settings settings, ContractCatalog catalog, SubmissionRegister register, Vault vault) {
        return new ErasureService(project, home, settings, catalog, register, vault);
    }

    @Bean
    SubjectService subjectService(Project project, Home home, Settings settings, ContractCatalog catalog, SubmissionRegister register, Vault vault) {
        return new SubjectService(project, home, settings, catalog, register, vault);
    }

    @Bean
    PurgeService purgeService(Project project, Home home, Settings settings, ContractCatalog catalog, SubmissionRegister register, Vault vault) {
        return new PurgeService(project, home, settings, catalog, register, vault);
    }
}
