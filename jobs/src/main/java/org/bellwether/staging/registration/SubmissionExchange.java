package org.bellwether.staging.registration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.register.ErasureNote;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.StagedFile;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.staging.pseudonym.Vault;
import org.bellwether.staging.session.ContractFingerprints;
import org.bellwether.staging.validation.StagingResult;

/** Puts the rows of a submission that was judged again in the place of those that it had. */
public final class SubmissionExchange {

    /** Names a submission of which another contract or other rules would leave nothing. */
    public static final String DECLINED = "FILE-065";

    private final Home home;
    private final SubmissionRegister register;
    private final SubmissionRegistrar registrar;
    private final Vault vault;
    private final ContractFingerprints fingerprints;

    public SubmissionExchange(Home home, SubmissionRegister register, SubmissionRegistrar registrar, Vault vault, ContractFingerprints fingerprints) {
        this.home = home;
        this.register = register;
        this.registrar = registrar;
        this.vault = vault;
        this.fingerprints = fingerprints;
    }

    /**
     * Its identity, its arrival and its place in time stay. The register forgets first what has judged it: a kill at any point leaves it to be
     * judged again.
     *
     * @param staged folder of the rows that it has now
     */
    public Submission exchange(Submission submission, StagingResult result, Path staged) {
        boolean hasQueries = result.rejected() > 0 || !result.rules().isEmpty();
        Submission judged = new Submission(submission.id(), submission.returnName(), submission.arrival(), submission.receivedAt(),
                hasQueries ? SubmissionState.ACCEPTED_WITH_QUERIES : SubmissionState.ACCEPTED, submission.contentSha256(), submission.set(),
                result.rows(), result.accepted(), result.rejected(), files(submission, result), scopes(submission, result), result.rules(), null, submission.warnings(),
                StagedFile.in(staged), fingerprints.of(submission.returnName()), null, submission.withdrawal());
        register.forgetJudgedBy(submission.id());
        vault.admit(submission.id());
        SubmissionRegistrar.move(staged, home.staged(submission.returnName(), submission.id()));
        Json.write(record(submission), judged);
        register.save(judged);
        return judged;
    }

    /** Where rows were erased from it, schools answer for what they have sent, as before. */
    private List<SubmissionFile> files(Submission submission, StagingResult result) {
        if (!isErasedFrom(submission)) {
            return result.files();
        }
        Map<String, SubmissionFile> before = submission.files().stream().collect(Collectors.toMap(file -> file.file() + "|" + file.table(), Function.identity()));
        return result.files().stream().map(file -> {
            SubmissionFile earlier = before.get(file.file() + "|" + file.table());
            return earlier == null || earlier.schools() == null ? file : file.answeredForBy(earlier.schools());
        }).toList();
    }

    private boolean isErasedFrom(Submission submission) {
        return !ErasureNote.in(record(submission).getParent()).isEmpty();
    }

    /** Where rows were erased from it, it goes on replacing what it replaced: what came before would else be live again. */
    private List<Scope> scopes(Submission submission, StagingResult result) {
        if (!isErasedFrom(submission)) {
            return result.scopes();
        }
        Set<String> told = result.scopes().stream().map(Scope::values).collect(Collectors.toSet());
        return Stream.concat(result.scopes().stream(), submission.scopes().stream().filter(scope -> !told.contains(scope.values()))
                .map(scope -> new Scope(scope.values(), scope.serial(), 0))).toList();
    }

    /** What it had stays; it is not judged again before contract or rules change once more. */
    public Submission decline(Submission submission, String why) {
        vault.forgetPending(submission.id());
        return registrar.warn(submission.declinedBy(fingerprints.of(submission.returnName())), DECLINED, why);
    }

    private Path record(Submission submission) {
        return home.landing(submission.returnName(), submission.id()).resolve(Submission.RECORD);
    }
}
