package org.bellwether.app.privacy.received;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One child, by every UPN that a home knows of it.
 *
 * @param upns in capitals, without spaces
 * @param keys their pseudonyms under the home's key
 */
public record Pupil(Set<String> upns, Set<Long> keys) {

    /** What a UPN looks like; its check letter may be wrong, as it may be in a file. */
    public static final String FORM = "[A-Z][0-9]{11}[0-9A-Z]";

    /** As staging reads it: in capitals, without spaces. */
    public static String plain(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    public boolean isNamedBy(String text) {
        return upns.contains(plain(text));
    }

    /** The pseudonyms in hexadecimal digits. */
    public Set<String> pseudonyms() {
        return keys.stream().map(Long::toHexString).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Their pseudonyms as a list in SQL. */
    public String keysInSql() {
        return keys.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
