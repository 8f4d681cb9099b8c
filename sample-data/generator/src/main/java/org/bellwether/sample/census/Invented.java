package org.bellwether.sample.census;

import java.util.List;
import org.bellwether.sample.council.Pupil;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.Upn;

/** Names and addresses that nobody can have: a census carries them, the warehouse drops them. */
final class Invented {

    static final String SURNAME = "SYNTHETIC";
    private static final List<String> STARS = List.of("Vega", "Rigel", "Altair", "Deneb", "Mira", "Polaris", "Capella",
            "Antares", "Spica", "Bellatrix", "Castor", "Electra");

    private Invented() {
    }

    static String forename(Pupil pupil) {
        return STARS.get(pupil.id() % STARS.size());
    }

    /** Of the form of a postcode, in an area that does not exist. */
    static String postcode(Pupil pupil) {
        int number = pupil.id() % 529;
        return "ZW" + (1 + Scenario.NEIGHBOURHOODS.indexOf(pupil.traits().neighbourhood())) + " " + pupil.id() % 10
                + Upn.ALPHABET.charAt(number / 23) + Upn.ALPHABET.charAt(number % 23);
    }
}
