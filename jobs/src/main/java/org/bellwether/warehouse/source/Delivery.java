package org.bellwether.warehouse.source;

import java.nio.file.Path;
import java.time.Instant;

/**
 * The staged rows of one table that one submission brought.
 *
 * @param arrival orders submissions received at one instant
 * @param whole true where no later submission replaced any scope of it, so that its rows need no sifting
 * @param parquet exists; its columns are those of the table's shape without what the build adds
 * @param isOlder whether another contract made it, so that its columns may be others
 */
public record Delivery(long submissionKey, String submissionId, Instant receivedAt, long arrival, boolean whole,
        Path parquet, boolean isOlder) {

    /** Made by the contract in force. */
    public Delivery(long submissionKey, String submissionId, Instant receivedAt, long arrival, boolean whole, Path parquet) {
        this(submissionKey, submissionId, receivedAt, arrival, whole, parquet, false);
    }
}
