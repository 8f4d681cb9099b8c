package org.bellwether.release.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bellwether.release.disclosure.PublishedParts.PartCell;
import org.bellwether.release.disclosure.PublishedParts.Sum;
import org.bellwether.release.disclosure.PublishedParts.Unit;
import org.junit.jupiter.api.Test;

/** Two parts of the same children in four cells: three groups, and a total that is always shown. */
class UnitProtectionTest {

    private static final String FAMILY = "one two";

    @Test
    void a_companion_is_hidden_with_all_its_parts() {
        assertThat(hidden(List.of(3L, 9L, 20L), List.of(30L, 90L, 200L))).containsExactlyInAnyOrder(unit(0), unit(1));
    }

    @Test
    void a_part_that_is_small_in_a_companion_alone_is_left_open_too() {
        assertThat(hidden(List.of(3L, 9L, 20L), List.of(0L, 2L, 200L))).containsExactlyInAnyOrder(unit(0), unit(1), unit(2));
    }

    private static Set<Unit> hidden(List<Long> one, List<Long> two) {
        List<PartCell> cells = new ArrayList<>(cells("one", one));
        cells.addAll(cells("two", two));
        List<Sum> sums = Stream.of("one", "two").map(part -> new Sum("groups of " + part, part + " 3", List.of(part + " 0", part + " 1", part + " 2"))).toList();
        return new UnitProtection(new PartSystem(cells, sums, List.of()), Set.of(unit(0))).choose();
    }

    private static List<PartCell> cells(String part, List<Long> groups) {
        List<PartCell> cells = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            cells.add(cell(part, group, groups.get(group), false));
        }
        cells.add(cell(part, groups.size(), groups.stream().mapToLong(Long::longValue).sum(), true));
        return cells;
    }

    private static PartCell cell(String part, int number, long amount, boolean isOpen) {
        return new PartCell(part, number, FAMILY, amount, 5, isOpen, true, true, false, false, null, part + " of " + number);
    }

    private static Unit unit(int number) {
        return new Unit(FAMILY, number);
    }
}
