package org.bellwether.sample.council;

import java.time.LocalDate;
import java.util.Arrays;
import org.bellwether.sample.calendar.SchoolYear;

/** A child on the roll of a school from one day until another. */
public final class Enrolment {

    private final int id;
    private final Pupil pupil;
    private final School school;
    private final LocalDate entry;
    private final char[] status;
    private final int entryStart;
    private final int entryYear;
    private LocalDate leaving;

    /**
     * @param ncYear NC year in {@code academicYear}, that of the entry
     * @param years of the sample
     */
    public Enrolment(int id, Pupil pupil, School school, LocalDate entry, int ncYear, int academicYear, int years) {
        this.id = id;
        this.pupil = pupil;
        this.school = school;
        this.entry = entry;
        this.entryStart = academicYear;
        this.entryYear = ncYear;
        this.status = new char[years];
        Arrays.fill(status, 'C');
    }

    public int id() {
        return id;
    }

    public Pupil pupil() {
        return pupil;
    }

    public School school() {
        return school;
    }

    public LocalDate entry() {
        return entry;
    }

    /** The last day on roll; null while on roll. */
    public LocalDate leaving() {
        return leaving;
    }

    public void leave(LocalDate last) {
        leaving = last;
    }

    /** Enrolment status C, M or S in one of the years of the sample. */
    public char status(SchoolYear year) {
        return status[index(year)];
    }

    public void share(SchoolYear year, char shared) {
        status[index(year)] = shared;
    }

    /** NC year in the academic year: 0 is Reception. */
    public int ncYear(int academicYear) {
        return entryYear + academicYear - entryStart;
    }

    public boolean isOnRoll(LocalDate date) {
        return !date.isBefore(entry) && (leaving == null || !date.isAfter(leaving));
    }

    public boolean overlaps(LocalDate from, LocalDate to) {
        return !entry.isAfter(to) && (leaving == null || !leaving.isBefore(from));
    }

    private int index(SchoolYear year) {
        return status.length - 1 - Scenario.LAST_YEAR + year.start();
    }
}
