package org.bellwether.release.disclosure.protection;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * What a reader works out with pencil and paper: each relation bounds each of its cells by the others, in whole numbers, until nothing
 * is bounded any closer. What it says is true; it does not say all.
 */
public final class BoundPropagation {

    /** Wide bounds that come closer by one a round are left to the linear program. */
    private static final int ROUNDS = 50;

    private final LinearSystem system;
    private final BitSet relations;
    private long[] lower;
    private long[] upper;

    /** @param relations the rows to use */
    public BoundPropagation(LinearSystem system, BitSet relations) {
        this.system = system;
        this.relations = relations;
    }

    /**
     * Narrows the bounds in place.
     *
     * @param from rows to begin with; others follow where a bound of theirs has changed
     */
    public void narrow(BitSet from, long[] lowerBounds, long[] upperBounds) {
        lower = lowerBounds;
        upper = upperBounds;
        int[] rounds = new int[system.relationCount()];
        BitSet waiting = new BitSet();
        Deque<Integer> queue = new ArrayDeque<>();
        from.stream().filter(relations::get).forEach(row -> enqueue(row, waiting, queue));
        while (!queue.isEmpty()) {
            int row = queue.remove();
            waiting.clear(row);
            if (rounds[row]++ < ROUNDS) {
                narrow(system.relation(row), waiting, queue);
            }
        }
    }

    private void enqueue(int row, BitSet waiting, Deque<Integer> queue) {
        if (!waiting.get(row)) {
            waiting.set(row);
            queue.add(row);
        }
    }

    private void narrow(Relation relation, BitSet waiting, Deque<Integer> queue) {
        Sum least = new Sum();
        Sum most = new Sum();
        for (int term = 0; term < relation.size(); term++) {
            least.add(end(relation, term, false));
            most.add(end(relation, term, true));
        }
        for (int term = 0; term < relation.size(); term++) {
            long coefficient = relation.coefficient(term);
            long atMost = least.isBoundedWithout(end(relation, term, false)) ? -least.without(end(relation, term, false)) : Interval.UNBOUNDED;
            long atLeast = relation.isExact() && most.isBoundedWithout(end(relation, term, true))
                    ? -most.without(end(relation, term, true)) : -Interval.UNBOUNDED;
            long high = coefficient > 0 ? divideDown(atMost, coefficient) : divideDown(-atLeast, -coefficient);
            long low = coefficient > 0 ? -divideDown(-atLeast, coefficient) : -divideDown(atMost, -coefficient);
            narrow(relation.cell(term), low, high, waiting, queue);
        }
    }

    private void narrow(int cell, long low, long high, BitSet waiting, Deque<Integer> queue) {
        if (low > lower[cell] || high < upper[cell]) {
            lower[cell] = Math.max(low, lower[cell]);
            upper[cell] = Math.min(high, upper[cell]);
            for (int row : system.relationsOf(cell)) {
                if (relations.get(row)) {
                    enqueue(row, waiting, queue);
                }
            }
        }
    }

    /** The greatest or least of a term; unbounded stays unbounded. */
    private long end(Relation relation, int term, boolean greatest) {
        long coefficient = relation.coefficient(term);
        long bound = greatest == coefficient > 0 ? upper[relation.cell(term)] : lower[relation.cell(term)];
        if (Math.abs(bound) >= Interval.UNBOUNDED) {
            return greatest ? Interval.UNBOUNDED : -Interval.UNBOUNDED;
        }
        return Math.multiplyExact(coefficient, bound);
    }

    private static long divideDown(long number, long positive) {
        return Math.abs(number) >= Interval.UNBOUNDED ? number : Math.floorDiv(number, positive);
    }

    /** A sum of which some may be unbounded. */
    private static final class Sum {

        private long bounded;
        private int unbounded;

        void add(long end) {
            if (Math.abs(end) >= Interval.UNBOUNDED) {
                unbounded++;
            } else {
                bounded += end;
            }
        }

        boolean isBoundedWithout(long end) {
            return unbounded == (Math.abs(end) >= Interval.UNBOUNDED ? 1 : 0);
        }

        long without(long end) {
            return Math.abs(end) >= Interval.UNBOUNDED ? bounded : bounded - end;
        }
    }
}
