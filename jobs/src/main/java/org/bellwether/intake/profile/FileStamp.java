package org.bellwether.intake.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * When a file was written to last. Equal stamps mean equal bytes: whoever still has the file open cannot write without moving
 * the time of the change, which nobody can set back.
 *
 * @param changed of the node where the file system keeps it, else the time of the last modification
 */
public record FileStamp(long bytes, String modified, String changed) {

    static FileStamp of(Path file) {
        try {
            BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            String modified = basic.lastModifiedTime().toString();
            boolean isUnix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
            return new FileStamp(basic.size(), modified,
                    isUnix ? Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS).toString() : modified);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
