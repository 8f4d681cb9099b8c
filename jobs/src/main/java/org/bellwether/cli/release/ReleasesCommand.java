package org.bellwether.cli.release;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.bellwether.cli.console.HomeOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What has been published. */
@Command(name = "releases", description = "What has been published.", mixinStandardHelpOptions = true,
        subcommands = {ReleasesListCommand.class, ReleasesVerifyCommand.class, ReleasesPinCommand.class,
            ReleasesUnpinCommand.class, ReleasesDiffCommand.class, ReleasesReviewCommand.class, ReleasesApproveCommand.class,
            ReleasesReissueCommand.class})
public final class ReleasesCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() throws IOException {
        return ReleasesListCommand.list(home.home(), false);
    }
}
