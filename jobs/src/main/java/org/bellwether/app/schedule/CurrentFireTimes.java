package org.bellwether.app.schedule;

import java.time.Instant;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.home.Home;

/** The fire times of a home by its settings and the calendar of the release that is current now. */
public final class CurrentFireTimes {

    private CurrentFireTimes() {
    }

    /** @throws BellwetherException where there is never a night */
    public static NightlyFireTimes read(Project project, Home home, Settings.Schedule settings) {
        NightlyCron cron = NightlyCron.of(settings);
        SchoolDays days = settings.schoolDaysOnly() ? new ReleasedCalendar(project, home).read() : SchoolDays.everyDay();
        NightlyFireTimes fireTimes = new NightlyFireTimes(cron, days);
        if (fireTimes.next(Instant.now()).isEmpty()) {
            throw ErrorCode.NO_NIGHT.with(home.config().resolve(Settings.FILE));
        }
        return fireTimes;
    }
}
