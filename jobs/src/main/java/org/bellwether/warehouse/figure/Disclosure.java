package org.bellwether.warehouse.figure;

import java.util.List;

/**
 * What a measure is to disclosure control, wherever it stands. It names measures, or columns of a mart that hold none.
 *
 * @param counts whether it counts pupils, or events of them
 * @param plain whether it tells of no pupil and is never hidden
 * @param of of a rate the count above the line; without it the numerator is what the percentage tells of {@code per}
 * @param per of a rate the count below the line
 * @param divides whether it is a rate of what its figure divides, which no column holds
 * @param with it is hidden with any of these
 * @param changeOf the count against whose value a year before it stands
 */
public record Disclosure(Boolean counts, Boolean plain, String of, String per, Boolean divides, List<String> with, String changeOf) {

    public Disclosure {
        counts = Boolean.TRUE.equals(counts);
        plain = Boolean.TRUE.equals(plain);
        divides = Boolean.TRUE.equals(divides);
        with = with == null ? List.of() : List.copyOf(with);
    }
}
