package org.bellwether.cli.run;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellwether.app.Moment;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.batch.receive.IntakeJob;
import org.bellwether.batch.receive.SubmissionReceiver;
import org.bellwether.batch.report.WaitingLine;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.cli.console.WatchedConsole;
import org.bellwether.config.ErrorCode;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.intake.register.SubmissionState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in copies of files without building; a person who names a file does not have to wait until it has been left alone. */
@Command(name = "receive", description = "Take in copies of files, without building; the files stay where they are.",
        mixinStandardHelpOptions = true)
public final class ReceiveCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files;

    @Option(names = "--received-at", paramLabel = "T", description = "receive as if at this day or instant")
    private String receivedAt;

    @Override
    public Integer call() {
        for (Path file : files) {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw ErrorCode.NO_SUCH_FILE.with(file);
            }
        }
        try (ApplicationSession session = ApplicationSession.open(home.home())) {
            WatchedConsole.show(session.report());
            SubmissionReceiver.Result result = session.get(IntakeJob.class).receiveFiles(files, Moment.orNow(receivedAt), session.report());
            ContractCatalog catalog = session.get(ContractCatalog.class);
            result.left().forEach(why -> Output.OUT.println(WaitingLine.of(why, catalog)));
            result.warnings().forEach(warning -> Output.OUT.println("warning                " + warning));
            boolean refused = !result.left().isEmpty() || result.submissions().stream()
                    .anyMatch(one -> one.state() == SubmissionState.REFUSED || one.state() == SubmissionState.REJECTED);
            return !result.failed().isEmpty() ? ExitCode.FAILED : refused ? ExitCode.REJECTED : ExitCode.DONE;
        }
    }
}
