package org.bellwether.release.store;

/**
 * How a publication ended.
 *
 * @param id of the release that is now current, or of the one that is held
 * @param isNew whether this publication made it
 * @param isHeld whether it waits for approval, and the release before is current still
 */
public record PublishedRelease(ReleaseId id, boolean isNew, String contentHash, boolean isHeld) {
}
