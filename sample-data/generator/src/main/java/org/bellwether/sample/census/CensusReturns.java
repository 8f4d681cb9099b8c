package org.bellwether.sample.census;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Consumer;
import org.bellwether.sample.attendance.HalfTermDays;
import org.bellwether.sample.attendance.Mark;
import org.bellwether.sample.attendance.Register;
import org.bellwether.sample.calendar.HalfTerm;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.calendar.Term;
import org.bellwether.sample.census.CensusChild.ArrangedPlace;
import org.bellwether.sample.census.CensusChild.CensusExclusion;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Exclusion;
import org.bellwether.sample.council.Pupil;
import org.bellwether.sample.council.School;

/** Fills in a school's census return: who is on roll, who has left, and what happened in the terms before. */
final class CensusReturns {

    private final Council council;
    private final Register register;

    CensusReturns(Council council) {
        this.council = council;
        this.register = new Register(council);
    }

    /** Tells every child of the return in turn, one at a time in memory; {@code isCorrected}: nothing is forgotten. */
    void children(School school, Census census, boolean isCorrected, Consumer<CensusChild> reader) {
        for (Enrolment enrolment : council.roll(school)) {
            boolean isOnRoll = enrolment.isOnRoll(census.day());
            boolean hasLeft = enrolment.leaving() != null && enrolment.leaving().isBefore(census.day());
            if (!isOnRoll && !hasLeft) {
                continue;
            }
            List<CensusExclusion> exclusions = exclusions(enrolment, census, isCorrected);
            boolean attended = hasAttendance(census) && enrolment.overlaps(census.attendanceFrom(), census.day());
            if (isOnRoll || attended || !exclusions.isEmpty()) {
                reader.accept(child(enrolment, census, isOnRoll, exclusions));
            }
        }
    }

    private CensusChild child(Enrolment enrolment, Census census, boolean isOnRoll, List<CensusExclusion> exclusions) {
        Pupil pupil = enrolment.pupil();
        LocalDate day = isOnRoll ? census.day() : enrolment.leaving();
        String upn = pupil.upn(day);
        boolean hadAnother = pupil.temporaryUpn() != null && upn.equals(pupil.upn());
        char sen = pupil.sen(council.index(day));
        EnumMap<Mark, Integer> term = new EnumMap<>(Mark.class);
        EnumMap<Mark, Integer> secondHalf = new EnumMap<>(Mark.class);
        if (hasAttendance(census)) {
            census.attendance().forEach(half -> count(enrolment, census, half, term));
            if (census.isAutumn()) {
                count(enrolment, census, "SUM2", secondHalf);
            }
        }
        return new CensusChild(enrolment, census, isOnRoll, upn, hadAnother ? pupil.temporaryUpn() : "", sen,
                pupil.traits().ethnicity(), census.isSpring() && isOnRoll ? need(pupil, sen) : List.of(), term, secondHalf,
                exclusions, isOnRoll ? place(enrolment, census, sen) : null);
    }

    private boolean hasAttendance(Census census) {
        return census.attendanceYear() >= council.years().get(0).start();
    }

    private void count(Enrolment enrolment, Census census, String code, EnumMap<Mark, Integer> sessions) {
        SchoolYear year = council.years().get(census.attendanceYear() - council.years().get(0).start());
        HalfTerm half = year.halfTerms().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
        for (Mark mark : register.marks(enrolment, HalfTermDays.of(year, half))) {
            if (mark != null) {
                sessions.merge(mark, 1, Integer::sum);
            }
        }
    }

    private List<CensusExclusion> exclusions(Enrolment enrolment, Census census, boolean isCorrected) {
        List<CensusExclusion> found = new ArrayList<>(0);
        for (Exclusion exclusion : enrolment.pupil().exclusions()) {
            if (exclusion.enrolment() != enrolment || !census.collects(exclusion.start())) {
                continue;
            }
            boolean isFinal = census.isFinalFor(exclusion.start());
            boolean isLeftOut = switch (exclusion.telling()) {
                case NOTICE_ONLY -> !isCorrected;
                case WITHDRAWN -> isFinal;
                default -> false;
            };
            if (!isLeftOut) {
                found.add(told(exclusion, isFinal));
            }
        }
        return found;
    }

    private CensusExclusion told(Exclusion exclusion, boolean isFinal) {
        LocalDate start = exclusion.start();
        if (exclusion.telling() == Exclusion.Telling.DATE_DIFFERS) {
            LocalDate next = council.year(start).after(start, 1);
            start = Term.of(next) == Term.of(start) ? next : start;
        }
        boolean isStillSuspension = exclusion.telling() == Exclusion.Telling.UPGRADED && !isFinal;
        return new CensusExclusion(start, isStillSuspension ? "SUSP" : exclusion.category(),
                isStillSuspension ? 10 : exclusion.sessions(), exclusion.reasons(), exclusion.sen(council));
    }

    private List<String> need(Pupil pupil, char sen) {
        if (sen == 'N') {
            return List.of();
        }
        if (sen == 'K' && Chance.of(council.seed(), "not assessed", pupil.id()).happens(0.03)) {
            return List.of("NSA");
        }
        return pupil.traits().secondaryNeed() == null ? List.of(pupil.traits().primaryNeed())
                : List.of(pupil.traits().primaryNeed(), pupil.traits().secondaryNeed());
    }

    private ArrangedPlace place(Enrolment enrolment, Census census, char sen) {
        int nc = enrolment.ncYear(census.year().start());
        Chance chance = Chance.of(council.seed(), "arranged place", enrolment.id(), census.year().start());
        boolean isChosen = chance.happens(sen == 'N' ? 0.004 : 0.02);
        if (!enrolment.school().phase().isMainstream() || nc < 8 || nc > 11 || !isChosen) {
            return null;
        }
        LocalDate entry = census.year().day(chance.between(2, 30));
        if (!entry.isBefore(census.day()) || entry.isBefore(enrolment.entry())) {
            return null;
        }
        boolean isRegistered = chance.happens(0.6);
        return new ArrangedPlace(isRegistered ? 990703 : null, isRegistered ? null : chance.pick(List.of("NFE", "OOT",
                "OTH", "WBP")), entry, null, chance.happens(0.3) ? 10 : chance.between(1, 6),
                chance.pick(List.of("BHS", "BHS", "EXR", "MHN", "OTH")));
    }
}
