package org.bellwether.cli.console;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Optional;
import org.bellwether.app.HomeLockedException;
import org.bellwether.app.NoAccessException;
import org.bellwether.app.UsageException;
import org.bellwether.batch.report.RunFailedException;
import org.bellwether.config.ConfigException;
import org.bellwether.home.EnvironmentFault;
import org.bellwether.home.HomeFaultException;
import org.bellwether.release.check.AuditException;
import org.bellwether.release.check.AuditResult;
import org.bellwether.release.store.ReleaseException;

/** Tells a person why a command has failed, in one line. */
public final class FailureExplainer {

    private FailureExplainer() {
    }

    /** One line for a person; the trace only with --debug. */
    public static int explain(Exception exception, boolean debug) {
        if (debug) {
            exception.printStackTrace(Output.ERR);
        }
        if (exception instanceof HomeLockedException) {
            Output.ERR.println(exception.getMessage());
            return ExitCode.LOCKED;
        }
        if (exception instanceof NoAccessException) {
            Output.ERR.println(exception.getMessage());
            return ExitCode.FAILED;
        }
        if (denied(exception) != null) {
            return explain(denied(exception), false);
        }
        if (exception instanceof UsageException || exception instanceof ConfigException || exception instanceof ReleaseException) {
            Output.ERR.println(exception.getMessage());
            return ExitCode.USAGE;
        }
        if (exception instanceof RunFailedException && exception.getCause() instanceof AuditException audit) {
            Output.ERR.println("Nothing was published." + (audit.results().isEmpty() ? " " + audit.getMessage() : ""));
            audit.results().stream().filter(AuditResult::hasFailed).flatMap(result -> result.lines().stream()).forEach(Output.ERR::println);
            return ExitCode.AUDIT_FAILED;
        }
        if (exception instanceof HomeFaultException || exception.getCause() instanceof HomeFaultException) {
            Output.ERR.println(exception instanceof HomeFaultException ? exception.getMessage() : exception.getCause().getMessage());
            return ExitCode.FAILED;
        }
        Optional<EnvironmentFault.Found> fault = EnvironmentFault.in(exception);
        if (fault.isPresent()) {
            Output.ERR.println(fault.get().message());
            return ExitCode.FAILED;
        }
        if (exception instanceof RunFailedException) {
            Output.ERR.println(exception.getMessage());
            return ExitCode.FAILED;
        }
        Output.ERR.println("Something went wrong inside (" + exception.getClass().getSimpleName() + "). Run it again with --debug to see where.");
        return ExitCode.FAILED;
    }

    /** Where it comes down to a file that may not be read or written: that, else null. */
    private static NoAccessException denied(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException denied) {
                return new NoAccessException(Path.of(denied.getFile()));
            }
        }
        return null;
    }
}
