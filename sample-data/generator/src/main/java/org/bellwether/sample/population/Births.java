package org.bellwether.sample.population;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Pupil;
import org.bellwether.sample.council.PupilTraits;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;
import org.bellwether.sample.council.Upn;

/** Makes children: each with a UPN that the primary school of its Reception year issued. */
final class Births {

    private final Council council;
    private final List<School> issuers;
    private final Map<Integer, Integer> serials = new HashMap<>();
    private final Map<Integer, Integer> temporarySerials = new HashMap<>();

    Births(Council council) {
        this.council = council;
        this.issuers = council.schools().stream().filter(school -> school.teaches(0) && school.phase().isMainstream())
                .toList();
    }

    /** A child of that NC year in that academic year, about to join the school. */
    Pupil child(School school, int ncYear, int academicYear) {
        int id = council.pupils().size();
        Chance chance = Chance.of(council.seed(), "child", id);
        int reception = academicYear - ncYear;
        LocalDate born = LocalDate.of(reception - 5, 9, 1).plusDays(chance.below(365));
        boolean isBoy = chance.happens(school.phase().isMainstream() ? 0.51 : 0.71);
        Pupil pupil = new Pupil(id, upn(school, reception, chance), isBoy, born, sen(school, isBoy, chance),
                PupilTraits.draw(chance, school, born));
        council.pupils().add(pupil);
        return pupil;
    }

    /** Gives a child who has just arrived a temporary number for the first months. */
    void arriveWithoutNumber(Pupil pupil, School school, LocalDate entry) {
        int serial = temporarySerials.merge(school.establishment(), 1, Integer::sum) - 1;
        pupil.arriveWith(Upn.temporary(Scenario.LA_CODE, school.establishment(), entry.getYear(), serial % 200),
                entry.plusDays(150));
    }

    private String upn(School school, int reception, Chance chance) {
        boolean isLocal = school.teaches(0) && school.phase().isMainstream();
        School issuer = isLocal && chance.happens(0.95) ? school : chance.pick(issuers);
        int key = issuer.establishment() * 100 + reception % 100;
        int serial = serials.merge(key, 1, Integer::sum);
        while (serial > 999) {
            issuer = issuers.get((issuers.indexOf(issuer) + 1) % issuers.size());
            key = issuer.establishment() * 100 + reception % 100;
            serial = serials.merge(key, 1, Integer::sum);
        }
        return Upn.permanent(Scenario.LA_CODE, issuer.establishment(), reception, serial);
    }

    private char[] sen(School school, boolean isBoy, Chance chance) {
        double planned = switch (school.phase()) {
            case SPECIAL -> 1;
            case PRU -> 0.22;
            default -> isBoy ? 0.021 : 0.01;
        };
        double supported = school.phase() == Phase.PRU ? 0.6 : isBoy ? 0.175 : 0.105;
        double at = chance.unit();
        char first = at < planned ? 'E' : at < planned + supported ? 'K' : 'N';
        char later = first;
        double change = chance.unit();
        if (first == 'N' && change < 0.03) {
            later = 'K';
        } else if (first == 'K' && change < 0.04) {
            later = 'E';
        } else if (first == 'K' && change < 0.10) {
            later = 'N';
        }
        char[] sen = new char[council.years().size()];
        int from = sen.length == 1 ? 1 : 1 + chance.below(sen.length - 1);
        for (int i = 0; i < sen.length; i++) {
            sen[i] = i < from ? first : later;
        }
        return sen;
    }
}
