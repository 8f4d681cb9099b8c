package org.bellwether.release.disclosure.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bellwether.release.disclosure.protection.attack.Attack;
import org.bellwether.release.disclosure.protection.attack.Leak;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random tables that share figures: what is chosen withstands the attack. */
class LinkedTablesTest {

    @Test
    void the_attack_determines_none_in_some_systems() {
        LongStream.rangeClosed(1, 5).forEach(LinkedTablesTest::isSafe);
    }

    @Test
    @Tag("slow")
    void the_attack_determines_none_in_1000_systems() {
        LongStream.rangeClosed(1, "sample".equals(System.getProperty("proofs")) ? 150 : 1000).forEach(LinkedTablesTest::isSafe);
    }

    /** The attack is none that always finds nothing. */
    @Test
    void without_companions_the_attack_finds_something() {
        LinkedTables tables = LinkedTables.random(3);
        Set<String> alone = tables.sensitive().stream().map(Sensitive::cell).collect(Collectors.toSet());

        assertThat(new Attack(tables.system(), alone, tables.sensitive()).leaks()).isNotEmpty();
    }

    /** Of systems 63 and 82 the rule asks for more than the relations leave open with everything hidden. */
    @Test
    void what_is_exposed_would_be_so_with_everything_hidden() {
        LongStream.of(63, 82).forEach(seed -> assertThat(isSafe(seed)).isNotEmpty());
    }

    private static Set<String> isSafe(long seed) {
        LinkedTables tables = LinkedTables.random(seed);
        LinearSystem system = tables.system();
        Protection protection = Protection.of(system, tables.sensitive(), Set.of());
        List<Leak> leaks = new Attack(system, protection.hidden(), tables.sensitive()).leaks();
        assertThat(leaks).as("determined in system " + seed).noneMatch(Leak::isExact);
        assertThat(leaks).as("leaks in system " + seed).extracting(Leak::cell).containsExactlyElementsOf(protection.exposed());
        if (!leaks.isEmpty()) {
            Set<String> all = IntStream.range(0, system.size()).mapToObj(cell -> system.cell(cell).key()).collect(Collectors.toSet());
            assertThat(new Attack(system, all, tables.sensitive()).leaks()).extracting(Leak::cell).containsAll(protection.exposed());
        }
        return protection.exposed();
    }
}
