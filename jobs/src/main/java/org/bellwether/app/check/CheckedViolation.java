package org.bellwether.app.check;

/**
 * A rule violation in one row of a checked file; never what stood in it.
 *
 * @param column the column concerned; null where the row is meant
 * @param laestab school of the row; null where it says none
 * @param isRejected whether the row would not be accepted
 */
public record CheckedViolation(String returnName, String file, Integer line, String rule, String severity, boolean isRejected, String message,
        String remedy, Integer laestab, String column) {

    /** Something to be done with each. */
    @FunctionalInterface
    public interface Each<E extends Exception> {
        void take(CheckedViolation violation) throws E;
    }
}
