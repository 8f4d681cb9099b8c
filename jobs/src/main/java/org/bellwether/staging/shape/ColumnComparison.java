package org.bellwether.staging.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Compares the columns of a table with those that it had before. */
final class ColumnComparison {

    /** From this likeness on two names are one that was changed. */
    private static final double LIKE = 0.6;

    private final String table;
    private final Map<String, ColumnShape> before = new LinkedHashMap<>();
    private final Map<String, ColumnShape> now = new LinkedHashMap<>();
    /** Identities of columns that are there in both, as it was to as it is. */
    private final Map<String, String> same = new LinkedHashMap<>();
    private final List<Drift> drifts = new ArrayList<>();

    private ColumnComparison(TableShape before, TableShape now) {
        this.table = now.table();
        before.columns().forEach(column -> this.before.putIfAbsent(column.identity(), column));
        now.columns().forEach(column -> this.now.putIfAbsent(column.identity(), column));
    }

    /** Nothing of XML, or where nothing was known before. */
    static List<Drift> of(TableShape before, TableShape now) {
        return before.columns().isEmpty() || now.columns().isEmpty() ? List.of() : new ColumnComparison(before, now).compare();
    }

    private List<Drift> compare() {
        before.keySet().stream().filter(now::containsKey).forEach(identity -> same.put(identity, identity));
        pairRenamed();
        before.forEach((identity, column) -> {
            if (!same.containsKey(identity)) {
                add(DriftKind.MISSING, column, "");
            }
        });
        Set<String> kept = Set.copyOf(same.values());
        now.forEach((identity, column) -> {
            if (!kept.contains(identity)) {
                add(DriftKind.ADDED, column, "");
            }
        });
        same.forEach((earlier, later) -> compare(before.get(earlier), now.get(later)));
        moved().forEach(identity -> add(DriftKind.MOVED, now.get(identity), ""));
        return drifts;
    }

    private void compare(ColumnShape earlier, ColumnShape later) {
        if (!earlier.normal().equals(later.normal())) {
            add(DriftKind.RENAMED, later, "(was " + earlier.header() + ")");
        }
        if (earlier.look() != null && later.look() != null && earlier.look() != later.look()) {
            add(DriftKind.RETYPED, later, "(" + later.look().words() + ", were " + earlier.look().words() + ")");
        }
    }

    private void add(DriftKind kind, ColumnShape column, String detail) {
        drifts.add(new Drift(kind, table, column.header(), detail));
    }

    /** The likest names first; then what stands where the other stood, with values of one look. */
    private void pairRenamed() {
        record Pair(String earlier, String later, double likeness) {
        }
        List<Pair> pairs = new ArrayList<>();
        before.keySet().stream().filter(one -> !now.containsKey(one)).forEach(earlier -> now.keySet().stream().filter(one -> !before.containsKey(one))
                .filter(later -> looksAlike(before.get(earlier), now.get(later))).forEach(later -> {
                    double likeness = Likeness.of(before.get(earlier).normal(), now.get(later).normal());
                    if (likeness >= LIKE) {
                        pairs.add(new Pair(earlier, later, likeness));
                    } else if (standsInPlace(earlier, later)) {
                        pairs.add(new Pair(earlier, later, 0));
                    }
                }));
        pairs.sort((one, other) -> Double.compare(other.likeness(), one.likeness()));
        pairs.stream().filter(pair -> !same.containsKey(pair.earlier()) && !same.containsValue(pair.later()))
                .forEach(pair -> same.put(pair.earlier(), pair.later()));
    }

    private static boolean looksAlike(ColumnShape earlier, ColumnShape later) {
        return earlier.look() == null || later.look() == null || earlier.look() == later.look();
    }

    /** Between the same neighbours, which are there in both files, and with values of a look that is known. */
    private boolean standsInPlace(String earlier, String later) {
        return before.get(earlier).look() != null && now.get(later).look() != null && neighbours(before, earlier).equals(neighbours(now, later));
    }

    private static List<String> neighbours(Map<String, ColumnShape> columns, String identity) {
        List<String> all = List.copyOf(columns.keySet());
        int place = all.indexOf(identity);
        return List.of(place == 0 ? "" : all.get(place - 1), place == all.size() - 1 ? "" : all.get(place + 1));
    }

    /** The fewest columns without which the others stand in the order that they had. */
    private List<String> moved() {
        List<String> order = List.copyOf(before.keySet());
        Map<String, Integer> places = new LinkedHashMap<>();
        same.forEach((earlier, later) -> places.put(later, order.indexOf(earlier)));
        List<String> columns = now.keySet().stream().filter(places::containsKey).toList();
        int[] length = new int[columns.size()];
        int[] previous = new int[columns.size()];
        int last = -1;
        for (int i = 0; i < columns.size(); i++) {
            int place = places.get(columns.get(i));
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (places.get(columns.get(j)) < place && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        List<Integer> standing = IntStream.iterate(last, i -> i >= 0, i -> previous[i]).boxed().toList();
        return IntStream.range(0, columns.size()).filter(i -> !standing.contains(i)).mapToObj(columns::get).toList();
    }
}
