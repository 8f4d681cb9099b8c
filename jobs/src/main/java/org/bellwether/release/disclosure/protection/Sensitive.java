package org.bellwether.release.disclosure.protection;

/**
 * A cell that must not be worked out, nor come too close to.
 *
 * @param low       as low as an attacker must have to reckon with, at most the value
 * @param high      as high as an attacker must have to reckon with, at least the value
 * @param least     what one who knows the rule takes a cell like this to be at least
 * @param most      what one who knows the rule takes a cell like this to be at most
 * @param singleton whether a single respondent stands behind it, who knows the figure and can subtract it from others
 */
public record Sensitive(String cell, long low, long high, long least, long most, boolean singleton) {

    public Sensitive {
        if (low > high || least > low || most < high) {
            throw new IllegalArgumentException("what must be left open about " + cell + " is not within what the rule tells");
        }
    }

    /** A count of 1 to threshold - 1: it must be left open which of them, also to one who knows the threshold. */
    public static Sensitive below(long threshold, String cell) {
        return new Sensitive(cell, 1, threshold - 1, 1, threshold - 1, false);
    }

    /** What must be left open is an interval; no rule tells more. */
    public static Sensitive within(long low, long high, String cell) {
        return new Sensitive(cell, low, high, -Interval.UNBOUNDED, Interval.UNBOUNDED, false);
    }

    public Sensitive ofOne() {
        return new Sensitive(cell, low, high, least, most, true);
    }

    /** What must be left open, as far as the bounds that everybody knows leave it open anyhow. */
    Interval needed(Cell of) {
        if (of.value() < low || of.value() > high) {
            throw new IllegalArgumentException(cell + " is not within what must be left open about it");
        }
        return new Interval(Math.max(low, of.lower()), Math.min(high, of.upper()));
    }
}
