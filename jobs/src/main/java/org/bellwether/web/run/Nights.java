package org.bellwether.web.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.app.schedule.CurrentFireTimes;
import org.bellwether.app.schedule.NightlyFireTimes;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.release.store.ReleaseFolder;
import org.springframework.stereotype.Component;

/** The nights that are to come, by the cron and the calendar of the current release; the calendar is read once a release. */
@Component
public class Nights {

    private static final Settings.Engine SMALL = new Settings.Engine("128MB", 1);

    private final Project project;
    private final Home home;
    private final Settings settings;
    private Path read;
    private NightlyFireTimes fireTimes;
    private Map<LocalDate, String> reasons = Map.of();

    Nights(Project project, Home home, Settings settings) {
        this.project = project;
        this.home = home;
        this.settings = settings;
    }

    /**
     * A day of the calendar.
     *
     * @param night when the night before it begins; null where there is none
     * @param why   why there is none; empty where there is
     */
    public record Day(LocalDate day, Instant night, String why) {
    }

    /** The next nights. */
    public List<Instant> next(int count) {
        return fireTimes().next(Instant.now(), count);
    }

    /** Days from today on, each with its night or why it has none. */
    public List<Day> days(int count) {
        NightlyFireTimes times = fireTimes();
        LocalDate today = LocalDate.now(times.cron().zone());
        Map<LocalDate, Instant> nights = new TreeMap<>();
        times.next(Instant.now(), count).forEach(night -> nights.putIfAbsent(night.atZone(times.cron().zone()).toLocalDate(), night));
        List<Day> days = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            LocalDate day = today.plusDays(n);
            days.add(new Day(day, nights.get(day), nights.containsKey(day) ? "" : n == 0 ? "begun already, or not by the cron" : reasons.getOrDefault(day, "not by the cron " + settings.schedule().cron())));
        }
        return days;
    }

    private synchronized NightlyFireTimes fireTimes() {
        try {
            Path current = Files.exists(home.current()) ? home.current().toRealPath() : home.root();
            if (fireTimes == null || !current.equals(read)) {
                fireTimes = CurrentFireTimes.read(project, home, settings.schedule());
                reasons = settings.schedule().schoolDaysOnly() ? reasons(new ReleaseFolder(current).publishedDimensions().resolve("dim_date.parquet")) : Map.of();
                read = current;
            }
            return fireTimes;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The calendar of the current release cannot be read", e);
        }
    }

    /** Why a day that the calendar knows is none on which schools are open. */
    private Map<LocalDate, String> reasons(Path dates) throws SQLException {
        Map<LocalDate, String> found = new TreeMap<>();
        if (Files.exists(dates)) {
            try (DuckDb engine = DuckDb.memory(project, SMALL); Connection connection = engine.connection()) {
                Sql.query(connection, "select date, case when dayofweek(date) in (0, 6) then 'weekend' when bank_holiday is not null then bank_holiday else 'no school day' end"
                        + " from read_parquet(" + Sql.literal(dates.toString()) + ") where school_day_ordinal is not null and not coalesce(is_school_day, false)",
                        row -> found.put(row.getObject(1, LocalDate.class), row.getString(2)));
            }
        }
        return found;
    }
}
