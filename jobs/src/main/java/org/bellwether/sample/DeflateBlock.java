package org.bellwether.sample;

import java.io.IOException;

/** Gathers literals and matches and writes them as one block with its own Huffman codes (RFC 1951, 3.2.7). */
final class DeflateBlock {

    private static final int SIZE = 1 << 15;
    private static final int END = 256;
    private static final int[] LENGTH_CODE = new int[259];
    private static final int[] LENGTH_BASE = new int[29];
    private static final int[] LENGTH_EXTRA = new int[29];
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    static {
        int length = 3;
        for (int code = 0; code < 28; code++) {
            LENGTH_EXTRA[code] = code < 8 ? 0 : code / 4 - 1;
            LENGTH_BASE[code] = length;
            for (int i = 0; i < 1 << LENGTH_EXTRA[code] && length < 258; i++) {
                LENGTH_CODE[length++] = code;
            }
        }
        LENGTH_BASE[28] = 258;
        LENGTH_CODE[258] = 28;
    }

    private final BitWriter bits;
    /** A literal as it is; a match as its length above its distance. */
    private final int[] tokens = new int[SIZE];
    private int[] symbols = new int[286];
    private int[] distances = new int[30];
    private int filled;

    DeflateBlock(BitWriter bits) {
        this.bits = bits;
    }

    void literal(int value) throws IOException {
        tokens[filled++] = value;
        symbols[value]++;
        writeWhenFull();
    }

    void match(int length, int distance) throws IOException {
        tokens[filled++] = length << 16 | distance;
        symbols[257 + LENGTH_CODE[length]]++;
        distances[distanceCode(distance)]++;
        writeWhenFull();
    }

    void finish() throws IOException {
        write(true);
        bits.finish();
    }

    private void writeWhenFull() throws IOException {
        if (filled == SIZE) {
            write(false);
        }
    }

    private void write(boolean isLast) throws IOException {
        symbols[END]++;
        HuffmanCode symbolCode = new HuffmanCode(symbols, 15);
        HuffmanCode distanceCode = new HuffmanCode(distances, 15);
        bits.write(isLast ? 1 : 0, 1);
        bits.write(2, 2);
        header(symbolCode.lengths, distanceCode.lengths);
        for (int i = 0; i < filled; i++) {
            int length = tokens[i] >>> 16;
            if (length == 0) {
                symbolCode.write(bits, tokens[i]);
                continue;
            }
            int code = LENGTH_CODE[length];
            symbolCode.write(bits, 257 + code);
            bits.write(length - LENGTH_BASE[code], LENGTH_EXTRA[code]);
            int distance = tokens[i] & 0xffff;
            int far = distanceCode(distance);
            distanceCode.write(bits, far);
            int extra = far < 4 ? 0 : far / 2 - 1;
            bits.write(distance - 1 & (1 << extra) - 1, extra);
        }
        symbolCode.write(bits, END);
        symbols = new int[286];
        distances = new int[30];
        filled = 0;
    }

    /** The lengths of both codes, themselves in a code; runs are not shortened, a block is long enough without. */
    private void header(int[] symbolLengths, int[] distanceLengths) throws IOException {
        int[] frequencies = new int[19];
        for (int length : symbolLengths) {
            frequencies[length]++;
        }
        for (int length : distanceLengths) {
            frequencies[length]++;
        }
        HuffmanCode code = new HuffmanCode(frequencies, 7);
        bits.write(symbolLengths.length - 257, 5);
        bits.write(distanceLengths.length - 1, 5);
        bits.write(ORDER.length - 4, 4);
        for (int symbol : ORDER) {
            bits.write(code.lengths[symbol], 3);
        }
        for (int length : symbolLengths) {
            code.write(bits, length);
        }
        for (int length : distanceLengths) {
            code.write(bits, length);
        }
    }

    /** Two codes for each power of two. */
    private static int distanceCode(int distance) {
        if (distance <= 4) {
            return distance - 1;
        }
        int high = 31 - Integer.numberOfLeadingZeros(distance - 1);
        return 2 * high + (distance - 1 >>> high - 1 & 1);
    }
}
