package org.bellwether.sample.census;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.calendar.Term;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;

/** One school census: its day, and the terms whose attendance and exclusions it collects in arrears. */
public record Census(SchoolYear year, Term term, LocalDate day) {

    private static final List<String> SEASONS = List.of("autumn", "spring", "summer");

    /** The censuses that the council has by the first night, in order. */
    public static List<Census> of(Council council) {
        List<Census> found = new ArrayList<>();
        for (SchoolYear year : council.years()) {
            found.add(new Census(year, Term.AUT, thursday(year.start(), 10, 1)));
            found.add(new Census(year, Term.SPR, thursday(year.start() + 1, 1, 3)));
            found.add(new Census(year, Term.SUM, thursday(year.start() + 1, 5, 3)));
        }
        found.removeIf(census -> census.day().isAfter(Scenario.LAST_CENSUS));
        return found;
    }

    /** 2024_autumn: the calendar year of census day. */
    public String label() {
        return day.getYear() + "_" + SEASONS.get(term.ordinal());
    }

    public boolean isSpring() {
        return term == Term.SPR;
    }

    boolean isAutumn() {
        return term == Term.AUT;
    }

    /** Half terms of attendance that the main table holds: the term before, of the summer only its first half. */
    List<String> attendance() {
        return switch (term) {
            case AUT -> List.of("SUM1");
            case SPR -> List.of("AUT1", "AUT2");
            case SUM -> List.of("SPR1", "SPR2");
        };
    }

    /** Start of the academic year of that attendance. */
    int attendanceYear() {
        return isAutumn() ? year.start() - 1 : year.start();
    }

    LocalDate attendanceFrom() {
        Term before = Term.values()[(term.ordinal() + 2) % 3];
        return before.windowStart(attendanceYear());
    }

    /** First day of the exclusions collected: two terms back. */
    LocalDate exclusionsFrom() {
        return switch (term) {
            case AUT -> Term.SPR.windowStart(year.start() - 1);
            case SPR -> Term.SUM.windowStart(year.start() - 1);
            case SUM -> Term.AUT.windowStart(year.start());
        };
    }

    LocalDate exclusionsTo() {
        return switch (term) {
            case AUT -> Term.SUM.windowEnd(year.start() - 1);
            case SPR -> Term.AUT.windowEnd(year.start());
            case SUM -> Term.SPR.windowEnd(year.start());
        };
    }

    boolean collects(LocalDate start) {
        return !start.isBefore(exclusionsFrom()) && !start.isAfter(exclusionsTo());
    }

    /** The second and last census to return an exclusion of that day. */
    boolean isFinalFor(LocalDate start) {
        return Term.of(start) == Term.values()[(term.ordinal() + 1) % 3];
    }

    /** 8994003_SC1_899LL25_001.xml, as a school's own system names it. */
    String xmlName(School school, int serial) {
        int survey = isSpring() ? 1 : isAutumn() ? 3 : 2;
        return String.format(Locale.ROOT, "%d_SC%d_%dLL%02d_%03d.xml", school.laestab(), survey, Scenario.LA_CODE,
                day.getYear() % 100, serial);
    }

    private static LocalDate thursday(int year, int month, int nth) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.THURSDAY));
    }
}
