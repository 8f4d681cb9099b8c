package org.bellwether.batch.report;

import org.bellwether.intake.register.Submission;

/** Rows of several submissions, and what became of them. */
public record RowCounts(long rows, long accepted, long rejected) {

    static final RowCounts NONE = new RowCounts(0, 0, 0);

    /** One that was refused has no rows. */
    RowCounts plus(Submission one) {
        return new RowCounts(rows + orNone(one.rows()), accepted + orNone(one.accepted()), rejected + orNone(one.rejected()));
    }

    private static long orNone(Long count) {
        return count == null ? 0 : count;
    }
}
