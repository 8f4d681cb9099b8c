package org.bellwether.release.disclosure.protection;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Chooses companions: the largest demand first, then those of lesser weight, ties by key. What was hidden for a demand is shown again, the
 * weightiest first, where all demands can be met without it.
 */
final class CompanionChoice {

    private final LinearSystem system;
    private final Requirement requirement;
    private final NavigableMap<Integer, Sensitive> sensitive;
    private final Pattern pattern;
    private final NavigableSet<String> exposed = new TreeSet<>();

    CompanionChoice(LinearSystem system, Collection<Sensitive> sensitive) {
        this.system = system;
        this.requirement = new Requirement(system, sensitive);
        this.sensitive = requirement.sensitive();
        this.pattern = new Pattern(system, requirement);
    }

    Protection choose(Set<String> before) {
        sensitive.keySet().forEach(pattern::hide);
        BitSet kept = new BitSet();
        before.stream().filter(system::has).map(system::number).filter(cell -> !sensitive.containsKey(cell)).forEach(kept::set);
        kept.stream().forEach(pattern::hide);
        for (Demand demand : demands()) {
            if (!(!kept.isEmpty() && pattern.isMet(demand)) && !met(demand)) {
                exposed.add(system.cell(demand.cell()).key());
            }
        }
        companions().boxed().filter(cell -> !kept.get(cell))
                .sorted(Comparator.comparingLong((Integer cell) -> -system.cell(cell).weight()).thenComparing(Comparator.naturalOrder()))
                .toList().forEach(pattern::showIfSafe);
        showWhatHidesNothing();
        return result();
    }

    private List<Demand> demands() {
        return sensitive.keySet().stream().flatMap(cell -> {
            long value = system.cell(cell).value();
            Interval needed = requirement.needed(cell);
            return LongStream.of(needed.upper() - value, needed.lower() - value).filter(by -> by != 0).mapToObj(by -> Demand.of(cell, by));
        }).sorted(Comparator.comparingLong((Demand demand) -> -Math.abs(demand.by()))).toList();
    }

    /** What cannot be met is met as far as can be. */
    private boolean met(Demand demand) {
        if (!pattern.hidden().get(demand.cell())) {
            return false;
        }
        Demand asked = demand;
        boolean met = pattern.meet(asked);
        while (!met && asked.by() / 2 != 0) {
            asked = asked.half();
            if (pattern.meet(asked)) {
                break;
            }
        }
        return met;
    }

    /** Companions of before go where no relation leads from them to anything sensitive any more. */
    private void showWhatHidesNothing() {
        BitSet useful = new BitSet();
        Deque<Integer> next = new ArrayDeque<>(sensitive.keySet());
        while (!next.isEmpty()) {
            int cell = next.remove();
            if (pattern.hidden().get(cell) && !useful.get(cell)) {
                useful.set(cell);
                for (int row : system.relationsOf(cell)) {
                    Relation relation = system.relation(row);
                    IntStream.range(0, relation.size()).map(relation::cell).forEach(next::add);
                }
            }
        }
        companions().filter(cell -> !useful.get(cell)).forEach(pattern.hidden()::clear);
    }

    private IntStream companions() {
        return hiddenCells().filter(cell -> !sensitive.containsKey(cell));
    }

    private IntStream hiddenCells() {
        return pattern.hidden().stream().filter(cell -> system.cell(cell).publication() != Publication.WITHHELD);
    }

    private Protection result() {
        List<Cell> published = IntStream.range(0, system.size()).mapToObj(system::cell)
                .filter(cell -> cell.publication() != Publication.WITHHELD).toList();
        List<Cell> hidden = hiddenCells().mapToObj(system::cell).toList();
        return new Protection(keys(hidden.stream()), keys(companions().mapToObj(system::cell)), exposed,
                new Protection.Cost(published.size(), hidden.size(), weight(published), weight(hidden)));
    }

    private static NavigableSet<String> keys(Stream<Cell> cells) {
        return cells.map(Cell::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private static long weight(List<Cell> cells) {
        return cells.stream().mapToLong(Cell::weight).sum();
    }
}
