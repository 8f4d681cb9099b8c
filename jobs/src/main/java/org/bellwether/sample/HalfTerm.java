package org.bellwether.sample;

import java.time.LocalDate;

/** A half term of teaching: its code AUT1 to SUM2, first and last day. */
record HalfTerm(String code, LocalDate from, LocalDate to) {

    Term term() {
        return Term.valueOf(code.substring(0, 3));
    }

    boolean holds(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
