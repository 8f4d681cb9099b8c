package org.bellwether.app.schedule;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The beginning of a night as a person reads it: day and clock in the zone of the schedule. */
public final class FireTimeFormat {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm XXX '('VV')'", Locale.UK);

    private FireTimeFormat() {
    }

    public static String of(Instant night, NightlyFireTimes fireTimes) {
        return FORMAT.format(night.atZone(fireTimes.cron().zone()));
    }
}
