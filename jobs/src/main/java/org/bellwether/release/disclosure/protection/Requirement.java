package org.bellwether.release.disclosure.protection;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What must be left open about each sensitive cell: what is asked for, as far as known zeros, figures that must be shown and other bounds that
 * everybody knows leave it open with all else hidden. A total of two cells that are not 0 is 2 or more, whatever is hidden; and the only child of a school in a
 * column of zeros is known to that child as the only one of the area too.
 */
public final class Requirement {

    private final LinearSystem system;
    private final BoundPropagation propagation;
    private final NavigableMap<Integer, Sensitive> sensitive = new TreeMap<>();
    private final long[] lower;
    private final long[] upper;
    private final Map<Integer, Map<Integer, Interval>> knownTo = new HashMap<>();

    public Requirement(LinearSystem system, Collection<Sensitive> sensitive) {
        this.system = system;
        this.lower = new long[system.size()];
        this.upper = new long[system.size()];
        for (int cell = 0; cell < system.size(); cell++) {
            Cell known = system.cell(cell);
            boolean isShown = known.publication() == Publication.SHOWN;
            lower[cell] = isShown ? known.value() : known.lower();
            upper[cell] = isShown ? known.value() : known.upper();
        }
        for (Sensitive one : sensitive) {
            int cell = system.number(one.cell());
            if (this.sensitive.put(cell, one) != null) {
                throw new IllegalArgumentException(one.cell() + " is sensitive in two ways");
            }
            lower[cell] = Math.max(lower[cell], one.least());
            upper[cell] = Math.min(upper[cell], one.most());
        }
        BitSet all = new BitSet();
        all.set(0, system.relationCount());
        this.propagation = new BoundPropagation(system, all);
        propagation.narrow(all, lower, upper);
    }

    public NavigableMap<Integer, Sensitive> sensitive() {
        return sensitive;
    }

    /** To all but single respondents. */
    public Interval needed(int cell) {
        return needed(cell, lower, upper);
    }

    /** To one who knows the figure of a cell as its own. */
    public Interval needed(int cell, int singleton) {
        return knownTo.computeIfAbsent(singleton, this::narrowedBy).getOrDefault(cell, needed(cell));
    }

    private Map<Integer, Interval> narrowedBy(int singleton) {
        long[] least = lower.clone();
        long[] most = upper.clone();
        least[singleton] = system.cell(singleton).value();
        most[singleton] = least[singleton];
        BitSet rows = new BitSet();
        for (int row : system.relationsOf(singleton)) {
            rows.set(row);
        }
        propagation.narrow(rows, least, most);
        Map<Integer, Interval> narrowed = new HashMap<>();
        for (int cell : sensitive.keySet()) {
            Interval open = needed(cell, least, most);
            if (!open.equals(needed(cell))) {
                narrowed.put(cell, open);
            }
        }
        return narrowed;
    }

    private Interval needed(int cell, long[] least, long[] most) {
        Interval asked = sensitive.get(cell).needed(system.cell(cell));
        return new Interval(Math.max(asked.lower(), least[cell]), Math.min(asked.upper(), most[cell]));
    }
}
