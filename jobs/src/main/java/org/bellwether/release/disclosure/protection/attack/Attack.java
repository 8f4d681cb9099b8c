package org.bellwether.release.disclosure.protection.attack;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.bellwether.release.disclosure.protection.Cell;
import org.bellwether.release.disclosure.protection.Interval;
import org.bellwether.release.disclosure.protection.LinearSystem;
import org.bellwether.release.disclosure.protection.Publication;
import org.bellwether.release.disclosure.protection.Requirement;
import org.bellwether.release.disclosure.protection.Sensitive;
import org.bellwether.release.disclosure.protection.attack.Leak.Attacker;

/**
 * Tries to work out what is hidden, knowing nothing of how it was chosen: first as any reader, then as one who knows the rule, then as each
 * single respondent.
 */
public final class Attack {

    private final LinearSystem system;
    private final Requirement requirement;
    private final NavigableMap<Integer, Sensitive> sensitive;
    private final long[] lower;
    private final long[] upper;
    private final Adversary reader;

    /** @param hiddenCells keys of all cells that are not shown; those that are never published are hidden anyway */
    public Attack(LinearSystem system, Set<String> hiddenCells, Collection<Sensitive> sensitive) {
        this.system = system;
        this.lower = new long[system.size()];
        this.upper = new long[system.size()];
        for (int number = 0; number < system.size(); number++) {
            Cell cell = system.cell(number);
            boolean shown = cell.publication() != Publication.WITHHELD && !hiddenCells.contains(cell.key())
                    || cell.publication().isSeen();
            lower[number] = shown ? cell.value() : cell.lower();
            upper[number] = shown ? cell.value() : cell.upper();
        }
        this.requirement = new Requirement(system, sensitive);
        this.sensitive = requirement.sensitive();
        this.reader = new Adversary(system, allRelations(), lower, upper);
    }

    private BitSet allRelations() {
        BitSet all = new BitSet();
        all.set(0, system.relationCount());
        return all;
    }

    /** From where to where any reader must reckon with the cell, all the way. */
    public Interval interval(String cell) {
        int number = system.number(cell);
        return new Interval(reader.towards(number, -Interval.UNBOUNDED), reader.towards(number, Interval.UNBOUNDED));
    }

    /** Sensitive cells of which pencil and paper alone prove too much, by key: quick, and by far not all. */
    public List<String> foundByPropagation() {
        return sensitive.keySet().stream().filter(cell -> !reader.propagated(cell).contains(requirement.needed(cell)))
                .map(cell -> system.cell(cell).key()).toList();
    }

    /** Sensitive cells with less left open than must be, by key and by who works it out; each by the attacker who knows least. */
    public List<Leak> leaks() {
        Map<Integer, Leak> leaks = new TreeMap<>();
        Knowledge ofReaders = new Knowledge(Attacker.READER, lower, upper);
        find(ofReaders, reader, leaks);
        Knowledge ofTheRule = ofReaders.withTheRule();
        Adversary knowing = new Adversary(system, allRelations(), ofTheRule.lower, ofTheRule.upper);
        find(ofTheRule, knowing, leaks);
        sensitive.forEach((cell, one) -> {
            if (one.singleton()) {
                find(ofTheRule.with(cell), knowing.knowing(cell), leaks);
            }
        });
        return List.copyOf(leaks.values());
    }

    /** The standard that a pattern with these leaks meets. */
    public static ProtectionStandard standard(List<Leak> leaks) {
        if (leaks.isEmpty()) {
            return ProtectionStandard.INTERVAL_DISCLOSURE;
        }
        List<Attacker> exact = leaks.stream().filter(Leak::isExact).map(Leak::attacker).toList();
        if (exact.isEmpty()) {
            return ProtectionStandard.EXACT_DISCLOSURE_BY_SINGLETONS;
        }
        return exact.stream().allMatch(Attacker.SINGLETON::equals) ? ProtectionStandard.EXACT_DISCLOSURE : ProtectionStandard.NONE;
    }

    private void find(Knowledge knowledge, Adversary adversary, Map<Integer, Leak> leaks) {
        sensitive.keySet().forEach(cell -> {
            Interval open = knowledge.singleton < 0 ? requirement.needed(cell) : requirement.needed(cell, knowledge.singleton);
            Leak before = leaks.get(cell);
            if (cell == knowledge.singleton || before != null && before.isExact()) {
                return;
            }
            Interval attained = new Interval(adversary.towards(cell, open.lower()), adversary.towards(cell, open.upper()));
            if (!attained.contains(open) && (before == null || attained.isOneValue())) {
                long aim = attained.lower() > open.lower() ? open.lower() : open.upper();
                leaks.put(cell, new Leak(system.cell(cell).key(), attained, open, knowledge.attacker, knowledge.explain(cell, aim)));
            }
        });
    }

    /** The bounds of one attacker, before he works anything out. */
    private final class Knowledge {

        private final Attacker attacker;
        private final long[] lower;
        private final long[] upper;
        private final int singleton;

        Knowledge(Attacker attacker, long[] lower, long[] upper) {
            this(attacker, lower, upper, -1);
        }

        private Knowledge(Attacker attacker, long[] lower, long[] upper, int singleton) {
            this.attacker = attacker;
            this.lower = lower;
            this.upper = upper;
            this.singleton = singleton;
        }

        Knowledge withTheRule() {
            long[] least = lower.clone();
            long[] most = upper.clone();
            sensitive.forEach((cell, one) -> {
                least[cell] = Math.max(least[cell], one.least());
                most[cell] = Math.min(most[cell], one.most());
            });
            return new Knowledge(Attacker.KNOWS_THE_RULE, least, most);
        }

        Knowledge with(int cell) {
            long[] least = lower.clone();
            long[] most = upper.clone();
            least[cell] = system.cell(cell).value();
            most[cell] = least[cell];
            return new Knowledge(Attacker.SINGLETON, least, most, cell);
        }

        /** Relations from the nearest on until they prove the leak; then without those that the proof does not need. */
        List<String> explain(int cell, long aim) {
            BitSet proof = new BitSet();
            BitSet next = rowsOf(cell);
            while (!next.isEmpty() && !proves(proof, cell, aim)) {
                proof.or(next);
                next = rowsBeyond(proof);
            }
            for (int row = proof.previousSetBit(system.relationCount()); row >= 0; row = row == 0 ? -1 : proof.previousSetBit(row - 1)) {
                proof.clear(row);
                proof.set(row, !proves(proof, cell, aim));
            }
            return proof.stream().mapToObj(row -> system.relation(row).name()).toList();
        }

        private boolean proves(BitSet relations, int cell, long aim) {
            return new Adversary(system, relations, lower, upper).towards(cell, aim) != aim;
        }

        private BitSet rowsBeyond(BitSet rows) {
            BitSet beyond = new BitSet();
            rows.stream().mapToObj(system::relation).forEach(relation -> {
                for (int term = 0; term < relation.size(); term++) {
                    if (lower[relation.cell(term)] < upper[relation.cell(term)]) {
                        beyond.or(rowsOf(relation.cell(term)));
                    }
                }
            });
            beyond.andNot(rows);
            return beyond;
        }

        private BitSet rowsOf(int cell) {
            BitSet rows = new BitSet();
            for (int row : system.relationsOf(cell)) {
                rows.set(row);
            }
            return rows;
        }
    }
}
