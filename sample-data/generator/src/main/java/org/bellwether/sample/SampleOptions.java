package org.bellwether.sample;

/**
 * How large a set to make: pupils on roll at any time, academic years up to 2025-26, and the seed that decides the
 * rest.
 *
 * @throws IllegalArgumentException outside 300 to 100,000 pupils or 1 to 4 years
 */
public record SampleOptions(int pupils, int years, long seed) {

    public SampleOptions {
        if (pupils < 300 || pupils > 100_000) {
            throw new IllegalArgumentException("pupils must be between 300 and 100000");
        }
        if (years < 1 || years > 4) {
            throw new IllegalArgumentException("years must be between 1 and 4");
        }
    }
}
