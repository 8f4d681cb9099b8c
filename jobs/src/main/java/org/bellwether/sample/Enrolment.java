package org.bellwether.sample;

import java.time.LocalDate;
import java.util.Arrays;

/** A child on the roll of a school from one day until another. */
final class Enrolment {

    final int id;
    final Pupil pupil;
    final School school;
    final LocalDate entry;
    /** Enrolment status C, M or S in each academic year of the sample. */
    final char[] status;
    private final int entryStart;
    private final int entryYear;
    /** The last day on roll; null while on roll. */
    LocalDate leaving;

    Enrolment(int id, Pupil pupil, School school, LocalDate entry, int ncYear, int academicYear, int years) {
        this.id = id;
        this.pupil = pupil;
        this.school = school;
        this.entry = entry;
        this.entryStart = academicYear;
        this.entryYear = ncYear;
        this.status = new char[years];
        Arrays.fill(status, 'C');
    }

    /** NC year in the academic year: 0 is Reception. */
    int ncYear(int academicYear) {
        return entryYear + academicYear - entryStart;
    }

    boolean isOnRoll(LocalDate date) {
        return !date.isBefore(entry) && (leaving == null || !date.isAfter(leaving));
    }

    boolean overlaps(LocalDate from, LocalDate to) {
        return !entry.isAfter(to) && (leaving == null || !leaving.isBefore(from));
    }
}
