package org.bellwether.sample;

import java.io.IOException;
import java.io.OutputStream;

/** Packs bits into bytes, lowest first, as deflate wants them. */
final class BitWriter {

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 15];
    private int filled;
    private long bits;
    private int count;

    BitWriter(OutputStream out) {
        this.out = out;
    }

    void write(int value, int length) throws IOException {
        bits |= (long) value << count;
        count += length;
        while (count >= 8) {
            if (filled == buffer.length) {
                out.write(buffer, 0, filled);
                filled = 0;
            }
            buffer[filled++] = (byte) bits;
            bits >>>= 8;
            count -= 8;
        }
    }

    /** Fills the last byte and passes everything on. */
    void finish() throws IOException {
        if (count > 0) {
            write(0, 8 - count);
        }
        out.write(buffer, 0, filled);
        filled = 0;
    }
}
