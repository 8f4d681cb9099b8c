package org.bellwether.release.disclosure.protection;

/**
 * One figure, in however many tables it stands.
 *
 * @param key    names the cell; order of keys settles every tie
 * @param value  whole units of the figure: children, sessions, pence
 * @param lower  the least that anybody takes it to be, at most the value
 * @param upper  the most that anybody takes it to be, at least the value; {@link Interval#UNBOUNDED} where nothing is known
 * @param weight what is lost when it is hidden, 1 or more
 */
public record Cell(String key, long value, long lower, long upper, long weight, Publication publication) {

    public Cell {
        if (lower > value || value > upper) {
            throw new IllegalArgumentException(key + " does not lie within the bounds that everybody knows");
        }
        if (weight < 1) {
            throw new IllegalArgumentException(key + " weighs less than 1");
        }
    }

    /** A figure of 0 or more that weighs its value. A zero is known to be zero; of any other figure only that it is not negative. */
    public static Cell of(String key, long value) {
        return new Cell(key, value, Math.min(value, 0), value == 0 ? 0 : Interval.UNBOUNDED, Math.max(1, value), Publication.OPEN);
    }

    public Cell within(long least, long most) {
        return new Cell(key, value, least, most, weight, publication);
    }

    public Cell weighing(long other) {
        return new Cell(key, value, lower, upper, other, publication);
    }

    public Cell being(Publication other) {
        return new Cell(key, value, lower, upper, weight, other);
    }

    boolean isFixed() {
        return lower == upper || publication.isSeen();
    }
}
