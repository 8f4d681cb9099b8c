package org.bellwether.release.disclosure.protection;

/** Cells by their numbers, times coefficients, add to exactly 0, or to at most 0. */
public final class Relation {

    private final String name;
    private final int[] cells;
    private final long[] coefficients;
    private final boolean exact;

    Relation(String name, int[] cells, long[] coefficients, boolean exact) {
        this.name = name;
        this.cells = cells;
        this.coefficients = coefficients;
        this.exact = exact;
    }

    public String name() {
        return name;
    }

    /** False where the sum may be less than 0. */
    public boolean isExact() {
        return exact;
    }

    public int size() {
        return cells.length;
    }

    public int cell(int term) {
        return cells[term];
    }

    public long coefficient(int term) {
        return coefficients[term];
    }
}
