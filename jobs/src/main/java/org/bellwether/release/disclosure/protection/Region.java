package org.bellwether.release.disclosure.protection;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;

/**
 * The independent cells nearest to a cell: a program of some dozens of them is solved in milliseconds, one of thousands in minutes,
 * and what can move while all others stay is a movement of all.
 */
final class Region {

    private final LinearSystem system;
    private final IndependentCells cells;
    private final IntToDoubleFunction distance;
    private final BitSet inside = new BitSet();
    private final Map<Integer, Double> nearest = new HashMap<>();
    private final PriorityQueue<Reached> reached = new PriorityQueue<>();
    private final BitSet passed = new BitSet();

    private record Reached(int independent, double distance) implements Comparable<Reached> {

        @Override
        public int compareTo(Reached other) {
            int order = Double.compare(distance, other.distance);
            return order != 0 ? order : Integer.compare(independent, other.independent);
        }
    }

    /** @param distance what it takes to pass through a cell that moves with two independent ones */
    Region(LinearSystem system, IndependentCells cells, IntToDoubleFunction distance, int centre) {
        this.system = system;
        this.cells = cells;
        this.distance = distance;
        reach(centre, 0);
    }

    /** Goes on to as many as said, or as there are. */
    BitSet grow(int most) {
        int count = inside.cardinality();
        while (!reached.isEmpty() && count < most) {
            Reached next = reached.remove();
            if (!inside.get(next.independent)) {
                inside.set(next.independent);
                count++;
                cells.movingWith(next.independent).forEach(cell -> pass(cell, next.distance));
            }
        }
        return inside;
    }

    private void pass(int cell, double before) {
        if (passed.get(cell)) {
            return;
        }
        passed.set(cell);
        double after = before + distance.applyAsDouble(cell);
        reach(cell, after);
        for (int row : system.relationsOf(cell)) {
            Relation relation = system.relation(row);
            for (int term = 0; !relation.isExact() && term < relation.size(); term++) {
                reach(relation.cell(term), after + distance.applyAsDouble(relation.cell(term)));
            }
        }
    }

    private void reach(int cell, double at) {
        cells.movement(cell).keySet().forEach(independent -> {
            double there = at + distance.applyAsDouble(independent);
            if (!inside.get(independent) && there < nearest.getOrDefault(independent, Double.POSITIVE_INFINITY)) {
                nearest.put(independent, there);
                reached.add(new Reached(independent, there));
            }
        });
    }
}
