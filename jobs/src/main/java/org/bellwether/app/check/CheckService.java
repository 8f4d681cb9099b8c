package org.bellwether.app.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.app.session.WarehouseApplication;
import org.bellwether.batch.receive.IntakeJob;
import org.bellwether.batch.receive.SubmissionReceiver;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.step.RunFailedException;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.DuckDb;
import org.bellwether.home.Access;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.HomeFolders;
import org.bellwether.home.PseudonymKey;
import org.bellwether.home.TemporaryFolder;
import org.bellwether.intake.profile.FileNames;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.registration.SubmissionRegistrar;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Judges files as a home would judge them if it received them now, and keeps nothing: they are received into another home with the same
 * config, which is gone when they are judged. Of the home itself the config and the records of what it has received are read; neither its
 * lock nor its databases nor its key are, so that a run may go on meanwhile.
 */
public final class CheckService {

    private final Project project;
    private final Home home;

    public CheckService(Project project, Home home) {
        this.project = project;
        this.home = home;
    }

    /**
     * @param named files, or folders that stand for the files in them
     * @param each is given every violation, in the order of the deliveries
     * @throws BellwetherException where the home has no authority, or its config cannot be used
     * @throws RunFailedException where the machine keeps them from being judged
     */
    public <E extends Exception> CheckReport check(List<Path> named, CheckedViolation.Each<E> each) throws IOException, SQLException, E {
        Access.demandEntry(home.root(), home.config(), home.landing());
        ConfigFiles config = ConfigFiles.of(project, home.config());
        Settings settings = Settings.load(config).withEmbeddedControl();
        ApplicationSession.demandAuthority(home, settings);
        ContractCatalog catalog = ContractCatalog.load(config);
        List<Path> files = named.stream().flatMap(CheckService::filesOf).toList();
        try (TemporaryFolder folder = CheckFolder.create()) {
            Home other = new Home(folder.path().resolve("home"));
            HomeFolders.prepare(other);
            if (Files.isDirectory(home.config())) {
                Folders.copy(home.config(), other.config());
            }
            // Before there are records: a home with records and without a key has lost it.
            PseudonymKey.of(other);
            KnownSubmissions known = new KnownSubmissions(home, catalog);
            known.lay(other, files);
            try (ConfigurableApplicationContext context = WarehouseApplication.start(project, other, settings)) {
                return received(context, other, settings, known, files, each);
            }
        }
    }

    /** As an inbox would take them. */
    private static Stream<Path> filesOf(Path named) {
        return Files.isDirectory(named, LinkOption.NOFOLLOW_LINKS)
                ? Folders.list(named).stream().filter(file -> !FileNames.isPassedOver(file.getFileName().toString()) && !Files.isDirectory(file))
                : Stream.of(named);
    }

    private <E extends Exception> CheckReport received(ConfigurableApplicationContext context, Home other, Settings settings, KnownSubmissions known,
            List<Path> files, CheckedViolation.Each<E> each) throws IOException, SQLException, E {
        SubmissionReceiver.Result result = context.getBean(IntakeJob.class).receiveFiles(files, Instant.now().truncatedTo(ChronoUnit.MICROS),
                context.getBean(RunReport.class));
        if (!result.failed().isEmpty()) {
            throw new RunFailedException("check", result.executions().stream().flatMap(one -> one.getAllFailureExceptions().stream()).toList());
        }
        known.index(result.submissions(), context.getBean(SubmissionRegister.class));
        ContractCatalog catalog = context.getBean(ContractCatalog.class);
        Reasons reasons = new Reasons(project, catalog, context.getBean(SubmissionRegister.class), context.getBean(SubmissionRegistrar.class));
        try (DuckDb engine = DuckDb.memory(project, settings.engine(), other.tmp()); Connection connection = engine.connection()) {
            CheckedRows rows = new CheckedRows(connection, catalog, other);
            List<CheckReport.Delivery> deliveries = new ArrayList<>();
            for (Submission one : result.submissions()) {
                deliveries.add(reasons.delivery(one, rows.brokenRules(one)));
            }
            for (Submission one : result.submissions()) {
                rows.forEach(one, each);
            }
            return new CheckReport(deliveries, reasons.left(result.left()), reasons.notAsked(result.submissions()));
        }
    }
}
