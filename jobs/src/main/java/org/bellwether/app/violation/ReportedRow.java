package org.bellwether.app.violation;

import java.util.List;

/**
 * A row of a file with all that was found in it; never what stood in it.
 *
 * @param line null where a whole file is meant
 * @param laestab school of the row; null where it says none
 * @param findings by rule, at least one
 */
public record ReportedRow(String submission, String returnName, String file, Integer line, Integer laestab, List<Finding> findings) {

    /**
     * A rule that the row breaks.
     *
     * @param column the column concerned; null where the row is meant
     */
    public record Finding(String rule, String column, String message, String remedy) {
    }

    /** @param violations of one row, at least one */
    static ReportedRow of(List<ReportedViolation> violations) {
        ReportedViolation first = violations.get(0);
        return new ReportedRow(first.submission(), first.returnName(), first.file(), first.line(), first.laestab(), violations.stream()
                .map(one -> new Finding(one.rule(), one.column(), one.message(), one.remedy())).toList());
    }
}
