package org.bellwether.cli.release;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.bellwether.cli.console.DecisionOption;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.release.store.ReleaseId;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.release.store.ReleaseTrail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets go of what was kept. */
@Command(name = "unpin", description = "Let a pinned release go the way of the others.", mixinStandardHelpOptions = true)
final class ReleasesUnpinCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ID")
    private String id;

    @Mixin
    private DecisionOption decision;

    @Override
    public Integer call() throws IOException {
        Home at = home.home();
        try (HomeLock lock = HomeLock.acquire(at)) {
            ReleaseId release = new ReleaseStore(at).named(id).id();
            new ReleaseTrail(at).unpin(release, decision.by(), decision.why(), Instant.now());
            Output.OUT.println("unpinned " + release + ": a publication prunes it once it is none of the last");
            return ExitCode.DONE;
        }
    }
}
