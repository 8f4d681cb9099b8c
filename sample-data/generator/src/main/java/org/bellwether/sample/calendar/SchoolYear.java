package org.bellwether.sample.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One academic year of the council's schools: half terms, training days, bank holidays and the 190 days of school.
 *
 * <p>The Easter holiday lies where councils put it: from Good Friday where Easter is early, around Easter in early
 * April, before Easter where it is late.
 */
public final class SchoolYear {

    private static final int DAYS = 190;

    private final int start;
    private final List<HalfTerm> halfTerms = new ArrayList<>();
    private final List<LocalDate> trainingDays = new ArrayList<>();
    private final List<BankHoliday> bankHolidays = new ArrayList<>();
    private final LocalDate[] schoolDays;

    public SchoolYear(int start) {
        this.start = start;
        for (BankHoliday holiday : BankHoliday.of(start)) {
            if (holiday.date().getMonthValue() >= 9) {
                bankHolidays.add(holiday);
            }
        }
        for (BankHoliday holiday : BankHoliday.of(start + 1)) {
            if (holiday.date().getMonthValue() <= 8) {
                bankHolidays.add(holiday);
            }
        }
        LocalDate september = firstMonday(start);
        LocalDate october = LocalDate.of(start, 10, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
        LocalDate christmas = LocalDate.of(start, 12, 22).with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
        LocalDate january = christmas.plusDays(17);
        LocalDate february = monday(start + 1, Month.FEBRUARY, 3);
        LocalDate may = LocalDate.of(start + 1, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
        LocalDate easter = Easter.sunday(start + 1);
        boolean early = easter.isBefore(LocalDate.of(start + 1, 4, 2));
        boolean late = easter.isAfter(LocalDate.of(start + 1, 4, 13));
        LocalDate springEnd = easter.minusDays(early ? 3 : late ? 16 : 9);
        LocalDate summerStart = easter.plusDays(early ? 15 : late ? 2 : 8);

        trainingDays.addAll(List.of(september, september.plusDays(1), january, may.plusDays(7)));
        halfTerms.add(new HalfTerm("AUT1", september, october.minusDays(3)));
        halfTerms.add(new HalfTerm("AUT2", october.plusDays(7), christmas));
        halfTerms.add(new HalfTerm("SPR1", january, february.minusDays(3)));
        halfTerms.add(new HalfTerm("SPR2", february.plusDays(7), springEnd));
        halfTerms.add(new HalfTerm("SUM1", summerStart, may.minusDays(3)));
        Set<LocalDate> closed = new HashSet<>(trainingDays);
        bankHolidays.forEach(holiday -> closed.add(holiday.date()));
        List<LocalDate> days = new ArrayList<>();
        for (HalfTerm half : halfTerms) {
            half.from().datesUntil(half.to().plusDays(1)).filter(day -> isOpen(day, closed)).forEach(days::add);
        }
        LocalDate day = may.plusDays(7);
        while (days.size() < DAYS) {
            if (isOpen(day, closed)) {
                days.add(day);
            }
            day = day.plusDays(1);
        }
        LocalDate lastTraining = nextWeekday(days.get(DAYS - 1));
        trainingDays.add(lastTraining);
        halfTerms.add(new HalfTerm("SUM2", may.plusDays(7), lastTraining));
        schoolDays = days.toArray(LocalDate[]::new);
    }

    /** The first day of the year, on which children join the roll: the first Monday of September. */
    public static LocalDate firstMonday(int start) {
        return monday(start, Month.SEPTEMBER, 1);
    }

    /** Calendar year of its September. */
    public int start() {
        return start;
    }

    /** 202425. */
    public int key() {
        return start * 100 + (start + 1) % 100;
    }

    public List<HalfTerm> halfTerms() {
        return halfTerms;
    }

    public List<LocalDate> trainingDays() {
        return trainingDays;
    }

    public List<BankHoliday> bankHolidays() {
        return bankHolidays;
    }

    public LocalDate first() {
        return schoolDays[0];
    }

    public LocalDate last() {
        return schoolDays[DAYS - 1];
    }

    /** The last Friday of June, on which a child of Year 11 may leave school. */
    public LocalDate leavingDay() {
        return LocalDate.of(start + 1, 6, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
    }

    public int size() {
        return DAYS;
    }

    public LocalDate day(int ordinal) {
        return schoolDays[ordinal];
    }

    /** Ordinal of the first school day on or after the date; {@link #size()} where the year is over. */
    public int ordinal(LocalDate date) {
        int found = Arrays.binarySearch(schoolDays, date);
        return found >= 0 ? found : -found - 1;
    }

    public boolean isSchoolDay(LocalDate date) {
        return Arrays.binarySearch(schoolDays, date) >= 0;
    }

    /** The school day that many after the date, at latest the last of the year. */
    public LocalDate after(LocalDate date, int days) {
        return schoolDays[Math.min(ordinal(date) + days, DAYS - 1)];
    }

    /** The school days from one date to another, both included. */
    public List<LocalDate> between(LocalDate from, LocalDate to) {
        List<LocalDate> found = new ArrayList<>();
        for (int i = ordinal(from); i < DAYS && !schoolDays[i].isAfter(to); i++) {
            found.add(schoolDays[i]);
        }
        return found;
    }

    private static boolean isOpen(LocalDate day, Set<LocalDate> closed) {
        return day.getDayOfWeek().getValue() <= 5 && !closed.contains(day);
    }

    private static LocalDate monday(int year, Month month, int nth) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.MONDAY));
    }

    private static LocalDate nextWeekday(LocalDate date) {
        LocalDate next = date.plusDays(1);
        return next.getDayOfWeek().getValue() <= 5 ? next : next.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
