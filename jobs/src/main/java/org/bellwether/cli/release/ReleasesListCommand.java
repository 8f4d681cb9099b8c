package org.bellwether.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.bellwether.release.store.ReleaseDecision;
import org.bellwether.release.store.ReleaseId;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.release.store.ReleaseTrail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists releases, oldest first. */
@Command(name = "list", description = "List the releases, the current one marked.", mixinStandardHelpOptions = true)
final class ReleasesListCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        return list(home.home(), json);
    }

    /**
     * One release.
     *
     * @param asOf the instant of which it tells; null where whoever asks may not read its manifest
     * @param published when it was made
     * @param pinned null where it is not, or where whoever asks may not read the audit trail
     */
    private record Line(String id, boolean isCurrent, boolean isPruned, Instant asOf, Instant published, Pin pinned) {

        private String text() {
            return (isCurrent ? "* " : "  ") + id + "  published " + Moment.shown(published)
                    + (asOf == null ? "" : "  as of " + Moment.shown(asOf))
                    + (isPruned ? "  (pruned: manifest and models are kept)" : "")
                    + (pinned == null ? "" : "  pinned by " + pinned.by + ": " + pinned.why);
        }
    }

    private record Pin(Instant at, String by, String why) {
    }

    static int list(Home home, boolean json) throws IOException {
        Access.demandEntry(home.root(), home.releases());
        Map<ReleaseId, ReleaseDecision> pins = new ReleaseTrail(home).pins();
        List<Line> lines = new ArrayList<>();
        for (Release release : new ReleaseStore(home).list()) {
            lines.add(line(release, pins.get(release.id())));
        }
        if (json) {
            Output.OUT.println(Json.text(lines));
        } else if (lines.isEmpty()) {
            Output.OUT.println("Nothing has been published yet.");
        } else {
            lines.forEach(line -> Output.OUT.println(line.text()));
        }
        return ExitCode.DONE;
    }

    private static Line line(Release release, ReleaseDecision pin) throws IOException {
        Instant asOf = Files.isReadable(release.folder().manifest()) ? Manifest.read(release.folder()).asOf() : null;
        Instant published = Files.getLastModifiedTime(Files.exists(release.folder().manifest()) ? release.folder().manifest()
                : release.folder().root()).toInstant().truncatedTo(ChronoUnit.SECONDS);
        return new Line(release.id().toString(), release.isCurrent(), release.isPruned(), asOf, published,
                pin == null ? null : new Pin(pin.at(), pin.by(), pin.why()));
    }
}
