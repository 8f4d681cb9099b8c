package org.bellwether.sample.council;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that repeats: one stream of numbers for each seed, purpose and identity, the same on every machine.
 *
 * <p>Each entity draws from its own stream, so that one decision more in one place does not move the decisions of all
 * others.
 */
public final class Chance {

    /** Spreads numbers that lie close together over all that a long can hold. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom numbers;

    private Chance(long start) {
        this.numbers = new SplittableRandom(start);
    }

    public static Chance of(long seed, String purpose, long... identity) {
        long mixed = first(seed) ^ first((purpose.hashCode() - 1L) * GOLDEN);
        for (long part : identity) {
            mixed = first(mixed + part);
        }
        return new Chance(mixed);
    }

    /** A number from 0 up to, not including, {@code bound}. */
    public int below(int bound) {
        return (int) ((numbers.nextLong() >>> 33) % bound);
    }

    /** A number from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** From 0 up to, not including, 1. */
    public double unit() {
        return numbers.nextDouble();
    }

    public boolean happens(double probability) {
        return unit() < probability;
    }

    public <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** Index drawn in proportion to the weights. */
    public int weighted(double... weights) {
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

    private static long first(long start) {
        return new SplittableRandom(start).nextLong();
    }
}
