package org.bellwether.sample.attendance;

import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Pupil;

/**
 * How often a child misses school in one academic year, and how long at a time.
 *
 * <p>Each phase has its share of severely and of persistently absent children; need and poverty raise a child's chance
 * to be among them. Most children keep their place in that order from year to year.
 */
record AbsenceHabit(double rate, double spellDays, boolean isSevere) {

    static AbsenceHabit of(Council council, Enrolment enrolment, SchoolYear year) {
        Pupil pupil = enrolment.pupil();
        Chance chance = Chance.of(council.seed(), "habit", pupil.id(), year.start());
        if (pupil.episode() != null) {
            return spells(0.46 + 0.3 * Chance.of(council.seed(), "ebsna habit", pupil.id()).unit());
        }
        double rank = chance.happens(0.2) ? chance.unit() : pupil.traits().absenceRank();
        boolean isOlder = enrolment.ncYear(year.start()) >= 7;
        double severe = switch (enrolment.school().phase()) {
            case PRU -> 0.3;
            case SPECIAL -> 0.045;
            default -> isOlder ? 0.021 : 0.009;
        };
        double persistent = switch (enrolment.school().phase()) {
            case PRU -> 0.4;
            case SPECIAL -> 0.17;
            default -> isOlder ? 0.165 : 0.112;
        };
        double burden = pupil.everHadMeals() ? 1.42 : 0.76;
        burden *= pupil.sen(council.years().indexOf(year)) == 'N' ? 0.92 : 1.4;
        severe = Math.min(0.4, severe * burden);
        persistent = Math.min(0.5, persistent * burden);
        if (rank > 1 - severe) {
            return spells(0.52 + 0.26 * (rank - 1 + severe) / severe);
        }
        if (rank > 1 - severe - persistent) {
            double place = (rank - 1 + severe + persistent) / persistent;
            return spells(0.1 + 0.2 * place * place);
        }
        double place = rank / (1 - severe - persistent);
        return spells(0.004 + 0.047 * place * place);
    }

    AbsenceHabit withRate(double other) {
        return new AbsenceHabit(other, spellDays, isSevere);
    }

    /** Chance of a day without absence to be followed by one with, so that the rate comes out. */
    double beginning() {
        return rate / (spellDays * (1 - rate));
    }

    private static AbsenceHabit spells(double rate) {
        return new AbsenceHabit(rate, rate < 0.1 ? 2 : rate < 0.4 ? 2.5 : 6, rate >= 0.4);
    }
}
