package org.bellwether.sample.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Exclusion;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Pupil;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;

/** Lets the years pass: children start school, move up, move house, are excluded and leave. */
public final class Population {

    private final Council council;
    private final Births births;
    private final Places places;
    private final ExclusionPlan exclusions;
    private final List<List<Enrolment>> present = new ArrayList<>();
    private int enrolments;

    public Population(Council council) {
        this.council = council;
        this.births = new Births(council);
        this.places = new Places(council);
        this.exclusions = new ExclusionPlan(council);
        council.schools().forEach(school -> present.add(new ArrayList<>()));
    }

    public void live() {
        for (SchoolYear year : council.years()) {
            if (year.start() == council.years().get(0).start()) {
                settle(year);
            } else {
                moveUp(year);
            }
            shareWithReferralUnit(year);
            moveHouse(year);
            exclusions.plan(year).forEach(permanent -> leaveAfterExclusion(permanent, year));
        }
    }

    private void settle(SchoolYear year) {
        for (int s = 0; s < council.schools().size(); s++) {
            School school = council.schools().get(s);
            for (int nc = school.phase().lowYear(); nc <= school.highYear(); nc++) {
                for (int i = 0; i < places.of(s, nc); i++) {
                    Pupil pupil = births.child(school, nc, year.start());
                    int low = nc > 11 ? 12 : school.phase().lowYear();
                    int since = school.phase().isMainstream() ? nc - low : Math.min(nc, pupil.id() % 3);
                    enrol(pupil, s, SchoolYear.firstMonday(year.start() - since), nc, year);
                }
            }
        }
    }

    private void moveUp(SchoolYear year) {
        SchoolYear before = council.years().get(council.years().indexOf(year) - 1);
        List<Enrolment> toSecondary = new ArrayList<>();
        for (int s = 0; s < present.size(); s++) {
            School school = council.schools().get(s);
            for (Enrolment enrolment : List.copyOf(present.get(s))) {
                int nc = enrolment.ncYear(year.start());
                Chance chance = Chance.of(council.seed(), "move up", enrolment.id(), year.start());
                boolean isOver = nc > school.highYear() || nc == 12 && chance.happens(0.55);
                boolean returns = school.phase() == Phase.PRU && nc > 7 && chance.happens(0.5);
                if (isOver || returns) {
                    leave(enrolment, s, nc == 12 ? before.leavingDay() : before.last());
                    if (nc <= 11 && chance.happens(0.96)) {
                        toSecondary.add(enrolment);
                    }
                }
            }
        }
        for (Enrolment left : toSecondary) {
            Chance chance = Chance.of(council.seed(), "secondary", left.pupil().id(), year.start());
            int nc = left.ncYear(year.start());
            enrol(left.pupil(), secondaryFor(left.pupil(), nc, year, chance), SchoolYear.firstMonday(year.start()), nc,
                    year);
        }
        fillUp(year);
    }

    /** A school with room in that year group, twice as likely in the child's own neighbourhood. */
    private int secondaryFor(Pupil pupil, int nc, SchoolYear year, Chance chance) {
        double[] weights = new double[present.size()];
        for (int s = 0; s < weights.length; s++) {
            School school = council.schools().get(s);
            boolean isKnown = pupil.enrolments().stream().anyMatch(enrolment -> enrolment.school() == school);
            if (school.phase().isMainstream() && school.teaches(nc) && !isKnown) {
                double room = Math.max(0.05, places.of(s, nc) - count(s, nc, year));
                weights[s] = school.neighbourhood().equals(pupil.traits().neighbourhood()) ? 2 * room : room;
            }
        }
        return chance.weighted(weights);
    }

    private void fillUp(SchoolYear year) {
        for (int s = 0; s < present.size(); s++) {
            School school = council.schools().get(s);
            for (int nc = school.phase().lowYear(); nc <= school.highYear(); nc++) {
                for (int missing = places.of(s, nc) - count(s, nc, year); missing > 0; missing--) {
                    enrol(births.child(school, nc, year.start()), s, SchoolYear.firstMonday(year.start()), nc, year);
                }
            }
        }
    }

    private int count(int s, int nc, SchoolYear year) {
        int found = 0;
        for (Enrolment enrolment : present.get(s)) {
            if (enrolment.ncYear(year.start()) == nc) {
                found++;
            }
        }
        return found;
    }

    /** A few secondary children spend two days a week at the referral unit: main at one, subsidiary at the other. */
    private void shareWithReferralUnit(SchoolYear year) {
        int index = council.years().indexOf(year);
        int unit = indexOf(Scenario.REFERRAL_UNIT);
        for (int s = 0; s < present.size(); s++) {
            if (council.schools().get(s).phase() != Phase.SECONDARY) {
                continue;
            }
            for (Enrolment main : present.get(s)) {
                int nc = main.ncYear(year.start());
                if (nc >= 8 && nc <= 10 && main.pupil().traits().absenceRank() < 0.9
                        && Chance.of(council.seed(), "dual", main.id(), year.start()).happens(0.008)) {
                    main.share(year, 'M');
                    Enrolment part = enrol(main.pupil(), unit, year.first(), nc, year);
                    part.share(year, 'S');
                    leave(part, unit, year.last());
                }
            }
        }
    }

    private void moveHouse(SchoolYear year) {
        int known = year.ordinal(Scenario.FIRST_NIGHT);
        for (int s = 0; s < present.size(); s++) {
            School school = council.schools().get(s);
            for (Enrolment enrolment : List.copyOf(present.get(s))) {
                Chance chance = Chance.of(council.seed(), "move house", enrolment.id(), year.start());
                int day = chance.between(8, 180);
                int nc = enrolment.ncYear(year.start());
                boolean moves = chance.happens(school.phase().isMainstream() ? 0.03 : 0.01)
                        && enrolment.entry().isBefore(year.first());
                if (!moves || day >= known || enrolment.status(year) != 'C' || nc > 10) {
                    continue;
                }
                leave(enrolment, s, year.day(day));
                if (chance.happens(0.35) && school.phase().isMainstream()) {
                    int next = secondaryFor(enrolment.pupil(), nc, year, chance);
                    enrol(enrolment.pupil(), next, year.day(day + 1), nc, year);
                }
                int arrival = day + chance.between(3, 20);
                if (arrival < Math.min(known, 189)) {
                    Pupil newcomer = births.child(school, nc, year.start());
                    enrol(newcomer, s, year.day(arrival), nc, year);
                    if (newcomer.id() % 5 == 0) {
                        births.arriveWithoutNumber(newcomer, school, year.day(arrival));
                    }
                }
            }
        }
    }

    /** An upheld exclusion ends the enrolment, a referral unit begins; a child of Year 11 finishes the year. */
    private void leaveAfterExclusion(Exclusion permanent, SchoolYear year) {
        Enrolment enrolment = permanent.enrolment();
        LocalDate last = year.after(permanent.start(), 20);
        int nc = enrolment.ncYear(year.start());
        boolean stays = !permanent.outcome().equals("UPHELD") || enrolment.leaving() != null || last.equals(year.last())
                || last.isAfter(Scenario.FIRST_NIGHT) || nc == 11;
        if (stays) {
            return;
        }
        leave(enrolment, indexOf(enrolment.school().laestab()), last);
        if (nc >= 6) {
            enrol(enrolment.pupil(), indexOf(Scenario.REFERRAL_UNIT), year.after(last, 1), nc, year);
        }
    }

    private Enrolment enrol(Pupil pupil, int s, LocalDate entry, int nc, SchoolYear year) {
        Enrolment enrolment = new Enrolment(enrolments++, pupil, council.schools().get(s), entry, nc, year.start(),
                council.years().size());
        pupil.enrolments().add(enrolment);
        present.get(s).add(enrolment);
        council.rolls().get(s).add(enrolment);
        return enrolment;
    }

    private void leave(Enrolment enrolment, int s, LocalDate last) {
        enrolment.leave(last);
        present.get(s).remove(enrolment);
    }

    private int indexOf(int laestab) {
        for (int s = 0; s < council.schools().size(); s++) {
            if (council.schools().get(s).laestab() == laestab) {
                return s;
            }
        }
        throw new IllegalArgumentException("No school " + laestab);
    }
}
