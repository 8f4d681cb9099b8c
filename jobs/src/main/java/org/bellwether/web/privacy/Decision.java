package org.bellwether.web.privacy;

import java.time.Instant;
import java.util.Set;

/**
 * What was done to what is held, as control/audit.jsonl keeps it: an answer to a pupil, an erasure, a purge.
 *
 * @param pupil       by pseudonym; null where it is about none
 * @param submissions that went with a purge; null where nothing was purged
 * @param pupils      whom the vault knows no longer since then; null where nothing was purged
 */
public record Decision(Instant at, String action, Set<String> pupil, Integer submissions, Long pupils, String by, String why) {

    static final Set<String> ACTIONS = Set.of("subject", "forget: looked up", "forget", "purge");
}
