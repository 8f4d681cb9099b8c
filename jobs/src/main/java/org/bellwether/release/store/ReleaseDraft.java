package org.bellwether.release.store;

/** A release while it is being written: nobody reads it, and a stopped run leaves it to be swept. */
public record ReleaseDraft(ReleaseId id, ReleaseFolder folder) {
}
