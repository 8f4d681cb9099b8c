package org.bellwether.app.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * The days before which there is a night.
 *
 * @param known days of which the authority's calendar tells; of others nobody knows, and their nights take place
 * @param school those of them on which schools are open to pupils
 */
public record SchoolDays(Set<LocalDate> known, Set<LocalDate> school) {

    private static final int NOON = 12;

    /** A calendar that excludes nothing. */
    public static SchoolDays everyDay() {
        return new SchoolDays(Set.of(), Set.of());
    }

    /** Whether a night that begins then is skipped. */
    public boolean excludes(Instant night, ZoneId zone) {
        LocalDate day = dayAfter(night, zone);
        return known.contains(day) && !school.contains(day);
    }

    /** A night that begins after noon is the night before the next day. */
    private static LocalDate dayAfter(Instant night, ZoneId zone) {
        ZonedDateTime begins = night.atZone(zone);
        return begins.getHour() < NOON ? begins.toLocalDate() : begins.toLocalDate().plusDays(1);
    }
}
