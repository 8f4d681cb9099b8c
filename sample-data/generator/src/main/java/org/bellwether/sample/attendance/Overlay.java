package org.bellwether.sample.attendance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Exclusion;
import org.bellwether.sample.council.School;

/** What lies over a child's own attendance: visits, closures, study leave, a shared place, a suspension. */
final class Overlay {

    private final Council council;
    private final Enrolment enrolment;
    private final HalfTermDays half;
    private final int ncYear;

    Overlay(Council council, Enrolment enrolment, HalfTermDays half) {
        this.council = council;
        this.enrolment = enrolment;
        this.half = half;
        this.ncYear = enrolment.ncYear(half.year().start());
    }

    void lay(Mark[] marks, int from, int to) {
        for (int day = from; day <= to; day++) {
            layDay(marks, day);
        }
        for (Exclusion exclusion : enrolment.pupil().exclusions()) {
            if (exclusion.enrolment() == enrolment && !exclusion.category().equals("LNCH")) {
                layExclusion(marks, exclusion, from, to);
            }
        }
    }

    private void layDay(Mark[] marks, int day) {
        School school = enrolment.school();
        int ordinal = half.firstOrdinal() + day;
        Mark whole = null;
        if (school.phase().isMainstream() && isVisit(school, ordinal) && marks[2 * day] == Mark.PRESENT_AM) {
            whole = Mark.VISIT;
        }
        boolean isSecondSummer = half.index() == 5;
        if (isSecondSummer && ncYear == 11 && school.phase().isMainstream()) {
            whole = isFreeToStudy(ordinal) ? Mark.STUDY_LEAVE : null;
        } else if (isSecondSummer && ncYear == 10 && day >= 15 && day < 20 && !marks[2 * day].isAbsence()
                && school.phase().isMainstream()) {
            whole = Mark.WORK_EXPERIENCE;
        }
        if (isElsewhere(half.days().get(day))) {
            whole = Mark.DUAL;
        }
        Chance closure = Chance.of(council.seed(), "closure", school.laestab(), half.year().start());
        if (closure.happens(0.25) && closure.between(60, 110) == ordinal) {
            whole = half.hasNewCodes() ? Mark.SITE_CLOSED : Mark.UNAVOIDABLE_BEFORE_2024;
        }
        if (whole != null) {
            marks[2 * day] = whole;
            marks[2 * day + 1] = whole;
        } else if (ncYear == 0 && ordinal < 7 && !marks[2 * day + 1].isAbsence()) {
            marks[2 * day + 1] = Mark.NOT_REQUIRED;
        }
    }

    private boolean isVisit(School school, int ordinal) {
        return Chance.of(council.seed(), "visit", school.laestab(), half.year().start(), ncYear, ordinal)
                .happens(0.011);
    }

    private boolean isFreeToStudy(int ordinal) {
        return Chance.of(council.seed(), "study leave", enrolment.school().laestab(), ordinal).happens(0.5);
    }

    /** A shared child is at its main school from Monday to Wednesday. */
    private boolean isElsewhere(LocalDate date) {
        char status = enrolment.status(half.year());
        boolean isMainDay = date.getDayOfWeek().compareTo(DayOfWeek.WEDNESDAY) <= 0;
        return status == 'M' && !isMainDay || status == 'S' && isMainDay;
    }

    private void layExclusion(Mark[] marks, Exclusion exclusion, int from, int to) {
        if (council.year(exclusion.start()) != half.year()) {
            return;
        }
        int first = (half.year().ordinal(exclusion.start()) - half.firstOrdinal()) * 2 + exclusion.sessions() % 2;
        boolean isOverturned = exclusion.outcome().equals("REINSTATED");
        int last = first + (exclusion.isPermanent() ? isOverturned ? 28 : 380 : exclusion.sessions()) - 1;
        Mark arranged = half.hasNewCodes() ? Mark.ARRANGED_BY_LA : Mark.OFF_SITE;
        for (int at = Math.max(first, 2 * from); at <= Math.min(last, 2 * to + 1); at++) {
            marks[at] = at - first < 10 ? Mark.EXCLUDED : arranged;
        }
    }
}
