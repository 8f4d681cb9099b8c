package org.bellwether.release.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.release.disclosure.PublishedParts.PartCell;
import org.bellwether.release.disclosure.PublishedParts.Unit;
import org.bellwether.release.disclosure.protection.Protection;
import org.bellwether.release.disclosure.protection.Sensitive;
import org.bellwether.release.disclosure.protection.attack.Leak;

/**
 * Chooses which units are hidden beside those of few children, so that no part of those can be worked out.
 *
 * <p>What is hidden of one part is hidden of its whole unit, so the parts are taken one after the other until no further unit is needed.
 * What still follows from inequalities between parts is protected in the system of all parts. Where no companions leave open what must
 * be, everything that is added up with it is hidden.
 */
final class UnitProtection {

    private static final int ROUNDS = 6;

    private final PartSystem system;
    private final Set<Unit> primary;
    private final Set<Unit> hidden;

    /** @param primary units of few children */
    UnitProtection(PartSystem system, Set<Unit> primary) {
        this.system = system;
        this.primary = Set.copyOf(primary);
        this.hidden = new HashSet<>(primary);
    }

    /** The units of few children and their companions. */
    Set<Unit> choose() {
        protect();
        for (int round = 0; round < ROUNDS; round++) {
            List<List<PartCell>> leaking = system.around(hidden, false).stream().filter(this::widenedWhereItLeaks).toList();
            if (leaking.isEmpty()) {
                break;
            }
            protect();
        }
        return hidden;
    }

    /** Until no system of one part needs another unit. */
    private void protect() {
        Map<List<PartCell>, Set<Unit>> solved = new HashMap<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (List<PartCell> some : system.around(hidden, true)) {
                Set<Unit> hiddenThere = some.stream().map(PartCell::unit).filter(hidden::contains).collect(Collectors.toSet());
                if (!hiddenThere.equals(solved.put(some, hiddenThere))) {
                    Protection protection = Protection.of(system.of(some, hidden, true), system.sensitive(some, primary, hidden), Set.of());
                    grew |= hide(protection.hidden().stream());
                }
            }
        }
    }

    /** Whether too much follows, and more was hidden for it. */
    private boolean widenedWhereItLeaks(List<PartCell> some) {
        List<Sensitive> sensitive = system.sensitive(some, primary, hidden);
        List<Leak> leaks = new PartAttack(system, hidden).leaks(some, sensitive);
        if (leaks.isEmpty()) {
            return false;
        }
        Set<String> leaking = leaks.stream().map(Leak::cell).collect(Collectors.toCollection(TreeSet::new));
        Protection protection = Protection.of(system.of(some, hidden, false),
                sensitive.stream().filter(one -> leaking.contains(one.cell())).toList(), Set.of());
        List<Unit> beside = new ArrayList<>();
        protection.exposed().forEach(cell -> beside.addAll(system.beside(cell)));
        boolean grew = hide(protection.hidden().stream());
        return hidden.addAll(beside) || grew;
    }

    private boolean hide(Stream<String> cells) {
        return hidden.addAll(cells.map(cell -> system.cell(cell).unit()).toList());
    }
}
