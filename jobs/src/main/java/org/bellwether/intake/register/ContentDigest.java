package org.bellwether.intake.register;

import java.util.List;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/** The one hash of what came in together. */
public final class ContentDigest {

    /** @param table that the file is read as; null where that is not known */
    public record Part(String table, String sha256) {
    }

    private ContentDigest() {
    }

    /** Of a single file its own hash; of a set the hash over the hashes of its tables. */
    public static String of(List<Part> parts) {
        if (parts.size() == 1) {
            return parts.get(0).sha256();
        }
        TreeSet<String> lines = new TreeSet<>();
        parts.forEach(part -> lines.add(part.table() + " " + part.sha256()));
        return DigestUtils.sha256Hex(String.join("\n", lines));
    }
}
