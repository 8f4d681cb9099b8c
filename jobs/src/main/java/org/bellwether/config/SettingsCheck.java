package org.bellwether.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Settings that cannot be meant are found when they are read, all of them at once, and not by what stumbles over them in the night. */
final class SettingsCheck {

    private static final Pattern AMOUNT = Pattern.compile("\\d+([.]\\d+)?\\s*([KMGT]i?)?B", Pattern.CASE_INSENSITIVE);
    private static final int FIRST_LA = 201;
    private static final int LAST_LA = 999;

    private final List<String> wrong = new ArrayList<>();

    private SettingsCheck() {
    }

    /** @throws ConfigException naming the file and every key whose value is out of its range */
    static Settings checked(Settings settings, ConfigFiles config) {
        SettingsCheck check = new SettingsCheck();
        check.all(settings.bellwether());
        if (!check.wrong.isEmpty()) {
            Path own = config.overlay().resolve(Settings.FILE);
            Path file = Files.exists(own) ? own : config.shipped().resolve(Settings.FILE);
            throw new ConfigException(file + ": " + String.join("; ", check.wrong));
        }
        return settings;
    }

    private void all(Settings.Bellwether all) {
        if (!isThere("bellwether", all)) {
            return;
        }
        if (all.la() != 0) {
            range("la", all.la(), FIRST_LA, LAST_LA);
        }
        range("max_rejected_pct", all.maxRejectedPct(), 0, 100);
        if (isThere("inbox", all.inbox()) && isThere("inbox.quiet", all.inbox().quiet())) {
            that("inbox.quiet", !all.inbox().quiet().isNegative() && all.inbox().quiet().compareTo(Duration.ofDays(1)) <= 0,
                    "a time from PT0S to P1D", all.inbox().quiet());
            range("inbox.max_file_bytes", all.inbox().maxFileBytes(), 1, Long.MAX_VALUE);
            range("inbox.max_unpacked_bytes", all.inbox().maxUnpackedBytes(), 1, Long.MAX_VALUE);
            range("inbox.max_line_bytes", all.inbox().maxLineBytes(), 1, Integer.MAX_VALUE);
        }
        if (isThere("engine", all.engine()) && isThere("engine.memory_limit", all.engine().memoryLimit())) {
            that("engine.memory_limit", AMOUNT.matcher(all.engine().memoryLimit().strip()).matches(), "an amount such as 2GB or 512MB",
                    all.engine().memoryLimit());
            range("engine.threads", all.engine().threads(), 1, 1024);
        }
        if (isThere("control", all.control()) && isThere("control.url", all.control().url())) {
            that("control.url", all.control().url().isBlank() || all.control().url().startsWith("jdbc:"),
                    "empty or begin with jdbc:postgresql://", all.control().url());
        }
        if (isThere("schedule", all.schedule()) && isThere("schedule.cron", all.schedule().cron())
                && isThere("schedule.zone", all.schedule().zone())) {
            that("schedule.zone", isZone(all.schedule().zone()), "a time zone such as Europe/London", all.schedule().zone());
        }
        if (isThere("releases", all.releases())) {
            range("releases.keep", all.releases().keep(), 1, 100_000);
        }
        if (isThere("key_copy", all.keyCopy()) && isThere("key_copy.path", all.keyCopy().path()) && isThere("key_copy.kept", all.keyCopy().kept())
                && isThere("key_copy.checked", all.keyCopy().checked())) {
            that("key_copy.checked", isDay(all.keyCopy().checked()) && all.keyCopy().kept().isBlank() == all.keyCopy().checked().isBlank(),
                    "the day on which somebody last saw what key_copy.kept names, such as 2026-04-01", all.keyCopy().checked());
        }
        if (isThere("measures", all.measures())) {
            range("measures.pa_min_possible_sessions", all.measures().paMinPossibleSessions(), 0, 400);
            range("measures.ebsna_window_weeks", all.measures().ebsnaWindowWeeks(), 1, 53);
            range("measures.low_base", all.measures().lowBase(), 0, 1_000_000);
            range("measures.notice_lag_days", all.measures().noticeLagDays(), 0, 366);
        }
    }

    private boolean isThere(String key, Object value) {
        that(key, value != null, "there: leave the key out to have the shipped value", "empty");
        return value != null;
    }

    private void range(String key, long value, long from, long to) {
        String bounds = to >= Integer.MAX_VALUE ? from + " or more" : "from " + from + " to " + to;
        that(key, value >= from && value <= to, bounds, value);
    }

    private void that(String key, boolean holds, String must, Object is) {
        if (!holds) {
            wrong.add((key.equals("bellwether") ? "" : "bellwether.") + key + " must be " + must + " and is " + is);
        }
    }

    private static boolean isDay(String day) {
        try {
            return day.isBlank() || !LocalDate.parse(day).isAfter(LocalDate.now(Settings.LONDON));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
