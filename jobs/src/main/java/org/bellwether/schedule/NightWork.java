package org.bellwether.schedule;

/** What is done in a night. It takes what it needs and lets go of it before it returns. */
@FunctionalInterface
public interface NightWork {

    /** What became of a night. */
    enum Outcome {
        RAN,
        /** Another process holds the home; a later try may find it free. */
        LOCKED
    }

    Outcome run();
}
