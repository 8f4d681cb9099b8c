package org.bellwether.app.recover;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.batch.nightly.WarehouseJobLauncher;
import org.bellwether.batch.receive.RestageService;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.home.Access;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.staging.registration.SubmissionRegistrar;
import org.bellwether.warehouse.model.ModelRun;

/**
 * Looks through a home, byte by byte, and makes again what is gone or damaged, in the order in which one thing is made of another: control
 * database, register, staged rows, releases, working warehouse. What was delivered, the vault, config and the audit trail cannot be made
 * again and are not touched; nothing is deleted.
 */
public final class RecoveryService {

    private final Home home;
    private final RecoveryReport report;
    private final DamagedFiles damaged;
    private final Consumer<String> line;

    /** @param line told each thing as it is found or made */
    public RecoveryService(Home home, Instant now, Consumer<String> line) {
        this.home = home;
        this.line = line;
        this.report = new RecoveryReport(line);
        this.damaged = new DamagedFiles(home, now, report);
    }

    /** @throws BellwetherException where another process holds the home, or its vault is not there */
    public RecoveryReport recover() throws IOException, SQLException {
        Project project = Project.locate();
        Access.demandEntry(home.root(), home.config());
        Settings settings = Settings.load(ConfigFiles.of(project, home.config()));
        ApplicationSession.demandAuthority(home, settings);
        if (settings.control().isEmbedded()) {
            try (HomeLock lock = HomeLock.acquire(home)) {
                new ControlDatabaseCheck(home).look(report, damaged);
            }
        }
        try (ApplicationSession session = ApplicationSession.open(home)) {
            session.report().tell(line);
            register(session);
            staged(session);
            new ReleaseRecovery(project, home, settings, report, damaged).recover();
            warehouse(session, settings);
        }
        return report;
    }

    private void register(ApplicationSession session) {
        SubmissionRegister register = session.get(SubmissionRegister.class);
        SubmissionRegistrar registrar = session.get(SubmissionRegistrar.class);
        new LandingCheck(home, register, report, damaged).look();
        int before = register.states().size();
        // Every record is read, whenever it was written.
        Folders.delete(home.indexedMark());
        registrar.indexUnregistered(damage -> report.lacksDelivery(damage.file() + ": " + damage.sentence()));
        registrar.agreed();
        int entered = register.states().size() - before;
        if (entered > 0) {
            report.madeAgain("register: " + entered + (entered == 1 ? " submission" : " submissions") + ", from the records in landing and refused");
        }
    }

    private void staged(ApplicationSession session) {
        session.get(SubmissionRegister.class).all().stream().filter(one -> one.state().isAccepted())
                .forEach(one -> one.damaged(home.staged(one.returnName(), one.id())).stream().filter(Files::isRegularFile).forEach(damaged::moveAside));
        RestageService.Result result = session.get(RestageService.class).restageChangedAndDamaged();
        if (!result.restaged().isEmpty()) {
            report.madeAgain("staged rows: " + result.restaged().size() + (result.restaged().size() == 1 ? " submission of " : " submissions of ")
                    + String.join(", ", result.returns()));
        }
        for (Submission kept : result.kept()) {
            report.lacksDelivery("staged rows of " + kept.id() + ": " + kept.warnings().get(kept.warnings().size() - 1));
        }
        if (result.restaged().isEmpty() && result.kept().isEmpty()) {
            report.whole("staged rows");
        }
    }

    private void warehouse(ApplicationSession session, Settings settings) throws IOException, SQLException {
        WarehouseJobLauncher jobs = session.get(WarehouseJobLauncher.class);
        if (jobs.asOf().isEmpty()) {
            return;
        }
        WarehouseCheck check = new WarehouseCheck(home, settings);
        Optional<String> damage = Files.exists(home.warehouseFile()) ? check.damage() : Optional.of("there was none");
        if (damage.isPresent()) {
            check.files().forEach(damaged::moveAside);
            // What a night goes by that has nothing to do.
            Folders.delete(home.buildStamp());
        }
        jobs.build();
        if (damage.isPresent()) {
            report.madeAgain("warehouse: " + session.report().models().stream().filter(ModelRun::computed).count() + " models; " + damage.get());
        } else {
            report.whole("warehouse");
        }
        publish(jobs, session);
    }

    /** Where the release that readers see could not be made as it was, another takes its place, as after a night. */
    private void publish(WarehouseJobLauncher jobs, ApplicationSession session) throws IOException {
        ReleaseStore store = new ReleaseStore(home);
        Optional<Release> current = store.current();
        if (current.isPresent() && !current.get().isPruned() && store.isCurrentComplete()) {
            return;
        }
        jobs.publish();
        if (session.report().release() != null) {
            report.madeAgain("release " + session.report().release().id() + (session.report().isHeld() ? ", which is held for approval: bellwether releases review"
                    : ", published anew"));
        }
    }
}
