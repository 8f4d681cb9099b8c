package org.bellwether.intake;

/**
 * Watches a quoted value that runs over several lines. Where rows of the file stand in it, a stray quote has swallowed
 * them, even if the record around it is as wide as the header.
 */
final class QuotedLines {

    private int breaks;
    private int commas;
    private int commasOfLine;
    private boolean holdsLineAsWideAsHeader;

    void open() {
        breaks = 0;
        commas = 0;
        commasOfLine = 0;
        holdsLineAsWideAsHeader = false;
    }

    void comma() {
        commas++;
        commasOfLine++;
    }

    /** @param width fields of the header; negative while the header itself is read */
    void lineBreak(int width) {
        // In a file of two columns a line with one comma is as likely to be a sentence.
        if (breaks > 0 && width > 2 && commasOfLine == width - 1) {
            holdsLineAsWideAsHeader = true;
        }
        breaks++;
        commasOfLine = 0;
    }

    /** Whether whole rows stand in the value, or exactly what is between two columns of rows below each other. */
    boolean holdsRows(int width) {
        return breaks > 0 && width > 1 && (holdsLineAsWideAsHeader || commas == breaks * (width - 1));
    }
}
