package org.bellwether.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Compresses with deflate, in Java alone: the zlib of one machine does not give the bytes of another's, this does.
 *
 * <p>Hash chains over the last 32 KiB and one step of lazy matching. One file may be up to 2 GiB.
 */
final class Deflate {

    private static final int WINDOW = 1 << 15;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 258;
    private static final int HASH_BITS = 15;
    private static final int CHAIN = 12;
    private static final int GOOD = 40;

    private final DeflateBlock block;
    private final byte[] buffer = new byte[8 * WINDOW];
    private final int[] heads = new int[1 << HASH_BITS];
    private final int[] previous = new int[WINDOW];
    /** Place in the whole input of the first byte of the buffer. */
    private int base;
    private int at;
    private int end;
    private int distance;

    Deflate(OutputStream out) {
        this.block = new DeflateBlock(new BitWriter(out));
        Arrays.fill(heads, -WINDOW - 1);
        Arrays.fill(previous, -WINDOW - 1);
    }

    void write(byte[] bytes, int offset, int count) throws IOException {
        int from = offset;
        int left = count;
        while (left > 0) {
            if (end == buffer.length) {
                compress(end - LONGEST - SHORTEST);
                slide();
            }
            int taken = Math.min(left, buffer.length - end);
            System.arraycopy(bytes, from, buffer, end, taken);
            end += taken;
            from += taken;
            left -= taken;
        }
    }

    void finish() throws IOException {
        compress(end);
        block.finish();
    }

    private void slide() {
        int drop = at - WINDOW;
        System.arraycopy(buffer, drop, buffer, 0, end - drop);
        base += drop;
        at -= drop;
        end -= drop;
    }

    private void compress(int limit) throws IOException {
        while (at < limit) {
            int length = longest(at);
            insert(at);
            if (length < SHORTEST) {
                block.literal(buffer[at++] & 0xff);
                continue;
            }
            int found = distance;
            if (length < GOOD && at + 1 < limit && longest(at + 1) > length) {
                block.literal(buffer[at++] & 0xff);
                continue;
            }
            block.match(length, found);
            for (int i = at + 1; i < at + length; i++) {
                insert(i);
            }
            at += length;
        }
    }

    /** Length of the longest earlier run of the same bytes; its distance is left in the field. */
    private int longest(int place) {
        if (place + SHORTEST > end) {
            return 0;
        }
        int most = Math.min(LONGEST, end - place);
        int best = 0;
        int candidate = heads[hash(place)] - base;
        for (int i = 0; i < CHAIN && candidate >= 0 && place - candidate <= WINDOW - 1; i++) {
            if (buffer[candidate + best] == buffer[place + best]) {
                int length = Arrays.mismatch(buffer, candidate, candidate + most, buffer, place, place + most);
                length = length < 0 ? most : length;
                if (length > best) {
                    best = length;
                    distance = place - candidate;
                    if (best == most) {
                        return best;
                    }
                }
            }
            candidate = previous[candidate + base & WINDOW - 1] - base;
        }
        return best;
    }

    private void insert(int place) {
        if (place + SHORTEST <= end) {
            int hash = hash(place);
            previous[place + base & WINDOW - 1] = heads[hash];
            heads[hash] = place + base;
        }
    }

    private int hash(int place) {
        int four = buffer[place] & 0xff | (buffer[place + 1] & 0xff) << 8 | (buffer[place + 2] & 0xff) << 16
                | buffer[place + 3] << 24;
        return four * 0x9E3779B1 >>> 32 - HASH_BITS;
    }
}
