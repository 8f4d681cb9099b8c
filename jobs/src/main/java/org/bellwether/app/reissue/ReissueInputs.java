package org.bellwether.app.reissue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseInput;
import org.bellwether.staging.registration.SubmissionRegistrar;

/**
 * The submissions that a release knew of, laid into another home as they stood then: what has come or been withdrawn since is as if it
 * had not. Files are linked, and records, which judging again would change, are copied.
 */
final class ReissueInputs {

    private static final Set<SubmissionState> DECLINED = EnumSet.of(SubmissionState.REFUSED, SubmissionState.REJECTED, SubmissionState.DUPLICATE);

    private final Home home;
    private final Manifest manifest;
    private final Instant made;
    private final Set<String> live;
    private final Set<String> named;
    private final Set<String> heldOut;
    private final long lastArrival;

    /** @param made when the release was */
    ReissueInputs(Home home, Manifest manifest, Instant made) {
        this.home = home;
        this.manifest = manifest;
        this.made = made;
        this.live = live().values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        this.named = new TreeSet<>(manifest.submissionIds());
        this.heldOut = Set.of(manifest.run().getOrDefault(ReleaseInput.HELD_OUT, "").split(","));
        this.lastArrival = Math.max(named.stream().mapToLong(ReissueInputs::arrival).max().orElse(0),
                Long.parseLong(manifest.run().getOrDefault(ReleaseInput.LAST_ARRIVAL, "0")));
    }

    /** Of which rows are in the release, by return. */
    Map<String, List<String>> live() {
        return manifest.live() == null ? Map.of() : manifest.live();
    }

    /** @return how many submissions with rows in the release are in landing no longer, by return */
    Map<String, Long> lay(Home other) throws IOException {
        Set<String> laid = new TreeSet<>();
        for (Path group : Folders.list(home.landing())) {
            for (Path folder : group.equals(home.arriving()) ? List.<Path>of() : Folders.list(group)) {
                Optional<Submission> then = Json.readWhole(folder.resolve(Submission.RECORD), Submission.class).flatMap(this::asItStood);
                if (then.isPresent()) {
                    link(folder, other.landing(then.get().returnName(), then.get().id()));
                    Json.write(other.landing(then.get().returnName(), then.get().id()).resolve(Submission.RECORD), then.get());
                    link(home.staged(then.get().returnName(), then.get().id()), other.staged(then.get().returnName(), then.get().id()));
                    laid.add(then.get().id());
                }
            }
        }
        layDeclined(other);
        Map<String, Long> gone = new TreeMap<>();
        live().forEach((name, ids) -> {
            long missing = ids.stream().filter(id -> !laid.contains(id)).count();
            if (missing > 0) {
                gone.put(name, missing);
            }
        });
        return gone;
    }

    /** The records alone of what was refused, rejected whole or live already: the register of returns tells of them. */
    private void layDeclined(Home other) {
        for (Path root : List.of(home.landing(), home.refused())) {
            String name = root.equals(home.landing()) ? Submission.RECORD : SubmissionRegistrar.REFUSAL;
            for (Path group : Folders.list(root)) {
                for (Path folder : group.equals(home.arriving()) ? List.<Path>of() : Folders.list(group)) {
                    Json.readWhole(folder.resolve(name), Submission.class)
                            .filter(one -> DECLINED.contains(one.state()) && one.arrival() <= lastArrival && !one.receivedAt().isAfter(manifest.asOf()))
                            .ifPresent(one -> Json.write(Folders.createPrivate(other.root().resolve(home.root().relativize(folder))).resolve(name), one));
                }
            }
        }
    }

    /** Empty where the release did not know it, or knew it as out of use. */
    private Optional<Submission> asItStood(Submission submission) {
        boolean isKnown = named.contains(submission.id())
                || submission.arrival() <= lastArrival && !submission.receivedAt().isAfter(manifest.asOf());
        if (!isKnown || heldOut.contains(submission.id())) {
            return Optional.empty();
        }
        boolean isWithdrawnSince = submission.withdrawal() != null && (live.contains(submission.id()) || submission.withdrawal().at().isAfter(made));
        return Optional.of(isWithdrawnSince ? submission.reinstated() : submission).filter(one -> one.state().isAccepted());
    }

    private static long arrival(String id) {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }

    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> entries = Files.isDirectory(from) ? Files.walk(from) : Stream.empty()) {
            for (Path entry : entries.filter(path -> !path.getFileName().toString().equals(Submission.RECORD)).toList()) {
                Path target = to.resolve(from.relativize(entry).toString());
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else {
                    Folders.link(entry, target);
                }
            }
        }
    }
}
