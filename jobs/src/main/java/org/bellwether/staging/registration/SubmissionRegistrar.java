package org.bellwether.staging.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.landing.LandingZone;
import org.bellwether.intake.preflight.PreflightReport;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.register.StagedFile;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.staging.pseudonym.Vault;
import org.bellwether.staging.session.ContractFingerprints;
import org.bellwether.staging.shape.ShapeReport;
import org.bellwether.staging.validation.StagingResult;

/** Makes a submission of a judged arrival: its files, its staged rows and its record in their places, then the register. */
public final class SubmissionRegistrar {

    /** Two clocks that are right may differ so much, and a home may lie idle for so long. */
    private static final Duration CLOCK_BACK = Duration.ofHours(1);
    private static final Duration CLOCK_AHEAD = Duration.ofDays(366);
    /** Names a submission with far fewer rows than it replaces. */
    public static final String SHRUNK = "FILE-028";
    /** Name of the record of a refused submission. */
    public static final String REFUSAL = "why.json";

    private final Home home;
    private final ContractCatalog catalog;
    private final LandingZone landingZone;
    private final SubmissionRegister register;
    private final Vault vault;
    private final ContractFingerprints fingerprints;
    private final RecordIndex index;

    public SubmissionRegistrar(Home home, ContractCatalog catalog, LandingZone landingZone, SubmissionRegister register, Vault vault,
            ContractFingerprints fingerprints) {
        this.home = home;
        this.catalog = catalog;
        this.landingZone = landingZone;
        this.register = register;
        this.vault = vault;
        this.fingerprints = fingerprints;
        this.index = new RecordIndex(home, register);
    }

    /**
     * Repeatable at any point: every move is done once, and the register's rows come last, in one transaction.
     *
     * @param result null where the arrival was refused, or is content that is live already
     * @param staged folder of the staged rows; null without a result
     * @throws IllegalStateException where they are not there: a submission without its rows would be lost silently
     */
    public Submission register(PreflightReport report, StagingResult result, Path staged) {
        Submission submission = submission(report, result).withStaged(stagedFiles(staged, report));
        boolean refused = submission.state() == SubmissionState.REFUSED;
        Path landed = refused ? refusedFolder(submission) : home.landing(submission.returnName(), submission.id());
        if (result != null && result.error() == null) {
            vault.admit(submission.id());
        } else {
            vault.forgetPending(submission.id());
        }
        if (staged != null) {
            move(staged, home.staged(submission.returnName(), submission.id()));
        }
        Json.write(landingZone.folder(report.arrival()).resolve(refused ? REFUSAL : Submission.RECORD), submission);
        if (submission.state().isAccepted()) {
            ShapeReport.of(result.shapes()).writeInto(landingZone.folder(report.arrival()));
        }
        landingZone.settle(report.arrival(), landed);
        PreflightReport.NOTES.forEach(note -> Folders.delete(landed.resolve(note)));
        register.save(submission);
        return submission;
    }

    /**
     * Indexes what lies in landing and refused and the register does not know: a kill came between.
     *
     * @param told of each record that is damaged
     */
    public void indexUnregistered(Consumer<FileError> told) {
        index.indexUnregistered(damage -> told.accept(explained(damage)));
    }

    /** Every record written until now agrees with the register: the next start need not read them again. */
    public void agreed() {
        index.agreed();
    }

    private Submission submission(PreflightReport report, StagingResult result) {
        if (result == null) {
            if (report.error().rule().equals("FILE-001")) {
                return duplicate(report);
            }
            return new Submission(report.submissionId(), report.returnName(), report.arrival(), report.receivedAt(), SubmissionState.REFUSED,
                    report.contentSha256(), report.set(), null, null, null, uncounted(report), List.of(), Map.of(),
                    explained(report.error()), List.of(), null, null, null, null);
        }
        boolean queries = result.rejected() > 0 || !result.rules().isEmpty();
        SubmissionState state = result.error() != null ? SubmissionState.REJECTED
                : queries ? SubmissionState.ACCEPTED_WITH_QUERIES : SubmissionState.ACCEPTED;
        return new Submission(report.submissionId(), report.returnName(), report.arrival(), report.receivedAt(), state,
                report.contentSha256(), report.set(), result.rows(), result.accepted(), result.rejected(),
                result.files(), result.scopes(), result.rules(), explained(result.error()), warnings(report, result), null,
                fingerprints.of(report.returnName()), null, null);
    }

    /** Judged once already: the counts are those of the submission that is live with the same content. */
    private Submission duplicate(PreflightReport report) {
        Optional<Submission> live = register.liveWithContent(report.returnName(), report.contentSha256(), report.receivedAt(), report.arrival());
        List<SubmissionFile> files = live.map(twin -> named(twin.files(), report)).orElse(uncounted(report));
        return new Submission(report.submissionId(), report.returnName(), report.arrival(), report.receivedAt(), SubmissionState.DUPLICATE,
                report.contentSha256(), report.set(), live.map(Submission::rows).orElse(null), live.map(Submission::accepted).orElse(null),
                live.map(Submission::rejected).orElse(null), files, List.of(), Map.of(), explained(report.error()), List.of(), null, null, null, null);
    }

    /** The files with the names that they came under this time. */
    private static List<SubmissionFile> named(List<SubmissionFile> files, PreflightReport report) {
        Map<String, String> names = new HashMap<>();
        report.files().forEach(file -> names.put(file.profile().sha256(), file.profile().file()));
        return files.stream().map(file -> file.named(names.getOrDefault(file.sha256(), file.file()))).toList();
    }

    /** Adds a sentence for the data officer to the record of a submission and to the register. */
    public Submission warn(Submission submission, String rule, String detail) {
        Submission warned = submission.warned(warning(rule, detail));
        Json.write(home.landing(submission.returnName(), submission.id()).resolve(Submission.RECORD), warned);
        register.save(warned);
        return warned;
    }

    /** What looks like a file that was cut short, far fewer rows than it replaces, or like a clock that is wrong. */
    private List<String> warnings(PreflightReport report, StagingResult result) {
        if (result.error() != null) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        shrinkage(report.returnName(), report.receivedAt(), report.arrival(), result.scopes()).ifPresent(warnings::add);
        register.latestBefore(report.arrival()).filter(latest -> isFar(report.receivedAt(), latest)).ifPresent(latest ->
                warnings.add(warning("FILE-061", "at " + report.receivedAt() + ", what came before at " + latest)));
        return warnings;
    }

    /** A sentence where a submission has far fewer rows of its scopes than what it replaces. */
    public Optional<String> shrinkage(String returnName, Instant receivedAt, long arrival, List<Scope> scopes) {
        Shrinkage shrinkage = Shrinkage.of(register, returnName, receivedAt, arrival, scopes);
        return shrinkage.isLarge() ? Optional.of(warning(SHRUNK, shrinkage.rows() + " for " + shrinkage.replaced())) : Optional.empty();
    }

    private static boolean isFar(Instant receivedAt, Instant latest) {
        return receivedAt.isBefore(latest.minus(CLOCK_BACK)) || receivedAt.isAfter(latest.plus(CLOCK_AHEAD));
    }

    private String warning(String rule, String detail) {
        return rule + " " + catalog.rule(rule).message() + " (" + detail + ")";
    }

    private FileError explained(FileError error) {
        return error == null ? null : error.explained(catalog.rule(error.rule()));
    }

    private static List<SubmissionFile> uncounted(PreflightReport report) {
        return report.files().stream().map(file -> new SubmissionFile(file.profile().file(), file.table(),
                file.profile().sha256(), file.profile().bytes(), file.profile().encoding(), null, null, null, null, List.of())).toList();
    }

    private Path refusedFolder(Submission submission) {
        return home.refused().resolve(submission.receivedAt().atZone(ZoneOffset.UTC).toLocalDate().toString()).resolve(submission.id());
    }

    /** Files of the staged rows by their names; of what was refused or is a duplicate there are none. */
    private Map<String, StagedFile> stagedFiles(Path staged, PreflightReport report) {
        if (staged == null) {
            return Map.of();
        }
        // A stopped run may have moved them before.
        Path folder = Files.isDirectory(staged) ? staged : home.staged(report.returnName(), report.submissionId());
        return StagedFile.in(folder);
    }

    /** A stopped run may have moved them before. */
    static void move(Path source, Path target) {
        if (!Files.isDirectory(source)) {
            throw new IllegalStateException("The staged rows of " + source.getFileName() + " are not where staging leaves them");
        }
        Folders.delete(target);
        try {
            Files.createDirectories(target.getParent());
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
