package org.bellwether.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A change of a return that holds from a day on.
 *
 * @param codes code sets whose valid codes change on that day
 * @param tables the tables as they stand from that day on, earlier changes included
 */
public record DatedChange(LocalDate from, String why, List<String> codes, Map<String, TableContract> tables) {

    public DatedChange {
        codes = List.copyOf(codes);
    }
}
