package org.bellwether.warehouse.source;

import java.nio.file.Path;
import java.time.Instant;

/**
 * The staged rows of one table that one submission brought.
 *
 * @param arrival orders submissions received at one instant
 * @param whole true where no later submission replaced any scope of it, so that its rows need no sifting
 * @param parquet exists; its columns are those of the table's shape without what the build adds
 * @param sha256 of its bytes when it was written; null where nobody has said so
 * @param isOlder whether another contract made it, so that its columns may be others
 */
public record Delivery(long submissionKey, String submissionId, Instant receivedAt, long arrival, boolean whole,
        Path parquet, String sha256, boolean isOlder) {

    /** Made by the contract in force. */
    public Delivery(long submissionKey, String submissionId, Instant receivedAt, long arrival, boolean whole, Path parquet) {
        this(submissionKey, submissionId, receivedAt, arrival, whole, parquet, null, false);
    }
}
