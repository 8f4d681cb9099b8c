package org.bellwether.batch.report;

/** Whoever watches long work; one piece of it at a time, told of by many threads. */
public interface Progress {

    /** @param total how many units the work is expected to have */
    void begin(String work, String unit, long total);

    /** @param now what has just been done, in a few words */
    void advance(long units, String now);

    /** The work is done, or has failed. */
    void end();
}
