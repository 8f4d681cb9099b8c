package org.bellwether.release.disclosure.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellwether.release.disclosure.protection.attack.Attack;
import org.bellwether.release.disclosure.protection.attack.Leak;
import org.bellwether.release.disclosure.protection.attack.Leak.Attacker;
import org.bellwether.release.disclosure.protection.attack.ProtectionStandard;
import org.junit.jupiter.api.Test;

/** Patterns that look safe and are not. */
class AttackTest {

    /** From the test cases of sdcTable: two are hidden in every line, and one follows. */
    @Test
    void two_hidden_in_every_line_may_give_one_away() {
        Map<String, long[]> rows = new TreeMap<>(Map.of("w", new long[] {30, 47, 64, 89}, "x", new long[] {90, 124, 5, 31},
                "y", new long[] {92, 100, 59, 85}, "z", new long[] {800, 991, 651, 685}));
        LinearSystem.Builder builder = new LinearSystem.Builder();
        long[] totals = new long[4];
        rows.forEach((row, values) -> {
            long sum = 0;
            for (int column = 0; column < 4; column++) {
                builder.add(Cell.of(row + "abcd".charAt(column), values[column]));
                sum += values[column];
                totals[column] += values[column];
            }
            builder.add(Cell.of(row + " total", sum)).sum("row " + row, row + " total", List.of(row + "a", row + "b", row + "c", row + "d"));
        });
        for (int column = 0; column < 4; column++) {
            char name = "abcd".charAt(column);
            builder.add(Cell.of(name + " total", totals[column])).sum("column " + name, name + " total",
                    rows.keySet().stream().map(row -> row + name).toList());
        }
        LinearSystem system = builder.build();
        Set<String> hidden = Set.of("wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd");
        List<Sensitive> sensitive = List.of(Sensitive.within(30, 60, "wb"));

        Attack attack = new Attack(system, hidden, sensitive);
        assertThat(attack.interval("wb")).isEqualTo(new Interval(47, 47));
        assertThat(attack.foundByPropagation()).isEmpty();
        assertThat(attack.leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.isExact()).isTrue();
            assertThat(leak.relations()).containsExactly("column a", "column c", "row w", "row x");
        });
        assertThat(Attack.standard(attack.leaks())).isEqualTo(ProtectionStandard.NONE);

        Set<String> mended = with(hidden, "xb");
        assertThat(new Attack(system, mended, sensitive).interval("wb")).isEqualTo(new Interval(0, 141));
        assertThat(new Attack(system, mended, sensitive).leaks()).isEmpty();
    }

    /** From the test cases of sdcTable: two groupings of the same places. */
    @Test
    void two_tables_that_are_safe_alone_are_not_together() {
        List<Cell> cells = new ArrayList<>();
        Map.of("A", 2L, "B", 2L, "I", 8L, "J", 8L, "K", 3L, "L", 3L, "M", 3L, "N", 7L, "ABIJ", 20L)
                .forEach((key, value) -> cells.add(Cell.of(key, value)));
        cells.addAll(List.of(Cell.of("KLMN", 16), Cell.of("LM", 6), Cell.of("ABIJKN", 30)));
        Map<String, List<String>> one = Map.of("one, ABIJ", List.of("ABIJ", "A", "B", "I", "J"), "one, KLMN", List.of("KLMN", "K", "L", "M", "N"));
        Map<String, List<String>> two = Map.of("two, LM", List.of("LM", "L", "M"), "two, ABIJKN", List.of("ABIJKN", "A", "B", "I", "J", "K", "N"));
        Map<String, List<String>> both = new TreeMap<>(one);
        both.putAll(two);
        List<Sensitive> sensitive = List.of(Sensitive.within(2, 4, "K"));
        Set<String> hidden = Set.of("A", "B", "K", "L", "M");

        assertThat(new Attack(ProtectionTest.system(cells, one), hidden, sensitive).leaks()).isEmpty();
        assertThat(new Attack(ProtectionTest.system(cells, two), hidden, sensitive).leaks()).isEmpty();
        LinearSystem linked = ProtectionTest.system(cells, both);
        assertThat(new Attack(linked, hidden, sensitive).leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.attained()).isEqualTo(new Interval(3, 3));
            assertThat(leak.relations()).isNotEmpty().isSubsetOf(both.keySet());
        });
        assertThat(new Attack(linked, with(hidden, "N"), sensitive).leaks()).isEmpty();
    }

    @Test
    void a_total_that_stands_in_another_table_gives_the_last_part_away() {
        LinearSystem system = ProtectionTest.system(Map.of("a", 3L, "b", 9L, "total", 12L), Map.of("by need", List.of("total", "a", "b")));

        List<Leak> leaks = new Attack(system, Set.of("a"), List.of(Sensitive.below(5, "a"))).leaks();
        assertThat(leaks).singleElement().hasToString("a is in [3, 3] and should be open over [1, 4]: by need");
        assertThat(new Attack(system, Set.of("a"), List.of(Sensitive.below(5, "a"))).foundByPropagation()).containsExactly("a");
    }

    @Test
    void an_inequality_may_pin_a_value() {
        LinearSystem system = new LinearSystem.Builder()
                .add(Cell.of("persistent absentees", 4).within(1, Interval.UNBOUNDED))
                .add(Cell.of("severe absentees", 4).within(1, Interval.UNBOUNDED))
                .add(Cell.of("absentees", 4).within(1, Interval.UNBOUNDED))
                .atMost("severe are persistent", "severe absentees", "persistent absentees")
                .atMost("persistent are absent", "persistent absentees", "absentees").build();
        List<Sensitive> sensitive = List.of(Sensitive.below(6, "persistent absentees"));

        assertThat(new Attack(system, Set.of("persistent absentees"), sensitive).leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.isExact()).isTrue();
            assertThat(leak.attacker()).isEqualTo(Attacker.READER);
        });
        Protection protection = Protection.of(system, sensitive, Set.of());
        assertThat(protection.hidden()).contains("absentees", "severe absentees");
        assertThat(new Attack(system, protection.hidden(), sensitive).leaks()).isEmpty();
    }

    /** Three children in three cells: whoever knows that none is 0 knows all. */
    @Test
    void one_who_knows_the_rule_works_out_what_a_reader_does_not() {
        List<Cell> cells = List.of(Cell.of("a", 1), Cell.of("b", 1), Cell.of("c", 1), Cell.of("total", 3));
        LinearSystem system = ProtectionTest.system(cells, Map.of("parts", List.of("total", "a", "b", "c")));
        List<Sensitive> sensitive = List.of(Sensitive.below(3, "a"), Sensitive.below(3, "b"), Sensitive.below(3, "c"));

        List<Leak> leaks = new Attack(system, Set.of("a", "b", "c"), sensitive).leaks();
        assertThat(leaks).extracting(Leak::attacker).containsOnly(Attacker.KNOWS_THE_RULE);
        assertThat(Protection.of(system, sensitive, Set.of()).hidden()).containsExactly("a", "b", "c", "total");
    }

    /** Two are shown of three: the third is what is left. */
    @Test
    void a_single_respondent_takes_the_own_figure_from_the_sum() {
        LinearSystem system = ProtectionTest.system(Map.of("a", 1L, "b", 3L, "c", 9L, "total", 13L),
                Map.of("parts", List.of("total", "a", "b", "c")));
        List<Sensitive> sensitive = List.of(Sensitive.within(1, 3, "a").ofOne(), Sensitive.within(2, 3, "b"));

        List<Leak> leaks = new Attack(system, Set.of("a", "b"), sensitive).leaks();
        assertThat(leaks).extracting(Leak::cell).containsExactly("b");
        assertThat(leaks).extracting(Leak::attacker).containsExactly(Attacker.SINGLETON);
        assertThat(Attack.standard(leaks)).isEqualTo(ProtectionStandard.EXACT_DISCLOSURE);
    }

    private static Set<String> with(Set<String> cells, String another) {
        Set<String> all = new TreeSet<>(cells);
        all.add(another);
        return all;
    }
}
