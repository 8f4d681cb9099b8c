package org.bellwether.staging.shape;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Codes that a source has ever used in a table.
 *
 * @param submissions in how many they were met
 * @param codes       by column
 */
public record SeenCodes(int submissions, Map<String, List<String>> codes) {

    static final SeenCodes NONE = new SeenCodes(0, Map.of());

    SeenCodes with(TableShape shape) {
        Map<String, List<String>> all = new TreeMap<>(codes);
        shape.codes().forEach((column, own) -> all.merge(column, own, SeenCodes::union));
        return new SeenCodes(submissions + 1, all);
    }

    private static List<String> union(List<String> one, List<String> other) {
        TreeSet<String> union = new TreeSet<>(one);
        union.addAll(other);
        return List.copyOf(union);
    }
}
