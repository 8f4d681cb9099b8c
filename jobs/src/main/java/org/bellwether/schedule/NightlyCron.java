package org.bellwether.schedule;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.bellwether.home.ConfigException;
import org.bellwether.home.Settings;
import org.quartz.CronExpression;

/** When nights begin: a cron expression of Quartz, in the zone in which it is meant. */
public final class NightlyCron {

    private final CronExpression expression;
    private final ZoneId zone;

    private NightlyCron(CronExpression expression, ZoneId zone) {
        this.expression = expression;
        this.zone = zone;
    }

    /** @throws ConfigException where cron or zone cannot be read */
    public static NightlyCron of(Settings.Schedule settings) {
        try {
            CronExpression expression = new CronExpression(settings.cron());
            ZoneId zone = ZoneId.of(settings.zone());
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            return new NightlyCron(expression, zone);
        } catch (ParseException e) {
            throw new ConfigException("application.yml: bellwether.schedule.cron is no cron expression of six or seven fields, such as"
                    + " 0 30 2 * * ? for half past two every night");
        } catch (DateTimeException e) {
            throw new ConfigException("application.yml: bellwether.schedule.zone is no time zone, such as Europe/London");
        }
    }

    /** The first time after the instant; empty where there is none any more. */
    public Optional<Instant> next(Instant after) {
        return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(after))).map(Date::toInstant);
    }

    public ZoneId zone() {
        return zone;
    }

    CronExpression expression() {
        return expression;
    }
}
