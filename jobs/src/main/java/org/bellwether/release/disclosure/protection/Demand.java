package org.bellwether.release.disclosure.protection;

/**
 * That a cell could as well be so much more or less, for all that an attacker sees.
 *
 * @param asked  what all others ask that it can move by
 * @param by     what this attacker asks that it can move by, as much or less, not 0
 * @param knower number of the cell whose figure the attacker knows of itself; {@link #NOBODY} for one who knows none
 */
record Demand(int cell, long asked, long by, int knower) {

    static final int NOBODY = -1;

    static Demand of(int cell, long by) {
        return new Demand(cell, by, by, NOBODY);
    }

    Demand ofAll() {
        return of(cell, asked);
    }

    Demand half() {
        return of(cell, by / 2);
    }

    /** Other figures that this attacker holds possible. */
    boolean isMetBy(Movement movement) {
        double moved = movement.of(cell);
        return (by > 0 ? moved >= by - Movement.TOLERANCE : moved <= by + Movement.TOLERANCE) && !movement.moves(knower);
    }
}
