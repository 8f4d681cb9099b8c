package org.bellwether.sample.council;

import java.time.LocalDate;

/** A child placed in a provision from one day to another; {@code end} null: still there. */
public record Placement(int id, Provision provision, Pupil pupil, int homeLaestab, LocalDate start, LocalDate plannedEnd,
        LocalDate end, String reason, int sessionsPerWeek) {

    public boolean isOn(LocalDate from, LocalDate to) {
        return !start.isAfter(to) && (end == null || !end.isBefore(from));
    }
}
