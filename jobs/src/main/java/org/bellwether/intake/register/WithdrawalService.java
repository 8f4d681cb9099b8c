package org.bellwether.intake.register;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.config.Shown;

/** Takes submissions out of use that should not have been accepted. Their files and staged rows stay. */
public final class WithdrawalService {

    private final Home home;
    private final SubmissionRegister register;

    public WithdrawalService(Home home, SubmissionRegister register) {
        this.home = home;
        this.register = register;
    }

    /**
     * What a withdrawal changed.
     *
     * @param freed how many scopes it was live for
     * @param liveAgain ids of those that own some of these scopes now
     */
    public record Result(Submission submission, int freed, Set<String> liveAgain) {
    }

    /** Submissions whose id is the text or begins with it; that of an arrival number alone, where it is one. */
    public List<Submission> find(String text) {
        List<Submission> all = register.all();
        List<Submission> exact = all.stream().filter(one -> one.id().equals(text) || Long.toString(one.arrival()).equals(text)).toList();
        return !exact.isEmpty() || text.isBlank() ? exact : all.stream().filter(one -> one.id().startsWith(text)).toList();
    }

    /**
     * The record beside the files says so first, from which the register can be made again; then the register, then the trail.
     *
     * @throws IllegalArgumentException where it is not accepted
     */
    public Result withdraw(Submission submission, Instant at, String by, String why) {
        if (!submission.state().isAccepted()) {
            throw new IllegalArgumentException(submission.id() + " is " + submission.state().label());
        }
        Set<String> freed = new TreeSet<>();
        register.owners(submission.returnName(), SubmissionRegister.ALWAYS).stream()
                .filter(owner -> owner.submissionId().equals(submission.id())).forEach(owner -> freed.add(owner.scope()));
        Withdrawal withdrawal = new Withdrawal(at, Shown.text(by), Shown.text(why), submission.state());
        Submission withdrawn = submission.withdrawn(withdrawal);
        Json.write(home.landing(submission.returnName(), submission.id()).resolve(Submission.RECORD), withdrawn);
        register.save(withdrawn);
        new AuditTrail(home).add(new Entry(at, "withdraw", submission.id(), withdrawal.by(), withdrawal.why()));
        Set<String> liveAgain = new LinkedHashSet<>();
        register.owners(submission.returnName(), SubmissionRegister.ALWAYS).stream().filter(owner -> freed.contains(owner.scope()))
                .map(SubmissionRegister.Owner::submissionId).sorted().forEach(liveAgain::add);
        return new Result(withdrawn, freed.size(), liveAgain);
    }

    /** A line of the trail. */
    private record Entry(Instant at, String action, String submission, String by, String why) {
    }
}
