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
 * @param publishes a condition on rows that are published, {@code false} for none; the others stay in the restricted tier
 * @param withheld  columns that stay there
 * @param open      a condition on rows to which the threshold does not apply; null for none
 * @param openAlone figures that are published in open rows alone
 * @param grain     columns that name a cell
 * @param labels    columns beyond the grain that hold no figure
 * @param plain     figures that tell of no pupil and are never hidden
 * @param counts    of pupils or of events
 * @param rates     quotients of two of them
 * @param derived   figures that would tell a count, by the counts and figures they are hidden with
 * @param ranks     places of a figure among rows
 * @param changes   figures against the same cell a year before, by the count they tell
 * @param shows     figures of other marts, hidden where they are
 * @param ees       whether it is an EES table: the LA's own figures
 */
public record MartDisclosure(int threshold, String publishes, List<String> withheld, String open, List<String> openAlone, List<String> grain,
        List<String> labels, List<String> plain, List<String> counts, Map<String, Rate> rates, Map<String, List<String>> derived,
        Map<String, Rank> ranks, Map<String, String> changes,
        List<String> shows, Boolean ees) implements MartColumns {

    private static final String NOTHING = "false";

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

    /** The place of a row among those that have the same labels, by the figure {@code of}: hidden with that of any of them. */
    public record Rank(String of, List<String> among) {
    }

    public MartDisclosure {
        publishes = publishes == null ? "true" : publishes;
        withheld = orEmpty(withheld);
        open = open == null ? NOTHING : open;
        openAlone = orEmpty(openAlone);
        grain = orEmpty(grain);
        labels = orEmpty(labels);
        plain = orEmpty(plain);
        counts = orEmpty(counts);
        rates = orEmpty(rates);
        derived = orEmpty(derived);
        ranks = orEmpty(ranks);
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
        figures.addAll(ranks.keySet());
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
        MartDisclosure own = new MartDisclosure(threshold, publishes, withheld, open, kept(openAlone, there), grain, labels, kept(plain, there),
                kept(counts, there),
                kept(rates, there), kept(derived, there), kept(ranks, there), kept(changes, there),
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
        List<String> noFigures = new ArrayList<>(own.openAlone);
        noFigures.removeAll(figures());
        refuse(mart, noFigures, "are to be published in open rows alone, but are no figures");
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
            Optional.ofNullable(ranks.get(figure)).map(Rank::of).ifPresent(unready::add);
            unready.removeAll(ready);
            refuse(mart, unready, "must be there and stand before " + figure + ", which rests on them");
            ready.add(figure);
        }
    }

    /** Whether the threshold does not apply to some of its rows. */
    public boolean hasOpenRows() {
        return !open.equals(NOTHING);
    }

    /** Whether no row of it can be published: then the published tier has no such mart. */
    public boolean isRestrictedAlone() {
        return publishes.equals(NOTHING);
    }

    /** The condition under which a row of {@code m} is published. */
    public String isPublished() {
        return "coalesce((" + publishes + "), false)";
    }

    /** The condition under which the threshold applies to a row of {@code m}. */
    public String isClosed() {
        return "coalesce(not (" + open + "), true)";
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
