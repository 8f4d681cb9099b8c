package org.bellwether.contract;

/** Turns a date pattern as people write it (yyyy-MM-dd) into the engine's (%Y-%m-%d). */
final class DatePattern {

    private static final String[][] PARTS = {
        {"yyyy", "%Y"}, {"MMM", "%b"}, {"MM", "%m"}, {"dd", "%d"}, {"HH", "%H"}, {"mm", "%M"}, {"ss", "%S"},
        {"'T'", "T"}, {"'Z'", "Z"},
    };

    private DatePattern() {
    }

    /** @throws IllegalArgumentException where the pattern has a letter that is none of yyyy MMM MM dd HH mm ss */
    static String engineFormat(String pattern) {
        StringBuilder format = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            String[] part = partAt(pattern, at);
            if (part != null) {
                format.append(part[1]);
                at += part[0].length();
            } else if (Character.isLetter(pattern.charAt(at))) {
                throw new IllegalArgumentException("unknown date format '" + pattern + "'");
            } else {
                format.append(pattern.charAt(at));
                at++;
            }
        }
        return format.toString();
    }

    private static String[] partAt(String pattern, int at) {
        for (String[] part : PARTS) {
            if (pattern.startsWith(part[0], at)) {
                return part;
            }
        }
        return null;
    }
}
