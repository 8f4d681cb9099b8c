package org.bellwether.cli.console;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bellwether.app.session.RunLog;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.ErrorKind;
import org.bellwether.home.EnvironmentFault;
import org.bellwether.intake.HomeFault;
import org.bellwether.release.check.AuditException;
import org.bellwether.release.check.AuditResult;

/** Tells a person why a command has failed, and what to do. */
public final class FailureExplainer {

    private FailureExplainer() {
    }

    /** Prints the sentence of the catalogue and where the log of the run is, the trace only with --debug; gives the exit code. */
    public static int explain(Throwable failure, boolean debug) {
        if (debug) {
            failure.printStackTrace(Output.ERR);
        }
        BellwetherException error = errorOf(failure);
        if (error instanceof AuditException audit) {
            Output.ERR.println(ErrorCode.AUDIT_FAILED.code() + " Nothing was published.");
            audit.results().stream().filter(AuditResult::hasFailed).flatMap(result -> result.lines().stream()).forEach(Output.ERR::println);
        } else {
            Output.ERR.println(error.getMessage());
        }
        RunLog.current().ifPresentOrElse(log -> {
            log.failed(error.getMessage(), failure);
            Output.ERR.println("The log of this run: " + log.file());
        }, () -> tellWithoutLog(error, debug));
        return exitCode(error.code());
    }

    /** Commands that only report write nothing into a home. */
    private static void tellWithoutLog(BellwetherException error, boolean debug) {
        if (error.kind() == ErrorKind.BUG && !debug) {
            Output.ERR.println("It began no run and has no log: run it again with --debug, and send what it prints.");
        }
    }

    /** What of the catalogue it is: what the machine keeps from being done is no bug, wherever it shows. */
    public static BellwetherException errorOf(Throwable failure) {
        return known(failure, error -> error.kind() != ErrorKind.BUG)
                .or(() -> fault(failure).map(EnvironmentFault::error))
                .or(() -> known(failure, error -> true))
                .orElseGet(() -> ErrorCode.UNEXPECTED.because(failure, HomeFault.kind(failure)));
    }

    private static Optional<EnvironmentFault> fault(Throwable failure) {
        return RunLog.current().map(log -> EnvironmentFault.in(failure, log.file().getParent())).orElseGet(() -> EnvironmentFault.in(failure));
    }

    private static Optional<BellwetherException> known(Throwable failure, Predicate<BellwetherException> wanted) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof BellwetherException error && wanted.test(error)) {
                return Optional.of(error);
            }
        }
        return Optional.empty();
    }

    private static int exitCode(ErrorCode code) {
        return switch (code) {
            case HOME_IN_USE, SCHEDULE_IN_USE -> ExitCode.LOCKED;
            case AUDIT_FAILED, READ_BACK_OTHERWISE -> ExitCode.AUDIT_FAILED;
            default -> code.kind() == ErrorKind.USER || code.kind() == ErrorKind.CONFIG ? ExitCode.USAGE : ExitCode.FAILED;
        };
    }
}
