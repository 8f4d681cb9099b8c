package org.bellwether.intake.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.home.FileDigest;
import org.bellwether.home.Folders;

/**
 * A file of the staged rows of a submission, as it was written.
 *
 * @param sha256 of its bytes; null where an earlier version has written down its length alone
 */
public record StagedFile(long bytes, String sha256) {

    /** As a record tells it, and as one of an earlier version does. */
    @JsonCreator
    static StagedFile of(@JsonProperty("bytes") long bytes, @JsonProperty("sha256") String sha256) {
        return new StagedFile(bytes, sha256);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StagedFile of(long bytes) {
        return new StagedFile(bytes, null);
    }

    /** Each file of the folder by its name. */
    public static Map<String, StagedFile> in(Path folder) {
        Map<String, StagedFile> files = new TreeMap<>();
        Folders.list(folder).forEach(file -> files.put(file.getFileName().toString(), new StagedFile(file.toFile().length(), FileDigest.sha256(file))));
        return files;
    }

    boolean hasItsLength(Path file) {
        return file.toFile().length() == bytes;
    }

    boolean hasItsBytes(Path file) {
        return hasItsLength(file) && (sha256 == null || sha256.equals(FileDigest.sha256(file)));
    }
}
