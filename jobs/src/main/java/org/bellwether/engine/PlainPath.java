package org.bellwether.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A path that can stand in the address of a database: there a semicolon parts settings and nothing takes that meaning from it,
 * so that a folder with one in its path is reached through a link. A folder has one link, which stays.
 */
public final class PlainPath {

    private static final Path LINKS = Path.of("/tmp");

    private PlainPath() {
    }

    /** The file's own path where an address can hold it; else one by which the same file is reached. */
    public static Path of(Path file) {
        Path own = file.toAbsolutePath();
        if (own.toString().indexOf(';') < 0) {
            return own;
        }
        try {
            return link(Files.createDirectories(own.getParent())).resolve(own.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path link(Path folder) throws IOException {
        String name = "bellwether-" + UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8));
        Path link = LINKS.resolve(name);
        if (!leadsTo(link, folder)) {
            try {
                Files.createSymbolicLink(link, folder);
            } catch (FileAlreadyExistsException taken) {
                // Whatever another user has put there is not followed.
                link = Files.createSymbolicLink(LINKS.resolve("bellwether-" + UUID.randomUUID()), folder);
            }
        }
        return link;
    }

    private static boolean leadsTo(Path link, Path folder) throws IOException {
        return Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(folder)
                && Files.getOwner(link, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(folder));
    }
}
