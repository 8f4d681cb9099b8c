package org.bellwether.intake.profile;

/** Tells whether a stream of bytes is UTF-8, as strictly as the standard asks, or else can be Windows-1252. */
final class Utf8Check {

    private boolean valid = true;
    private boolean windows1252 = true;
    private int pending;
    private int low = 0x80;
    private int high = 0xBF;

    void accept(byte[] buffer, int length) {
        int i = 0;
        while (i < length) {
            i += pending > 0 ? 0 : Bytes.from(0, buffer, i, length);
            if (i < length) {
                accept(buffer[i++] & 0xFF);
            }
        }
    }

    private void accept(int b) {
        // These five bytes stand for no letter there.
        if (b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D) {
            windows1252 = false;
        }
        if (pending > 0) {
            if (b < low || b > high) {
                valid = false;
                pending = 0;
                return;
            }
            low = 0x80;
            high = 0xBF;
            pending--;
        } else if (b >= 0xC2 && b <= 0xDF) {
            pending = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            pending = 2;
            low = b == 0xE0 ? 0xA0 : 0x80;
            high = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            pending = 3;
            low = b == 0xF0 ? 0x90 : 0x80;
            high = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            valid = false;
        }
    }

    /** Whether the last byte was part of a letter whose other bytes have yet to come. */
    boolean isInsideLetter() {
        return pending > 0;
    }

    boolean isValid() {
        return valid && pending == 0;
    }

    /** Whether every byte is a letter of Windows-1252; of use only where the bytes are not UTF-8. */
    boolean canBeWindows1252() {
        return windows1252;
    }
}
