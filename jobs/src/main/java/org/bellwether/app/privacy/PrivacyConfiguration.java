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
    HomeData homeData(Project project, Home home, Settings settings, ContractCatalog catalog, SubmissionRegister register, Vault vault) {
        return new HomeData(project, home, settings, catalog, register, vault);
    }

    @Bean
    ErasureService erasureService(HomeData data) {
        return new ErasureService(data);
    }

    @Bean
    SubjectService subjectService(HomeData data) {
        return new SubjectService(data);
    }

    @Bean
    PurgeService purgeService(HomeData data) {
        return new PurgeService(data);
    }
}
