package org.bellwether.sample;

import java.util.List;

/**
 * Chance that repeats: one stream of numbers for each seed, purpose and identity, the same on every machine.
 *
 * <p>SplitMix64, written out so that no release of the JDK can change it. Each entity draws from its own stream, so
 * that one decision more in one place does not move the decisions of all others.
 */
final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    static Chance of(long seed, String purpose, long... identity) {
        long mixed = mix(seed + GOLDEN) ^ mix(purpose.hashCode() * GOLDEN);
        for (long part : identity) {
            mixed = mix(mixed + GOLDEN + part);
        }
        return new Chance(mixed);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number from 0 up to, not including, {@code bound}. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** A number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** From 0 up to, not including, 1. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean happens(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** Index drawn in proportion to the weights. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double at = unit() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
