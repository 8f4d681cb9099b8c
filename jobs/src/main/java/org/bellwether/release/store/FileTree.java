package org.bellwether.release.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.bellwether.home.Folders;

/** What is done to whole folders: protect them and flush them to the disk. */
public final class FileTree {

    private static final String POSIX = "posix";
    private static final String OWNERS = "rwx------";
    private static final String EVERYBODYS = "rwxr-xr-x";

    private FileTree() {
    }

    /** Puts a file or link in the place of another, in one step. */
    static void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Until it is complete nobody but the owner looks into a release: its marts are there before small counts are hidden. */
    static void close(Path folder) throws IOException {
        permit(folder, OWNERS);
    }

    /** Everybody may read what is published, whatever the umask, and nobody change it. */
    static void protect(ReleaseFolder folder) throws IOException {
        seal(folder);
        permit(folder.root(), EVERYBODYS);
    }

    /** No file of a release may be changed; only the owner enters what is granted apart, until he lets others in. */
    static void seal(ReleaseFolder folder) throws IOException {
        for (Path file : Folders.files(folder.root())) {
            permit(file, "r--r--r--");
        }
        for (Path restricted : List.of(folder.core(), folder.marts(), folder.restricted())) {
            permit(restricted, OWNERS);
        }
        try (Stream<Path> found = Files.walk(folder.published())) {
            for (Path published : found.filter(Files::isDirectory).toList()) {
                permit(published, EVERYBODYS);
            }
        }
        permit(folder.manifest(), "r--------");
    }

    /** The same of these files, by their paths in the release; who was let in where stays so. */
    static void readOnly(ReleaseFolder folder, Iterable<String> files) throws IOException {
        for (String file : files) {
            permit(folder.root().resolve(file), "r--r--r--");
        }
        permit(folder.readersManifest(), "r--r--r--");
        permit(folder.manifest(), "r--------");
    }

    private static void permit(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains(POSIX)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    /** Files and folders are on the disk when this returns, so that what is renamed next is whole after a power cut. */
    static void flush(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.toList()) {
                flushOne(path);
            }
        }
    }

    public static void flushOne(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
