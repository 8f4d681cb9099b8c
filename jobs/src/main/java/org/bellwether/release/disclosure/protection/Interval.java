package org.bellwether.release.disclosure.protection;

/** Whole numbers from the lower to the upper end, both included. */
public record Interval(long lower, long upper) {

    /** Stands for no upper end; its negative for no lower end. Leaves room to add without overflow. */
    public static final long UNBOUNDED = 1L << 58;

    public boolean isOneValue() {
        return lower == upper;
    }

    public boolean contains(Interval other) {
        return lower <= other.lower && upper >= other.upper;
    }

    @Override
    public String toString() {
        return "[" + (lower <= -UNBOUNDED ? "…" : lower) + ", " + (upper >= UNBOUNDED ? "…" : upper) + "]";
    }
}
