package org.bellwether.app.recover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.app.reissue.ReissueReport;
import org.bellwether.app.reissue.ReissueService;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.check.ReleaseVerifier;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseDecision;
import org.bellwether.release.store.ReleaseId;
import org.bellwether.release.store.ReleaseInput;
import org.bellwether.release.store.ReleaseRestoration;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.release.store.ReleaseTrail;

/**
 * Builds those releases again that a home keeps whole (the last ones, the pinned, the current) and of which files are gone or damaged, from
 * their manifests and models, the oldest first, since figures of one may stand from the one before it.
 */
final class ReleaseRecovery {

    private final Project project;
    private final Home home;
    private final Settings settings;
    private final ReleaseStore store;
    private final RecoveryReport report;
    private final DamagedFiles damaged;

    ReleaseRecovery(Project project, Home home, Settings settings, RecoveryReport report, DamagedFiles damaged) {
        this.project = project;
        this.home = home;
        this.settings = settings;
        this.store = new ReleaseStore(home);
        this.report = report;
        this.damaged = damaged;
    }

    /** The caller holds the home, whose staged rows are whole. */
    void recover() throws IOException, SQLException {
        store.sweep();
        TreeMap<ReleaseId, Release> all = new TreeMap<>(store.list().stream().collect(Collectors.toMap(Release::id, release -> release)));
        Set<ReleaseId> kept = kept(all);
        TreeMap<ReleaseId, Set<String>> gaps = new TreeMap<>();
        for (ReleaseId id : kept) {
            gaps(all.get(id)).ifPresent(files -> gaps.put(id, files));
        }
        for (ReleaseId id : List.copyOf(gaps.keySet())) {
            addThoseBefore(id, all, gaps);
        }
        Optional<Release> whole = Optional.empty();
        int intact = 0;
        for (ReleaseId id : all.keySet()) {
            boolean isWhole = gaps.containsKey(id) ? isMadeAgain(all.get(id), gaps.get(id), whole) : kept.contains(id);
            intact += isWhole && !gaps.containsKey(id) ? 1 : 0;
            whole = isWhole ? Optional.of(all.get(id)) : whole;
        }
        if (!kept.isEmpty()) {
            report.whole("releases: " + intact + " of " + kept.size() + " that are kept");
        }
        point();
        store.prune(settings.releases().keep(), new ReleaseTrail(home).pins().keySet());
    }

    private Set<ReleaseId> kept(TreeMap<ReleaseId, Release> all) {
        Set<ReleaseId> kept = new HashSet<>(new ReleaseTrail(home).pins().keySet());
        kept.retainAll(all.keySet());
        all.descendingKeySet().stream().limit(settings.releases().keep()).forEach(kept::add);
        all.values().stream().filter(Release::isCurrent).map(Release::id).forEach(kept::add);
        return kept;
    }

    /** Files of the release that are gone or damaged; empty where there are none, or nothing tells what it held. */
    private Optional<Set<String>> gaps(Release release) throws IOException, SQLException {
        Optional<Manifest> manifest = Manifest.readWhole(release.folder());
        if (manifest.isEmpty()) {
            report.lacksRelease("release " + release.id() + ": its manifest is gone or damaged, and nothing else tells what it was made of");
            return Optional.empty();
        }
        String models = Folders.name(release.folder().root(), release.folder().models());
        Set<String> broken = faults(release).stream().filter(ReleaseVerifier.Fault::concernsContent).map(ReleaseVerifier.Fault::path)
                .collect(Collectors.toCollection(HashSet::new));
        if (broken.contains(models)) {
            report.lacksRelease("release " + release.id() + ": " + models + " is gone or damaged, and nothing else keeps the models and config of which it was made");
            return Optional.empty();
        }
        Set<String> files = manifest.get().files().stream().map(Manifest.File::path)
                .filter(path -> !path.equals(models) && (release.isPruned() || broken.contains(path))).collect(Collectors.toSet());
        return files.isEmpty() ? Optional.empty() : Optional.of(files);
    }

    private List<ReleaseVerifier.Fault> faults(Release release) throws IOException, SQLException {
        try (DuckDb engine = DuckDb.memory(project, settings.engine(), home.tmp()); Connection connection = engine.connection()) {
            return new ReleaseVerifier(connection).verify(release).faults();
        }
    }

    /** A pruned release is needed where figures of one that is to be made stood from it. */
    private void addThoseBefore(ReleaseId id, TreeMap<ReleaseId, Release> all, TreeMap<ReleaseId, Set<String>> gaps) throws IOException, SQLException {
        Optional<Release> before = ReleaseId.parse(Manifest.read(all.get(id).folder()).run().getOrDefault(ReleaseInput.AFTER, "")).map(all::get);
        if (before.isPresent() && before.get().isPruned() && !gaps.containsKey(before.get().id())) {
            Optional<Set<String>> files = gaps(before.get());
            if (files.isPresent()) {
                gaps.put(before.get().id(), files.get());
                addThoseBefore(before.get().id(), all, gaps);
            }
        }
    }

    private boolean isMadeAgain(Release release, Set<String> files, Optional<Release> before) throws IOException, SQLException {
        Path made = home.releases().resolve(".recovering-" + release.id());
        Folders.delete(made);
        try {
            ReissueReport again = new ReissueService(project, home).reissue(release, made);
            if (!again.isSame()) {
                report.lacksRelease(String.format(Locale.ROOT, "release %s: %,d of %,d files would have other content: %s", release.id(), again.differences().size(),
                        again.files(), String.join("; ", again.why())));
                return false;
            }
            new ReleaseRestoration(release, made, damaged::moveAside).putBack(files, before);
            report.madeAgain(String.format(Locale.ROOT, "release %s: %,d files that were gone or damaged, with the content that was published", release.id(), files.size()));
            return true;
        } finally {
            Folders.delete(made);
        }
    }

    /** Where no link says which release readers see: the last, or that to which somebody took them back since. */
    private void point() throws IOException {
        List<Release> whole = new ArrayList<>(store.list().stream().filter(release -> !release.isPruned()).toList());
        if (whole.isEmpty() || store.current().filter(release -> !release.isPruned()).isPresent()) {
            return;
        }
        Release last = whole.get(whole.size() - 1);
        Optional<ReleaseId> back = new ReleaseTrail(home).lastRollback().filter(decision -> decision.at().isAfter(made(last)))
                .map(ReleaseDecision::release).flatMap(ReleaseId::parse);
        Release current = whole.stream().filter(release -> back.equals(Optional.of(release.id()))).findFirst().orElse(last);
        store.point(current);
        report.madeAgain("the link to the current release: " + current.id());
    }

    private static Instant made(Release release) {
        return Manifest.readWhole(release.folder()).map(manifest -> manifest.run().get(ReleaseInput.MADE)).map(Instant::parse).orElse(Instant.EPOCH);
    }
}
