package org.bellwether.warehouse.figure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What holds between the parts of one cell, whatever the cell.
 *
 * @param text    as a reader knows it
 * @param terms   parts, {@code relation.part} each, by what they are multiplied with; together they give 0, or at most 0
 * @param isExact whether it is 0
 */
public record PartRelation(String text, Map<String, Integer> terms, boolean isExact) {

    private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9_]+( \\+ [a-z0-9_]+)* (=|<=) [a-z0-9_]+( \\+ [a-z0-9_]+)*");

    static boolean isWellFormed(String text) {
        return WELL_FORMED.matcher(text).matches();
    }

    /** Reads {@code a + b = c} or {@code a <= b}. */
    static PartRelation of(String text, UnaryOperator<String> qualified) {
        boolean exact = !text.contains("<=");
        List<String> sides = Arrays.asList(text.split(exact ? " = " : " <= "));
        Map<String, Integer> terms = new LinkedHashMap<>();
        for (int side = 0; side < 2; side++) {
            for (String part : sides.get(side).split(" \\+ ")) {
                terms.merge(qualified.apply(part), side == 0 ? 1 : -1, Integer::sum);
            }
        }
        return new PartRelation(text, terms, exact);
    }
}
