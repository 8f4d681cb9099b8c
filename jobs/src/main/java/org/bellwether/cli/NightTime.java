package org.bellwether.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bellwether.schedule.NightPlan;

/** The beginning of a night as a person reads it: day and clock in the zone of the schedule. */
final class NightTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm XXX '('VV')'", Locale.UK);

    private NightTime() {
    }

    static String of(Instant night, NightPlan plan) {
        return FORMAT.format(night.atZone(plan.cron().zone()));
    }
}
