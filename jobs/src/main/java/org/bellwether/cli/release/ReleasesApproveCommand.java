package org.bellwether.cli.release;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.bellwether.app.status.StatusFile;
import org.bellwether.cli.console.DecisionOption;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.release.check.ReleaseVerifier;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseApproval;
import org.bellwether.release.store.ReleaseDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Publishes a release that is held, once as many have approved it as the home asks for. */
@Command(name = "approve", description = "Approve the release that is held; with the last approval it is current.", mixinStandardHelpOptions = true)
final class ReleasesApproveCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ID")
    private String id;

    @Mixin
    private DecisionOption decision;

    @Override
    public Integer call() throws IOException, SQLException {
        Home at = home.home();
        int reviewers = Settings.load(ConfigFiles.of(Project.locate(), at.config())).releases().reviewers();
        try (HomeLock lock = HomeLock.acquire(at)) {
            ReleaseApproval approval = new ReleaseApproval(at, reviewers);
            ReleaseDraft held = approval.named(id);
            demandIntact(held);
            new HeldRelease(at, held, reviewers).lines(false).forEach(Output.OUT::println);
            ReleaseApproval.Result result = approval.approve(held, decision.by(), decision.why(), Instant.now());
            if (result.missing() > 0) {
                Output.OUT.println("approved by " + decision.by() + "; release " + result.release() + " is held until another approves it");
                return ExitCode.HELD;
            }
            StatusFile.releaseIsNow(at, result.release().toString());
            Output.OUT.println("approved by " + decision.by() + "; current is now " + result.release());
            return ExitCode.DONE;
        }
    }

    private static void demandIntact(ReleaseDraft held) throws IOException, SQLException {
        ReleaseVerifier.Report report = ReleasesVerifyCommand.verify(new Release(held.id(), held.folder(), false));
        report.faults().stream().findFirst().ifPresent(fault -> {
            throw ErrorCode.HELD_DAMAGED.with(held.id(), fault.path() + " " + fault.what());
        });
    }
}
