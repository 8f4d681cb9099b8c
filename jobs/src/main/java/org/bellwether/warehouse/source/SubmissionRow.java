package org.bellwether.warehouse.source;

import java.time.Instant;

/**
 * A submission whose rows may be in the build: a row of core.dim_submission.
 *
 * @param state as the register has it at the as-of
 * @param rows rows in its files, which are accepted or rejected
 */
public record SubmissionRow(long submissionKey, String submissionId, String returnName, Instant receivedAt,
        long arrival, String state, long rows, long accepted, long rejected) {
}
