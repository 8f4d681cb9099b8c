package org.bellwether.schedule;

import java.time.Instant;
import org.quartz.impl.calendar.BaseCalendar;

/** A plan as Quartz asks for it: which moments count, and which is the next that does. */
final class PlanCalendar extends BaseCalendar {

    private static final long serialVersionUID = 1L;

    private final transient NightPlan plan;

    PlanCalendar(NightPlan plan) {
        this.plan = plan;
    }

    @Override
    public boolean isTimeIncluded(long moment) {
        return !plan.isExcluded(Instant.ofEpochMilli(moment));
    }

    @Override
    public long getNextIncludedTime(long moment) {
        return isTimeIncluded(moment) ? moment : plan.next(Instant.ofEpochMilli(moment)).map(Instant::toEpochMilli).orElse(0L);
    }
}
