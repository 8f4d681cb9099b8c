package org.bellwether.release.store;

/** A release of the home, as {@code releases list} shows it. */
public record Release(ReleaseId id, ReleaseFolder folder, boolean isCurrent) {

    /** Only its manifest and its models are kept. */
    public boolean isPruned() {
        return !folder.isWhole();
    }
}
