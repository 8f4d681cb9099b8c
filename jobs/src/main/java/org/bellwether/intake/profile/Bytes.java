package org.bellwether.intake.profile;

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

    /** How many bytes from a place on are ASCII and not below the given one. */
    static int from(int least, byte[] buffer, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long eight = (long) EIGHT.get(buffer, i);
            // The lowest byte that is below borrows, or has its high bit set already; what is behind it does not matter.
            long others = (eight - least * EACH | eight) & HIGH_BITS;
            if (others != 0) {
                return i - from + Long.numberOfTrailingZeros(others) / Byte.SIZE;
            }
        }
        while (i < to && buffer[i] >= least) {
            i++;
        }
        return i - from;
    }

    /** How many of the bytes are the given one, which is ASCII. */
    static int count(int sought, byte[] buffer, int from, int to) {
        int count = 0;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long differing = (long) EIGHT.get(buffer, i) ^ sought * EACH;
            // A byte without any bit is the only one that stays without its high bit.
            count += Long.BYTES - Long.bitCount(((differing & ~HIGH_BITS) + ~HIGH_BITS | differing) & HIGH_BITS);
        }
        for (; i < to; i++) {
            count += buffer[i] == sought ? 1 : 0;
        }
        return count;
    }
}
