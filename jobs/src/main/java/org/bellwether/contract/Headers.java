package org.bellwether.contract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says when two headers, or a file name and a glob, mean the same. */
public final class Headers {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t\\n\\x0B\\f\\r\\x85]]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t\\n\\x0B\\f\\r\\x85]+");
    private static final char MINUS = '\u2212';

    private Headers() {
    }

    /** The header as a text is judged too: composed letters, single spaces, nothing invisible. */
    static String clean(String header) {
        if (header.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return header.strip();
        }
        String composed = Normalizer.normalize(header, Normalizer.Form.NFC);
        return SPACES.matcher(INVISIBLE.matcher(composed).replaceAll("")).replaceAll(" ").strip();
    }

    /** The header without case, spaces, underscores and what cannot be seen, with one kind of dash. */
    public static String normal(String header) {
        String clean = clean(header);
        StringBuilder kept = new StringBuilder(clean.length());
        for (char c : clean.toCharArray()) {
            if (c != '_' && c != ' ') {
                kept.append(c == MINUS || Character.getType(c) == Character.DASH_PUNCTUATION ? '-' : c);
            }
        }
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether the text is as the glob says, where * stands for any text, in any case. */
    public static boolean matches(String glob, String text) {
        StringBuilder pattern = new StringBuilder();
        for (String literal : glob.toLowerCase(Locale.ROOT).split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append("(?:").append(Pattern.quote(literal)).append(')');
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(text.toLowerCase(Locale.ROOT)).matches();
    }
}
