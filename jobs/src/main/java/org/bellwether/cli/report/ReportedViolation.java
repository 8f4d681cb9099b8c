package org.bellwether.cli.report;

/**
 * A rule violation in one row of a file; never what stood in it.
 *
 * @param column the column concerned; null where the row is meant
 * @param laestab school of the row; null where it says none
 */
public record ReportedViolation(String submission, String returnName, String file, Integer line, String rule, String message, String remedy, String column,
        Integer laestab) {

    /** The message, with the column where it does not name it itself. */
    String said() {
        return column == null || message.contains(column) ? message : message + " (" + column + ")";
    }
}
