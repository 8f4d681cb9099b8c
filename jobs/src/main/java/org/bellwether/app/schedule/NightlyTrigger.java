package org.bellwether.app.schedule;

import java.util.Date;
import org.quartz.impl.triggers.CronTriggerImpl;

/** A trigger of Quartz that fires when {@link NightlyCron} says so, through every change of the clock. */
final class NightlyTrigger extends CronTriggerImpl {

    private static final long serialVersionUID = 1L;

    private final transient NightlyCron cron;

    NightlyTrigger(NightlyCron cron) {
        this.cron = cron;
    }

    @Override
    protected Date getTimeAfter(Date after) {
        return cron.next(after.toInstant()).map(Date::from).orElse(null);
    }
}
