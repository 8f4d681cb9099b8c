package org.bellwether.release.disclosure.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Tables of random counts that share figures: children by sex, by need in a hierarchy of two levels and by school in a hierarchy of areas,
 * and in a second table by area and another grouping of needs. Zeros are shown, counts below 5 are sensitive.
 */
record LinkedTables(LinearSystem system, List<Sensitive> sensitive) {

    private static final List<String> SEXES = List.of("F", "M");
    private static final Map<String, List<String>> BROAD = Map.of("P", List.of("a", "b"), "Q", List.of("c", "d", "e"));
    private static final Map<String, List<String>> OTHER = Map.of("R", List.of("a", "c"), "S", List.of("b", "d", "e"));

    static LinkedTables random(long seed) {
        Random random = new Random(seed);
        int areas = 1 + random.nextInt(2);
        int schools = 1 + random.nextInt(2);
        int most = 2 + random.nextInt(12);
        Map<String, Long> values = new TreeMap<>();
        for (int area = 0; area < areas; area++) {
            for (int school = 0; school < schools; school++) {
                for (String need : List.of("a", "b", "c", "d", "e")) {
                    for (String sex : SEXES) {
                        count(values, area, school, need, sex, random.nextInt(4) == 0 ? 0 : random.nextInt(most));
                    }
                }
            }
        }
        LinearSystem.Builder builder = new LinearSystem.Builder();
        List<Sensitive> sensitive = new ArrayList<>();
        values.forEach((key, value) -> {
            Cell cell = Cell.of(key, value);
            builder.add(value == 0 ? cell : cell.within(1, Interval.UNBOUNDED));
            if (value > 0 && value < 5) {
                sensitive.add(value == 1 ? Sensitive.below(5, key).ofOne() : Sensitive.below(5, key));
            }
        });
        for (String key : values.keySet()) {
            relate(builder, values, key);
        }
        return new LinkedTables(builder.build(), sensitive);
    }

    /** Adds to every figure in which the children stand. */
    private static void count(Map<String, Long> values, int area, int school, String need, String sex, long children) {
        List<String> needs = new ArrayList<>(List.of(need, "all"));
        BROAD.forEach((broad, narrow) -> needs.addAll(narrow.contains(need) ? List.of(broad) : List.of()));
        for (String place : List.of("area " + area + " school " + school, "area " + area, "LA")) {
            for (String one : needs) {
                values.merge(place + "|" + one + "|" + sex, children, Long::sum);
                values.merge(place + "|" + one + "|all", children, Long::sum);
            }
        }
        OTHER.forEach((other, narrow) -> {
            if (narrow.contains(need)) {
                values.merge("area " + area + "|" + other + "|all", children, Long::sum);
            }
        });
    }

    private static void relate(LinearSystem.Builder builder, Map<String, Long> values, String key) {
        String[] parts = key.split("\\|");
        String place = parts[0];
        String need = parts[1];
        String sex = parts[2];
        if (sex.equals("all") && values.containsKey(place + "|" + need + "|F")) {
            builder.sum(key + " by sex", key, SEXES.stream().map(one -> place + "|" + need + "|" + one).toList());
        }
        if (need.equals("all")) {
            builder.sum(key + " by broad need", key, BROAD.keySet().stream().map(one -> place + "|" + one + "|" + sex).toList());
        }
        if (need.equals("all") && values.containsKey(place + "|R|" + sex)) {
            builder.sum(key + " by other need", key, OTHER.keySet().stream().map(one -> place + "|" + one + "|" + sex).toList());
        }
        Map<String, List<String>> groups = new TreeMap<>(BROAD);
        groups.putAll(OTHER);
        if (groups.containsKey(need)) {
            builder.sum(key + " by need", key, groups.get(need).stream().map(one -> place + "|" + one + "|" + sex).toList());
        }
        String within = place.equals("LA") ? "area \\d+" : place + " school \\d+";
        if (!place.contains("school") && !OTHER.containsKey(need)) {
            builder.sum(key + " by place", key, values.keySet().stream()
                    .filter(other -> other.matches(within + "\\|" + need + "\\|" + sex)).toList());
        }
    }
}
