package org.bellwether.web.release;

import java.time.Instant;

/**
 * A release in the list.
 *
 * @param pinnedBy why it is kept, and by whom; null where it is not pinned
 * @param hash     of its content
 */
public record ReleaseLine(String id, Instant asOf, String startedBy, boolean isCurrent, boolean isPruned, String pinnedBy, String hash) {
}
