package org.bellwether.app.mending;

import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.intake.preflight.PreflightCheck;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.Stager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tells schools what to mend. */
@Configuration(proxyBeanMethods = false)
public class MendingConfiguration {

    @Bean
    RejectReports rejectReports(Project project, Home home, Settings settings, ContractCatalog catalog, SubmissionRegister register,
            PreflightCheck preflightCheck, Stager stager) {
        return new RejectReports(project, home, settings, catalog, register, preflightCheck, stager);
    }
}
