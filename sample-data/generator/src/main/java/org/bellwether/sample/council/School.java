package org.bellwether.sample.council;

import java.time.LocalDate;

/**
 * A school of the council. A school that became an academy keeps its LAESTAB and has another URN from that day.
 *
 * @param highYear the last NC year it teaches: 13 with a sixth form
 * @param convertedOn the day it became an academy; null for all others
 */
public record School(int laestab, int urn, String name, Phase phase, String neighbourhood, int highYear, boolean isAcademy,
        LocalDate opened, LocalDate convertedOn, int academyUrn) {

    public int urn(LocalDate date) {
        return convertedOn == null || date.isBefore(convertedOn) ? urn : academyUrn;
    }

    public int establishment() {
        return laestab % 10_000;
    }

    public boolean teaches(int year) {
        return year >= phase.lowYear() && year <= highYear;
    }
}
