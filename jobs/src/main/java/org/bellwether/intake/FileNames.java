package org.bellwether.intake;

import java.util.Locale;

/** What the name of a received file tells. */
public final class FileNames {

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
        return lower.startsWith(".") || lower.endsWith(".part") || lower.endsWith(".tmp") || lower.endsWith(".filepart")
                || lower.endsWith(".crdownload");
    }
}
