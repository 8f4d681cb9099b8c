package org.bellwether.release.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.home.Folders;

/**
 * The files that a draft and the current release have in common: one file on the disk under two names, which was read
 * back and hashed when that release was published.
 */
public final class UnchangedFileLinker {

    private static final String BESIDE = ".same";

    private final Path current;
    private final Map<String, String> hashes;

    private UnchangedFileLinker(Path current, Map<String, String> hashes) {
        this.current = current;
        this.hashes = hashes;
    }

    /** @param current empty before the first release */
    public static UnchangedFileLinker with(Optional<Release> current) {
        return current.map(Release::folder)
                .flatMap(folder -> Manifest.readWhole(folder).map(manifest -> new UnchangedFileLinker(folder.root(), manifest.files().stream()
                        .collect(Collectors.toMap(Manifest.File::path, Manifest.File::hash)))))
                .orElse(new UnchangedFileLinker(null, Map.of()));
    }

    /** Content hash of a file of the draft; empty where the current release has not this very file. */
    public Optional<String> hash(ReleaseFolder draft, Path file) throws IOException {
        String name = Folders.name(draft.root(), file);
        String hash = hashes.get(name);
        boolean shared = hash != null && Files.exists(current.resolve(name))
                && Files.isSameFile(current.resolve(name), file);
        return shared ? Optional.of(hash) : Optional.empty();
    }

    /**
     * Puts the current release's file in the place of each that has the same bytes.
     *
     * @param folder of the draft, which may not be there
     */
    public void linkSame(ReleaseFolder draft, Path folder) throws IOException {
        for (Path file : Files.exists(folder) ? Folders.files(folder) : List.<Path>of()) {
            String name = Folders.name(draft.root(), file);
            if (hashes.containsKey(name) && Files.exists(current.resolve(name)) && Files.mismatch(current.resolve(name), file) < 0) {
                Path beside = file.resolveSibling(file.getFileName() + BESIDE);
                Files.deleteIfExists(beside);
                Folders.link(current.resolve(name), beside);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** The current release's file of the same name; only where there is such a release. */
    public Path earlier(ReleaseFolder draft, Path file) {
        return current.resolve(Folders.name(draft.root(), file));
    }
}
