package org.bellwether.release.disclosure.protection;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/** Other figures than the true ones, of which all relations hold as well: by how much each cell differs, by number. */
final class Movement {

    static final double TOLERANCE = 1e-6;

    private final NavigableMap<Integer, Double> differences = new TreeMap<>();

    void set(int cell, double difference) {
        if (difference != 0) {
            differences.put(cell, difference);
        }
    }

    double of(int cell) {
        return differences.getOrDefault(cell, 0.0);
    }

    boolean moves(int cell) {
        return differences.containsKey(cell);
    }

    NavigableSet<Integer> cells() {
        return differences.navigableKeySet();
    }

    /** Tried on every relation and bound, whoever computed it. */
    boolean isPossible(LinearSystem system, Limits limits) {
        return cells().stream().allMatch(cell -> limits.allow(cell, of(cell)) && holds(system, cell));
    }

    private boolean holds(LinearSystem system, int cell) {
        for (int row : system.relationsOf(cell)) {
            Relation relation = system.relation(row);
            double sum = 0;
            double size = 1;
            for (int term = 0; term < relation.size(); term++) {
                double difference = relation.coefficient(term) * of(relation.cell(term));
                sum += difference;
                size = Math.max(size, Math.abs(difference));
            }
            double room = relation.isExact() ? 0 : Limits.slack(system, relation);
            if (sum > room + TOLERANCE * size || relation.isExact() && sum < -TOLERANCE * size) {
                return false;
            }
        }
        return true;
    }
}
