package org.bellwether.batch.receive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bellwether.config.Settings;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.ParallelMap;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.intake.HomeFault;
import org.bellwether.intake.landing.Arrival;
import org.bellwether.intake.preflight.PreflightCheck;
import org.bellwether.intake.preflight.PreflightReport;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.RefusedException;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.Stager;
import org.bellwether.staging.registration.SubmissionExchange;
import org.bellwether.staging.session.ContractFingerprints;
import org.bellwether.staging.validation.StagingResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges accepted submissions again, from the files that lie in landing. What they are, when they came and what they replace stays;
 * rows, counts and rejects are those of today's contracts and rules.
 */
public final class RestageService {

    private static final Logger LOG = LoggerFactory.getLogger(RestageService.class);

    private final Home home;
    private final ContractCatalog catalog;
    private final ContractFingerprints fingerprints;
    private final SubmissionRegister register;
    private final PreflightCheck preflightCheck;
    private final Stager stager;
    private final SubmissionExchange exchange;
    private final int workers;

    RestageService(Home home, Settings settings, ContractCatalog catalog, ContractFingerprints fingerprints, SubmissionRegister register,
            PreflightCheck preflightCheck, Stager stager, SubmissionExchange exchange) {
        this.home = home;
        this.catalog = catalog;
        this.fingerprints = fingerprints;
        this.register = register;
        this.preflightCheck = preflightCheck;
        this.stager = stager;
        this.exchange = exchange;
        this.workers = settings.engine().threads();
    }

    /**
     * What a run of judging again did.
     *
     * @param restaged in order of arrival
     * @param kept of which nothing would be left: what they had stays, and their last warning says why
     */
    public record Result(List<Submission> restaged, List<Submission> kept) {

        /** Names of the returns of both. */
        public List<String> returns() {
            return Stream.concat(restaged.stream(), kept.stream()).map(Submission::returnName).distinct().sorted().toList();
        }
    }

    /** Those that another contract or other rules have judged. */
    public Result restageChanged() {
        return restage(catalog.returns().stream().flatMap(contract -> changed(contract).stream()).toList());
    }

    /** The same, and those whose staged rows are not as they were written; every byte of them is read. */
    public Result restageChangedAndDamaged() {
        return restage(catalog.returns().stream().flatMap(contract -> Stream.concat(changed(contract).stream(),
                accepted(contract).filter(this::isDamaged)).distinct()).toList());
    }

    /**
     * Those of one return, whatever has judged them.
     *
     * @throws IllegalArgumentException where there is no such return
     */
    public Result restageAll(String returnName) {
        return restage(accepted(catalog.contract(returnName)).toList());
    }

    private List<Submission> changed(ReturnContract contract) {
        return register.notJudgedBy(contract.name(), fingerprints.of(contract.name()));
    }

    private Stream<Submission> accepted(ReturnContract contract) {
        return register.accepted(contract.name(), SubmissionRegister.ALWAYS, SubmissionRegister.ALWAYS).stream();
    }

    private boolean isDamaged(Submission submission) {
        return !submission.damaged(home.staged(submission.returnName(), submission.id())).isEmpty();
    }

    private Result restage(List<Submission> submissions) {
        // What a stopped run has left of its work is judged again.
        Folders.delete(restaging());
        if (!submissions.isEmpty()) {
            // Where the same contract judges again, the register is in the end as it was, and rows may not be.
            Folders.delete(home.buildStamp());
        }
        List<Submission> ordered = submissions.stream().sorted(Comparator.comparingLong(Submission::arrival)).toList();
        stager.sideBySide(Math.min(workers, ordered.size()));
        try (stager) {
            List<Outcome> outcomes = ParallelMap.map(ordered, workers, this::restage);
            return new Result(outcomes.stream().filter(Outcome::isRestaged).map(Outcome::submission).toList(),
                    outcomes.stream().filter(Predicate.not(Outcome::isRestaged)).map(Outcome::submission).toList());
        } finally {
            Folders.delete(restaging());
        }
    }

    private Path restaging() {
        return home.staged().resolve(".restaging");
    }

    private record Outcome(Submission submission, boolean isRestaged) {
    }

    private Outcome restage(Submission submission) throws SQLException {
        Path folder = home.landing(submission.returnName(), submission.id());
        Path staged = restaging().resolve(submission.id());
        List<String> files = submission.files().stream().map(SubmissionFile::file).distinct().sorted().toList();
        Optional<String> gone = files.stream().filter(file -> !Files.exists(folder.resolve(file))).findFirst();
        if (gone.isPresent()) {
            return kept(submission, gone.get() + " is not in landing any more");
        }
        try {
            PreflightReport report = preflightCheck.inspect(new Arrival(submission.arrival(), submission.receivedAt(), files, List.of()), folder)
                    .knownAs(submission.id());
            if (report.error() != null) {
                return kept(submission, report.error());
            }
            if (!report.contentSha256().equals(submission.contentSha256())) {
                return kept(submission, "its files in landing are not those that were received");
            }
            StagingResult result = stager.stage(report, folder, staged);
            return result.error() == null ? new Outcome(exchange(submission, result, staged), true) : kept(submission, result.error());
        } catch (RefusedException e) {
            return kept(submission, e.error());
        } catch (RuntimeException | SQLException | StackOverflowError e) {
            if (HomeFault.is(e)) {
                throw e;
            }
            LOG.debug("Submission {} cannot be judged again", submission.id(), e);
            return kept(submission, FileError.of("FILE-050", null, HomeFault.kind(e) + " while its rows were judged"));
        }
    }

    /** Register and vault take in one at a time. */
    private synchronized Submission exchange(Submission submission, StagingResult result, Path staged) {
        return exchange.exchange(submission, result, staged);
    }

    private Outcome kept(Submission submission, FileError why) {
        FileError explained = why.explained(catalog.rule(why.rule()));
        return kept(submission, explained.rule() + " " + explained.sentence());
    }

    private synchronized Outcome kept(Submission submission, String why) {
        return new Outcome(exchange.decline(submission, why), false);
    }
}
