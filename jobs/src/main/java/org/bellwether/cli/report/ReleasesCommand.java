package org.bellwether.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellwether.app.Moment;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.home.Access;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What has been published. */
@Command(name = "releases", description = "What has been published.", mixinStandardHelpOptions = true,
        subcommands = {ReleasesCommand.ListCommand.class, ReleasesVerifyCommand.class})
public final class ReleasesCommand implements Callable<Integer> {

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

    /**
     * One release.
     *
     * @param asOf the instant of which it tells; null where whoever asks may not read its manifest
     * @param published when it was made
     */
    private record Line(String id, boolean isCurrent, boolean isPruned, Instant asOf, Instant published) {
    }

    private static int list(HomeOption option, boolean json) throws IOException {
        Home home = option.home();
        Access.demandEntry(home.root(), home.releases());
        List<Line> lines = new ArrayList<>();
        for (Release release : new ReleaseStore(home).list()) {
            lines.add(line(release));
        }
        if (json) {
            Output.OUT.println(Json.text(lines));
        } else if (lines.isEmpty()) {
            Output.OUT.println("Nothing has been published yet.");
        } else {
            lines.forEach(line -> Output.OUT.println(String.format(Locale.ROOT, "%s %s  published %s%s%s", line.isCurrent() ? "*" : " ", line.id(),
                    Moment.shown(line.published()), line.asOf() == null ? "" : "  as of " + Moment.shown(line.asOf()),
                    line.isPruned() ? "  (pruned: manifest and models are kept)" : "")));
        }
        return ExitCode.DONE;
    }

    private static Line line(Release release) throws IOException {
        Instant asOf = Files.isReadable(release.folder().manifest()) ? Manifest.read(release.folder()).asOf() : null;
        Instant published = Files.getLastModifiedTime(Files.exists(release.folder().manifest()) ? release.folder().manifest()
                : release.folder().root()).toInstant().truncatedTo(ChronoUnit.SECONDS);
        return new Line(release.id().toString(), release.isCurrent(), release.isPruned(), asOf, published);
    }
}
