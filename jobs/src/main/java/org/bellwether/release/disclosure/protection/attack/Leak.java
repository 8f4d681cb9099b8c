package org.bellwether.release.disclosure.protection.attack;

import java.util.List;
import org.bellwether.release.disclosure.protection.Interval;

/**
 * A hidden cell of which too much follows from what is shown.
 *
 * @param attained  from where to where it can lie; an end beyond what is needed is not followed further
 * @param needed    from where to where it would have to be able to lie
 * @param attacker  who works it out
 * @param relations names of as few relations as prove it, none of which can be left out
 */
public record Leak(String cell, Interval attained, Interval needed, Attacker attacker, List<String> relations) {

    /** What is known besides what is shown. */
    public enum Attacker {
        /** Nothing but how tables add up. */
        READER,
        /** Also below which threshold figures are hidden, and which of the hidden are. */
        KNOWS_THE_RULE,
        /** Also the own figure. */
        SINGLETON
    }

    /** Whether the figure itself follows. */
    public boolean isExact() {
        return attained.isOneValue();
    }

    @Override
    public String toString() {
        return cell + " is in " + attained + " and should be open over " + needed + ": " + String.join("; ", relations);
    }
}
