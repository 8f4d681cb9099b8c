package org.bellwether.sample.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.sample.calendar.SchoolYear;

/** Everything of Wardown Borough but its attendance marks, which are computed when they are written. */
public final class Council {

    private final int size;
    private final long seed;
    private final List<SchoolYear> years = new ArrayList<>();
    private final List<School> schools;
    private final List<Pupil> pupils = new ArrayList<>();
    private final List<List<Enrolment>> rolls = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<EbsnaEpisode> episodes = new ArrayList<>();

    /**
     * A council with schools and without children.
     *
     * @param size pupils on roll at any time
     * @param academicYears up to {@link Scenario#LAST_YEAR}
     */
    public Council(int size, int academicYears, long seed) {
        this.size = size;
        this.seed = seed;
        this.schools = SchoolPlan.schools(size);
        schools.forEach(school -> rolls.add(new ArrayList<>()));
        for (int i = academicYears - 1; i >= 0; i--) {
            years.add(new SchoolYear(Scenario.LAST_YEAR - i));
        }
    }

    public int size() {
        return size;
    }

    public long seed() {
        return seed;
    }

    public List<SchoolYear> years() {
        return years;
    }

    public List<School> schools() {
        return schools;
    }

    public List<Pupil> pupils() {
        return pupils;
    }

    /** For each school, in their order, all who were ever on its roll, in order of identity. */
    public List<List<Enrolment>> rolls() {
        return rolls;
    }

    public List<Enrolment> roll(School school) {
        return rolls.get(schools.indexOf(school));
    }

    public List<Exclusion> exclusions() {
        return exclusions;
    }

    public List<EbsnaEpisode> episodes() {
        return episodes;
    }

    /** Place among the years of the sample of the academic year that holds the date. */
    public int index(LocalDate date) {
        int start = date.getMonthValue() >= 8 ? date.getYear() : date.getYear() - 1;
        return Math.max(0, start - years.get(0).start());
    }

    public SchoolYear year(LocalDate date) {
        return years.get(index(date));
    }
}
