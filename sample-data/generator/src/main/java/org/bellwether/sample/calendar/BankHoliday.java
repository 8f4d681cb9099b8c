package org.bellwether.sample.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** A bank holiday in England. */
public record BankHoliday(LocalDate date, String title) {

    /** The bank holidays of one calendar year, substitutes and the extra ones of 2022 and 2023 included, in order. */
    public static List<BankHoliday> of(int year) {
        LocalDate easter = Easter.sunday(year);
        LocalDate may = LocalDate.of(year, 5, 1);
        List<BankHoliday> days = new ArrayList<>();
        days.add(new BankHoliday(weekday(LocalDate.of(year, 1, 1)), "New Year's Day"));
        days.add(new BankHoliday(easter.minusDays(2), "Good Friday"));
        days.add(new BankHoliday(easter.plusDays(1), "Easter Monday"));
        days.add(new BankHoliday(may.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)), "Early May bank holiday"));
        if (year == 2023) {
            days.add(new BankHoliday(LocalDate.of(2023, 5, 8), "Bank holiday for the coronation"));
        }
        if (year == 2022) {
            days.add(new BankHoliday(LocalDate.of(2022, 6, 2), "Spring bank holiday"));
            days.add(new BankHoliday(LocalDate.of(2022, 6, 3), "Platinum Jubilee bank holiday"));
            days.add(new BankHoliday(LocalDate.of(2022, 9, 19), "Bank holiday for the State Funeral"));
        } else {
            days.add(new BankHoliday(may.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)), "Spring bank holiday"));
        }
        days.add(new BankHoliday(LocalDate.of(year, 8, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                "Summer bank holiday"));
        LocalDate christmas = weekday(LocalDate.of(year, 12, 25));
        days.add(new BankHoliday(christmas, "Christmas Day"));
        days.add(new BankHoliday(weekday(christmas.plusDays(1)), "Boxing Day"));
        days.sort((one, other) -> one.date().compareTo(other.date()));
        return days;
    }

    private static LocalDate weekday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.plusDays(2);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }
}
