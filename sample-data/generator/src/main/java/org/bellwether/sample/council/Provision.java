package org.bellwether.sample.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A provision that the council runs or commissions.
 *
 * @param urn the GIAS record of who provides it; null where it has none
 * @param monthly what one place costs a month, in pence
 * @param element what the council pays: PLACE, TOPUP, FEE or OUTREACH
 * @param line the Section 251 line on which it is booked
 * @param to the last day; null while it runs
 */
public record Provision(String code, String name, String type, int laCode, String neighbourhood, Integer host,
        String keyStages, String need, String tier, Integer urn, int primary, int secondary, LocalDate from,
        LocalDate to, int monthly, String element, String sector, String line) {

    private static final LocalDate EARLY = LocalDate.of(2021, 9, 1);

    public static List<Provision> of(int pupils) {
        int scale = Math.max(1, pupils / 1500);
        int places = 4 + Math.max(0, pupils - 1500) / 8000;
        return List.of(
                behaviour("NORTH", 8992001, 990001, places), behaviour("EAST", 8992002, 990002, places),
                behaviour("SOUTH", 8992003, 990003, places), behaviour("WEST", 8992004, 990004, places),
                behaviour("CENTRAL", 8992005, 990005, places),
                new Provision(Scenario.OUTREACH_TEAM, "Primary outreach team", "OUTREACH", 899, "", null, "KS1;KS2",
                        "SEMH", "T1", null, 24 * scale, 0, Scenario.OUTREACH_START, null, 41_700, "OUTREACH",
                        "MAINTAINED", "1.2.8"),
                new Provision(Scenario.EBSNA_CENTRE, "Harbour centre", "EBSNA_CENTRE", 899, "CENTRAL", null,
                        "KS2;KS3;KS4", "EBSNA", "T2", null, 2 * scale, 12 * scale, Scenario.EBSNA_OPENED, null, 65_000,
                        "FEE", "MAINTAINED", "1.2.8"),
                new Provision("PRU-WRENFOLD", "Wrenfold Pupil Referral Unit", "PRU_AP", 899, "CENTRAL",
                        Scenario.REFERRAL_UNIT, "KS2;KS3;KS4", "SEMH", "T2", 990012, 0, 18 * scale, EARLY, null,
                        82_000, "TOPUP", "MAINTAINED", "1.2.1"),
                new Provision("RP-COPPERWATH", "Copperwath resourced provision", "RESOURCED", 899, "SOUTH",
                        Scenario.CONVERTING_SCHOOL, "KS3;KS4", "ASD", "", 990108, 0, 8 * scale, EARLY, null, 50_000,
                        "PLACE", "ACADEMY", "1.0.2"),
                new Provision("SP-HAZELSEDGE", "Hazelsedge Special School", "SPECIAL", 899, "NORTH", 8997001,
                        "KS1;KS2;KS3;KS4", "SEMH;ASD", "T3", 990011, 24 * scale, 24 * scale, EARLY, null, 0, "PLACE",
                        "MAINTAINED", "1.0.2"),
                new Provision("OOB-FENMARROW", "Fenmarrow Special School", "SPECIAL", 822, "", null, "KS2;KS3;KS4",
                        "ASD", "", 990701, 0, 3 * scale, EARLY, null, 180_000, "TOPUP", "OOB_MAINTAINED", "1.2.1"),
                new Provision("OOB-ODDWATH", "Oddwath House School", "SPECIAL", 919, "", null, "KS2;KS3;KS4", "SEMH",
                        "", 990702, 0, 4 * scale, EARLY, null, 455_000, "FEE", "INDEPENDENT", "1.2.3"),
                new Provision("AP-KILNFOLD", "Kilnfold workshop", "UNREGISTERED_AP", 899, "WEST", null, "KS4", "SEMH",
                        "", null, 0, 6 * scale, EARLY, null, 38_000, "FEE", "AP_UNREGISTERED", "1.2.7"),
                new Provision("SP-FOXWATH", "Foxwath Special School", "SPECIAL", 899, "SOUTH", null, "KS2;KS3;KS4",
                        "SEMH", "T3", 990150, 20 * scale, 40 * scale, LocalDate.of(2027, 9, 1), null, 0, "PLACE",
                        "ACADEMY", "1.0.2"));
    }

    public int capacity() {
        return primary + secondary;
    }

    public boolean isOutOfBorough() {
        return laCode != Scenario.LA_CODE;
    }

    private static Provision behaviour(String place, int host, int urn, int places) {
        return new Provision("BP-" + place, "Primary behaviour provision " + place.charAt(0)
                + place.substring(1).toLowerCase(Locale.ROOT), "BEHAVIOUR_PROVISION", 899, place, host, "KS1;KS2",
                "SEMH", "T2", urn, places, 0, EARLY, Scenario.PROVISIONS_END, 183_333, "PLACE", "MAINTAINED", "1.2.8");
    }
}
