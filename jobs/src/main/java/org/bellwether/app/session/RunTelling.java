package org.bellwether.app.session;

import java.nio.file.Files;
import java.util.function.BiConsumer;
import org.bellwether.app.notify.Notifier;
import org.bellwether.batch.report.RunReport;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.intake.register.SubmissionRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;

/**
 * Lets those whom a home names know of a run. Nothing that goes wrong here makes the run fail; a home that names nobody loads nothing of it.
 */
public final class RunTelling {

    private static final Logger LOG = LoggerFactory.getLogger(RunTelling.class);
    private static final BiConsumer<String, Throwable> LOGGED = (line, failure) -> {
        if (failure == null) {
            LOG.info("{}", line);
        } else {
            LOG.warn("{}", line);
            LOG.debug("It was kept by", failure);
        }
    };

    private final Notifier notifier;

    private RunTelling(Notifier notifier) {
        this.notifier = notifier;
    }

    public static boolean isWanted(Home home) {
        return Files.exists(home.config().resolve(ConfigFiles.NOTIFICATIONS));
    }

    /** @throws BellwetherException where the home names somebody in a way that cannot be used: a night of which nobody would hear does not begin */
    static RunTelling of(Project project, Home home, ConfigFiles config) {
        return new RunTelling(isWanted(home) ? Notifier.of(project, home, config) : null);
    }

    void began(ApplicationContext run) {
        if (notifier != null) {
            guarded(() -> notifier.began(run.getBean(SubmissionRegister.class)));
        }
    }

    void ended(ApplicationContext run) {
        if (notifier != null) {
            guarded(() -> notifier.ended(run.getBean(RunReport.class), run.getBean(SubmissionRegister.class), run.getBean(ContractCatalog.class)));
        }
    }

    void send() {
        if (notifier != null) {
            guarded(() -> notifier.send(LOGGED));
        }
    }

    /** Tells that a night has failed, wherever it has: the caller holds nothing of the home any more. */
    public static void failed(Home home, BellwetherException failure) {
        if (isWanted(home)) {
            guarded(() -> {
                if (RunLog.current().isEmpty()) {
                    quiet();
                }
                Project project = Project.locate();
                Notifier notifier = Notifier.of(project, home, ConfigFiles.of(project, home.config()));
                notifier.failed(failure);
                notifier.send(LOGGED);
            });
        }
    }

    /** Where no application has set up the logging, libraries would print all that they do, keys of services among it. */
    public static void quiet() {
        LoggingSystem logging = LoggingSystem.get(RunTelling.class.getClassLoader());
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void guarded(Work work) {
        try {
            work.run();
        } catch (Exception e) {
            LOG.warn("Nobody could be told of this run: {}", e instanceof BellwetherException known ? known.getMessage() : e.getClass().getSimpleName());
            LOG.debug("What kept it", e);
        }
    }
}
