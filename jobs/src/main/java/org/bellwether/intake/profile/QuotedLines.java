package org.bellwether.intake.profile;

/**
 * Watches a quoted value that runs over several lines. Where its lines are what a stray quote would have swallowed (the rest of
 * one row, whole rows, the beginning of another), it holds rows of the file, even if the record around it is as wide as the header.
 */
final class QuotedLines {

    /** In a file of so few columns a line with as many commas as a row is as likely to be a sentence. */
    private static final int NARROW = 3;

    private int column;
    private int breaks;
    private int commasOfFirst;
    private int commasOfLine;
    private int wholeRows;

    /** @param column which field of its row the value is, from 1 */
    void open(int column) {
        this.column = column;
        breaks = 0;
        commasOfLine = 0;
        wholeRows = 0;
    }

    void comma() {
        commasOfLine++;
    }

    /** @param width fields of the header; negative while the header itself is read */
    void lineBreak(int width) {
        if (breaks == 0) {
            commasOfFirst = commasOfLine;
        } else if (commasOfLine == width - 1) {
            wholeRows++;
        }
        breaks++;
        commasOfLine = 0;
    }

    /** Whether the value runs over several lines. */
    boolean isBroken() {
        return breaks > 0;
    }

    /** Whether the lines between are rows, the first completes the row that the value began in, and the last begins one up to its column. */
    boolean holdsRows(int width) {
        boolean fits = breaks > 0 && commasOfFirst == width - column && commasOfLine == column - 1;
        int between = breaks - 1;
        return fits && (width > NARROW ? 2 * wholeRows >= between : between > 1 && wholeRows == between);
    }
}
