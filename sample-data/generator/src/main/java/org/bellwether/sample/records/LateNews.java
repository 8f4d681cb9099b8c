package org.bellwether.sample.records;

import java.time.LocalDate;
import org.bellwether.sample.calendar.Easter;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Exclusion;
import org.bellwether.sample.council.Scenario;

/**
 * What the second night brings that the first did not know; each null where so small a set has none.
 *
 * @param lateNotice a suspension of April of which the council hears only now
 * @param madePermanent a suspension of this month that the school has made permanent
 * @param reviewed a permanent exclusion whose review ended today
 */
public record LateNews(Exclusion lateNotice, Exclusion madePermanent, Exclusion reviewed) {

    public static LateNews of(Council council) {
        Exclusion late = null;
        Exclusion permanent = null;
        Exclusion reviewed = null;
        LocalDate easter = Easter.sunday(2026);
        LocalDate may = LocalDate.of(2026, 5, 1);
        for (Exclusion one : council.exclusions()) {
            boolean isPlain = one.category().equals("SUSP") && one.telling() == Exclusion.Telling.BOTH;
            if (isPlain && one.start().isAfter(easter) && one.start().isBefore(may)) {
                late = one;
            } else if (isPlain && !one.start().isBefore(may) && !one.noticed().isAfter(Scenario.FIRST_NIGHT)) {
                permanent = one;
            } else if (one.outcome().equals("PENDING") && !one.noticed().isAfter(Scenario.FIRST_NIGHT)) {
                reviewed = one;
            }
        }
        return new LateNews(late, permanent, reviewed);
    }
}
