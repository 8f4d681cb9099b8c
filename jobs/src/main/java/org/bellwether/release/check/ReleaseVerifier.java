package org.bellwether.release.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Workers;
import org.bellwether.home.Folders;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseFolder;

/** Holds every file of a release against its manifest: what is missing, what is there besides, what has changed, who may change it. */
public final class ReleaseVerifier {

    private static final Set<PosixFilePermission> WRITERS = Set.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private static final String WRITABLE = "may be written";
    private static final String BESIDES = "was not published with this release";

    private final Connection connection;

    /** @param connection of any engine that may open files */
    public ReleaseVerifier(Connection connection) {
        this.connection = connection;
    }

    /** A file, by its path in the release, that is not as it was published. */
    public record Fault(String path, String what) {

        /** Whether the file is there and has other content, or is not there: not that it may be written, or is one too many. */
        public boolean concernsContent() {
            return !what.equals(WRITABLE) && !what.equals(BESIDES);
        }
    }

    /** @param files how many were held against the manifest */
    public record Report(int files, List<Fault> faults) {

        public boolean isIntact() {
            return faults.isEmpty();
        }
    }

    /** Of a pruned release, what is kept of it. */
    public Report verify(Release release) throws IOException, SQLException {
        ReleaseFolder folder = release.folder();
        if (!Files.isReadable(folder.manifest())) {
            return new Report(0, List.of(new Fault("manifest.json", "is missing or cannot be read: nothing tells what this release holds")));
        }
        Manifest manifest = Manifest.read(folder);
        Map<String, Manifest.File> published = new TreeMap<>();
        for (Manifest.File file : manifest.files()) {
            if (!release.isPruned() || folder.root().resolve(file.path()).equals(folder.models())) {
                published.put(file.path(), file);
            }
        }
        List<Fault> faults = new ArrayList<>(manifest(manifest));
        faults.addAll(new Workers(connection).map(List.copyOf(published.values()), (own, file) -> faults(own, folder, file))
                .stream().flatMap(List::stream).toList());
        for (Path found : entries(folder.root())) {
            String name = Folders.name(folder.root(), found);
            if (!published.containsKey(name) && !found.equals(folder.manifest()) && !found.equals(folder.readersManifest())) {
                faults.add(new Fault(name, BESIDES));
            }
        }
        if (!manifest.isToldToReaders(folder)) {
            faults.add(new Fault("manifest.json", "is missing, or does not say what the release says of itself"));
        }
        if (isWritable(folder.manifest())) {
            faults.add(new Fault("manifest.json", WRITABLE));
        }
        faults.sort(Comparator.comparing(Fault::path));
        return new Report(published.size(), faults);
    }

    private static List<Fault> manifest(Manifest manifest) {
        String content = ContentHash.release(manifest.files().stream().collect(Collectors.toMap(Manifest.File::path, Manifest.File::hash)));
        return content.equals(manifest.contentHash()) ? List.of()
                : List.of(new Fault("manifest.json", "has changed: its files do not make its content hash"));
    }

    private static List<Fault> faults(Connection own, ReleaseFolder folder, Manifest.File file) throws IOException {
        Path path = folder.root().resolve(file.path());
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return List.of(new Fault(file.path(), Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? "is no file any more" : "is missing"));
        }
        List<Fault> faults = new ArrayList<>();
        if (Files.size(path) != file.bytes()) {
            faults.add(new Fault(file.path(), "has changed: %,d bytes for %,d".formatted(Files.size(path), file.bytes())));
        } else {
            changed(own, folder, file, path, faults);
        }
        if (isWritable(path)) {
            faults.add(new Fault(file.path(), WRITABLE));
        }
        return faults;
    }

    private static void changed(Connection own, ReleaseFolder folder, Manifest.File file, Path path, List<Fault> faults) {
        if (file.sha256() == null && folder.databases().contains(path)) {
            return;    // An older manifest tells nothing of the bytes of a database.
        }
        String expected = file.sha256() == null ? file.hash() : file.sha256();
        try {
            if (!Sql.sha256(own, path).equals(expected)) {
                faults.add(new Fault(file.path(), "has changed: its content is not what was published"));
            }
        } catch (SQLException e) {
            faults.add(new Fault(file.path(), "cannot be read"));
        }
    }

    private static List<Path> entries(Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList();
        }
    }

    private static boolean isWritable(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).stream().anyMatch(WRITERS::contains);
    }
}
