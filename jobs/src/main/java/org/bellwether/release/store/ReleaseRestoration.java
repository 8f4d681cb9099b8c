package org.bellwether.release.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bellwether.home.FileDigest;
import org.bellwether.home.Folders;

/**
 * Puts files of a release that were built again in the place of those that are gone or damaged. What is whole stays as it is, and a stop at
 * any point leaves less that is missing. Of a pruned release the published tier comes last and at once: until then no reader takes it for whole.
 */
public final class ReleaseRestoration {

    private static final String PUBLISHED = "published/";

    private final Release release;
    private final Manifest manifest;
    private final Path made;
    private final Consumer<Path> moveAside;

    /**
     * @param made folder with the release as it was built again, on the disk of the home; what of it is used is taken out
     * @param moveAside takes away what is damaged
     */
    public ReleaseRestoration(Release release, Path made, Consumer<Path> moveAside) {
        this.release = release;
        this.manifest = Manifest.read(release.folder());
        this.made = made;
        this.moveAside = moveAside;
    }

    /**
     * @param wanted paths in the release of the files that are gone or damaged
     * @param neighbour a whole release, with which it shares what both have; empty where there is none
     */
    public void putBack(Set<String> wanted, Optional<Release> neighbour) throws IOException {
        boolean wasPruned = release.isPruned();
        if (neighbour.isPresent()) {
            share(neighbour.get(), wanted);
        }
        Manifest now = withBytes(wanted);
        for (String path : new TreeSet<>(wanted)) {
            if (!wasPruned || !path.startsWith(PUBLISHED)) {
                replace(release.folder().root().resolve(path), made.resolve(path));
            }
        }
        if (!now.equals(manifest) || !now.isToldToReaders(release.folder())) {
            now.write(release.folder());
        }
        if (wasPruned) {
            replace(release.folder().published(), made.resolve(PUBLISHED));
            FileTree.protect(release.folder());
        } else {
            FileTree.readOnly(release.folder(), wanted);
        }
        FileTree.flush(release.folder().root());
    }

    private void replace(Path target, Path with) throws IOException {
        moveAside.accept(target);
        Files.createDirectories(target.getParent());
        Files.move(with, target);
    }

    /** One file under two names, as releases that follow each other have it. */
    private void share(Release neighbour, Set<String> wanted) throws IOException {
        Map<String, String> theirs = Manifest.read(neighbour.folder()).files().stream().filter(file -> file.sha256() == null)
                .collect(Collectors.toMap(Manifest.File::path, Manifest.File::hash));
        for (Manifest.File file : manifest.files()) {
            Path same = neighbour.folder().root().resolve(file.path());
            if (wanted.contains(file.path()) && file.hash().equals(theirs.get(file.path())) && Files.isRegularFile(same)) {
                Files.delete(made.resolve(file.path()));
                Folders.link(same, made.resolve(file.path()));
            }
        }
    }

    /** The bytes of a database differ from one writing to the next, whatever its content. */
    private Manifest withBytes(Set<String> wanted) throws IOException {
        List<Manifest.File> files = new ArrayList<>();
        for (Manifest.File file : manifest.files()) {
            Path path = made.resolve(file.path());
            files.add(!wanted.contains(file.path()) || file.sha256() == null ? file
                    : new Manifest.File(file.path(), file.rows(), Files.size(path), file.hash(), FileDigest.sha256(path)));
        }
        return manifest.withFiles(files, manifest.contentHash());
    }
}
