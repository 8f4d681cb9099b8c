package org.bellwether.cli.release;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.bellwether.release.store.HeldReleases;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseDecision;
import org.bellwether.release.store.ReleaseDraft;
import org.bellwether.release.store.ReleaseFolder;
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
     * @param isHeld whether it waits for approval
     * @param published when it was made
     * @param approved who has approved what had been held, as far as whoever asks may read the audit trail
     * @param pinned null where it is not, or where whoever asks may not read the audit trail
     */
    private record Line(String id, boolean isCurrent, boolean isPruned, boolean isHeld, Instant asOf, Instant published,
            List<String> approved, Pin pinned) {

        private String text() {
            return (isCurrent ? "* " : "  ") + id + (isHeld ? "  held for approval since " : "  published ") + Moment.shown(published)
                    + (asOf == null ? "" : "  as of " + Moment.shown(asOf))
                    + (isPruned ? "  (pruned: manifest and models are kept)" : "")
                    + (approved.isEmpty() ? "" : "  approved by " + String.join(", ", approved))
                    + (pinned == null ? "" : "  pinned by " + pinned.by + ": " + pinned.why);
        }
    }

    private record Pin(Instant at, String by, String why) {
    }

    static int list(Home home, boolean json) throws IOException {
        Access.demandEntry(home.root(), home.releases());
        ReleaseTrail trail = new ReleaseTrail(home);
        Map<ReleaseId, ReleaseDecision> pins = trail.pins();
        List<Line> lines = new ArrayList<>();
        for (Release release : new ReleaseStore(home).list()) {
            lines.add(line(release, approved(trail, release.id(), release.folder()), pins.get(release.id())));
        }
        new HeldReleases(home).held().ifPresent(held -> lines.add(held(held, approved(trail, held.id(), held.folder()))));
        if (json) {
            Output.OUT.println(Json.text(lines));
        } else if (lines.isEmpty()) {
            Output.OUT.println("Nothing has been published yet.");
        } else {
            lines.forEach(line -> Output.OUT.println(line.text()));
        }
        return ExitCode.DONE;
    }

    private static List<String> approved(ReleaseTrail trail, ReleaseId id, ReleaseFolder folder) {
        String content = Files.isReadable(folder.manifest()) ? Manifest.read(folder).contentHash() : null;
        return content == null ? List.of() : trail.approvals(id, content).stream().map(ReleaseDecision::by).toList();
    }

    private static Line held(ReleaseDraft held, List<String> approved) {
        return new Line(held.id().toString(), false, false, true, asOf(held.folder()), made(held.folder()), approved, null);
    }

    private static Instant asOf(ReleaseFolder folder) {
        return Files.isReadable(folder.manifest()) ? Manifest.read(folder).asOf() : null;
    }

    private static Instant made(ReleaseFolder folder) {
        try {
            return Files.getLastModifiedTime(Files.exists(folder.manifest()) ? folder.manifest() : folder.root()).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(Release release, List<String> approved, ReleaseDecision pin) {
        return new Line(release.id().toString(), release.isCurrent(), release.isPruned(), false, asOf(release.folder()), made(release.folder()), approved,
                pin == null ? null : new Pin(pin.at(), pin.by(), pin.why()));
    }
}
