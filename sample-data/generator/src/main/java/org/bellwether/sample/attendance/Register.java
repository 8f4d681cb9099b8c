package org.bellwether.sample.attendance;

import java.time.LocalDate;
import java.util.Set;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.EbsnaEpisode;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Scenario;

/**
 * Computes the marks of one enrolment in one half term, the same each time: the mark files and the census both ask.
 *
 * <p>Absence comes in spells of days; suspensions, visits, study leave and the like lie over it.
 */
public final class Register {

    private static final Set<LocalDate> EID = Set.of(LocalDate.of(2024, 6, 17), LocalDate.of(2025, 3, 31),
            LocalDate.of(2025, 6, 6), LocalDate.of(2026, 3, 20));
    private static final Mark[] SPELLS = {Mark.ILLNESS, Mark.OTHER, Mark.EXCEPTIONAL, Mark.HOLIDAY, Mark.NO_REASON_YET,
        Mark.PART_TIME};
    private static final double[] USUAL = {68, 10, 6, 11, 4, 0};
    private static final double[] SEVERE = {44, 30, 10, 1, 5, 10};

    private final Council council;

    public Register(Council council) {
        this.council = council;
    }

    /** Two marks a school day, morning and afternoon; null where the child is not on roll. */
    public Mark[] marks(Enrolment enrolment, HalfTermDays half) {
        Mark[] marks = new Mark[half.size() * 2];
        SchoolYear year = half.year();
        int from = Math.max(0, year.ordinal(enrolment.entry()) - half.firstOrdinal());
        int to = half.size() - 1;
        if (enrolment.leaving() != null) {
            to = Math.min(to, year.ordinal(enrolment.leaving().plusDays(1)) - 1 - half.firstOrdinal());
        }
        if (from > to || enrolment.entry().isAfter(half.half().to())) {
            return marks;
        }
        days(enrolment, half, marks, from, to);
        Overlay overlay = new Overlay(council, enrolment, half);
        overlay.lay(marks, from, to);
        return marks;
    }

    private void days(Enrolment enrolment, HalfTermDays half, Mark[] marks, int from, int to) {
        Chance chance = Chance.of(council.seed(), "marks", enrolment.id(), half.year().start(), half.index());
        AbsenceHabit habit = AbsenceHabit.of(council, enrolment, half.year());
        EbsnaEpisode episode = enrolment.pupil().episode();
        boolean isTraveller = enrolment.pupil().traits().ethnicity().equals("WIRT");
        boolean keepsEid = enrolment.pupil().traits().ethnicity().equals("APKN") || enrolment.pupil().traits().ethnicity().equals("ABAN");
        int spell = 0;
        Mark reason = Mark.ILLNESS;
        for (int day = from; day <= to; day++) {
            LocalDate date = half.days().get(day);
            AbsenceHabit today = habit;
            boolean isSupported = false;
            if (episode != null && episode.started() != null) {
                int since = (int) (date.toEpochDay() - episode.started().toEpochDay()) * 5 / 7;
                today = habit.withRate(Scenario.ebsnaAbsence(habit.rate(), since));
                isSupported = since >= 0 && (episode.ended() == null || !date.isAfter(episode.ended()));
            }
            if (spell == 0 && chance.happens(today.beginning())) {
                reason = reason(today, half, date, chance);
                if (isTraveller && chance.happens(0.6)) {
                    reason = Mark.TRAVELLING;
                }
                spell = reason == Mark.HOLIDAY ? chance.between(3, 6)
                        : chance.between(1, (int) (2 * today.spellDays() - 1));
            }
            if (keepsEid && EID.contains(date) && chance.happens(0.7)) {
                marks[2 * day] = Mark.RELIGION;
                marks[2 * day + 1] = Mark.RELIGION;
            } else if (spell > 0) {
                marks[2 * day] = reason;
                marks[2 * day + 1] = reason;
            } else {
                present(enrolment, half, marks, day, isSupported, chance);
            }
            spell = Math.max(0, spell - 1);
        }
    }

    private static Mark reason(AbsenceHabit habit, HalfTermDays half, LocalDate date, Chance chance) {
        Mark reason = SPELLS[chance.weighted(habit.isSevere() ? SEVERE : USUAL)];
        boolean isRecent = date.isAfter(Scenario.SECOND_NIGHT.minusDays(9));
        if (isRecent && chance.happens(0.25)) {
            return Mark.NO_REASON_YET;
        }
        if (half.hasNewCodes()) {
            return reason == Mark.HOLIDAY || chance.unit() > 0.002 ? reason : Mark.PERFORMANCE;
        }
        if (reason == Mark.PART_TIME) {
            return Mark.EXCEPTIONAL;
        }
        return reason == Mark.HOLIDAY && chance.happens(0.15) ? Mark.AGREED_HOLIDAY_BEFORE_2024 : reason;
    }

    private void present(Enrolment enrolment, HalfTermDays half, Mark[] marks, int day, boolean isSupported,
            Chance chance) {
        Mark morning = Mark.PRESENT_AM;
        Mark afternoon = Mark.PRESENT_PM;
        double draw = chance.unit();
        boolean isUnit = enrolment.school().phase() == Phase.PRU;
        if (isSupported && draw < 0.45 || isUnit && draw < 0.08) {
            afternoon = half.hasNewCodes() ? Mark.ARRANGED_BY_LA : Mark.OFF_SITE;
            morning = draw < 0.2 ? afternoon : morning;
        } else if (draw < 0.017) {
            morning = Mark.LATE;
        } else if (draw < 0.0205) {
            morning = Mark.LATE_AFTER_CLOSE;
        } else if (draw < 0.026) {
            morning = Mark.MEDICAL;
        } else if (draw < 0.030) {
            afternoon = Mark.MEDICAL;
        } else if (draw < 0.0335) {
            afternoon = Mark.SPORT;
        } else if (draw < 0.0345) {
            afternoon = Mark.OTHER;
        } else if (draw < 0.0348) {
            morning = half.hasNewCodes() ? Mark.NO_TRANSPORT : morning;
        } else if (draw < 0.0356 && enrolment.ncYear(half.year().start()) == 11) {
            morning = half.hasNewCodes() ? Mark.INTERVIEW : Mark.INTERVIEW_BEFORE_2024;
        } else if (draw < 0.037 && enrolment.school().phase() == Phase.SPECIAL && half.hasNewCodes()) {
            morning = Mark.NO_ACCESS;
        }
        marks[2 * day] = morning;
        marks[2 * day + 1] = afternoon;
    }
}
