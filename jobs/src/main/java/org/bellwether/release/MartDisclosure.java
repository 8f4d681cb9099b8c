package org.bellwether.release;

import static org.bellwether.release.DisclosureConfig.orEmpty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.home.ConfigException;

/**
 * What each column of a mart is to disclosure control.
 *
 * @param threshold counts from 1 to one below it are hidden; 0 hides none
 * @param open      a condition on rows to which the threshold does not apply; null for none
 * @param grain     columns that name a cell
 * @param labels    columns beyond the grain that hold no figure of pupils
 * @param counts    of pupils or of events
 * @param rates     quotients of two of them
 * @param derived   figures that would tell a count, by the counts and figures they are hidden with
 * @param changes   figures against the same cell a year before, by the count they tell
 * @param follows   the marts whose cells this one tells again
 * @param ees       whether it is an EES table: the LA's own figures
 */
record MartDisclosure(int threshold, String open, List<String> grain, List<String> labels, List<String> counts,
        Map<String, Rate> rates, Map<String, List<String>> derived, Map<String, String> changes, List<Follows> follows,
        Boolean ees) {

    /** A rate: {@code of} a count (null where the mart lacks it) {@code per} another, times {@code times}. */
    record Rate(String of, String per, Integer times) {

        int factor() {
            return times == null ? 100 : times;
        }
    }

    /**
     * Cells of another mart, told again: a row is of the measure whose code stands in {@code measure}, in the row of
     * {@code mart} that is {@code told} and has the same {@code by}; {@code hides} are hidden with that figure.
     */
    record Follows(String mart, List<String> by, String told, String measure, List<String> hides) {

        String condition() {
            return told == null ? "true" : told;
        }
    }

    MartDisclosure complete() {
        return new MartDisclosure(threshold, open == null ? "false" : open, orEmpty(grain), orEmpty(labels),
                orEmpty(counts), orEmpty(rates), orEmpty(derived), orEmpty(changes), orEmpty(follows), Boolean.TRUE.equals(ees));
    }

    /** Columns that may be hidden, in an order in which each comes after what it depends on. */
    Set<String> figures() {
        Set<String> figures = new LinkedHashSet<>(counts);
        figures.addAll(rates.keySet());
        figures.addAll(derived.keySet());
        figures.addAll(changes.keySet());
        follows.forEach(mart -> figures.addAll(mart.hides()));
        return figures;
    }

    void check(Table mart, List<String> commonLabels) {
        Set<String> known = new LinkedHashSet<>(commonLabels);
        known.addAll(grain);
        known.addAll(labels);
        known.addAll(figures());
        figures().forEach(figure -> known.add(statusOf(figure)));
        List<String> unknown = new ArrayList<>(mart.columnNames());
        unknown.removeAll(known);
        refuse(mart, unknown, "are not mentioned: say whether each is a label, a count, a rate or derived");
        List<String> missing = new ArrayList<>(grain);
        missing.addAll(labels);
        missing.addAll(figures());
        bases().values().forEach(missing::addAll);
        missing.removeAll(mart.columnNames());
        refuse(mart, missing, "are mentioned, but the mart has no such columns");
        Set<String> later = figures();
        for (String figure : figures()) {
            List<String> unready = new ArrayList<>(bases().getOrDefault(figure, List.of()));
            unready.retainAll(later);
            refuse(mart, unready, "must stand before " + figure + ", which rests on them");
            later.remove(figure);
        }
    }

    /** What each figure rests on. */
    private Map<String, List<String>> bases() {
        Map<String, List<String>> bases = new LinkedHashMap<>(derived);
        rates.forEach((name, rate) -> bases.put(name, rate.of() == null ? List.of(rate.per())
                : List.of(rate.of(), rate.per())));
        changes.forEach((name, count) -> bases.put(name, List.of(count)));
        return bases;
    }

    private static void refuse(Table mart, List<String> columns, String why) {
        if (!columns.isEmpty()) {
            throw new ConfigException("disclosure.yml: columns " + columns + " of " + mart.name() + " " + why);
        }
    }

    static String statusOf(String figure) {
        return figure + "_status";
    }
}
