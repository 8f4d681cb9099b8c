package org.bellwether.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bellwether.config.Settings;

/** Moments and spans as pages write them. */
public final class When {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK).withZone(Settings.LONDON);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'at' HH:mm", Locale.UK).withZone(Settings.LONDON);
    private static final int A_MINUTE = 60;
    private static final int AN_HOUR = 3600;

    private When() {
    }

    /** 14 May 2026 at 02:30; empty for none. */
    public static String moment(Instant moment) {
        return moment == null ? "" : MOMENT.format(moment);
    }

    /** The same with the day of the week. */
    public static String day(Instant moment) {
        return moment == null ? "" : DAY.format(moment);
    }

    /** 1 min 12 s; empty where either is not known. */
    public static String span(Instant from, Instant to) {
        return from == null || to == null ? "" : span(Duration.between(from, to));
    }

    public static String span(Duration span) {
        double seconds = Math.max(0, span.toMillis()) / 1000.0;
        if (seconds < A_MINUTE) {
            return String.format(Locale.UK, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
        }
        long whole = span.toSeconds();
        return whole < AN_HOUR ? whole / A_MINUTE + " min " + whole % A_MINUTE + " s" : whole / AN_HOUR + " h " + whole % AN_HOUR / A_MINUTE + " min";
    }

    /** How long ago, in days where it is more than one. */
    public static String ago(Instant moment) {
        Duration span = Duration.between(moment, Instant.now());
        return span.toDays() > 1 ? span.toDays() + " days ago" : span.toHours() > 1 ? span.toHours() + " hours ago" : Math.max(0, span.toMinutes()) + " minutes ago";
    }
}
