package org.bellwether.warehouse.model;

/** Told of a build as it goes on, by many threads. */
@FunctionalInterface
public interface BuildProgress {

    /** @param models how many are brought up to date; told once more where rows were set aside and what hangs on them is built again */
    default void begin(int models) {
    }

    /** A model, or a partition of a partitioned fact, is up to date. */
    void done(ModelRun run);
}
