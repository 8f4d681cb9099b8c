package org.bellwether.release.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;

/**
 * The releases of a home and the one pointer to the current one.
 *
 * <p>A release comes into being by one rename and becomes current by another; whatever a stopped run leaves has a name
 * that begins with a dot. Only the holder of the home's lock may change anything here.
 */
public final class ReleaseStore {

    private static final String WRITING = ".writing-";
    private static final String PRUNING = ".pruning-";
    private static final String NEXT_POINTER = ".current.next";

    private final Home home;
    private final HeldReleases held;

    public ReleaseStore(Home home) {
        this.home = home;
        this.held = new HeldReleases(home);
    }

    /** Every release, pruned ones too, in the order in which they were published. */
    public List<Release> list() throws IOException {
        Optional<ReleaseId> current = currentId();
        return Folders.list(home.releases()).stream()
                .map(folder -> ReleaseId.parse(folder.getFileName().toString()))
                .flatMap(Optional::stream)
                .sorted()
                .map(id -> new Release(id, folder(id), current.equals(Optional.of(id))))
                .toList();
    }

    /** The release that readers see; empty before the first one, and where its folder has been taken away. */
    public Optional<Release> current() throws IOException {
        return currentId().map(id -> new Release(id, folder(id), true)).filter(release -> Files.isDirectory(release.folder().root()));
    }

    /**
     * A release by its id as a person writes it.
     *
     * @throws BellwetherException where there is none
     */
    public Release named(String text) throws IOException {
        Optional<ReleaseId> id = ReleaseId.parse(text);
        return list().stream().filter(release -> id.equals(Optional.of(release.id()))).findFirst()
                .orElseThrow(() -> ErrorCode.NO_SUCH_RELEASE.with(text));
    }

    /** The release that readers had when this one was made, where it is whole. */
    public Optional<Release> before(Manifest manifest) throws IOException {
        String id = manifest.run().get(ReleaseInput.AFTER);
        return id == null ? Optional.empty() : list().stream().filter(release -> release.id().toString().equals(id) && !release.isPruned()).findFirst();
    }

    /** What the latest release keeps of what readers have seen, also where they have been taken back to an earlier one. */
    public Optional<Path> shownBefore() throws IOException {
        List<Path> kept = list().stream().map(release -> release.folder().shownBefore()).filter(Files::isRegularFile).toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
    }

    /** Whether the current release has every file of its manifest, in its length; true before the first one. */
    public boolean isCurrentComplete() throws IOException {
        Optional<Release> current = current();
        if (current.isEmpty()) {
            return true;
        }
        Optional<Manifest> manifest = Manifest.readWhole(current.get().folder());
        return manifest.isPresent() && manifest.get().isToldToReaders(current.get().folder()) && manifest.get().files().stream().allMatch(file ->
                current.get().folder().root().resolve(file.path()).toFile().length() == file.bytes());
    }

    public ReleaseFolder folder(ReleaseId id) {
        return new ReleaseFolder(home.release(id.toString()));
    }

    /** A draft of the next release, with an empty folder; what stopped runs left is removed. */
    public ReleaseDraft begin(LocalDate asOf) throws IOException {
        sweep();
        // The pointer counts too: the number of a release whose folder has been taken away is not given to another, nor that of a held one.
        int last = Stream.of(list().stream().map(Release::id), currentId().stream(), held.held().map(ReleaseDraft::id).stream())
                .flatMap(ids -> ids).mapToInt(ReleaseId::sequence).max().orElse(0);
        ReleaseDraft draft = draft(new ReleaseId(asOf, last + 1));
        Files.createDirectories(draft.folder().root());
        FileTree.close(draft.folder().root());
        return draft;
    }

    /** The draft of this name, as an earlier step left it. */
    public ReleaseDraft draft(ReleaseId id) {
        return new ReleaseDraft(id, new ReleaseFolder(home.releases().resolve(WRITING + id)));
    }

    /** Gives the draft up; with the rename it is gone, however long its deletion takes. */
    public void discard(ReleaseDraft draft) throws IOException {
        Path away = home.releases().resolve(PRUNING + draft.id());
        Files.move(draft.folder().root(), away);
        Folders.delete(away);
    }

    /** Makes the draft, or the release that is held, a release and the current one; a run stopped in between is carried on by {@link #settle}. */
    public void complete(ReleaseDraft draft) throws IOException {
        FileTree.protect(draft.folder());
        FileTree.flush(draft.folder().root());
        intend(draft.id());
        Files.move(draft.folder().root(), home.release(draft.id().toString()));
        FileTree.flushOne(home.releases());
        settle();
        held.forget();
    }

    /** The next pointer is made first: a release that is whole but was never current can so be told from a rollback. */
    private void intend(ReleaseId id) throws IOException {
        Path next = nextPointer();
        Files.deleteIfExists(next);
        Files.createSymbolicLink(next, home.root().relativize(home.release(id.toString())));
    }

    /** Moves the pointer where a release waits to become current; readers see the old one or this, never neither. */
    public void settle() throws IOException {
        if (new ReleaseFolder(nextPointer()).isWhole()) {
            FileTree.replace(nextPointer(), home.current());
            FileTree.flushOne(home.root());
        }
        Files.deleteIfExists(nextPointer());
    }

    /** Makes the release the one that readers see where they see none: nobody has decided anything. */
    public void point(Release release) throws IOException {
        intend(release.id());
        settle();
    }

    /**
     * Makes an earlier release current again and records it.
     *
     * @param wanted empty for the whole release before the current one
     * @throws BellwetherException where there is none, or it has been pruned
     */
    public Release rollback(Optional<ReleaseId> wanted, Instant now) throws IOException {
        ReleaseId from = currentId().orElseThrow(() -> ErrorCode.NOTHING_PUBLISHED.with(home.root()));
        ReleaseId to = wanted.isPresent() ? wanted.get() : before(from);
        if (!Files.isDirectory(folder(to).root())) {
            throw ErrorCode.NO_SUCH_RELEASE.with(to);
        }
        if (!folder(to).isWhole()) {
            throw ErrorCode.RELEASE_PRUNED.with(to);
        }
        new ReleaseTrail(home).rolledBack(from, to, now);
        intend(to);
        settle();
        return new Release(to, folder(to), true);
    }

    private ReleaseId before(ReleaseId from) throws IOException {
        return list().stream()
                .filter(release -> release.id().compareTo(from) < 0 && !release.isPruned())
                .map(Release::id)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> ErrorCode.NO_EARLIER_RELEASE.with(from));
    }

    /** Keeps the last {@code keep}, the pinned and the current; of the others the manifest and the models stay. */
    public List<ReleaseId> prune(int keep, Set<ReleaseId> pinned) throws IOException {
        List<Release> whole = list().stream().filter(release -> !release.isPruned()).toList();
        List<ReleaseId> pruned = whole.stream()
                .limit(Math.max(0, whole.size() - keep))
                .filter(release -> !release.isCurrent() && !pinned.contains(release.id()))
                .map(Release::id)
                .toList();
        for (ReleaseId id : pruned) {
            // With this rename it is no longer whole; a stop after it leaves what sweep finishes.
            Files.move(folder(id).published(), home.releases().resolve(PRUNING + id));
        }
        sweep();
        return pruned;
    }

    /** Removes what stopped runs left: drafts, half-pruned releases, a pointer that was never put in place. */
    public void sweep() throws IOException {
        Files.createDirectories(home.releases());
        settle();
        Folders.list(home.releases()).stream()
                .filter(path -> path.getFileName().toString().startsWith(".") && !path.getFileName().toString().startsWith(HeldReleases.HELD))
                .forEach(Folders::delete);
        held.outdated().forEach(Folders::delete);
        for (Release release : list()) {
            if (release.isPruned()) {
                Folders.delete(release.folder().core());
                Folders.delete(release.folder().marts());
                Folders.delete(release.folder().shownBefore());
            }
        }
    }

    private Path nextPointer() {
        return home.root().resolve(NEXT_POINTER);
    }

    private Optional<ReleaseId> currentId() throws IOException {
        Path pointer = home.current();
        if (!Files.isSymbolicLink(pointer) || !Files.exists(pointer, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return ReleaseId.parse(Files.readSymbolicLink(pointer).getFileName().toString());
    }
}
