package org.bellwether.cli;

import org.bellwether.app.session.RunLog;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.FailureExplainer;
import org.bellwether.cli.console.Output;
import org.bellwether.cli.privacy.ForgetCommand;
import org.bellwether.cli.privacy.PurgeCommand;
import org.bellwether.cli.privacy.SubjectCommand;
import org.bellwether.cli.report.AnswerCommand;
import org.bellwether.cli.report.CheckCommand;
import org.bellwether.cli.report.ContractCommand;
import org.bellwether.cli.report.QueriesCommand;
import org.bellwether.cli.report.RegisterCommand;
import org.bellwether.cli.report.RejectsCommand;
import org.bellwether.cli.release.ReleasesCommand;
import org.bellwether.cli.report.StatusCommand;
import org.bellwether.cli.run.BuildCommand;
import org.bellwether.cli.run.NightlyCommand;
import org.bellwether.cli.run.NotifyCommand;
import org.bellwether.cli.run.PublishCommand;
import org.bellwether.cli.run.ReceiveCommand;
import org.bellwether.cli.run.RecoverCommand;
import org.bellwether.cli.run.RestageCommand;
import org.bellwether.cli.run.RollbackCommand;
import org.bellwether.cli.run.ScheduleCommand;
import org.bellwether.cli.run.WaiveCommand;
import org.bellwether.cli.run.WithdrawCommand;
import org.bellwether.cli.sample.BenchCommand;
import org.bellwether.cli.sample.DemoCommand;
import org.bellwether.cli.sample.WarmUpCommand;
import org.bellwether.cli.setup.DoctorCommand;
import org.bellwether.cli.setup.InitCommand;
import org.bellwether.cli.serve.ServeCommand;
import org.bellwether.cli.serve.UsersCommand;
import org.bellwether.cli.sql.ExplainCommand;
import org.bellwether.cli.sql.SqlCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Commands are plain objects; those that write take the home's lock and only then start Spring. */
@Command(name = "bellwether", mixinStandardHelpOptions = true, version = "bellwether 0.1.0",
        description = "An inclusion data warehouse for English local authorities.",
        subcommands = {DemoCommand.class, InitCommand.class, NightlyCommand.class, ReceiveCommand.class, CheckCommand.class, ContractCommand.class, WithdrawCommand.class, WaiveCommand.class,
            RegisterCommand.class,
            RestageCommand.class, RecoverCommand.class, BuildCommand.class, PublishCommand.class, RollbackCommand.class, ReleasesCommand.class, StatusCommand.class, RejectsCommand.class,
            QueriesCommand.class, SubjectCommand.class, ForgetCommand.class, PurgeCommand.class, SqlCommand.class, ExplainCommand.class, AnswerCommand.class, GenerateCommand.class, BenchCommand.class, ScheduleCommand.class, NotifyCommand.class, ServeCommand.class, UsersCommand.class, DoctorCommand.class, WarmUpCommand.class})
public final class Bellwether {

    static final String FIRST_STEPS = """
            Bellwether takes in the returns of an English local authority and publishes marts of them.

              bellwether demo                         two nights of a fictional council, to look around in
              bellwether init --home DIR --la 821     a home of your own; then drop returns into DIR/inbox
              bellwether nightly --home DIR           receive what lies there, build, publish
              bellwether status --home DIR            what came, what was refused, and why
              bellwether sql --home DIR "select ..."  ask what is published

            bellwether --help lists every command, bellwether COMMAND --help explains one.
            """;

    private Bellwether() {
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    public static int run(String... arguments) {
        RunLog.end();
        CommandLine line = new CommandLine(new Bellwether());
        line.setOut(new java.io.PrintWriter(Output.OUT, true));
        line.setErr(new java.io.PrintWriter(Output.ERR, true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((exception, command, parsed) -> FailureExplainer.explain(exception, debug(command)));
        if (arguments.length == 0) {
            Output.OUT.print(FIRST_STEPS);
            return ExitCode.DONE;
        }
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return FailureExplainer.explain(e, false);
        }
    }

    private static boolean debug(CommandLine command) {
        return command.getParseResult() != null && command.getParseResult().expandedArgs().contains("--debug")
                || command.getParseResult() != null && command.getParseResult().originalArgs().contains("--debug");
    }
}
