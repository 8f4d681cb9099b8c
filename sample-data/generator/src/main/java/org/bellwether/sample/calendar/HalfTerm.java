package org.bellwether.sample.calendar;

import java.time.LocalDate;

/** A half term of teaching: its code AUT1 to SUM2, first and last day. */
public record HalfTerm(String code, LocalDate from, LocalDate to) {

    public Term term() {
        return Term.valueOf(code.substring(0, 3));
    }

    public boolean holds(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
