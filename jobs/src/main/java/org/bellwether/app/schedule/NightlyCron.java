package org.bellwether.app.schedule;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.bellwether.config.Settings;
import org.quartz.CronExpression;

/**
 * When nights begin: a cron expression of Quartz, by the clock of the zone in which it is meant.
 *
 * <p>A time that the clock skips in spring is taken at the first instant after the gap; one that it shows twice in autumn is
 * taken the first time.
 */
public final class NightlyCron {

    private final CronExpression expression;
    private final ZoneId zone;

    private NightlyCron(CronExpression expression, ZoneId zone) {
        this.expression = expression;
        this.zone = zone;
    }

    /** @param settings as they were read, so that cron and zone are such */
    public static NightlyCron of(Settings.Schedule settings) {
        try {
            CronExpression expression = new CronExpression(settings.cron());
            ZoneId zone = ZoneId.of(settings.zone());
            // The expression tells what a clock shows; which instant that is, is settled here, since Quartz leaves out what a clock skips.
            expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
            return new NightlyCron(expression, zone);
        } catch (ParseException e) {
            throw new IllegalArgumentException("bellwether.schedule.cron is no cron expression", e);
        }
    }

    /** The first time after the instant; empty where there is none any more. */
    public Optional<Instant> next(Instant after) {
        Optional<LocalDateTime> shown = Optional.of(LocalDateTime.ofInstant(after, zone));
        do {
            shown = shown.flatMap(this::nextShown);
        } while (shown.isPresent() && !instant(shown.get()).isAfter(after));
        return shown.map(this::instant);
    }

    public ZoneId zone() {
        return zone;
    }

    private Optional<LocalDateTime> nextShown(LocalDateTime after) {
        return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(after.toInstant(ZoneOffset.UTC))))
                .map(next -> LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC));
    }

    private Instant instant(LocalDateTime shown) {
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        return change != null && change.isGap() ? change.getInstant() : shown.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
