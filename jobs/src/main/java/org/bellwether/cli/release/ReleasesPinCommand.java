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
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.release.store.ReleaseTrail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Keeps what a board has seen. */
@Command(name = "pin", description = "Keep a release, however many come after it.", mixinStandardHelpOptions = true)
final class ReleasesPinCommand implements Callable<Integer> {

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
            Release release = new ReleaseStore(at).named(id);
            new ReleaseTrail(at).pin(release, decision.by(), decision.why(), Instant.now());
            Output.OUT.println("pinned " + release.id() + ": it is kept until it is unpinned");
            return ExitCode.DONE;
        }
    }
}
