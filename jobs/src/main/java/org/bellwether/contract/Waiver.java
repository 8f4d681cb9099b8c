package org.bellwether.contract;

import java.time.LocalDate;
import java.util.List;

/**
 * A rule that is not asked of some schools for a while.
 *
 * @param name    by which config calls it
 * @param schools LAESTABs
 * @param from    first day, in England, on which a file is received that it holds for
 * @param until   last of these days
 * @param by      who has decided it
 */
public record Waiver(String name, String rule, List<Integer> schools, LocalDate from, LocalDate until, String by, String why) {

    public Waiver {
        schools = List.copyOf(schools);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
