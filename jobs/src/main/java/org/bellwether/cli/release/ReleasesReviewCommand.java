package org.bellwether.cli.release;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.home.Access;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.release.store.HeldReleases;
import org.bellwether.release.store.ReleaseDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What somebody has to see who approves a release. Takes no lock. */
@Command(name = "review", description = "Show the release that is held for approval: why, its rows, small counts, what is hidden, what changed.",
        mixinStandardHelpOptions = true)
final class ReleasesReviewCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(names = "--all", description = "every line of what changed")
    private boolean all;

    @Option(names = "--json", description = "print JSON; null where none is held")
    private boolean json;

    @Override
    public Integer call() throws IOException, SQLException {
        Home at = home.home();
        Access.demandEntry(at.root(), at.releases(), at.control());
        Optional<ReleaseDraft> held = new HeldReleases(at).held();
        if (held.isEmpty()) {
            Output.OUT.println(json ? "null" : "No release is held for approval.");
            return ExitCode.DONE;
        }
        HeldRelease release = new HeldRelease(at, held.get(), Settings.load(ConfigFiles.of(Project.locate(), at.config())).releases().reviewers());
        if (json) {
            Output.OUT.println(Json.text(release.summary()));
        } else {
            release.lines(all).forEach(Output.OUT::println);
        }
        return ExitCode.DONE;
    }
}
