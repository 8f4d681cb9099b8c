package org.bellwether.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Settings;

/** A moment as a person gives it: an instant, or a day in England, which means its end. */
public final class Moment {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Settings.LONDON);

    private Moment() {
    }

    /** Day and clock in England, for a person. */
    public static String shown(Instant moment) {
        return SHOWN.format(moment);
    }

    /** Name of the folder in which {@code build --as-of} leaves its result. */
    public static String label(String text) {
        return text.replace(':', '-');
    }

    /** @throws BellwetherException where the text is neither */
    public static Instant parse(String text) {
        try {
            return text.contains("T") ? Instant.parse(text)
                    : LocalDate.parse(text).plusDays(1).atStartOfDay(Settings.LONDON).toInstant().minus(1, ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw ErrorCode.NO_MOMENT.because(e, text);
        }
    }

    /** The given moment, or now; in microseconds, which is what the databases keep. */
    public static Instant orNow(String text) {
        return text == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : parse(text);
    }
}
