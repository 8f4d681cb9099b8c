package org.bellwether.warehouse.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure that a mart shows, as config/measures.yml says it.
 *
 * @param numerator code of the measure above the line, where it is a quotient of two
 * @param source the statistic that it belongs to; two statistics are never compared
 * @param also further columns that hold the same figure, {@code mart.column} each
 * @param accumulates whether the figure of a running year grows until the year ends
 * @param formerly older definitions, oldest first
 */
public record Measure(String name, String definition, String unit, Polarity polarity, Integer dp, String numerator,
        String denominator, String source, String mart, String column, List<String> also, Boolean accumulates,
        Comparator comparator, List<Former> formerly) {

    /** Which way is better. */
    enum Polarity {
        LOW, HIGH, NONE
    }

    /** Where a published figure of the same kind stands in the benchmarks. */
    record Comparator(String dataset, String measure) {
    }

    /** A definition that held until a day, that day included. */
    record Former(String definition, LocalDate until) {
    }

    public Measure {
        also = also == null ? List.of() : List.copyOf(also);
        formerly = formerly == null ? List.of() : List.copyOf(formerly);
        accumulates = accumulates != null && accumulates;
    }

    /** Every column that holds the figure, {@code mart.column} each, its home first. */
    List<String> places() {
        List<String> places = new ArrayList<>(List.of(mart + "." + column));
        places.addAll(also);
        return places;
    }

    /** What a reader would have to mend, empty where nothing. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (name == null || definition == null || unit == null || source == null || mart == null || column == null) {
            faults.add("needs name, definition, unit, source, mart and column");
        }
        if (polarity == null) {
            faults.add("needs a polarity: LOW, HIGH or NONE");
        }
        if (dp == null || dp < 0 || dp > 5) {
            faults.add("needs dp, 0 to 5");
        }
        if ((numerator == null) != (denominator == null)) {
            faults.add("has a numerator or a denominator without the other");
        }
        for (int i = 1; i < formerly.size(); i++) {
            if (!formerly.get(i).until().isAfter(formerly.get(i - 1).until())) {
                faults.add("has older definitions out of order");
            }
        }
        return faults;
    }
}
