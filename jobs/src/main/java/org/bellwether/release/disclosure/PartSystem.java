package org.bellwether.release.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.release.disclosure.PublishedParts.PartCell;
import org.bellwether.release.disclosure.PublishedParts.Sum;
import org.bellwether.release.disclosure.PublishedParts.Unit;
import org.bellwether.release.disclosure.protection.Cell;
import org.bellwether.release.disclosure.protection.Interval;
import org.bellwether.release.disclosure.protection.LinearSystem;
import org.bellwether.release.disclosure.protection.Publication;
import org.bellwether.release.disclosure.protection.Sensitive;
import org.bellwether.warehouse.figure.PartRelation;

/** Parts that are published, and every relation between them; it falls into systems that have nothing to do with each other. */
final class PartSystem {

    /** How far a figure of few children that is no small count must be open to either side. */
    private static final int OPEN = 1;

    private final Map<String, PartCell> cells = new TreeMap<>();
    private final Set<Long> inhabited = new HashSet<>();
    private final List<Bound> relations = new ArrayList<>();
    private final Map<String, List<Bound>> relationsOf = new HashMap<>();

    /** Cells times coefficients give 0, or at most 0. */
    private record Bound(String name, Map<String, Long> terms, boolean isExact, boolean isOfSums) {

        void addTo(LinearSystem.Builder system) {
            if (isExact) {
                system.relation(name, terms);
            } else {
                system.atMost(name, terms);
            }
        }
    }

    PartSystem(Collection<PartCell> published, Collection<Sum> sums, Collection<PartRelation> ofEveryCell) {
        published.forEach(cell -> cells.put(cell.key(), cell));
        published.stream().filter(cell -> cell.amount() > 0).forEach(cell -> inhabited.add(cell.cellKey()));
        sums.forEach(this::add);
        Map<Long, Map<String, PartCell>> byCell = new TreeMap<>();
        published.forEach(cell -> byCell.computeIfAbsent(cell.cellKey(), key -> new HashMap<>()).put(cell.part(), cell));
        byCell.forEach((key, parts) -> ofEveryCell.forEach(relation -> add(relation, key, parts)));
    }

    PartCell cell(String key) {
        return cells.get(key);
    }

    /** The cells that relations, or those of sums alone, join to one of these, as systems by themselves. */
    List<List<PartCell>> around(Set<Unit> units, boolean inOnePart) {
        List<List<PartCell>> systems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PartCell start : cells.values()) {
            if (units.contains(start.unit()) && !start.isOpen() && !seen.contains(start.key())) {
                Set<String> system = reached(start, inOnePart);
                seen.addAll(system);
                systems.add(system.stream().map(cells::get).toList());
            }
        }
        return systems;
    }

    /** What is shown whatever it is joins nothing: everybody knows it. */
    private Set<String> reached(PartCell start, boolean inOnePart) {
        Set<String> reached = new LinkedHashSet<>(Set.of(start.key()));
        Deque<String> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            String key = next.remove();
            for (Bound relation : cells.get(key).isOpen() ? List.<Bound>of() : relationsOf.getOrDefault(key, List.of())) {
                if (!inOnePart || relation.isOfSums) {
                    relation.terms.keySet().stream().filter(reached::add).forEach(next::add);
                }
            }
        }
        return reached;
    }

    /**
     * @param withheld units that are hidden anyway
     * @param inOnePart without what holds between the parts of a cell
     */
    LinearSystem of(List<PartCell> some, Set<Unit> withheld, boolean inOnePart) {
        LinearSystem.Builder system = new LinearSystem.Builder();
        Set<String> inside = new HashSet<>();
        for (PartCell cell : some) {
            inside.add(cell.key());
            system.add(cell(cell).being(cell.isOpen() ? Publication.SHOWN : withheld.contains(cell.unit()) || !cell.isShown() ? Publication.WITHHELD : Publication.OPEN));
        }
        relations.stream().filter(relation -> inside.containsAll(relation.terms.keySet()) && (!inOnePart || relation.isOfSums))
                .forEach(relation -> relation.addTo(system));
        return system.build();
    }

    /** A zero among figures of children is no more known than another figure; where there are no children, everybody knows it. */
    private Cell cell(PartCell part) {
        Cell cell = Cell.of(part.key(), part.amount());
        long least = part.before() != null && part.before() <= part.amount() ? part.before() : 0;
        return least > 0 || part.amount() == 0 && inhabited.contains(part.cellKey()) ? cell.within(least, Interval.UNBOUNDED) : cell;
    }

    /** Units of which a part is not shown. */
    Set<Unit> hiddenUnits() {
        return cells.values().stream().filter(cell -> !cell.isShown()).map(PartCell::unit).collect(Collectors.toSet());
    }

    /** Units of which something is added up with the cell. */
    Set<Unit> beside(String key) {
        return relationsOf.getOrDefault(key, List.of()).stream().filter(relation -> relation.isOfSums).flatMap(relation -> relation.terms.keySet().stream())
                .map(cells::get).filter(cell -> !cell.isOpen()).map(PartCell::unit).collect(Collectors.toSet());
    }

    /**
     * What must be left open of these cells.
     *
     * @param primary units of few children
     * @param hidden  those and their companions, in which a part may be small as well
     */
    List<Sensitive> sensitive(List<PartCell> some, Set<Unit> primary, Set<Unit> hidden) {
        List<Sensitive> sensitive = new ArrayList<>();
        for (PartCell cell : some) {
            boolean isAsked = primary.contains(cell.unit()) && (cell.amount() > 0 || cell.isOfFew()) || hidden.contains(cell.unit()) && cell.isSmall();
            if (isAsked && !cell.isOpen()) {
                Sensitive one = cell.isOfFewSince() ? since(cell) : cell.amount() == 0 ? Sensitive.within(0, OPEN, cell.key())
                        : cell.amount() < cell.threshold() ? Sensitive.below(cell.threshold(), cell.key())
                        : Sensitive.within(cell.amount() - OPEN, Math.min(cell.amount() + OPEN, atMost(cell)), cell.key());
                sensitive.add(cell.amount() == 1 ? one.ofOne() : one);
            }
        }
        return sensitive;
    }

    /** Of what is more or less than was shown before, it must be open how much. */
    static Sensitive since(PartCell cell) {
        long nearest = cell.amount() > cell.before() ? cell.before() + 1 : cell.before() - cell.threshold() + 1;
        return Sensitive.within(Math.max(0, nearest), nearest + cell.threshold() - 2, cell.key());
    }

    /** By what its definition says of it and one other part of the cell. */
    private long atMost(PartCell cell) {
        return relationsOf.getOrDefault(cell.key(), List.of()).stream()
                .filter(relation -> !relation.isOfSums && relation.terms.size() == 2 && relation.terms.get(cell.key()) > 0)
                .flatMap(relation -> relation.terms.keySet().stream()).filter(key -> !key.equals(cell.key()))
                .mapToLong(key -> cells.get(key).amount()).min().orElse(Interval.UNBOUNDED);
    }

    private void add(Sum sum) {
        Map<String, Long> terms = new LinkedHashMap<>();
        sum.parts().forEach(part -> terms.put(part, 1L));
        terms.put(sum.total(), -1L);
        long total = cells.get(sum.total()).amount();
        long parts = sum.parts().stream().mapToLong(part -> cells.get(part).amount()).sum();
        if (parts == total) {
            add(new Bound(sum.name(), terms, true, true));
        } else if (parts < total) {
            add(new Bound(sum.name(), terms, false, true));
        } else {
            Map<String, Long> atLeast = new LinkedHashMap<>();
            terms.forEach((cell, times) -> atLeast.put(cell, -times));
            add(new Bound(sum.name(), atLeast, false, true));
            sum.parts().stream().filter(part -> cells.get(part).amount() <= total)
                    .forEach(part -> add(new Bound(sum.name() + " <- " + part, Map.of(part, 1L, sum.total(), -1L), false, true)));
        }
    }

    private void add(PartRelation relation, long key, Map<String, PartCell> parts) {
        if (parts.keySet().containsAll(relation.terms().keySet())) {
            long sum = relation.terms().entrySet().stream().mapToLong(term -> term.getValue() * parts.get(term.getKey()).amount()).sum();
            if (relation.isExact() ? sum == 0 : sum <= 0) {
                Map<String, Long> terms = new LinkedHashMap<>();
                relation.terms().forEach((part, times) -> terms.put(parts.get(part).key(), (long) times));
                add(new Bound(relation.text() + " of " + key, terms, relation.isExact(), false));
            }
        }
    }

    private void add(Bound relation) {
        relations.add(relation);
        relation.terms.keySet().forEach(cell -> relationsOf.computeIfAbsent(cell, key -> new ArrayList<>()).add(relation));
    }
}
