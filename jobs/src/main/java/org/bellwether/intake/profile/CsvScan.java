package org.bellwether.intake.profile;

import static org.bellwether.engine.CsvDialect.QUOTE;
import static org.bellwether.engine.CsvDialect.SEPARATOR;

/**
 * Follows the bytes of a CSV and counts its records, quote-aware: the second reader beside the engine.
 *
 * <p>It reads {@link org.bellwether.engine.CsvDialect}.
 */
final class CsvScan {

    private static final int FIELD_START = 0;
    private static final int UNQUOTED = 1;
    private static final int QUOTED = 2;
    private static final int QUOTE_IN_QUOTED = 3;

    private boolean isBegun;
    private int state = FIELD_START;
    private final LineCount lines = new LineCount();
    private long records;
    private int fields = 1;
    private int headerFields = -1;
    private boolean recordHasBytes;
    /** Something else than separators, quotes and spaces: spreadsheets write rows of these below a table. */
    private boolean recordHasText;
    private boolean recordHasLineBreak;
    private final QuotedLines quoted = new QuotedLines();
    private long quoteOpenedAt;
    private long lineBrokenByQuoteAt;
    private long firstRagged;
    private long brokenQuoteAt;
    private long multiLine;
    private long blankLines;
    private long strayQuotes;
    /** The engine takes the first return that it meets for the end of a line. */
    private long quotedReturns;

    /**
     * Most bytes are commas and what stands between them; the rest are looked at one by one.
     *
     * @return whether all of them are ASCII
     */
    boolean accept(byte[] buffer, int length) {
        boolean ascii = true;
        int i = 0;
        if (!isBegun) {
            isBegun = true;
            i = ByteOrderMark.length(buffer, length);
            if (i > 0 && i < length && buffer[i] == QUOTE) {
                // Behind a byte order mark the engine takes a quote for a letter.
                strayQuotes++;
            }
        }
        while (i < length) {
            int run = state <= UNQUOTED && !lines.lastWasReturn() ? Bytes.from(SEPARATOR, buffer, i, length) : 0;
            if (run > 0) {
                lines.add(run);
                fields += Bytes.count(SEPARATOR, buffer, i, i + run);
                state = buffer[i + run - 1] == SEPARATOR ? FIELD_START : UNQUOTED;
                recordHasBytes = true;
                recordHasText = recordHasText || !CsvText.isBlank(buffer, i, i + run);
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
        if (b == '\n') {
            lineFeed();
            return;
        }
        if (lines.lastWasReturn() && state != QUOTED) {
            loneReturn();
        }
        lines.add(b);
        switch (state) {
            case FIELD_START -> fieldStart(b);
            case UNQUOTED -> unquoted(b);
            case QUOTED -> {
                if (b == QUOTE) {
                    state = QUOTE_IN_QUOTED;
                } else if (b == SEPARATOR) {
                    quoted.comma();
                } else if (b == '\r') {
                    quotedReturns++;
                }
                recordHasText |= b != QUOTE && !CsvText.isSpace(b);
            }
            default -> afterQuote(b);
        }
    }

    private void fieldStart(byte b) {
        if (b == QUOTE) {
            state = QUOTED;
            quoteOpenedAt = lines.line();
            quoted.open(fields);
            recordHasBytes = true;
        } else if (b == SEPARATOR) {
            fields++;
            recordHasBytes = true;
        } else if (b != '\r') {
            state = UNQUOTED;
            recordHasBytes = true;
            recordHasText |= !CsvText.isSpace(b);
        }
    }

    private void unquoted(byte b) {
        if (b == SEPARATOR) {
            fields++;
            state = FIELD_START;
        } else {
            strayQuotes += b == QUOTE ? 1 : 0;
            recordHasText |= !CsvText.isSpace(b);
        }
    }

    private void afterQuote(byte b) {
        if (b == QUOTE) {
            state = QUOTED;
            recordHasText = true;
            return;
        }
        quoteClosed();
        if (b == SEPARATOR) {
            fields++;
            state = FIELD_START;
        } else if (b != '\r') {
            if (quoted.isBroken()) {
                breaksAt(quoteOpenedAt);
            }
            strayQuotes++;
            state = UNQUOTED;
            recordHasText |= !CsvText.isSpace(b);
        }
    }

    private void lineFeed() {
        if (state == QUOTED) {
            quoted.lineBreak(headerFields);
            if (!recordHasLineBreak) {
                lineBrokenByQuoteAt = quoteOpenedAt;
            }
            recordHasLineBreak = true;
            lines.lineFeed(true);
        } else {
            closeRecord();
            lines.lineFeed(false);
        }
    }

    private void loneReturn() {
        closeRecord();
        lines.loneReturn();
    }

    private void closeRecord() {
        if (state == QUOTE_IN_QUOTED) {
            quoteClosed();
        }
        endRecord();
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
            } else if (!recordHasText) {
                blankLines++;
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
        recordHasText = false;
        recordHasLineBreak = false;
    }

    private void ragged() {
        if (firstRagged == 0) {
            firstRagged = lines.line();
        }
        // A stray quote has swallowed lines: nobody can tell where the rows begin and end.
        if (recordHasLineBreak) {
            breaksAt(lineBrokenByQuoteAt);
        }
    }

    /** Call once, behind the last byte. */
    void end() {
        lines.measure();
        if (state == QUOTED) {
            breaksAt(quoteOpenedAt);
        } else if (lines.lastWasReturn()) {
            loneReturn();
        }
        if (lines.bytes() > 0) {
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

    LineCount lines() {
        return lines;
    }

    /** Line on which a quote opens that is never closed, or that swallows following rows; 0 where there is none. */
    long brokenQuoteAt() {
        return brokenQuoteAt;
    }

    /** Whether line n+1 is record n, every record is as wide as the header, and quotes and line ends are regular. */
    boolean isRegular() {
        return firstRagged == 0 && multiLine == 0 && blankLines == 0 && strayQuotes == 0 && quotedReturns == 0 && lines.isRegular();
    }
}
