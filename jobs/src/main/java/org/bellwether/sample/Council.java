package org.bellwether.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Everything of Wardown Borough but its attendance marks, which are computed when they are written. */
final class Council {

    final SampleOptions options;
    final List<SchoolYear> years = new ArrayList<>();
    final List<School> schools;
    final List<Pupil> pupils = new ArrayList<>();
    /** For each school, in their order, all who were ever on its roll, in order of identity. */
    final List<List<Enrolment>> rolls = new ArrayList<>();
    final List<Exclusion> exclusions = new ArrayList<>();
    final List<EbsnaEpisode> episodes = new ArrayList<>();

    Council(SampleOptions options) {
        this.options = options;
        this.schools = SchoolPlan.schools(options);
        schools.forEach(school -> rolls.add(new ArrayList<>()));
        for (int i = options.years() - 1; i >= 0; i--) {
            years.add(new SchoolYear(Scenario.LAST_YEAR - i));
        }
    }

    static Council of(SampleOptions options) {
        Council council = new Council(options);
        new Population(council).live();
        new EbsnaPlan(council).plan();
        return council;
    }

    long seed() {
        return options.seed();
    }

    /** Place among the years of the sample of the academic year that holds the date. */
    int index(LocalDate date) {
        int start = date.getMonthValue() >= 8 ? date.getYear() : date.getYear() - 1;
        return Math.max(0, start - years.get(0).start());
    }

    SchoolYear year(LocalDate date) {
        return years.get(index(date));
    }

    List<Enrolment> roll(School school) {
        return rolls.get(schools.indexOf(school));
    }
}
