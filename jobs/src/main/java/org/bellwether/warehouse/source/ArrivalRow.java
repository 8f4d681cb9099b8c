package org.bellwether.warehouse.source;

import java.time.Instant;
import java.util.List;

/**
 * A submission that came, whatever became of it: a row of staged.arrival, and a row of staged.arrival_scope for each of its scopes.
 *
 * @param state    accepted, accepted_with_queries, duplicate, rejected or refused
 * @param fileName of its first file
 * @param scopes   what it was true for, each the values of the contract's {@code replaces} joined by '|'; none where it was not accepted
 */
public record ArrivalRow(long submissionKey, String submissionId, String returnName, Instant receivedAt, long arrival, String state,
        String fileName, List<String> scopes) {
}
