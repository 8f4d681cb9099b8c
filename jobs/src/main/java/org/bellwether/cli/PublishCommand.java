package org.bellwether.cli;

import java.util.concurrent.Callable;
import org.bellwether.job.Runs;
import org.bellwether.release.PublishedRelease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a release of what is built. */
@Command(name = "publish", description = "Publish what is built.", mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() {
        try (Workshop workshop = Workshop.open(home.home())) {
            workshop.get(Runs.class).publish();
            PublishedRelease release = workshop.report().release();
            Output.OUT.println(release == null ? "Nothing to publish yet: nothing was ever accepted"
                    : release.isNew() ? "published " + release.id() : "release " + release.id() + " is unchanged");
            return release != null && release.isNew() ? ExitCode.DONE : ExitCode.NOTHING_TO_DO;
        }
    }
}
