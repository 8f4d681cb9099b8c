package org.bellwether.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at once. */
final class Bytes {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x80 * EACH;

    private Bytes() {
    }

    /** How many bytes from a place on are ASCII and above the given one. */
    static int above(int limit, byte[] buffer, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long eight = (long) EIGHT.get(buffer, i);
            // The lowest byte that is not above borrows, or has its high bit set already; what is behind it does not matter.
            long others = (eight - (limit + 1) * EACH | eight) & HIGH_BITS;
            if (others != 0) {
                return i - from + Long.numberOfTrailingZeros(others) / Byte.SIZE;
            }
        }
        while (i < to && buffer[i] > limit) {
            i++;
        }
        return i - from;
    }
}
