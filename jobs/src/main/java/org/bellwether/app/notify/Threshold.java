package org.bellwether.app.notify;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.app.user.Role;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.MeasureCatalog;

/**
 * A published figure that somebody wants to hear of once it is beyond a bound.
 *
 * @param says what it means, for a person
 * @param mart published mart
 * @param measure code of a measure that stands in the mart; null where {@code column} is named
 * @param column of the mart; null where {@code measure} is named
 * @param cell values of columns by which rows are chosen; {@value #LATEST} is the highest that the rows have which the others choose
 * @param by columns that name a row to a person
 * @param is such as {@code > 7.5}
 */
record Threshold(String says, String mart, String measure, String column, Map<String, String> cell, List<String> by, String is,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Set<Role> to) {

    static final String LATEST = "latest";

    private static final Pattern COMPARISON = Pattern.compile("\\s*(<=|>=|<|>)\\s*(-?\\d+(?:[.]\\d+)?)\\s*");
    private static final Map<String, String> WORDS = Map.of("<", "below ", "<=", "at or below ", ">", "above ", ">=", "at or above ");

    Threshold {
        cell = cell == null ? Map.of() : new LinkedHashMap<>(cell);
        by = by == null ? List.copyOf(cell.keySet()) : List.copyOf(by);
        to = to == null ? Set.of() : to;
    }

    /** @param measures null where no threshold names one */
    List<String> faults(MeasureCatalog measures) {
        List<String> faults = new ArrayList<>();
        if (says == null || says.isBlank() || mart == null) {
            faults.add("needs says and mart");
        }
        if ((measure == null) == (column == null)) {
            faults.add("needs measure or column, and not both");
        } else if (measure != null) {
            Measure known = measures.measure(measure);
            if (known == null || !known.marts().containsKey(mart)) {
                faults.add("names measure " + measure + ", which does not stand in " + mart);
            }
        }
        if (is == null || !COMPARISON.matcher(is).matches()) {
            faults.add("needs is, such as \"> 7.5\"");
        }
        if (to.isEmpty()) {
            faults.add("needs to, the roles that are told");
        }
        if (by.isEmpty()) {
            faults.add("needs cell or by, which name its rows");
        }
        return faults;
    }

    /** Column of the mart that holds the figure. */
    String column(MeasureCatalog measures) {
        return column != null ? column : measures.measure(measure).marts().get(mart);
    }

    String operator() {
        return comparison().group(1);
    }

    BigDecimal bound() {
        return new BigDecimal(comparison().group(2));
    }

    /** The comparison in words. */
    String inWords() {
        return WORDS.get(operator()) + bound().toPlainString();
    }

    private Matcher comparison() {
        Matcher matcher = COMPARISON.matcher(is);
        if (!matcher.matches()) {
            throw new IllegalStateException("It was not checked: " + is);
        }
        return matcher;
    }
}
