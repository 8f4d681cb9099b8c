package org.bellwether.release.store;

/** How a publication ended: the release that is now current, and whether it is a new one. */
public record PublishedRelease(ReleaseId id, boolean isNew, String contentHash) {
}
