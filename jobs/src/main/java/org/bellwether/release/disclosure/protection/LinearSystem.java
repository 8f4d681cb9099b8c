package org.bellwether.release.disclosure.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All that is published, as figures and what holds between them. A figure that stands in several tables is one cell;
 * what adds up, within a table or across tables, is a relation. Cells are numbered by the order of their keys, so the same figures
 * give the same system in whatever order they came.
 */
public final class LinearSystem {

    private final List<Cell> cells;
    private final NavigableMap<String, Integer> numbers;
    private final List<Relation> relations;
    private final int[][] relationsOf;

    private LinearSystem(List<Cell> cells, NavigableMap<String, Integer> numbers, List<Relation> relations) {
        this.cells = cells;
        this.numbers = numbers;
        this.relations = relations;
        List<List<Integer>> of = new ArrayList<>();
        cells.forEach(cell -> of.add(new ArrayList<>()));
        for (int row = 0; row < relations.size(); row++) {
            for (int term = 0; term < relations.get(row).size(); term++) {
                of.get(relations.get(row).cell(term)).add(row);
            }
        }
        this.relationsOf = of.stream().map(rows -> rows.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }

    public int size() {
        return cells.size();
    }

    public int relationCount() {
        return relations.size();
    }

    public Cell cell(int number) {
        return cells.get(number);
    }

    public Relation relation(int row) {
        return relations.get(row);
    }

    public int[] relationsOf(int cell) {
        return relationsOf[cell];
    }

    /** @throws IllegalArgumentException if there is no such cell */
    public int number(String key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new IllegalArgumentException("there is no cell " + key);
        }
        return number;
    }

    boolean has(String key) {
        return numbers.containsKey(key);
    }

    /** Takes figures in any order; says at once which of them do not hold. */
    public static final class Builder {

        private final NavigableMap<String, Cell> cells = new TreeMap<>();
        private final NavigableMap<String, Pending> pending = new TreeMap<>();

        private record Pending(Map<String, Long> terms, boolean exact) {
        }

        /** @throws IllegalArgumentException if the same figure was added before and is another now */
        public Builder add(Cell cell) {
            Cell before = cells.putIfAbsent(cell.key(), cell);
            if (before != null && !before.equals(cell)) {
                throw new IllegalArgumentException(cell.key() + " is two different figures");
            }
            return this;
        }

        /** The parts add up to the total. */
        public Builder sum(String name, String total, Collection<String> parts) {
            Map<String, Long> terms = new TreeMap<>();
            parts.forEach(part -> terms.merge(part, 1L, Long::sum));
            terms.merge(total, -1L, Long::sum);
            return relation(name, terms);
        }

        /** Cells times coefficients add to 0. */
        public Builder relation(String name, Map<String, Long> terms) {
            return add(name, terms, true);
        }

        /** By their definitions the one cell is never more than the other. */
        public Builder atMost(String name, String lesser, String greater) {
            return atMost(name, Map.of(lesser, 1L, greater, -1L));
        }

        /** Cells times coefficients add to 0 or less. */
        public Builder atMost(String name, Map<String, Long> terms) {
            return add(name, terms, false);
        }

        private Builder add(String name, Map<String, Long> terms, boolean exact) {
            if (pending.putIfAbsent(name, new Pending(new TreeMap<>(terms), exact)) != null) {
                throw new IllegalArgumentException("there are two relations " + name);
            }
            return this;
        }

        /** @throws IllegalArgumentException if a relation names a cell that is not there or does not hold for the figures */
        public LinearSystem build() {
            NavigableMap<String, Integer> numbers = new TreeMap<>();
            cells.keySet().forEach(key -> numbers.put(key, numbers.size()));
            List<Cell> ordered = List.copyOf(cells.values());
            LinearSystem known = new LinearSystem(ordered, numbers, List.of());
            List<Relation> relations = new ArrayList<>();
            pending.forEach((name, relation) -> relations.add(relation(known, name, relation)));
            return new LinearSystem(ordered, numbers, relations);
        }

        private static Relation relation(LinearSystem known, String name, Pending relation) {
            List<Map.Entry<String, Long>> terms = relation.terms.entrySet().stream().filter(term -> term.getValue() != 0).toList();
            int[] numbers = terms.stream().mapToInt(term -> known.number(term.getKey())).toArray();
            long[] coefficients = terms.stream().mapToLong(Map.Entry::getValue).toArray();
            long sum = IntStream.range(0, numbers.length)
                    .mapToLong(term -> Math.multiplyExact(coefficients[term], known.cell(numbers[term]).value())).sum();
            if (relation.exact ? sum != 0 : sum > 0) {
                throw new IllegalArgumentException("the figures do not fulfil " + name);
            }
            return new Relation(name, numbers, coefficients, relation.exact);
        }
    }
}
