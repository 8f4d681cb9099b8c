package org.bellwether.config;

import java.util.regex.Pattern;

/**
 * Text from outside as it may be shown and kept: names of files, headers of columns, what a person types as a reason.
 *
 * <p>It could move a terminal's cursor, start a formula in a spreadsheet, or name a child.
 */
public final class Shown {

    /** Controls, and marks that turn the direction of text or break its line. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u061C\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]");
    /** A UPN wherever it stands, whatever its check letter. */
    private static final Pattern UPN = Pattern.compile("[A-Za-z][0-9]{11}[0-9A-Za-z](?![0-9])");
    /** In the digits of a SHA-256 may stand what looks like one. */
    private static final Pattern UPN_OR_DIGEST = Pattern.compile("\\b([0-9a-f]{64})\\b|" + UPN.pattern());
    private static final String MASK = "[UPN]";
    private static final int LONGEST = 300;

    private Shown() {
    }

    /** The text in one line, without a UPN; null for null. */
    public static String text(String text) {
        if (text == null) {
            return null;
        }
        String shown = UPN.matcher(UNSEEN.matcher(text).replaceAll("?")).replaceAll(MASK);
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }

    /** The text in one line, however long, without a UPN. */
    static String line(String text) {
        return UPN.matcher(UNSEEN.matcher(text.strip().replaceAll("\\s*\\R\\s*", " ")).replaceAll("?")).replaceAll(MASK);
    }

    /** Text of several lines, such as a trace, without a UPN. */
    public static String lines(String text) {
        return UPN_OR_DIGEST.matcher(text).replaceAll(found -> found.group(1) == null ? MASK : found.group(1));
    }

    /** A name under which a file may be kept: that of a plain name is itself. */
    public static String fileName(String name) {
        return UPN.matcher(UNSEEN.matcher(name).replaceAll("_")).replaceAll("UPN");
    }

    /** The text as a cell that no spreadsheet takes for a formula; null for null. */
    public static String cell(String text) {
        return text == null || text.isEmpty() || "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
