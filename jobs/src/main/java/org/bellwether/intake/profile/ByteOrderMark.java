package org.bellwether.intake.profile;

/** The three bytes by which some programs say that a text is UTF-8; they belong to no value. */
final class ByteOrderMark {

    static final int LENGTH = 3;

    private ByteOrderMark() {
    }

    /** How many bytes of the mark the text begins with: all or none. */
    static int length(byte[] text, int length) {
        return length >= LENGTH && (text[0] & 0xFF) == 0xEF && (text[1] & 0xFF) == 0xBB && (text[2] & 0xFF) == 0xBF ? LENGTH : 0;
    }
}
