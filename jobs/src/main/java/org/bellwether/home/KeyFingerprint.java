package org.bellwether.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bellwether.config.ErrorCode;

/**
 * Which pseudonym key the rows of a home were made under: a fingerprint that stands with the control database and with the
 * staged rows, so that a vault which is not there, or is another one's, is noticed before a row is made under another key.
 */
record KeyFingerprint(String fingerprint) {

    private static final String FILE = "pseudonym-key.json";

    /** Whether rows have been made here under a key. */
    static boolean isKnown(Home home) {
        // A home that was brought back from a copy may have nothing but what had landed, whose rows were made all the same.
        return records(home).stream().anyMatch(Files::exists) || hasSubmissions(home.staged()) || hasSubmissions(home.landing());
    }

    /** Writes it down where it is not yet; a key that is not the home's is told. */
    static void agree(Home home, String fingerprint) {
        for (Path record : records(home)) {
            Optional<KeyFingerprint> known = Json.readWhole(record, KeyFingerprint.class);
            if (known.isEmpty()) {
                Json.write(record, new KeyFingerprint(fingerprint));
            } else if (!fingerprint.equals(known.get().fingerprint)) {
                throw ErrorCode.KEY_IS_ANOTHER.with(home.vault().resolve(PseudonymKey.FILE), record);
            }
        }
    }

    private static List<Path> records(Home home) {
        return List.of(home.control().resolve(FILE), home.staged().resolve(FILE));
    }

    /** In folders whose names begin with a dot lies what is under way. */
    private static boolean hasSubmissions(Path folder) {
        return Folders.list(folder).stream().filter(group -> Files.isDirectory(group) && !group.getFileName().toString().startsWith("."))
                .anyMatch(group -> !Folders.list(group).isEmpty());
    }
}
