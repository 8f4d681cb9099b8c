package org.bellwether.app.schedule;

import java.time.Instant;
import org.quartz.impl.calendar.BaseCalendar;

/** The fire times as Quartz asks for them: which moments count, and which is the next that does. */
final class SchoolDayCalendar extends BaseCalendar {

    private static final long serialVersionUID = 1L;

    private final transient NightlyFireTimes fireTimes;

    SchoolDayCalendar(NightlyFireTimes fireTimes) {
        this.fireTimes = fireTimes;
    }

    @Override
    public boolean isTimeIncluded(long moment) {
        return !fireTimes.isExcluded(Instant.ofEpochMilli(moment));
    }

    @Override
    public long getNextIncludedTime(long moment) {
        return isTimeIncluded(moment) ? moment : fireTimes.next(Instant.ofEpochMilli(moment)).map(Instant::toEpochMilli).orElse(0L);
    }
}
