package org.bellwether.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Optional;
import org.bellwether.home.ConfigException;
import org.bellwether.home.EnvironmentFault;
import org.bellwether.home.HomeFaultException;
import org.bellwether.job.RunFailedException;
import org.bellwether.release.AuditException;
import org.bellwether.release.ReleaseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Commands are plain objects; those that write take the home's lock and only then start Spring. */
@Command(name = "bellwether", mixinStandardHelpOptions = true, version = "bellwether 0.1.0",
        description = "An inclusion data warehouse for English local authorities.",
        subcommands = {DemoCommand.class, InitCommand.class, NightlyCommand.class, ReceiveCommand.class, WithdrawCommand.class,
            BuildCommand.class, PublishCommand.class, RollbackCommand.class, ReleasesCommand.class, StatusCommand.class, RejectsCommand.class,
            QueriesCommand.class, SqlCommand.class, GenerateCommand.class, BenchCommand.class, ScheduleCommand.class, DoctorCommand.class, WarmUpCommand.class})
public final class Bellwether {

    private Bellwether() {
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Bellwether());
        line.setOut(new java.io.PrintWriter(Output.OUT, true));
        line.setErr(new java.io.PrintWriter(Output.ERR, true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((exception, command, parsed) -> explain(exception, debug(command)));
        if (arguments.length == 0) {
            line.usage(Output.OUT);
            return ExitCode.USAGE;
        }
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return explain(new IllegalStateException(e), false);
        }
    }

    /** One line for a person; the trace only with --debug. */
    static int explain(Exception exception, boolean debug) {
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
        if (exception instanceof RunFailedException && exception.getCause() instanceof AuditException) {
            Output.ERR.println("Nothing was published. " + exception.getCause().getMessage());
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

    private static boolean debug(CommandLine command) {
        return command.getParseResult() != null && command.getParseResult().expandedArgs().contains("--debug")
                || command.getParseResult() != null && command.getParseResult().originalArgs().contains("--debug");
    }
}
