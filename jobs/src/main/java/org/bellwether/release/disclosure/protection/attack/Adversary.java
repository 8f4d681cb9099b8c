package org.bellwether.release.disclosure.protection.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.bellwether.release.disclosure.protection.BoundPropagation;
import org.bellwether.release.disclosure.protection.Interval;
import org.bellwether.release.disclosure.protection.LinearSystem;
import org.bellwether.release.disclosure.protection.Relation;

/**
 * One who knows what is shown, some relations and bounds, and works out how far a hidden figure can lie from the truth.
 * Has no part in choosing what is hidden.
 */
final class Adversary {

    private static final double TOLERANCE = 1e-6;
    private static final int FIRST_NEIGHBOURS = 40;

    private final LinearSystem system;
    private final BitSet relations;
    private final BoundPropagation propagation;
    private final long[] lower;
    private final long[] upper;
    private final List<Alternative> alternatives = new ArrayList<>();

    /** Figures that fulfil all that the adversary knows, by their difference from the true ones. */
    private record Alternative(int[] cells, double[] differences) {

        double difference(int cell) {
            int place = Arrays.binarySearch(cells, cell);
            return place < 0 ? 0 : differences[place];
        }
    }

    /**
     * @param lower what each cell is at least; its value where it is shown
     * @param upper what each cell is at most; its value where it is shown
     */
    Adversary(LinearSystem system, BitSet relations, long[] lower, long[] upper) {
        this.system = system;
        this.relations = relations;
        this.lower = lower.clone();
        this.upper = upper.clone();
        this.propagation = new BoundPropagation(system, relations);
        propagation.narrow(relations, this.lower, this.upper);
    }

    private Adversary(Adversary other, int singleton) {
        this.system = other.system;
        this.relations = other.relations;
        this.lower = other.lower.clone();
        this.upper = other.upper.clone();
        this.propagation = new BoundPropagation(system, relations);
        lower[singleton] = system.cell(singleton).value();
        upper[singleton] = lower[singleton];
        propagation.narrow(rowsOf(singleton), lower, upper);
        other.alternatives.stream().filter(one -> one.difference(singleton) == 0).forEach(alternatives::add);
    }

    /** The same with a figure of its own. */
    Adversary knowing(int singleton) {
        return new Adversary(this, singleton);
    }

    /** What is known without solving any program. */
    Interval propagated(int cell) {
        return new Interval(lower[cell], upper[cell]);
    }

    /**
     * How close the figure can come to the aim. Less is told, never more, where the solver errs: what it finds is tried on every relation.
     *
     * @param aim at most or at least the value; {@link Interval#UNBOUNDED} either way for as far as can be
     */
    long towards(int cell, long aim) {
        long value = system.cell(cell).value();
        long limit = aim > value ? Math.min(aim, upper[cell]) : Math.max(aim, lower[cell]);
        if (limit == value || alternatives.stream().anyMatch(one -> reaches(one.difference(cell), limit - value))) {
            return limit;
        }
        BitSet hidden = new BitSet();
        for (int number = 0; number < system.size(); number++) {
            hidden.set(number, lower[number] < upper[number]);
        }
        long best = value;
        for (int most = FIRST_NEIGHBOURS; ; most *= 2) {
            BitSet near = neighbours(cell, hidden, most);
            long found = among(near, cell, limit);
            best = aim > value ? Math.max(best, found) : Math.min(best, found);
            if (best == limit || near.cardinality() < most) {
                return best;
            }
        }
    }

    private static boolean reaches(double difference, long wanted) {
        double room = TOLERANCE * Math.max(1, Math.abs(wanted));
        return wanted > 0 ? difference >= wanted - room : difference <= wanted + room;
    }

    /** Breadth first: all that is hidden within so many steps, or as many cells as said. */
    private BitSet neighbours(int cell, BitSet hidden, int most) {
        BitSet found = new BitSet();
        found.set(cell);
        List<Integer> order = new ArrayList<>(List.of(cell));
        for (int next = 0; next < order.size() && order.size() < most; next++) {
            for (int row : system.relationsOf(order.get(next))) {
                Relation relation = system.relation(row);
                for (int term = 0; relations.get(row) && term < relation.size() && order.size() < most; term++) {
                    if (hidden.get(relation.cell(term)) && !found.get(relation.cell(term))) {
                        found.set(relation.cell(term));
                        order.add(relation.cell(term));
                    }
                }
            }
        }
        return found;
    }

    private BitSet rowsOf(int cell) {
        BitSet rows = new BitSet();
        Arrays.stream(system.relationsOf(cell)).filter(relations::get).forEach(rows::set);
        return rows;
    }

    /** The program of those cells, all others at their true figures. Where that leaves no choice, propagation says so without it. */
    private long among(BitSet near, int cell, long limit) {
        long[] least = lower.clone();
        long[] most = upper.clone();
        BitSet rows = new BitSet();
        for (int number = 0; number < system.size(); number++) {
            if (near.get(number)) {
                rows.or(rowsOf(number));
            } else {
                least[number] = system.cell(number).value();
                most[number] = least[number];
            }
        }
        propagation.narrow(rows, least, most);
        long value = system.cell(cell).value();
        if (least[cell] == most[cell]) {
            return value;
        }
        if (limit > value) {
            most[cell] = Math.min(most[cell], limit);
        } else {
            least[cell] = Math.max(least[cell], limit);
        }
        AttackProgram program = new AttackProgram(system, rows, least, most);
        AttackProgram.Furthest furthest = program.furthest(cell, limit > value);
        if (furthest.isUnbounded()) {
            return limit;
        }
        alternatives.add(new Alternative(furthest.cells(), furthest.differences()));
        double difference = alternatives.get(alternatives.size() - 1).difference(cell);
        double room = TOLERANCE * Math.max(1, Math.abs(difference));
        return value + (long) (limit > value ? Math.floor(difference + room) : Math.ceil(difference - room));
    }
}
