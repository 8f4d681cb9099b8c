package org.bellwether.sample;

import java.io.IOException;
import java.util.Arrays;

/** A complete prefix code of limited length for symbols of given frequency, in the canonical form of deflate. */
final class HuffmanCode {

    final int[] lengths;
    private final int[] codes;

    /** Two symbols at least are given a code, since a decoder may refuse fewer. */
    HuffmanCode(int[] frequencies, int limit) {
        int[] counted = frequencies.clone();
        int used = (int) Arrays.stream(counted).filter(frequency -> frequency > 0).count();
        for (int symbol = 0; used < 2; symbol++) {
            if (counted[symbol] == 0) {
                counted[symbol] = 1;
                used++;
            }
        }
        lengths = limited(depths(counted, used), limit);
        codes = canonical(lengths, limit);
    }

    void write(BitWriter bits, int symbol) throws IOException {
        bits.write(codes[symbol], lengths[symbol]);
    }

    /** Depth of each symbol in Huffman's tree; a frequency and its symbol in one number make the order plain. */
    private static int[] depths(int[] frequencies, int used) {
        long[] leaves = new long[used];
        int filled = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            if (frequencies[symbol] > 0) {
                leaves[filled++] = ((long) frequencies[symbol] << 16) | symbol;
            }
        }
        Arrays.sort(leaves);
        long[] weights = new long[2 * used - 1];
        int[] parents = new int[2 * used - 1];
        for (int i = 0; i < used; i++) {
            weights[i] = leaves[i] >>> 16;
        }
        int leaf = 0;
        int joined = used;
        for (int node = used; node < weights.length; node++) {
            for (int child = 0; child < 2; child++) {
                boolean takesLeaf = joined == node || leaf < used && weights[leaf] <= weights[joined];
                int taken = takesLeaf ? leaf++ : joined++;
                weights[node] += weights[taken];
                parents[taken] = node;
            }
        }
        int[] depths = new int[weights.length];
        for (int node = weights.length - 2; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
        }
        int[] found = new int[frequencies.length];
        for (int i = 0; i < used; i++) {
            found[(int) leaves[i] & 0xffff] = depths[i];
        }
        return found;
    }

    /** Shortens what is too long, pays for it with the longest others, and gives back what is left over. */
    private static int[] limited(int[] lengths, int limit) {
        int room = 1 << limit;
        int taken = 0;
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            lengths[symbol] = Math.min(lengths[symbol], limit);
            taken += lengths[symbol] == 0 ? 0 : room >> lengths[symbol];
        }
        for (int length = limit - 1; taken > room; length--) {
            for (int symbol = lengths.length - 1; symbol >= 0 && taken > room; symbol--) {
                if (lengths[symbol] == length) {
                    lengths[symbol]++;
                    taken -= room >> (length + 1);
                }
            }
            length = length == 1 ? limit : length;
        }
        for (int length = 2; taken < room && length <= limit; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length && taken + (room >> length) <= room) {
                    lengths[symbol]--;
                    taken += room >> length;
                }
            }
        }
        return lengths;
    }

    private static int[] canonical(int[] lengths, int limit) {
        int[] next = new int[limit + 2];
        for (int length : lengths) {
            next[length + 1] += length == 0 ? 0 : 1;
        }
        int code = 0;
        for (int length = 1; length <= limit; length++) {
            code = (code + next[length]) << 1;
            next[length] = code;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                codes[symbol] = Integer.reverse(next[lengths[symbol]]++) >>> (32 - lengths[symbol]);
            }
        }
        return codes;
    }
}
