package org.bellwether.sample.population;

import java.time.LocalDate;
import java.util.List;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.EbsnaEpisode;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;

/** Chooses the children of the EBSNA centre: severe absence without other cause, most of them of secondary age. */
public final class EbsnaPlan {

    private final Council council;

    public EbsnaPlan(Council council) {
        this.council = council;
    }

    public void plan() {
        int wanted = Math.max(12, council.size() * 14 / 1000);
        for (int s = 0; s < council.schools().size(); s++) {
            School school = council.schools().get(s);
            if (!school.phase().isMainstream()) {
                continue;
            }
            List<Enrolment> roll = council.rolls().get(s);
            int places = Math.max(1, (int) (wanted * weight(school) / totalWeight() + 0.5));
            for (Enrolment enrolment : roll) {
                if (places > 0 && suits(enrolment)) {
                    refer(enrolment);
                    places--;
                }
            }
        }
    }

    private void refer(Enrolment enrolment) {
        Chance chance = Chance.of(council.seed(), "ebsna", enrolment.pupil().id());
        LocalDate earliest = enrolment.entry().isAfter(Scenario.EBSNA_OPENED.minusDays(75)) ? enrolment.entry().plusDays(75)
                : Scenario.EBSNA_OPENED;
        int room = (int) (Scenario.FIRST_NIGHT.minusDays(20).toEpochDay() - earliest.toEpochDay());
        LocalDate referred = earliest.plusDays(chance.below(Math.max(1, room))).minusDays(30);
        SchoolYear year = council.year(referred.plusDays(30));
        LocalDate started = year.after(referred.plusDays(30), 0);
        LocalDate ended = chance.happens(0.45) ? started.plusDays(chance.between(140, 260)) : null;
        if (started.isAfter(Scenario.FIRST_NIGHT.minusDays(7)) || chance.happens(0.1)) {
            started = null;
            ended = null;
        } else if (ended != null && ended.isAfter(Scenario.FIRST_NIGHT)) {
            ended = null;
        }
        String outcome = started == null ? "WAITING" : ended == null ? "IN_SUPPORT"
                : chance.happens(0.75) ? "RETURNED_TO_SCHOOL" : "STEPPED_DOWN";
        EbsnaEpisode episode = new EbsnaEpisode(council.episodes().size() + 1, enrolment, referred, started, ended,
                outcome);
        enrolment.pupil().refer(episode);
        council.episodes().add(episode);
    }

    private boolean suits(Enrolment enrolment) {
        int nc = enrolment.ncYear(Scenario.LAST_YEAR);
        boolean stays = enrolment.leaving() == null && enrolment.pupil().exclusions().isEmpty() && nc <= 11 && nc >= 3;
        return stays && enrolment.pupil().episode() == null && enrolment.entry().isBefore(Scenario.FIRST_NIGHT.minusDays(200))
                && Chance.of(council.seed(), "suits", enrolment.pupil().id()).happens(0.25);
    }

    private double totalWeight() {
        return council.schools().stream().filter(school -> school.phase().isMainstream()).mapToDouble(this::weight).sum();
    }

    private double weight(School school) {
        return school.phase() == Phase.PRIMARY ? 0.25 : 1.2;
    }
}
