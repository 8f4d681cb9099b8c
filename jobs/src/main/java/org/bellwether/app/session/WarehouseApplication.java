package org.bellwether.app.session;

import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.app.lineage.LineageRecorder;
import org.bellwether.app.status.ProgressWriter;
import org.bellwether.app.status.StatusWriter;
import org.bellwether.app.mending.MendingConfiguration;
import org.bellwether.app.privacy.PrivacyConfiguration;
import org.bellwether.batch.build.BuildJob;
import org.bellwether.batch.nightly.NightlyJob;
import org.bellwether.batch.publish.PublishJob;
import org.bellwether.batch.receive.IntakeConfiguration;
import org.bellwether.batch.receive.ReceiveJob;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.step.JobWatcher;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.PlainPath;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.intake.register.SubmissionRegister;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.observation.BatchObservationAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The Spring application of one home: the control database, the job repository and the jobs. Needs the home's lock.
 *
 * <p>What Boot configures of it is named: to look through all that it could costs every night time.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class, DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
    FlywayAutoConfiguration.class, BatchJdbcAutoConfiguration.class, BatchObservationAutoConfiguration.class})
@Import({IntakeConfiguration.class, ReceiveJob.class, BuildJob.class, PublishJob.class, NightlyJob.class, PrivacyConfiguration.class, MendingConfiguration.class})
public class WarehouseApplication {

    /**
     * Starts on a home whose lock the caller holds; the caller closes it.
     *
     * @throws BellwetherException naming file and key, where the config is at odds with itself
     */
    public static ConfigurableApplicationContext start(Project project, Home home, Settings settings) {
        return start(project, home, settings, ObservationRegistry.NOOP);
    }

    /** The same, with its jobs and steps observed where that is more than a no-op. */
    static ConfigurableApplicationContext start(Project project, Home home, Settings settings, ObservationRegistry observations) {
        ConfigFiles config = ConfigFiles.of(project, home.config());
        ContractCatalog catalog = ContractCatalog.load(config);
        Folders.createPrivate(home.control());
        SpringApplication application = new SpringApplication(WarehouseApplication.class);
        // A process that is asked to stop may finish its night first; nobody closes the application under it.
        application.setRegisterShutdownHook(false);
        // Boot sets up its logging anew once it knows its environment; what has to be logged before that is in the same file.
        application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>) event -> RunLog.current().ifPresent(RunLog::attach));
        application.addInitializers(context -> {
            ConfigurableListableBeanFactory beans = context.getBeanFactory();
            beans.registerSingleton("project", project);
            beans.registerSingleton("home", home);
            // Bound already, as for the commands that start no application: nobody binds them a second time.
            beans.registerSingleton("settings", settings);
            beans.registerSingleton("configFiles", config);
            beans.registerSingleton("contractCatalog", catalog);
            if (!observations.isNoop()) {
                beans.registerSingleton("observationRegistry", observations);
            }
            if (Files.exists(home.config().resolve(ConfigFiles.LINEAGE))) {
                LineageRecorder.follow(context, home, settings, config);
            }
        });
        return application.run(arguments(project, home, settings.control()).toArray(String[]::new));
    }

    /** As arguments, since nothing has precedence over those. */
    private static List<String> arguments(Project project, Home home, Settings.Control control) {
        Path database = home.control().resolve("control");
        List<String> arguments = new ArrayList<>();
        // H2 writes commits up to half a second late, so a restart may know less than what was done. Written at once they survive a
        // kill less well: of 150 kills 2 left a table ahead of its identities, and none of 230 so.
        arguments.add("--spring.datasource.url=" + (control.isEmbedded() ? "jdbc:h2:file:" + PlainPath.of(database) + ";DB_CLOSE_ON_EXIT=FALSE" : control.url()));
        arguments.add("--spring.datasource.username=" + (control.isEmbedded() ? "sa" : control.username()));
        arguments.add("--spring.datasource.password=" + (control.isEmbedded() ? "" : control.password()));
        arguments.add("--spring.flyway.locations=filesystem:" + project.schema().resolve("control") + "/{vendor}");
        return arguments;
    }

    @Bean
    StatusWriter statusWriter(Project project, Home home, Settings settings, ContractCatalog catalog, SubmissionRegister register,
            JobRepository repository, RunReport report) {
        return new StatusWriter(project, home, settings, catalog, register, repository, report);
    }

    @Bean
    ProgressWriter progressWriter(Home home, RunReport report) {
        return new ProgressWriter(home, RunLog.current().map(RunLog::run).orElse(null), report);
    }

    @Bean
    JobWatcher jobWatcher(ProgressWriter progressWriter) {
        return progressWriter.watcher();
    }
}
