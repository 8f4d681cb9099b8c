package org.bellwether.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What the name of a received file tells. */
public final class FileNames {

    /** Names of the notes that lie beside received files. */
    private static final Set<String> NOTES = Set.of("arrival.json", "receipt.json", "judgement.json", "submission.json", "why.json");

    private static final Set<String> SYSTEMS = Set.of("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "lost+found", "@eadir");

    private FileNames() {
    }

    public static boolean isGzip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** The name without .gz, in lower case. */
    public static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    }

    /** Names that senders use while they are still writing. */
    public static boolean isPartial(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".part") || lower.endsWith(".tmp") || lower.endsWith(".filepart")
                || lower.endsWith(".crdownload");
    }

    /** Names of what systems and programs leave in a folder for themselves; nobody sends these. */
    public static boolean isSystems(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".") || lower.startsWith("~$") || SYSTEMS.contains(lower);
    }

    /**
     * Gives a file another name where its own cannot be written down, being in another encoding than this machine's, or is
     * that of a note; any other file stays as it is.
     */
    static Path makeSafe(Path file) {
        String name = file.getFileName().toString();
        if (!NOTES.contains(name) && Files.exists(byText(file), LinkOption.NOFOLLOW_LINKS)) {
            return file;
        }
        String safe = name.replaceAll("[^ -~]", "_");
        Path target = file.resolveSibling("_" + safe);
        for (int other = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); other++) {
            target = file.resolveSibling("_" + other + "_" + safe);
        }
        try {
            return Files.move(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path that the name's text leads to; one that is not there where no path can be made of it. */
    private static Path byText(Path file) {
        try {
            return Path.of(file.toString());
        } catch (InvalidPathException e) {
            return file.resolveSibling("?");
        }
    }
}
