package org.bellwether.release.site.chart;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people write them. */
public final class Days {

    public static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    public static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private Days() {
    }
}
