package org.bellwether.cli.run;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bellwether.app.status.StatusFile;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ErrorCode;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseId;
import org.bellwether.release.store.ReleaseStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes an earlier release current again. */
@Command(name = "rollback", description = "Make an earlier release current again: the named one, else the one before.",
        mixinStandardHelpOptions = true)
public final class RollbackCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(arity = "0..1", paramLabel = "ID")
    private String id;

    @Override
    public Integer call() throws IOException {
        Home at = home.home();
        Optional<ReleaseId> wanted = Optional.ofNullable(id).map(text -> ReleaseId.parse(text)
                .orElseThrow(() -> ErrorCode.NO_SUCH_RELEASE.with(text)));
        try (HomeLock lock = HomeLock.acquire(at)) {
            Release release = new ReleaseStore(at).rollback(wanted, Instant.now());
            StatusFile.releaseIsNow(at, release.id().toString());
            Output.OUT.println("current is now " + release.id() + "; the next publication moves on from the warehouse as it is");
            return ExitCode.DONE;
        }
    }
}
