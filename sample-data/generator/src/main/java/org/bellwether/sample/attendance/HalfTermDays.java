package org.bellwether.sample.attendance;

import java.time.LocalDate;
import java.util.List;
import org.bellwether.sample.calendar.HalfTerm;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Scenario;

/** The school days of one half term that are known on the second night. */
public record HalfTermDays(SchoolYear year, HalfTerm half, int firstOrdinal, List<LocalDate> days) {

    public static HalfTermDays of(SchoolYear year, HalfTerm half) {
        LocalDate last = half.to().isAfter(Scenario.SECOND_NIGHT) ? Scenario.SECOND_NIGHT : half.to();
        return new HalfTermDays(year, half, year.ordinal(half.from()), year.between(half.from(), last));
    }

    public int size() {
        return days.size();
    }

    /** The codes of the 2024 Regulations are in use. */
    boolean hasNewCodes() {
        return year.start() >= 2024;
    }

    /** 0 for AUT1 to 5 for SUM2. */
    public int index() {
        return year.halfTerms().indexOf(half);
    }
}
