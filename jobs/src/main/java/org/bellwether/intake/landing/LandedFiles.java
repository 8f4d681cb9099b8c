package org.bellwether.intake.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Consumer;
import org.bellwether.config.Shown;
import org.bellwether.home.Folders;
import org.bellwether.intake.profile.FileError;

/** Brings files into the folder of an arrival, each once; what cannot be had stays where it lies, and is told. */
final class LandedFiles {

    private static final String HALF = ".half";

    private final Path folder;
    private final PackedFiles packed;
    private final Consumer<FileError> left;

    LandedFiles(Path folder, PackedFiles packed, Consumer<FileError> left) {
        this.folder = folder;
        this.packed = packed;
        this.left = left;
    }

    /** Takes a file away from where it lies; by rename where nobody else can write into it by then. */
    void take(Path source, String name) {
        Path target = folder.resolve(name);
        if (exists(target)) {
            return;
        }
        try {
            if (!Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS) || isOursAlone(source)) {
                Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
                return;
            }
        } catch (NoSuchFileException e) {
            tell("FILE-053", name);
            return;
        } catch (IOException e) {
            // Across file systems, or out of a folder that may not be written to, a move is a copy.
        }
        if (copy(source, name)) {
            remove(source, name);
        }
    }

    /** Brings a file out of an archive, the only file of an arrival whose folder is given. */
    void unpack(Path archive, String name, String member) {
        Path target = folder.resolve(name);
        if (exists(target)) {
            return;
        }
        try {
            Path half = folder.resolve(HALF);
            packed.of(archive.resolve(name.substring(0, name.length() - member.length() - 1))).orElseThrow().extract(member, half);
            Folders.createPrivate(target.getParent());
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether it is there now */
    boolean copy(Path source, String name) {
        Path target = folder.resolve(name);
        if (exists(target)) {
            return true;
        }
        try {
            // Under another name first: a half copy is never taken for the file.
            Path half = folder.resolve(HALF);
            Files.copy(source, half, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            tell("FILE-053", name);
        } catch (AccessDeniedException e) {
            tell("FILE-052", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }

    private void remove(Path source, String name) {
        try {
            Files.deleteIfExists(source);
        } catch (FileSystemException e) {
            tell("FILE-062", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Through another link, or as its owner, somebody else could change it after it was judged. */
    private boolean isOursAlone(Path source) throws IOException {
        if (!source.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return true;
        }
        Map<String, Object> own = Files.readAttributes(source, "unix:nlink,uid", LinkOption.NOFOLLOW_LINKS);
        return own.get("nlink").equals(1) && own.get("uid").equals(Files.getAttribute(folder, "unix:uid"));
    }

    private void tell(String rule, String name) {
        left.accept(FileError.of(rule, Shown.text(name), null));
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
