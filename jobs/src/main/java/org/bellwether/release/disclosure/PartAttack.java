package org.bellwether.release.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.release.disclosure.PublishedParts.PartCell;
import org.bellwether.release.disclosure.PublishedParts.Unit;
import org.bellwether.release.disclosure.protection.Sensitive;
import org.bellwether.release.disclosure.protection.attack.Attack;
import org.bellwether.release.disclosure.protection.attack.Leak;

/** Attacks parts that belong together, and leaves out what follows from figures that are shown whatever they are, also where all others are hidden. */
final class PartAttack {

    private final PartSystem system;
    private final Set<Unit> hidden;

    /** @param hidden units that are hidden, besides the parts that no figure shows */
    PartAttack(PartSystem system, Set<Unit> hidden) {
        this.system = system;
        this.hidden = hidden;
    }

    List<Leak> leaks(List<PartCell> some, List<Sensitive> sensitive) {
        List<Leak> leaks = new Attack(system.of(some, hidden, false), Set.of(), sensitive).leaks();
        if (leaks.isEmpty()) {
            return leaks;
        }
        Set<Unit> all = some.stream().map(PartCell::unit).collect(Collectors.toSet());
        Map<String, Leak> always = new Attack(system.of(some, all, false), Set.of(), sensitive).leaks().stream()
                .collect(Collectors.toMap(Leak::cell, Function.identity()));
        return leaks.stream().filter(leak -> !always.containsKey(leak.cell()) || !leak.attained().contains(always.get(leak.cell()).attained())).toList();
    }
}
