package org.bellwether.contract;

import java.util.Locale;
import java.util.regex.Pattern;

/** Says when two headers, or a file name and a glob, mean the same. */
final class Headers {

    private Headers() {
    }

    /** The header without byte order mark, case, spaces and underscores. */
    static String normal(String header) {
        StringBuilder kept = new StringBuilder(header.length());
        for (char c : header.toCharArray()) {
            if (c != '\uFEFF' && c != '_' && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                kept.append(c);
            }
        }
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether the text is as the glob says, where * stands for any text, in any case. */
    static boolean matches(String glob, String text) {
        StringBuilder pattern = new StringBuilder();
        for (String literal : glob.toLowerCase(Locale.ROOT).split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append("(?:").append(Pattern.quote(literal)).append(')');
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(text.toLowerCase(Locale.ROOT)).matches();
    }
}
