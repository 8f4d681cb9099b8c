package org.bellwether.cli.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.cli.console.DecisionOption;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.intake.register.WithdrawalService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a wrongly accepted submission out of use; what it replaced is live again. */
@Command(name = "withdraw", description = "Take a wrongly accepted submission out of use; what it replaced is live again with the next build.",
        mixinStandardHelpOptions = true)
public final class WithdrawCommand implements Callable<Integer> {

    private static final int NAMED = 5;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "SUBMISSION", description = "its id as status shows it, or the beginning of it")
    private String id;

    @Mixin
    private DecisionOption decision;

    @Override
    public Integer call() {
        String by = decision.by();
        String why = decision.why();
        try (ApplicationSession session = ApplicationSession.open(home.home())) {
            WithdrawalService withdrawals = session.get(WithdrawalService.class);
            Submission submission = theOne(id.strip(), withdrawals.find(id.strip()));
            WithdrawalService.Result result = withdrawals.withdraw(submission, Instant.now().truncatedTo(ChronoUnit.MICROS), by, why);
            Output.OUT.println("withdrawn " + submission.id() + " (" + submission.returnName() + "), which was live for "
                    + result.freed() + (result.freed() == 1 ? " scope" : " scopes"));
            if (result.freed() > 0) {
                Output.OUT.println(result.liveAgain().isEmpty() ? "nothing stands in its place"
                        : "live again: " + String.join(", ", result.liveAgain()));
            }
            Output.OUT.println("the next build publishes without it; build --as-of a day before today still has it");
            return ExitCode.DONE;
        }
    }

    /** @throws BellwetherException where it is none, several, or nothing that is in use */
    public static Submission theOne(String id, List<Submission> found) {
        if (found.isEmpty()) {
            throw ErrorCode.NO_SUCH_SUBMISSION.with(id);
        }
        if (found.size() > 1) {
            throw ErrorCode.SUBMISSION_NOT_UNIQUE.with(id, found.size(), found.stream().limit(NAMED)
                    .map(Submission::id).collect(Collectors.joining(", ")) + (found.size() > NAMED ? ", …" : ""));
        }
        Submission submission = found.get(0);
        if (submission.state() == SubmissionState.WITHDRAWN) {
            throw ErrorCode.WITHDRAWN_ALREADY.with(submission.id(), submission.withdrawal().by(), submission.withdrawal().at(),
                    submission.withdrawal().why());
        }
        if (!submission.state().isAccepted()) {
            throw ErrorCode.NEVER_ACCEPTED.with(submission.id(), submission.state().label());
        }
        return submission;
    }
}
