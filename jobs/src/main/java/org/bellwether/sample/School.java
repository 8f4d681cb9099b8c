package org.bellwether.sample;

import java.time.LocalDate;

/**
 * A school of the council. A school that became an academy keeps its LAESTAB and has another URN from that day.
 *
 * @param highYear the last NC year it teaches: 13 with a sixth form
 * @param convertedOn the day it became an academy; null for all others
 */
record School(int laestab, int urn, String name, Phase phase, String neighbourhood, int highYear, boolean isAcademy,
        LocalDate opened, LocalDate convertedOn, int academyUrn) {

    int urn(LocalDate date) {
        return convertedOn == null || date.isBefore(convertedOn) ? urn : academyUrn;
    }

    int establishment() {
        return laestab % 10_000;
    }

    boolean teaches(int year) {
        return year >= phase.lowYear && year <= highYear;
    }
}
