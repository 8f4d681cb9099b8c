package org.bellwether.intake.profile;

/** What the bytes of a file tell of its lines, whatever stands in them: how many, how long, how they end. */
final class LineCount {

    private long line = 1;
    private long bytes;
    private long longest;
    private long longestAt = 1;
    private long nulAt;
    private boolean lastWasReturn;
    private long lineFeeds;
    private long returnLineFeeds;
    private long loneReturns;

    /** Bytes that end no line. */
    void add(int length) {
        bytes += length;
    }

    /** A byte that is no line feed. */
    void add(byte b) {
        bytes++;
        lastWasReturn = b == '\r';
        if (b == 0 && nulAt == 0) {
            nulAt = line;
        }
    }

    /** @param isQuoted whether the line ends within quotes, and its record goes on */
    void lineFeed(boolean isQuoted) {
        bytes++;
        if (!isQuoted && lastWasReturn) {
            returnLineFeeds++;
        } else if (!isQuoted) {
            lineFeeds++;
        }
        next();
    }

    /** The line ended with the byte before, a return that no line feed follows. */
    void loneReturn() {
        loneReturns++;
        next();
    }

    private void next() {
        measure();
        lastWasReturn = false;
        bytes = 0;
        line++;
    }

    /** Call once, behind the last byte. */
    void measure() {
        if (bytes > longest) {
            longest = bytes;
            longestAt = line;
        }
    }

    long line() {
        return line;
    }

    /** Bytes of the line so far. */
    long bytes() {
        return bytes;
    }

    boolean lastWasReturn() {
        return lastWasReturn;
    }

    long longest() {
        return longest;
    }

    long longestAt() {
        return longestAt;
    }

    /** Line of the first NUL byte, or 0. */
    long nulAt() {
        return nulAt;
    }

    /** Whether all records end in one way, and no return stands alone. */
    boolean isRegular() {
        return loneReturns == 0 && (lineFeeds == 0 || returnLineFeeds == 0);
    }
}
