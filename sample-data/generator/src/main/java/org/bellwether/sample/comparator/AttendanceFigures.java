package org.bellwether.sample.comparator;

import java.util.List;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;

/**
 * Invented attendance of one area and phase in one year, in sessions.
 *
 * @param persistent children who missed a tenth or more
 * @param severe children who missed half or more
 */
record AttendanceFigures(long schools, long enrolments, long possible, long authorised, long unauthorised, long illness,
        long excluded, long persistent, long severe) {

    static final List<String> PHASES = List.of("Primary", "Secondary", "Special");
    /** Pupils in a thousand; absence, its unauthorised part, persistent and severe absence, in 10,000. */
    private static final int[][] USUAL = {
        {535, 525, 145, 1380, 92}, {400, 855, 325, 2410, 335}, {18, 1280, 335, 3570, 640}
    };

    static AttendanceFigures of(Council council, Area area, int phase, SchoolYear year) {
        Chance chance = Chance.of(council.seed(), "attendance benchmark", area.identity(), phase, year.start());
        int[] usual = USUAL[phase];
        double trend = 1.03 - 0.03 * (year.start() - 2023);
        double level = (0.5 + 0.5 * area.factor()) * (0.98 + 0.04 * chance.unit()) * trend;
        long enrolments = (long) area.pupils() * usual[0] / 1000;
        long possible = enrolments * 368 + chance.below(500);
        long absent = (long) (possible * level * usual[1] / 10_000);
        long unauthorised = (long) (possible * level * usual[2] / 10_000);
        return new AttendanceFigures(1 + enrolments / (phase == 0 ? 260 : phase == 1 ? 1000 : 125), enrolments,
                possible, absent - unauthorised, unauthorised, (absent - unauthorised) * 78 / 100, absent / 60,
                (long) (enrolments * level * usual[3] / 10_000), (long) (enrolments * level * usual[4] / 10_000));
    }

    AttendanceFigures plus(AttendanceFigures other) {
        return new AttendanceFigures(schools + other.schools(), enrolments + other.enrolments(), possible + other.possible,
                authorised + other.authorised, unauthorised + other.unauthorised, illness + other.illness,
                excluded + other.excluded, persistent + other.persistent, severe + other.severe);
    }

    long absent() {
        return authorised + unauthorised;
    }
}
