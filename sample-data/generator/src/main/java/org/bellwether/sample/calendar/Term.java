package org.bellwether.sample.calendar;

import java.time.LocalDate;

/** A term by its official window: 1 August, 1 January, Easter Monday to 31 July. */
public enum Term {

    AUT, SPR, SUM;

    public static Term of(LocalDate date) {
        if (date.getMonthValue() >= 8) {
            return AUT;
        }
        return date.isAfter(Easter.sunday(date.getYear())) ? SUM : SPR;
    }

    public LocalDate windowStart(int academicYear) {
        return switch (this) {
            case AUT -> LocalDate.of(academicYear, 8, 1);
            case SPR -> LocalDate.of(academicYear + 1, 1, 1);
            case SUM -> Easter.sunday(academicYear + 1).plusDays(1);
        };
    }

    public LocalDate windowEnd(int academicYear) {
        return switch (this) {
            case AUT -> LocalDate.of(academicYear, 12, 31);
            case SPR -> Easter.sunday(academicYear + 1);
            case SUM -> LocalDate.of(academicYear + 1, 7, 31);
        };
    }
}
