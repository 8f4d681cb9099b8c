package org.bellwether.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.bellwether.job.Runs;
import org.bellwether.release.PublishedRelease;
import org.bellwether.release.ReleaseStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a release of what is built. */
@Command(name = "publish", description = "Publish what is built.", mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() throws IOException {
        try (Workshop workshop = Workshop.open(home.home())) {
            if (workshop.get(Runs.class).asOf().isPresent() && !Files.exists(home.home().warehouseFile())) {
                Output.OUT.println("Nothing to publish yet: nothing is built. Run: bellwether build");
                return ExitCode.NOTHING_TO_DO;
            }
            workshop.get(Runs.class).publish();
            PublishedRelease release = workshop.report().release();
            Output.OUT.println(release == null ? nothing(workshop.get(Runs.class))
                    : release.isNew() ? "published " + release.id() : "Nothing to do: release " + release.id() + " is unchanged");
            return release != null && release.isNew() ? ExitCode.DONE : ExitCode.NOTHING_TO_DO;
        }
    }

    private String nothing(Runs runs) throws IOException {
        if (runs.asOf().isEmpty()) {
            return "Nothing to publish yet: nothing was ever accepted";
        }
        return "Nothing to do: what is built was published last"
                + new ReleaseStore(home.home()).current().map(current -> ", and release " + current.id() + " is current").orElse("");
    }
}
