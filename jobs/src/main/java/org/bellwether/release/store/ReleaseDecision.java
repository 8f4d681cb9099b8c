package org.bellwether.release.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What a person has decided about a release, as a line of the audit trail.
 *
 * @param action what was done; null in a line of another form
 * @param release of which one; null where the act was of something else
 * @param from the release that was current before a rollback; null of any other act
 * @param contentHash of what was approved; null of any other act
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseDecision(Instant at, String action, String release, String from, String by, String why, String contentHash) {

    static final String ROLLBACK = "rollback";
    static final String PIN = "pin";
    static final String UNPIN = "unpin";
    static final String APPROVE = "approve";
}
