package org.bellwether.contract;

/** A pattern of days as people write it (yyyy-MM-dd, dd/MM/yy), for the engine: what it matches, and how that is parsed. */
public record DatePattern(String pattern) {

    private static final String[][] PARTS = {
        {"yyyy", "%Y", "[0-9]{4}"}, {"MMM", "%b", "[A-Za-z]{3}"}, {"MM", "%m", "[0-9]{1,2}"}, {"dd", "%d", "[0-9]{1,2}"},
    };
    /** A year of this century, where the day has gone before it: 24-09-01 could be a day of 2001. */
    private static final String SHORT_YEAR = "yy";

    /** @throws IllegalArgumentException where the pattern has a letter that is none of yyyy MMM MM dd, and yy at its end */
    public DatePattern {
        write(pattern, 1);
    }

    public boolean isIso() {
        return pattern.equals("yyyy-MM-dd");
    }

    /** Whether its year has two digits, which its text is to be given the century of before it is parsed. */
    public boolean isShort() {
        return !pattern.contains("yyyy");
    }

    /** Text that the pattern is meant for, as a regular expression. */
    public String matching() {
        return write(pattern, 2);
    }

    /** The pattern in the engine's own notation. */
    public String engineFormat() {
        return write(pattern, 1);
    }

    private static String write(String pattern, int notation) {
        StringBuilder written = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            String[] part = partAt(pattern, at);
            if (part != null) {
                written.append(part[notation]);
                at += part[0].length();
            } else if (Character.isLetter(pattern.charAt(at))) {
                throw new IllegalArgumentException("unknown date format '" + pattern + "'; known are yyyy, MMM, MM and dd, and yy behind dd");
            } else {
                written.append(notation == 2 && pattern.charAt(at) == '.' ? "[.]" : String.valueOf(pattern.charAt(at)));
                at++;
            }
        }
        return written.toString();
    }

    private static String[] partAt(String pattern, int at) {
        for (String[] part : PARTS) {
            if (pattern.startsWith(part[0], at)) {
                return part;
            }
        }
        return at > 0 && pattern.substring(at).equals(SHORT_YEAR) ? new String[] {SHORT_YEAR, "%Y", "[0-9]{2}"} : null;
    }
}
