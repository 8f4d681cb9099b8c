package org.bellwether.warehouse;

import java.time.LocalDate;
import java.time.Month;

/** Academic years as EES writes them, 202425; the same as the function of that name that models use. */
final class AcademicYear {

    private AcademicYear() {
    }

    /** The official windows: 1 August to 31 July. */
    static int of(LocalDate date) {
        int first = date.getMonth().compareTo(Month.AUGUST) >= 0 ? date.getYear() : date.getYear() - 1;
        return first * 100 + (first + 1) % 100;
    }
}
