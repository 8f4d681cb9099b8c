package org.bellwether.release.disclosure;

import static org.bellwether.release.disclosure.DisclosureConfig.orEmpty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.release.format.MartColumns;
import org.bellwether.release.format.Table;

/**
 * What each column of a mart is to disclosure control.
 *
 * @param threshold counts from 1 to one below it are hidden; 0 hides none
 * @param open      a condition on rows to which the threshold does not apply; null for none
 * @param grain     columns that name a cell
 * @param labels    columns beyond the grain that hold no figure
 * @param plain     figures that tell of no pupil and are never hidden
 * @param counts    of pupils or of events
 * @param rates     quotients of two of them
 * @param derived   figures that would tell a count, by the counts and figures they are hidden with
 * @param changes   figures against the same cell a year before, by the count they tell
 * @param shows     figures of other marts, hidden where they are
 * @param ees       whether it is an EES table: the LA's own figures
 */
public record MartDisclosure(int threshold, String open, List<String> grain, List<String> labels, List<String> plain,
        List<String> counts, Map<String, Rate> rates, Map<String, List<String>> derived, Map<String, String> changes,
        List<String> shows, Boolean ees) implements MartColumns {

    /**
     * A rate: {@code of} a count {@code per} another. Without {@code of}, the numerator is what the percentage tells of
     * {@code per}; without either, both are what its figure divides.
     */
    public record Rate(String of, String per) {

        List<String> bases() {
            return Stream.of(of, per).filter(Objects::nonNull).toList();
        }

        boolean isOfFigure() {
            return per == null;
        }
    }

    public MartDisclosure {
        open = open == null ? "false" : open;
        grain = orEmpty(grain);
        labels = orEmpty(labels);
        plain = orEmpty(plain);
        counts = orEmpty(counts);
        rates = orEmpty(rates);
        derived = orEmpty(derived);
        changes = orEmpty(changes);
        shows = orEmpty(shows);
        ees = Boolean.TRUE.equals(ees);
    }

    /** Columns with a status beside them, in an order in which each comes after what it rests on. */
    @Override
    public Set<String> figures() {
        Set<String> figures = new LinkedHashSet<>(plain);
        figures.addAll(shows);
        figures.addAll(counts);
        figures.addAll(rates.keySet());
        figures.addAll(derived.keySet());
        figures.addAll(changes.keySet());
        return figures;
    }

    /**
     * This, as far as the mart has the columns.
     *
     * @throws BellwetherException where a column of the mart is not mentioned, or a figure rests on one that is not there
     */
    MartDisclosure of(Table mart, List<String> commonLabels) {
        List<String> there = mart.columnNames();
        MartDisclosure own = new MartDisclosure(threshold, open, grain, labels, kept(plain, there), kept(counts, there),
                kept(rates, there), kept(derived, there), kept(changes, there),
                kept(shows, there), ees);
        List<String> unknown = new ArrayList<>(there);
        unknown.removeAll(commonLabels);
        unknown.removeAll(labels);
        unknown.removeAll(grain);
        for (String figure : figures()) {
            unknown.remove(figure);
            unknown.remove(Table.statusOf(figure));
        }
        refuse(mart, unknown, "are not mentioned: say whether each is a label, a count, a rate or derived");
        List<String> missing = new ArrayList<>(grain);
        missing.removeAll(there);
        refuse(mart, missing, "are its grain, but it has no such columns");
        own.checkBases(mart);
        return own;
    }

    private void checkBases(Table mart) {
        List<String> ready = new ArrayList<>(mart.columnNames());
        ready.removeAll(figures());
        for (String figure : figures()) {
            List<String> unready = new ArrayList<>(derived.getOrDefault(figure, List.of()));
            Optional.ofNullable(rates.get(figure)).map(Rate::bases).ifPresent(unready::addAll);
            Optional.ofNullable(changes.get(figure)).ifPresent(unready::add);
            unready.removeAll(ready);
            refuse(mart, unready, "must be there and stand before " + figure + ", which rests on them");
            ready.add(figure);
        }
    }

    private static void refuse(Table mart, List<String> columns, String why) {
        if (!columns.isEmpty()) {
            throw ErrorCode.DISCLOSURE_WRONG.with("disclosure.yml", "columns " + columns + " of " + mart.name() + " " + why);
        }
    }

    private static List<String> kept(List<String> columns, List<String> there) {
        return columns.stream().filter(there::contains).toList();
    }

    private static <T> Map<String, T> kept(Map<String, T> columns, List<String> there) {
        Map<String, T> kept = new LinkedHashMap<>(columns);
        kept.keySet().retainAll(there);
        return kept;
    }
}
