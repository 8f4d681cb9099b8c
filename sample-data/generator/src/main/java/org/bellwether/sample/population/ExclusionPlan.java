package org.bellwether.sample.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.sample.calendar.Easter;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.calendar.Term;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Exclusion;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Pupil;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;

/** Decides who is excluded, when and why, so that each school comes to its rate and few children bear most of it. */
final class ExclusionPlan {

    private static final List<String> REASONS = List.of("DB", "VA", "PP", "PA", "VP", "DM", "OW", "DA", "BU", "RA",
            "SM", "MT", "TH", "LG", "DS", "PH");
    private static final double[] REASON_WEIGHTS = {46, 15, 13, 7, 5, 3, 2.5, 2.5, 1, 1.5, 1.2, 1, 0.6, 0.5, 0.3, 0.2};
    private static final int[] LENGTHS = {1, 2, 3, 4, 6, 8, 10, 12, 16, 20};
    private static final double[] LENGTH_WEIGHTS = {7, 33, 5, 22, 14, 5, 10, 2, 1, 1};

    private final Council council;

    ExclusionPlan(Council council) {
        this.council = council;
    }

    /** Plans one academic year; returns its permanent exclusions. */
    List<Exclusion> plan(SchoolYear year) {
        for (int s = 0; s < council.schools().size(); s++) {
            suspend(s, year);
        }
        return excludePermanently(year);
    }

    private void suspend(int s, SchoolYear year) {
        School school = council.schools().get(s);
        Chance chance = Chance.of(council.seed(), "suspend", school.laestab(), year.start());
        int known = knownDays(year);
        List<Enrolment> roll = candidates(s, year);
        if (roll.isEmpty()) {
            return;
        }
        double[] risk = roll.stream().mapToDouble(enrolment -> risk(enrolment, year)).toArray();
        double expected = Scenario.suspensionsPer100(school, year.start()) * roll.size() / 100 * known / year.size();
        int number = (int) (expected + chance.unit());
        List<Enrolment> suspended = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            boolean again = !suspended.isEmpty() && chance.happens(0.46);
            Enrolment enrolment = again ? chance.pick(suspended) : roll.get(chance.weighted(risk));
            if (add(enrolment, "SUSP", LENGTHS[chance.weighted(LENGTH_WEIGHTS)], year, 2, known, chance) != null
                    && !again) {
                suspended.add(enrolment);
            }
        }
        int lunchtimes = (int) (roll.size() / 300.0 + chance.unit());
        for (int i = 0; i < lunchtimes; i++) {
            add(roll.get(chance.weighted(risk)), "LNCH", 1, year, 2, known, chance);
        }
    }

    private List<Exclusion> excludePermanently(SchoolYear year) {
        Chance chance = Chance.of(council.seed(), "permanent", year.start());
        int known = knownDays(year);
        double rate = Scenario.permanentPer100(year.start()) * council.size() / 100;
        int number = (int) (rate * known / year.size() + 0.5);
        List<Exclusion> permanent = new ArrayList<>();
        List<Enrolment> candidates = new ArrayList<>();
        for (int s = 0; s < council.schools().size(); s++) {
            School school = council.schools().get(s);
            boolean isCalm = Scenario.POLICY_SCHOOLS.contains(school.laestab()) && year.start() >= Scenario.LAST_YEAR;
            if (school.phase().isMainstream() && !isCalm) {
                candidates(s, year).stream().filter(enrolment -> enrolment.status(year) == 'C')
                        .forEach(candidates::add);
            }
        }
        double[] risk = candidates.stream().mapToDouble(enrolment -> risk(enrolment, year)).toArray();
        for (int i = 0; permanent.size() < number && i < 4 * number + 20; i++) {
            boolean isOpenCase = year.start() == Scenario.LAST_YEAR && permanent.isEmpty();
            int earliest = isOpenCase ? year.ordinal(Easter.sunday(Scenario.LAST_YEAR + 1)) : 15;
            Exclusion exclusion = add(candidates.get(chance.weighted(risk)), "PERM", 0, year, earliest, known, chance);
            if (exclusion != null) {
                permanent.add(exclusion);
            }
        }
        return permanent;
    }

    private List<Enrolment> candidates(int s, SchoolYear year) {
        int index = council.years().indexOf(year);
        return council.rolls().get(s).stream()
                .filter(enrolment -> enrolment.overlaps(year.first(), year.last()) && enrolment.status(year) != 'S'
                        && enrolment.ncYear(year.start()) <= 11)
                .toList();
    }

    private double risk(Enrolment enrolment, SchoolYear year) {
        Pupil pupil = enrolment.pupil();
        int nc = enrolment.ncYear(year.start());
        double risk = pupil.isBoy() ? 1.9 : 1;
        risk *= switch (pupil.sen(council.years().indexOf(year))) {
            case 'K' -> 3.2;
            case 'E' -> 2.6;
            default -> 1;
        };
        risk *= pupil.everHadMeals() ? 2.4 : 1;
        risk *= nc >= 8 && nc <= 10 ? 2 : nc < 3 ? 0.3 : 1;
        risk *= pupil.traits().absenceRank() > 0.8 ? 2 : 1;
        return enrolment.school().phase() == Phase.PRIMARY ? risk * 0.6 : risk;
    }

    /** Null where no free day was found: a child is not excluded twice at once, nor over the 45 days of the law. */
    private Exclusion add(Enrolment enrolment, String category, int sessions, SchoolYear year, int earliest, int known,
            Chance chance) {
        boolean isPermanent = category.equals("PERM");
        int from = Math.max(earliest, year.ordinal(enrolment.entry()));
        int to = Math.min(known - 1, enrolment.leaving() == null ? 189 : year.ordinal(enrolment.leaving()) - 1);
        boolean isLastYear = enrolment.ncYear(year.start()) == 11;
        to = Math.min(to, isPermanent ? 165 : isLastYear ? year.ordinal(year.leavingDay()) - 10 : 184);
        for (int attempt = 0; attempt < 6 && from < to; attempt++) {
            int day = chance.between(from, to);
            LocalDate start = year.day(day);
            if (isFree(enrolment.pupil(), year, day, category, sessions)) {
                Exclusion exclusion = describe(enrolment, category, sessions, start, year, chance);
                council.exclusions().add(exclusion);
                enrolment.pupil().exclusions().add(exclusion);
                return exclusion;
            }
        }
        return null;
    }

    private static boolean isFree(Pupil pupil, SchoolYear year, int day, String category, int sessions) {
        int total = sessions;
        for (Exclusion other : pupil.exclusions()) {
            if (other.start().isBefore(year.first())) {
                continue;
            }
            int otherDay = year.ordinal(other.start());
            int end = otherDay + other.sessions() / 2 + 3;
            boolean isAfterPermanent = other.isPermanent() && day > otherDay;
            boolean isBeforeOther = category.equals("PERM") && otherDay > day;
            if (isAfterPermanent || isBeforeOther || day <= end && day + sessions / 2 + 3 >= otherDay) {
                return false;
            }
            total += other.sessions();
        }
        return total <= 90;
    }

    private Exclusion describe(Enrolment enrolment, String category, int sessions, LocalDate start, SchoolYear year,
            Chance chance) {
        int first = chance.weighted(REASON_WEIGHTS);
        List<String> reasons = new ArrayList<>(List.of(REASONS.get(first)));
        if (chance.happens(0.3)) {
            reasons.add(REASONS.get((first + 1 + chance.below(4)) % REASONS.size()));
            if (chance.happens(0.2)) {
                reasons.add(REASONS.get((first + 6 + chance.below(4)) % REASONS.size()));
            }
        }
        boolean isSuspension = category.equals("SUSP");
        int lag = chance.weighted(60, 25, 8, 3, 2, 1, 0, 0, 1);
        LocalDate noticed = year.after(start, lag);
        int fate = chance.below(100);
        Exclusion.Telling telling = Exclusion.Telling.BOTH;
        String outcome = "UPHELD";
        if (isSuspension && fate < 6) {
            telling = fate < 2 ? Exclusion.Telling.NOTICE_ONLY : fate < 4 ? Exclusion.Telling.CENSUS_ONLY
                    : Exclusion.Telling.DATE_DIFFERS;
        } else if (isSuspension && fate == 6) {
            telling = Exclusion.Telling.WITHDRAWN;
            outcome = "RESCINDED";
        } else if (category.equals("PERM")) {
            boolean isRecent = start.isAfter(Scenario.FIRST_NIGHT.minusDays(45));
            boolean isOverturned = fate < 12 || council.exclusions().stream().noneMatch(
                    other -> other.telling() == Exclusion.Telling.WITHDRAWN && other.isPermanent())
                    && year.start() == Scenario.LAST_YEAR - 1 && Term.of(start) == Term.AUT;
            outcome = isRecent ? "PENDING" : isOverturned ? "REINSTATED" : "UPHELD";
            telling = isRecent ? Exclusion.Telling.BOTH : isOverturned ? Exclusion.Telling.WITHDRAWN
                    : fate > 85 ? Exclusion.Telling.UPGRADED : Exclusion.Telling.BOTH;
        }
        return new Exclusion(council.exclusions().size() + 1, enrolment, category, List.copyOf(reasons), start, sessions,
                noticed, outcome, telling);
    }

    private static int knownDays(SchoolYear year) {
        LocalDate known = Scenario.SECOND_NIGHT;
        return year.isSchoolDay(known) ? year.ordinal(known) + 1 : year.ordinal(known);
    }
}
