package org.bellwether.app.violation;

import java.util.Objects;

/**
 * A rule violation in one row of a file; never what stood in it.
 *
 * @param column the column concerned; null where the row is meant
 * @param laestab school of the row; null where it says none
 */
public record ReportedViolation(String submission, String returnName, String file, Integer line, String rule, String message, String remedy, String column,
        Integer laestab) {

    boolean isOfRowOf(ReportedViolation other) {
        return submission.equals(other.submission) && Objects.equals(file, other.file) && Objects.equals(line, other.line)
                && Objects.equals(laestab, other.laestab);
    }

    /** The message, with the column where it does not name it itself. */
    public String said() {
        return column == null || message.contains(column) ? message : message + " (" + column + ")";
    }
}
