package org.bellwether.release.store;

/** A release that is not published: nobody reads it while it is being written, or while it is held for approval. */
public record ReleaseDraft(ReleaseId id, ReleaseFolder folder) {
}
