package org.bellwether.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellwether.home.Json;
import org.bellwether.release.Release;
import org.bellwether.release.ReleaseStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What has been published. */
@Command(name = "releases", description = "What has been published.", mixinStandardHelpOptions = true,
        subcommands = ReleasesCommand.ListCommand.class)
final class ReleasesCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() throws IOException {
        return list(home, false);
    }

    /** Lists releases, oldest first. */
    @Command(name = "list", description = "List the releases, the current one marked.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {

        @Mixin
        private HomeOption home;

        @Option(names = "--json", description = "print JSON")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            return list(home, json);
        }
    }

    private record Line(String id, boolean isCurrent, boolean isPruned) {
    }

    private static int list(HomeOption home, boolean json) throws IOException {
        List<Line> lines = new java.util.ArrayList<>();
        for (Release release : new ReleaseStore(home.home()).list()) {
            lines.add(new Line(release.id().toString(), release.isCurrent(), release.isPruned()));
        }
        if (json) {
            Output.OUT.println(Json.text(lines));
        } else if (lines.isEmpty()) {
            Output.OUT.println("Nothing has been published yet.");
        } else {
            lines.forEach(line -> Output.OUT.println(String.format(Locale.ROOT, "%s %s%s", line.isCurrent() ? "*" : " ", line.id(),
                    line.isPruned() ? "  (pruned: manifest and models are kept)" : "")));
        }
        return ExitCode.DONE;
    }
}
