package org.bellwether.release.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;

/**
 * The release that waits for approval: written, audited and read back, but never current, and read by the owner of the home alone.
 *
 * <p>There is one at the most. A later one takes its place, and a release that is published afterwards makes it void.
 */
public final class HeldReleases {

    static final String HELD = ".held-";

    private final Home home;

    public HeldReleases(Home home) {
        this.home = home;
    }

    public Optional<ReleaseDraft> held() {
        return all().stream().max(Comparator.comparing(ReleaseDraft::id));
    }

    /** In place of any that was held before. */
    public ReleaseDraft hold(ReleaseDraft draft) throws IOException {
        List<ReleaseDraft> before = all();
        FileTree.seal(draft.folder());
        FileTree.flush(draft.folder().root());
        ReleaseDraft held = held(draft.id());
        Files.move(draft.folder().root(), held.folder().root());
        FileTree.flushOne(home.releases());
        before.forEach(one -> Folders.delete(one.folder().root()));
        return held;
    }

    /** What has been published since tells more. */
    public void forget() {
        all().forEach(one -> Folders.delete(one.folder().root()));
    }

    ReleaseDraft held(ReleaseId id) {
        return new ReleaseDraft(id, new ReleaseFolder(home.releases().resolve(HELD + id)));
    }

    /** What a stopped run may have left beside the one that is held. */
    List<Path> outdated() {
        return all().stream().filter(one -> !one.equals(held().orElseThrow())).map(one -> one.folder().root()).toList();
    }

    private List<ReleaseDraft> all() {
        return Folders.list(home.releases()).stream().map(path -> path.getFileName().toString()).filter(name -> name.startsWith(HELD))
                .map(name -> ReleaseId.parse(name.substring(HELD.length()))).flatMap(Optional::stream).map(this::held).toList();
    }
}
