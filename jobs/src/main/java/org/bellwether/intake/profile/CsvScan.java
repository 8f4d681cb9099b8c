package org.bellwether.intake.profile;

/**
 * Follows the bytes of a CSV and counts its records, quote-aware: the second reader beside the engine.
 *
 * <p>Comma, double quote, doubled quote inside quotes; LF or CRLF. Blank lines are no records.
 */
final class CsvScan {

    private static final int FIELD_START = 0;
    private static final int UNQUOTED = 1;
    private static final int QUOTED = 2;
    private static final int QUOTE_IN_QUOTED = 3;

    private int state = FIELD_START;
    private long line = 1;
    private long lineBytes;
    private long longestLine;
    private long longestLineAt = 1;
    private long records;
    private int fields = 1;
    private int headerFields = -1;
    private boolean recordHasBytes;
    private boolean recordHasLineBreak;
    private boolean lastWasReturn;
    private final QuotedLines quoted = new QuotedLines();
    private long quoteOpenedAt;
    private long lineBrokenByQuoteAt;
    private long firstRagged;
    private long brokenQuoteAt;
    private long nulAt;
    private long multiLine;
    private long blankLines;
    private long lineFeeds;
    private long returnLineFeeds;
    private long loneReturns;
    private long strayQuotes;

    /**
     * Most bytes are commas and what stands between them; the rest are looked at one by one.
     *
     * @return whether all of them are ASCII
     */
    boolean accept(byte[] buffer, int length) {
        boolean ascii = true;
        int i = 0;
        while (i < length) {
            int run = state <= UNQUOTED && !lastWasReturn ? Bytes.from(',', buffer, i, length) : 0;
            if (run > 0) {
                lineBytes += run;
                fields += Bytes.count(',', buffer, i, i + run);
                state = buffer[i + run - 1] == ',' ? FIELD_START : UNQUOTED;
                recordHasBytes = true;
                i += run;
            }
            if (i < length) {
                ascii &= buffer[i] >= 0;
                accept(buffer[i++]);
            }
        }
        return ascii;
    }

    private void accept(byte b) {
        lineBytes++;
        if (b == '\n') {
            lineFeed();
            return;
        }
        if (lastWasReturn && state != QUOTED) {
            loneReturns++;
        }
        lastWasReturn = b == '\r';
        if (b == 0 && nulAt == 0) {
            nulAt = line;
        }
        switch (state) {
            case FIELD_START -> fieldStart(b);
            case UNQUOTED -> unquoted(b);
            case QUOTED -> {
                if (b == '"') {
                    state = QUOTE_IN_QUOTED;
                } else if (b == ',') {
                    quoted.comma();
                }
            }
            default -> afterQuote(b);
        }
    }

    private void fieldStart(byte b) {
        if (b == '"') {
            state = QUOTED;
            quoteOpenedAt = line;
            quoted.open(fields);
            recordHasBytes = true;
        } else if (b == ',') {
            fields++;
            recordHasBytes = true;
        } else if (b != '\r') {
            state = UNQUOTED;
            recordHasBytes = true;
        }
    }

    private void unquoted(byte b) {
        if (b == ',') {
            fields++;
            state = FIELD_START;
        } else if (b == '"') {
            strayQuotes++;
        }
    }

    private void afterQuote(byte b) {
        if (b == '"') {
            state = QUOTED;
            return;
        }
        quoteClosed();
        if (b == ',') {
            fields++;
            state = FIELD_START;
        } else if (b != '\r') {
            if (quoted.isBroken()) {
                breaksAt(quoteOpenedAt);
            }
            strayQuotes++;
            state = UNQUOTED;
        }
    }

    private void lineFeed() {
        if (lineBytes > longestLine) {
            longestLine = lineBytes;
            longestLineAt = line;
        }
        if (state == QUOTED) {
            quoted.lineBreak(headerFields);
            if (!recordHasLineBreak) {
                lineBrokenByQuoteAt = quoteOpenedAt;
            }
            recordHasLineBreak = true;
        } else {
            if (state == QUOTE_IN_QUOTED) {
                quoteClosed();
            }
            if (lastWasReturn) {
                returnLineFeeds++;
            } else {
                lineFeeds++;
            }
            endRecord();
        }
        lastWasReturn = false;
        lineBytes = 0;
        line++;
    }

    private void quoteClosed() {
        if (quoted.holdsRows(headerFields)) {
            breaksAt(quoteOpenedAt);
        }
    }

    private void breaksAt(long opened) {
        if (brokenQuoteAt == 0) {
            brokenQuoteAt = opened;
        }
    }

    private void endRecord() {
        if (!recordHasBytes) {
            blankLines++;
        } else {
            if (headerFields < 0) {
                headerFields = fields;
            } else {
                records++;
                if (fields != headerFields) {
                    ragged();
                }
            }
            if (recordHasLineBreak) {
                multiLine++;
            }
        }
        state = FIELD_START;
        fields = 1;
        recordHasBytes = false;
        recordHasLineBreak = false;
    }

    private void ragged() {
        if (firstRagged == 0) {
            firstRagged = line;
        }
        // A stray quote has swallowed lines: nobody can tell where the rows begin and end.
        if (recordHasLineBreak) {
            breaksAt(lineBrokenByQuoteAt);
        }
    }

    /** Call once, behind the last byte. */
    void end() {
        if (lineBytes > longestLine) {
            longestLine = lineBytes;
            longestLineAt = line;
        }
        if (state == QUOTED) {
            breaksAt(quoteOpenedAt);
        }
        if (lineBytes > 0) {
            endRecord();
        }
    }

    /** Records behind the header. */
    long records() {
        return records;
    }

    boolean hasHeader() {
        return headerFields >= 0;
    }

    long longestLine() {
        return longestLine;
    }

    long longestLineAt() {
        return longestLineAt;
    }

    /** Line of the first NUL byte, or 0. */
    long nulAt() {
        return nulAt;
    }

    /** Line on which a quote opens that is never closed, or that swallows following rows; 0 where there is none. */
    long brokenQuoteAt() {
        return brokenQuoteAt;
    }

    /** Whether line n+1 is record n, every record is as wide as the header, and quotes and line ends are regular. */
    boolean isRegular() {
        return firstRagged == 0 && multiLine == 0 && blankLines == 0 && strayQuotes == 0 && loneReturns == 0
                && (lineFeeds == 0 || returnLineFeeds == 0);
    }
}
