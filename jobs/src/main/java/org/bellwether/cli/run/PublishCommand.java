package org.bellwether.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.batch.nightly.WarehouseJobLauncher;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.cli.console.WatchedConsole;
import org.bellwether.release.store.PublishedRelease;
import org.bellwether.release.store.ReleaseStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a release of what is built. */
@Command(name = "publish", description = "Publish what is built.", mixinStandardHelpOptions = true)
public final class PublishCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(names = "--by", paramLabel = "NAME", description = "who starts it (default: the user of the system)")
    private String by;

    @Override
    public Integer call() throws IOException {
        try (ApplicationSession session = ApplicationSession.open(home.home())) {
            if (session.get(WarehouseJobLauncher.class).asOf().isPresent() && !Files.exists(home.home().warehouseFile())) {
                Output.OUT.println("Nothing to publish yet: nothing is built. Run: bellwether build");
                return ExitCode.NOTHING_TO_DO;
            }
            Optional.ofNullable(by).ifPresent(session.report()::startedBy);
            WatchedConsole.show(session.report());
            session.get(WarehouseJobLauncher.class).publish();
            PublishedRelease release = session.report().release();
            if (session.report().isHeld()) {
                Output.OUT.println(NightlyRunner.held(release));
                return ExitCode.HELD;
            }
            Output.OUT.println(release == null ? nothing(session.get(WarehouseJobLauncher.class))
                    : release.isNew() ? "published " + release.id() : "Nothing to do: release " + release.id() + " is unchanged");
            return release != null && release.isNew() ? ExitCode.DONE : ExitCode.NOTHING_TO_DO;
        }
    }

    private String nothing(WarehouseJobLauncher launcher) throws IOException {
        if (launcher.asOf().isEmpty()) {
            return "Nothing to publish yet: nothing was ever accepted";
        }
        return "Nothing to do: what is built was published last"
                + new ReleaseStore(home.home()).current().map(current -> ", and release " + current.id() + " is current").orElse("");
    }
}
