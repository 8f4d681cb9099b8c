package org.bellwether.staging.shape;

/**
 * One thing by which a submission differs from what the same source has sent before.
 *
 * @param column header of the column; of a count null
 * @param detail the rest of the sentence: what it was, what it is; empty where kind and column say all
 */
public record Drift(DriftKind kind, String table, String column, String detail) {

    /** What follows the words of its kind. */
    public String subject() {
        return column == null ? detail : detail.isEmpty() ? column : column + " " + detail;
    }
}
