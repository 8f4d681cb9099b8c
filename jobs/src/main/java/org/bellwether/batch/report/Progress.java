package org.bellwether.batch.report;

/** Whoever watches long work; one piece of it at a time, told of by many threads. */
public interface Progress {

    /** Nobody watches. */
    Progress UNWATCHED = new Progress() {

        @Override
        public void begin(String work, String unit, long total) {
        }

        @Override
        public void advance(long units, String now) {
        }

        @Override
        public void end() {
        }
    };

    /** @param total how many units the work is expected to have */
    void begin(String work, String unit, long total);

    /** @param now what has just been done, in a few words */
    void advance(long units, String now);

    /** The work is done, or has failed. */
    void end();
}
