package org.bellwether.sample.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.EbsnaEpisode;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Exclusion;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Placement;
import org.bellwether.sample.council.Provision;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;

/**
 * Fills the provisions: each of their places with one child after another, from the financial year before the sample.
 */
public final class PlacementPlan {

    private final Council council;
    private final List<Placement> placements = new ArrayList<>();
    private final Set<Integer> placed = new HashSet<>();
    private final LocalDate firstDay;

    private PlacementPlan(Council council) {
        this.council = council;
        this.firstDay = LocalDate.of(council.years().get(0).start(), 4, 3);
    }

    public static List<Placement> of(Council council, List<Provision> provisions) {
        PlacementPlan plan = new PlacementPlan(council);
        for (Provision provision : provisions) {
            switch (provision.type()) {
                case "BEHAVIOUR_PROVISION" -> plan.rotate(provision, 110, 200, plan::isYoung);
                case "OUTREACH" -> plan.rotate(provision, 50, 110, plan::isYoung);
                case "UNREGISTERED_AP" -> plan.rotate(provision, 120, 260, plan::isOlder);
                case "RESOURCED" -> plan.rotate(provision, 500, 900, plan::isOlder);
                case "EBSNA_CENTRE" -> plan.supported(provision);
                case "PRU_AP" -> plan.enrolled(provision);
                default -> plan.away(provision);
            }
        }
        return plan.placements;
    }

    /** One child after another in each place, a few days between them. */
    private void rotate(Provision provision, int shortest, int longest, Predicate<Enrolment> suits) {
        LocalDate last = provision.to() == null ? Scenario.FIRST_NIGHT : LocalDate.of(2025, 7, 21);
        List<Enrolment> children = children(suits);
        for (int place = 0; place < provision.capacity(); place++) {
            Chance chance = Chance.of(council.seed(), provision.code(), place);
            LocalDate from = provision.from().isBefore(firstDay) ? firstDay : provision.from();
            LocalDate start = from.plusDays(provision.type().equals("OUTREACH") ? chance.below(25) : 0);
            while (start.isBefore(last.minusDays(14))) {
                Enrolment child = choose(children, start, chance);
                if (child == null) {
                    break;
                }
                LocalDate planned = start.plusDays(chance.between(shortest, longest));
                LocalDate end = planned.plusDays(chance.between(-10, 10));
                boolean isOpen = provision.to() == null && end.isAfter(Scenario.FIRST_NIGHT);
                end = end.isAfter(last) ? last : end;
                add(provision, child, start, planned, isOpen ? null : end, chance.pick(List.of("BHS", "EXR", "MHN")),
                        provision.type().equals("OUTREACH") ? 2 : provision.type().equals("UNREGISTERED_AP") ? 4 : 10);
                start = end.plusDays(chance.between(1, 6));
            }
        }
    }

    private Enrolment choose(List<Enrolment> children, LocalDate start, Chance chance) {
        for (int attempt = 0; attempt < 40; attempt++) {
            Enrolment child = chance.pick(children);
            LocalDate day = start.isBefore(council.years().get(0).first()) ? council.years().get(0).first() : start;
            boolean isLikely = child.pupil().isBoy() || attempt > 10;
            if (isLikely && child.isOnRoll(day) && child.isOnRoll(day.plusDays(40)) && placed.add(child.pupil().id())) {
                return child;
            }
        }
        return null;
    }

    private void supported(Provision provision) {
        for (EbsnaEpisode episode : council.episodes()) {
            if (episode.started() != null) {
                add(provision, episode.enrolment(), episode.started(), episode.started().plusDays(210), episode.ended(),
                        "MHN", 5);
            }
        }
    }

    private void enrolled(Provision provision) {
        for (School school : council.schools()) {
            if (school.phase() != Phase.PRU) {
                continue;
            }
            for (Enrolment enrolment : council.roll(school)) {
                Enrolment home = enrolment.pupil().enrolments().get(0);
                LocalDate start = enrolment.entry().isBefore(firstDay) ? firstDay : enrolment.entry();
                boolean isExcluded = enrolment.pupil().exclusions().stream().anyMatch(Exclusion::isPermanent);
                int homeLaestab = home == enrolment ? Scenario.POLICY_SECONDARY : home.school().laestab();
                placements.add(new Placement(placements.size() + 1, provision, enrolment.pupil(), homeLaestab, start,
                        start.plusDays(280), enrolment.leaving(), isExcluded ? "PEX" : "EXR", 10));
            }
        }
    }

    /** Children who have left the council's schools for a special school elsewhere. */
    private void away(Provision provision) {
        if (!provision.isOutOfBorough()) {
            return;
        }
        List<Enrolment> left = children(enrolment -> enrolment.leaving() != null && enrolment.leaving().getMonthValue() != 7
                && enrolment == enrolment.pupil().enrolments().get(enrolment.pupil().enrolments().size() - 1)
                && enrolment.ncYear(council.year(enrolment.leaving()).start()) >= 4
                && enrolment.ncYear(council.year(enrolment.leaving()).start()) <= 10);
        List<Enrolment> inOrder = new ArrayList<>(left);
        inOrder.sort((one, other) -> one.leaving().equals(other.leaving()) ? one.id() - other.id()
                : one.leaving().compareTo(other.leaving()));
        int places = provision.capacity();
        for (Enrolment last : inOrder) {
            if (places > 0 && placed.add(last.pupil().id())) {
                LocalDate start = last.leaving().plusDays(8);
                add(provision, last, start, start.plusDays(700), null, "OTH", 10);
                places--;
            }
        }
    }

    private void add(Provision provision, Enrolment child, LocalDate start, LocalDate planned, LocalDate end,
            String reason, int sessions) {
        placements.add(new Placement(placements.size() + 1, provision, child.pupil(), child.school().laestab(), start,
                planned, end, reason, sessions));
    }

    private List<Enrolment> children(Predicate<Enrolment> suits) {
        return council.rolls().stream().flatMap(List::stream).filter(suits).toList();
    }

    private boolean isYoung(Enrolment enrolment) {
        int nc = enrolment.ncYear(council.years().get(council.years().size() - 1).start());
        return enrolment.school().phase() == Phase.PRIMARY && nc >= 2 && nc <= 9 && enrolment.pupil().sen(0) != 'E';
    }

    private boolean isOlder(Enrolment enrolment) {
        return enrolment.school().phase() == Phase.SECONDARY && enrolment.pupil().sen(0) != 'N';
    }
}
