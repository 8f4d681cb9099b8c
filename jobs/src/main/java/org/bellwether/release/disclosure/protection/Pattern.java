package org.bellwether.release.disclosure.protection;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The cells that are hidden, and for each demand the movement of hidden cells that meets it. */
final class Pattern {

    /** Independent cells to look among first where nothing more is to be hidden. */
    private static final int HIDDEN_REGION = 64;
    /** Independent cells to look among for the least weight, and at last. */
    private static final int COMPANION_REGION = 256;
    private static final int LARGEST_REGION = 1024;

    private final LinearSystem system;
    private final Requirement requirement;
    private final BitSet hidden = new BitSet();
    private final BitSet singletons = new BitSet();
    private final Limits limits;
    private final double usualWeight;
    private final IndependentCells ofAll;
    private IndependentCells ofHidden;
    private BitSet whenMade;
    private Map<Demand, Movement> proofs = new LinkedHashMap<>();

    Pattern(LinearSystem system, Requirement requirement) {
        this.system = system;
        this.requirement = requirement;
        this.limits = new Limits(system, requirement.sensitive().values());
        this.usualWeight = Math.exp(IntStream.range(0, system.size()).mapToDouble(cell -> Math.log(system.cell(cell).weight())).average().orElse(0));
        this.ofAll = new IndependentCells(system, cell -> !system.cell(cell).isFixed());
        IntStream.range(0, system.size()).filter(cell -> system.cell(cell).publication() == Publication.WITHHELD).forEach(this::hide);
        requirement.sensitive().forEach((cell, one) -> singletons.set(cell, one.singleton()));
    }

    BitSet hidden() {
        return hidden;
    }

    void hide(int cell) {
        if (!system.cell(cell).isFixed()) {
            hidden.set(cell);
        }
    }

    boolean isMet(Demand demand) {
        return meet(demand, false);
    }

    /** Hides what it takes. The demand of one who knows nothing stands for those of all who know their own figure. */
    boolean meet(Demand demand) {
        return meet(demand, true);
    }

    /** Shows a cell if every demand can be met without it. */
    void showIfSafe(int cell) {
        Map<Demand, Movement> before = new LinkedHashMap<>(proofs);
        hidden.clear(cell);
        proofs.values().removeIf(movement -> movement.moves(cell));
        for (Demand demand : before.keySet()) {
            if (!proofs.containsKey(demand) && isRaised(demand) && !meet(demand, false)) {
                hidden.set(cell);
                proofs = before;
                return;
            }
        }
    }

    /** One who knows a figure asks for a movement of his own only where that of all others moves it. */
    private boolean isRaised(Demand demand) {
        Movement ofAll = proofs.get(demand.ofAll());
        return demand.knower() == Demand.NOBODY || ofAll != null && ofAll.moves(demand.knower());
    }

    private boolean meet(Demand demand, boolean hiding) {
        Optional<Movement> movement = movement(demand, hiding);
        if (movement.isEmpty()) {
            return false;
        }
        proofs.put(demand, movement.get());
        if (demand.knower() != Demand.NOBODY) {
            return true;
        }
        boolean met = true;
        for (int cell : movement.get().cells()) {
            if (singletons.get(cell) && cell != demand.cell()) {
                Demand raised = raisedBy(cell, demand);
                met &= raised.by() == 0 || proofs.containsKey(raised) || meet(raised, hiding);
            }
        }
        return met;
    }

    private Demand raisedBy(int singleton, Demand ofAll) {
        Interval needed = requirement.needed(ofAll.cell(), singleton);
        long value = system.cell(ofAll.cell()).value();
        long by = ofAll.by() > 0 ? Math.min(ofAll.by(), needed.upper() - value) : Math.max(ofAll.by(), needed.lower() - value);
        return new Demand(ofAll.cell(), ofAll.asked(), by, singleton);
    }

    private Optional<Movement> movement(Demand demand, boolean hiding) {
        Optional<Movement> found = proofs.values().stream().filter(demand::isMetBy).findFirst()
                .or(() -> amongHidden(demand, hiding ? HIDDEN_REGION : LARGEST_REGION));
        if (found.isEmpty() && hiding) {
            found = amongAll(demand);
            found.ifPresent(movement -> movement.cells().forEach(this::hide));
        }
        return found;
    }

    private Optional<Movement> amongHidden(Demand demand, int largest) {
        IndependentCells cells = ofHidden();
        if (cells.movement(demand.cell()).isEmpty()) {
            return Optional.empty();
        }
        Region region = new Region(system, cells, cell -> 1, demand.cell());
        for (int most = HIDDEN_REGION; ; most *= 4) {
            BitSet inside = region.grow(most);
            Optional<Movement> found = solve(demand, cells, inside, cell -> 0);
            if (found.isPresent() || inside.cardinality() < most || most >= largest) {
                return found;
            }
        }
    }

    /** Where weights of very different size lead the solver astray, their logarithms do as well. */
    private Optional<Movement> amongAll(Demand demand) {
        if (ofAll.movement(demand.cell()).isEmpty()) {
            return Optional.empty();
        }
        Region region = new Region(system, ofAll, this::distance, demand.cell());
        for (int most = COMPANION_REGION; ; most *= 4) {
            BitSet inside = region.grow(most);
            Optional<Movement> found = solve(demand, ofAll, inside, cell -> system.cell(cell).weight() / usualWeight)
                    .or(() -> solve(demand, ofAll, inside, this::distance));
            if (found.isPresent() || inside.cardinality() < most || most >= LARGEST_REGION) {
                return found;
            }
        }
    }

    private Optional<Movement> solve(Demand demand, IndependentCells cells, BitSet inside, IntToDoubleFunction weight) {
        return new MovementProgram(system, limits, hidden, cells, demand, weight).solve(inside);
    }

    /** Made anew whenever other cells are hidden. */
    private IndependentCells ofHidden() {
        if (!hidden.equals(whenMade)) {
            whenMade = (BitSet) hidden.clone();
            ofHidden = new IndependentCells(system, hidden::get);
        }
        return ofHidden;
    }

    /** Small cells are near, and so are few steps. */
    private double distance(int cell) {
        return hidden.get(cell) ? 1 : 1 + Math.log1p(system.cell(cell).weight());
    }
}
