package org.bellwether.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.PseudonymKey;
import org.bellwether.home.Tombstones;
import org.bellwether.intake.preflight.PreflightReport;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.FileProfiler;
import org.bellwether.intake.profile.RefusedException;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister.Owner;
import org.bellwether.staging.pseudonym.Pseudonymiser;
import org.bellwether.staging.pseudonym.Vault;
import org.bellwether.staging.registration.Retirement;
import org.bellwether.staging.session.StagedSchema;
import org.bellwether.staging.session.StagingEngine;
import org.bellwether.staging.session.StagingSession;
import org.bellwether.staging.validation.RejectsReport;
import org.bellwether.staging.validation.StagingResult;
import org.bellwether.staging.validation.SubmissionValidator;

/**
 * Judges one submission by itself and config alone, so that it can be repeated at any time, in any order, from landing.
 *
 * <p>Writes accepted rows and the rejects report into a fresh folder; whoever registers the submission moves it into place.
 */
public final class Stager implements AutoCloseable {

    private final Project project;
    private final Home home;
    private final Settings settings;
    private final ContractCatalog catalog;
    private final StagingEngine engine;
    private final Vault vault;
    private final StagedSchema stagedSchema;
    private final PseudonymKey key;

    public Stager(Project project, Home home, Settings settings, ContractCatalog catalog, Vault vault,
            StagedSchema stagedSchema) {
        this.project = project;
        this.home = home;
        this.settings = settings;
        this.catalog = catalog;
        this.engine = new StagingEngine(project, settings.engine(), catalog, home.tmp().resolve("staging"));
        this.vault = vault;
        this.stagedSchema = stagedSchema;
        this.key = PseudonymKey.of(home);
    }

    /**
     * @param files folder in which the files of the report lie
     * @param target fresh folder for the staged rows; what stood there is removed
     * @throws RefusedException where the rows of a file cannot be told apart, so that nothing can be judged
     */
    public StagingResult stage(PreflightReport report, Path files, Path target) throws SQLException {
        Folders.delete(target);
        try {
            Files.createDirectories(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Submissions are staged side by side: each has its own place for what it unpacks and rewrites.
        Path tmp = home.tmp().resolve(report.submissionId());
        Folders.createPrivate(tmp);
        try (StagingSession session = new StagingSession(engine, project, home, catalog, stagedSchema)) {
            Pseudonymiser pseudonymiser = new Pseudonymiser(engine, session.connection(), key, new Tombstones(home).keys());
            StagingResult result = new SubmissionValidator(session, catalog, pseudonymiser, settings.la(), tmp)
                    .validate(report, files, target);
            report.files().forEach(file -> FileProfiler.demandUnchanged(files.resolve(file.profile().file()), file.profile()));
            pseudonymiser.writePairs(vault.pending(report.submissionId()));
            return tooManyRejected(result) ? refuse(result, target) : result;
        } catch (RefusedException e) {
            Folders.delete(target);
            throw e;
        } finally {
            Folders.delete(tmp);
        }
    }

    /**
     * Writes whose the rejected rows of a judged submission are and what they tell of, from its files in landing.
     *
     * @param files  folder in which the files of the report lie
     * @param target folder for it, which is there
     * @throws RefusedException where the rows of a file cannot be told apart any more
     */
    public void writeRejected(PreflightReport report, Path files, String findings, Path target) throws SQLException {
        Path tmp = home.tmp().resolve(report.submissionId());
        Folders.createPrivate(tmp);
        try (StagingSession session = new StagingSession(engine, project, home, catalog, stagedSchema)) {
            Pseudonymiser pseudonymiser = new Pseudonymiser(engine, session.connection(), key, new Tombstones(home).keys());
            new SubmissionValidator(session, catalog, pseudonymiser, settings.la(), tmp).writeRejected(report, files, findings, target);
        } finally {
            Folders.delete(tmp);
        }
    }

    /**
     * What a registered submission retires without telling it again; nothing where that cannot be told.
     *
     * @param owners what its scopes belonged to before it
     */
    public Retirement retirement(ReturnContract contract, Submission submission, List<Owner> owners) throws SQLException {
        if (owners.isEmpty() || !Retirement.isKnownOf(contract)) {
            return Retirement.NONE;
        }
        try (Connection connection = engine.connection()) {
            return Retirement.of(connection, home, contract, stagedSchema.of(Retirement.stagedTable(contract)), submission, owners);
        }
    }

    /** How many submissions are going to be staged at once, which share the threads among them. */
    public void sideBySide(int submissions) {
        engine.sideBySide(submissions);
    }

    /** Frees engine and vault; what is staged after that opens them again. */
    @Override
    public void close() {
        engine.close();
        vault.close();
    }

    private boolean tooManyRejected(StagingResult result) {
        return result.rejected() * 100 > result.rows() * settings.maxRejectedPct();
    }

    private StagingResult refuse(StagingResult result, Path target) {
        long percent = 100 * result.rejected() / result.rows();
        Folders.list(target).stream().filter(file -> !file.endsWith(RejectsReport.FILE)).forEach(Folders::delete);
        return new StagingResult(result.files(), List.of(), result.rules(), result.mainReason(),
                FileError.of("FILE-023", null, percent + " % of its rows are rejected, most by " + result.mainReason() + " "
                        + catalog.rule(result.mainReason()).message().replace(": {column}", "")), List.of());
    }
}
