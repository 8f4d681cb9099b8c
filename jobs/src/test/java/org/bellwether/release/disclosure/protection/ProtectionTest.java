package org.bellwether.release.disclosure.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellwether.release.disclosure.protection.attack.Attack;
import org.bellwether.release.disclosure.protection.attack.Leak;
import org.junit.jupiter.api.Test;

/** What is hidden beside a small figure, and what is not. */
class ProtectionTest {

    @Test
    void beside_one_small_part_the_other_is_hidden_and_the_total_shown() {
        Protection protection = bySex(7, 3);

        assertThat(protection.hidden()).containsExactly("F", "M");
        assertThat(protection.exposed()).isEmpty();
        assertThat(protection.cost()).isEqualTo(new Protection.Cost(3, 2, 20, 10));
    }

    @Test
    void a_zero_is_no_secret() {
        assertThat(bySex(7, 0).hidden()).isEmpty();
    }

    private static Protection bySex(long m, long f) {
        LinearSystem system = system(Map.of("M", m, "F", f, "total", m + f), Map.of("by sex", List.of("total", "F", "M")));
        return Protection.of(system, f > 0 ? List.of(Sensitive.below(5, "F")) : List.of(), Set.of());
    }

    @Test
    void the_smaller_of_two_companions_is_hidden() {
        LinearSystem system = system(Map.of("a", 2L, "b", 900L, "c", 8L, "total", 910L), Map.of("parts", List.of("total", "a", "b", "c")));

        assertThat(Protection.of(system, List.of(Sensitive.below(5, "a")), Set.of()).companions()).containsExactly("c");
    }

    @Test
    void what_was_hidden_stays_hidden_while_it_protects() {
        LinearSystem system = system(Map.of("a", 2L, "b", 900L, "c", 8L, "total", 910L), Map.of("parts", List.of("total", "a", "b", "c")));

        assertThat(Protection.of(system, List.of(Sensitive.below(5, "a")), Set.of("b")).companions()).containsExactly("b");
    }

    @Test
    void what_was_hidden_and_protects_nothing_any_more_is_shown() {
        LinearSystem system = system(Map.of("a", 2L, "b", 9L, "total", 11L, "c", 7L, "d", 6L, "other total", 13L),
                Map.of("parts", List.of("total", "a", "b"), "other parts", List.of("other total", "c", "d")));

        assertThat(Protection.of(system, List.of(Sensitive.below(5, "a")), Set.of("b", "c", "d", "gone")).hidden()).containsExactly("a", "b");
    }

    @Test
    void what_a_release_showed_before_hides_nothing() {
        LinearSystem system = system(List.of(Cell.of("a", 2), Cell.of("b", 6).being(Publication.KNOWN), Cell.of("total", 8)),
                Map.of("parts", List.of("total", "a", "b")));

        assertThat(Protection.of(system, List.of(Sensitive.below(5, "a")), Set.of()).hidden()).containsExactly("a", "total");
    }

    @Test
    void a_figure_that_what_is_known_gives_away_is_exposed() {
        LinearSystem system = system(List.of(Cell.of("a", 2), Cell.of("b", 6).being(Publication.KNOWN), Cell.of("total", 8).being(Publication.KNOWN)),
                Map.of("parts", List.of("total", "a", "b")));
        List<Sensitive> sensitive = List.of(Sensitive.below(5, "a"));

        Protection protection = Protection.of(system, sensitive, Set.of());
        assertThat(protection.exposed()).containsExactly("a");
        assertThat(new Attack(system, protection.hidden(), sensitive).leaks()).extracting(Leak::cell).containsExactly("a");
    }

    @Test
    void what_is_never_published_protects_at_no_cost() {
        LinearSystem system = system(List.of(Cell.of("a", 2), Cell.of("b", 6).being(Publication.WITHHELD), Cell.of("total", 8)),
                Map.of("parts", List.of("total", "a", "b")));

        assertThat(Protection.of(system, List.of(Sensitive.below(5, "a")), Set.of()).hidden()).containsExactly("a");
    }

    @Test
    void one_child_who_knows_of_itself_does_not_learn_of_another() {
        LinearSystem system = system(Map.of("a", 1L, "b", 2L, "c", 30L, "total", 33L), Map.of("parts", List.of("total", "a", "b", "c")));
        List<Sensitive> sensitive = List.of(Sensitive.below(5, "a").ofOne(), Sensitive.below(5, "b"));

        Protection protection = Protection.of(system, sensitive, Set.of());
        assertThat(protection.hidden()).containsExactly("a", "b", "c");
        assertThat(new Attack(system, Set.of("a", "b"), sensitive).leaks()).isNotEmpty();
        assertThat(new Attack(system, protection.hidden(), sensitive).leaks()).isEmpty();
    }

    @Test
    void the_same_figures_are_protected_the_same_in_any_order() {
        LinkedTables tables = LinkedTables.random(7);
        List<Sensitive> reversed = new ArrayList<>(tables.sensitive());
        Collections.reverse(reversed);

        assertThat(Protection.of(LinkedTables.random(7).system(), reversed, Set.of()))
                .isEqualTo(Protection.of(tables.system(), tables.sensitive(), Set.of()));
    }

    @Test
    void figures_that_do_not_add_up_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> system(Map.of("a", 2L, "total", 3L), Map.of("parts", List.of("total", "a"))))
                .withMessage("the figures do not fulfil parts");
    }

    static LinearSystem system(Map<String, Long> values, Map<String, List<String>> totalAndParts) {
        List<Cell> cells = new ArrayList<>();
        new TreeMap<>(values).forEach((key, value) -> cells.add(value == 0 ? Cell.of(key, 0) : Cell.of(key, value).within(1, Interval.UNBOUNDED)));
        return system(cells, totalAndParts);
    }

    static LinearSystem system(List<Cell> cells, Map<String, List<String>> totalAndParts) {
        LinearSystem.Builder builder = new LinearSystem.Builder();
        cells.forEach(builder::add);
        totalAndParts.forEach((name, sum) -> builder.sum(name, sum.get(0), sum.subList(1, sum.size())));
        return builder.build();
    }
}
