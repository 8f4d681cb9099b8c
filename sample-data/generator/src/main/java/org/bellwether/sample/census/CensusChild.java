package org.bellwether.sample.census;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bellwether.sample.attendance.Mark;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.NcYear;
import org.bellwether.sample.council.Pupil;

/**
 * One child in one school's census return, as both the CSV set and the XML write it.
 *
 * @param need the SEN needs by rank; only in spring
 * @param term sessions by code of the term before
 * @param secondHalf the same of the second half of the summer term; only in autumn
 */
record CensusChild(Enrolment enrolment, Census census, boolean isOnRoll, String upn, String formerUpn, char sen,
        String ethnicity, List<String> need, EnumMap<Mark, Integer> term, EnumMap<Mark, Integer> secondHalf,
        List<CensusExclusion> exclusions, ArrangedPlace place) {

    /** An exclusion as this census tells it. */
    record CensusExclusion(LocalDate start, String category, int sessions, List<String> reasons, char sen) {

        String reason(int rank) {
            return rank <= reasons.size() ? reasons.get(rank - 1) : "";
        }
    }

    /** Alternative provision that the school arranged itself; {@code setting} only where there is no URN. */
    record ArrangedPlace(Integer urn, String setting, LocalDate entry, LocalDate leaving, int sessionsPerWeek,
            String reason) {

        String pattern() {
            return sessionsPerWeek == 10 ? "FT" : "PT";
        }
    }

    static int possible(Map<Mark, Integer> sessions) {
        return sum(sessions, Mark::isPossible);
    }

    static int absent(Map<Mark, Integer> sessions, Mark.Kind kind) {
        return sum(sessions, mark -> mark.kind() == kind);
    }

    private static int sum(Map<Mark, Integer> sessions, Predicate<Mark> counted) {
        return sessions.entrySet().stream().filter(entry -> counted.test(entry.getKey())).mapToInt(Map.Entry::getValue)
                .sum();
    }

    String ncYear() {
        int year = enrolment.ncYear(census.year().start());
        if (!isOnRoll && enrolment.leaving().isBefore(census.year().first())) {
            year--;
        }
        return NcYear.text(year);
    }

    char status() {
        return enrolment.status(census.year());
    }

    boolean isResourced() {
        return sen == 'E' && enrolment.pupil().id() % 6 == 0;
    }

    String adopted() {
        return enrolment.pupil().id() % 173 == 0 ? "A" : enrolment.pupil().id() % 211 == 0 ? "G" : "N";
    }

    String carer() {
        return enrolment.pupil().id() % 61 == 0 ? "S" : "N";
    }

    /** The period of free school meals is returned while it is open and for a year after. */
    boolean showsMeals() {
        Pupil pupil = enrolment.pupil();
        return pupil.everHadMeals() && !pupil.traits().mealsFrom().isAfter(census.day())
                && (mealsEnd() == null || mealsEnd().isAfter(census.day().minusYears(1)));
    }

    /** The end of the period where it is over on census day. */
    LocalDate mealsEnd() {
        LocalDate end = enrolment.pupil().traits().mealsTo();
        return end == null || end.isAfter(census.day()) ? null : end;
    }

    boolean hasTopUp() {
        return sen == 'E';
    }
}
