package org.bellwether.app.session;

import io.micrometer.observation.ObservationRegistry;
import org.bellwether.app.status.StatusWriter;
import org.bellwether.batch.nightly.OrphanedExecutionRecovery;
import org.bellwether.batch.report.RunReport;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.home.Access;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.HomeFolders;
import org.bellwether.home.HomeLock;
import org.bellwether.home.PseudonymKey;
import org.springframework.context.ConfigurableApplicationContext;

/** A home held by this process, with the application running on it. Leaves status.json behind when it closes. */
public final class ApplicationSession implements AutoCloseable {

    private final HomeLock lock;
    private final Home home;
    private final ConfigurableApplicationContext context;
    private final RunTelling telling;

    private ApplicationSession(HomeLock lock, Home home, ConfigurableApplicationContext context, RunTelling telling) {
        this.lock = lock;
        this.home = home;
        this.context = context;
        this.telling = telling;
    }

    /**
     * @throws BellwetherException where another process holds the home
     * @throws BellwetherException where no authority is named
     */
    public static ApplicationSession open(Home home) {
        return open(home, ObservationRegistry.NOOP);
    }

    /**
     * The same, and tells of the jobs that run in it.
     *
     * @param observations of a process that stays longer than the session
     */
    public static ApplicationSession open(Home home, ObservationRegistry observations) {
        Access.demandEntry(home.root(), home.config());
        Project project = Project.locate();
        ConfigFiles config = ConfigFiles.of(project, home.config());
        Settings settings = Settings.load(config);
        demandAuthority(home, settings);
        RunTelling telling = RunTelling.of(project, home, config);
        HomeLock lock = HomeLock.acquire(home);
        try {
            RunLog.begin(home, settings.log());
            // Before anything is received: rows made under another key could never be joined again.
            PseudonymKey.of(home);
            prepare(home);
            ConfigurableApplicationContext context = WarehouseApplication.start(project, home, settings, observations);
            context.getBean(OrphanedExecutionRecovery.class).recover();
            telling.began(context);
            return new ApplicationSession(lock, home, context, telling);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** @throws BellwetherException where no authority is named */
    public static void demandAuthority(Home home, Settings settings) {
        if (settings.la() == 0) {
            throw ErrorCode.NO_AUTHORITY.with(home.root(), home.config().resolve(Settings.FILE));
        }
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public RunReport report() {
        return get(RunReport.class);
    }

    /** Temporary files lie in the home, so that a kill leaves none elsewhere; what one has left is swept. */
    private static void prepare(Home home) {
        HomeFolders.prepare(home);
        Folders.sweep(home.tmp());
        System.setProperty("java.io.tmpdir", home.tmp().toString());
    }

    @Override
    public void close() {
        try {
            get(StatusWriter.class).write();
            telling.ended(context);
        } finally {
            context.close();
            Folders.sweep(home.tmp());
            lock.close();
            telling.send();
        }
    }
}
