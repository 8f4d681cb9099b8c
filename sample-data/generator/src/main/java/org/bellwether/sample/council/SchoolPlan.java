package org.bellwether.sample.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The schools: twelve that the story needs, and more of every phase as the number of pupils grows. */
final class SchoolPlan {

    private static final List<String> BEGINNINGS = List.of("Alder", "Barrow", "Cinder", "Dapple", "Elder", "Fallow",
            "Gorse", "Harrow", "Ivory", "Juniper", "Kestrel", "Linnet", "Marrow", "Nettle", "Otter", "Plover");
    private static final List<String> ENDINGS = List.of("mead", "thwick", "combe", "scar", "fold", "rigg", "wath",
            "sedge");

    private SchoolPlan() {
    }

    static List<School> schools(int pupils) {
        List<School> schools = new ArrayList<>(List.of(
                maintained(8992001, 990001, "Quillbank Primary School", Phase.PRIMARY, "NORTH", 6),
                maintained(8992002, 990002, "St Oswin\u2019s Church of England Primary School", Phase.PRIMARY, "EAST",
                6), maintained(8992003, 990003, "Thistlerigg Primary School", Phase.PRIMARY, "SOUTH", 6),
                academy(8992004, 990004, "\u00c9lise Larkwath Primary Academy", Phase.PRIMARY, "WEST", 6),
                maintained(8992005, 990005, "Bramblescar Primary School", Phase.PRIMARY, "CENTRAL", 6),
                academy(8992006, 990006, "Woldenfold Primary Academy", Phase.PRIMARY, "NORTH", 6),
                maintained(8994001, 990007, "Larkenmere High School", Phase.SECONDARY, "EAST", 11),
                new School(Scenario.CONVERTING_SCHOOL, 990008, "Copperwath School", Phase.SECONDARY, "SOUTH", 13, false,
                        LocalDate.of(1974, 9, 1), Scenario.CONVERSION, 990108),
                academy(8994003, 990009, "Tarnscar Academy", Phase.SECONDARY, "WEST", 11),
                academy(8994004, 990010, "Dunnockmere All-through School", Phase.ALL_THROUGH, "CENTRAL", 11),
                maintained(8997001, 990011, "Hazelsedge Special School", Phase.SPECIAL, "NORTH", 11),
                maintained(Scenario.REFERRAL_UNIT, 990012, "Wrenfold Pupil Referral Unit", Phase.PRU, "CENTRAL", 11)));
        int more = Math.max(0, (pupils - 1500) * 58 / 38_500);
        for (int i = 0; i < more; i++) {
            schools.add(further(i));
        }
        return List.copyOf(schools);
    }

    private static School further(int number) {
        int name = number * 7 % (BEGINNINGS.size() * ENDINGS.size());
        String stem = BEGINNINGS.get(name % BEGINNINGS.size()) + ENDINGS.get(name / BEGINNINGS.size());
        String place = Scenario.NEIGHBOURHOODS.get(number % Scenario.NEIGHBOURHOODS.size());
        int urn = 990201 + number;
        return switch (number % 29) {
            case 3, 8, 13, 18, 23 -> academy(8994011 + number, urn, stem + " Academy", Phase.SECONDARY, place, 11);
            case 5 -> academy(8994011 + number, urn, stem + " All-through Academy", Phase.ALL_THROUGH, place, 11);
            case 10 -> maintained(8997011 + number, urn, stem + " Special School", Phase.SPECIAL, place, 11);
            case 28 -> maintained(8991111 + number, urn, stem + " Pupil Referral Unit", Phase.PRU, place, 11);
            default -> number % 3 == 0
                    ? academy(8992011 + number, urn, stem + " Primary Academy", Phase.PRIMARY, place, 6)
                    : maintained(8992011 + number, urn, stem + " Primary School", Phase.PRIMARY, place, 6);
        };
    }

    private static School maintained(int laestab, int urn, String name, Phase phase, String place, int highYear) {
        return new School(laestab, urn, name, phase, place, highYear, false, LocalDate.of(1974, 9, 1), null, 0);
    }

    private static School academy(int laestab, int urn, String name, Phase phase, String place, int highYear) {
        return new School(laestab, urn, name, phase, place, highYear, true, LocalDate.of(2014, 9, 1), null, 0);
    }
}
