package org.bellwether.staging.shape;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the values of a column look like, whatever its contract asks of them. */
public enum Look {

    NUMBER("numbers", "[-+]?[(]?£?-?[0-9][0-9,]*([.][0-9]*)?[)]?%?"),
    ISO_DAY("days as yyyy-mm-dd", "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    BRITISH_DAY("days as dd/mm/yyyy", "[0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{2}|[0-9]{4})"),
    INSTANT("days with a time", "[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}[T ][0-9]{1,2}:[0-9]{2}.*"),
    TEXT("texts", ".*");

    /** Of fewer values nothing is said. */
    private static final int FEWEST = 5;

    private final String words;
    private final Pattern pattern;

    Look(String words, String pattern) {
        this.words = words;
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }

    /** Plural, for a sentence. */
    public String words() {
        return words;
    }

    /** That of more than half of the values, else texts; empty where there are too few. Symbols for no value, as published files have them, are in no majority. */
    static Optional<Look> of(List<String> values) {
        List<String> told = values.stream().filter(value -> !value.isBlank()).toList();
        if (told.size() < FEWEST) {
            return Optional.empty();
        }
        Map<Look, Integer> counts = new EnumMap<>(Look.class);
        told.forEach(value -> counts.merge(of(value), 1, Integer::sum));
        return Optional.of(counts.entrySet().stream().filter(count -> 2 * count.getValue() > told.size()).findFirst().map(Map.Entry::getKey).orElse(TEXT));
    }

    private static Look of(String value) {
        for (Look look : values()) {
            if (look.pattern.matcher(value.strip()).matches()) {
                return look;
            }
        }
        return TEXT;
    }
}
