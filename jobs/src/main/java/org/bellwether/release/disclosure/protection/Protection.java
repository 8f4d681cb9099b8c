package org.bellwether.release.disclosure.protection;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.Set;

/**
 * Which cells are hidden, so that no sensitive one can be worked out or come too close to, and what that costs.
 *
 * @param hidden     keys of the sensitive cells and their companions; without what is never published anyway
 * @param companions those hidden only so that others cannot be worked out
 * @param exposed    sensitive cells for which no companions were found that leave open all that must be; they are hidden all the same
 */
public record Protection(NavigableSet<String> hidden, NavigableSet<String> companions, NavigableSet<String> exposed, Cost cost) {

    /** Cells and information, counted in weights, of all that could be published, and how much of it is not. */
    public record Cost(long cells, long hiddenCells, long weight, long hiddenWeight) {

        public double shareOfCells() {
            return cells == 0 ? 0 : (double) hiddenCells / cells;
        }

        public double shareOfInformation() {
            return weight == 0 ? 0 : (double) hiddenWeight / weight;
        }
    }

    /**
     * @param before companions of the release before: kept while they do, so that no two releases show different halves of a pattern
     */
    public static Protection of(LinearSystem system, Collection<Sensitive> sensitive, Set<String> before) {
        return new CompanionChoice(system, sensitive).choose(before);
    }
}
