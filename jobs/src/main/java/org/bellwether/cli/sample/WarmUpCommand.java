package org.bellwether.cli.sample;

import org.bellwether.app.Moment;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.run.NightlyRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import picocli.CommandLine.Command;

/** Starts everything once on a throw-away home, so that the launcher can archive the classes that a start loads. */
@Command(name = "warm-up", hidden = true)
public final class WarmUpCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("bellwether-warm-up");
        Home home = new Home(folder.resolve("home"));
        Files.createDirectories(home.config());
        Files.writeString(home.config().resolve("application.yml"), "bellwether: {la: 899, inbox: {quiet: PT0S}}\n");
        try (ApplicationSession session = ApplicationSession.open(home)) {
            new NightlyRunner(session, home).run(Moment.orNow(null));
        } finally {
            Folders.delete(folder);
        }
        return ExitCode.DONE;
    }
}
