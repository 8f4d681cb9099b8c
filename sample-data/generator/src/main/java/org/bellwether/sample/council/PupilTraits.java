package org.bellwether.sample.council;

import java.time.LocalDate;
import java.util.List;

/** What chance gives a child at birth, as it were: background, needs and habits in published proportions. */
public record PupilTraits(String ethnicity, String language, String neighbourhood, String primaryNeed, String secondaryNeed,
        LocalDate mealsFrom, LocalDate mealsTo, double absenceRank) {

    private static final List<String> ETHNICITIES = List.of("WBRI", "WIRI", "WIRT", "WROM", "WOTH", "MWBC", "MWBA",
            "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH", "CHNE", "BCRB", "BAFR", "BOTH", "OOTH", "REFU", "NOBT");
    private static final double[] ETHNICITY_WEIGHTS = {40, 1, 0.4, 0.7, 8, 2, 1, 2, 2, 5, 13, 8, 4, 0.7, 3, 5.5, 1.2, 2,
        0.5, 0.4};
    private static final List<String> NEEDS = List.of("SEMH", "SLCN", "MLD", "SPLD", "ASD", "OTH", "PD", "HI", "VI",
            "SLD");
    private static final double[] NEED_WEIGHTS = {25, 26, 15, 12, 14, 4, 2, 1, 0.5, 0.5};
    private static final List<String> SPECIAL_NEEDS = List.of("ASD", "SEMH", "SLD", "PMLD", "MLD");
    private static final double[] SPECIAL_NEED_WEIGHTS = {36, 24, 20, 8, 12};

    public static PupilTraits draw(Chance chance, School school, LocalDate born) {
        String ethnicity = ETHNICITIES.get(chance.weighted(ETHNICITY_WEIGHTS));
        boolean isAsian = ethnicity.startsWith("A");
        double english = ethnicity.startsWith("WB") ? 0.98 : isAsian ? 0.45 : 0.65;
        String language = chance.happens(english) ? "ENG" : chance.happens(0.95) ? "OTH" : "OTB";
        boolean isSpecial = school.phase() == Phase.SPECIAL;
        String primary = isSpecial ? SPECIAL_NEEDS.get(chance.weighted(SPECIAL_NEED_WEIGHTS))
                : NEEDS.get(chance.weighted(NEED_WEIGHTS));
        String secondary = chance.happens(0.25) ? chance.pick(NEEDS) : null;
        LocalDate from = null;
        LocalDate to = null;
        if (chance.happens(isSpecial || school.phase() == Phase.PRU ? 0.55 : 0.345)) {
            from = born.plusDays(1500 + chance.below(1200));
            to = chance.happens(0.12) ? from.plusDays(400 + chance.below(1200)) : null;
        }
        String home = chance.happens(0.75) ? school.neighbourhood() : chance.pick(Scenario.NEIGHBOURHOODS);
        return new PupilTraits(ethnicity, language, home, primary, primary.equals(secondary) ? null : secondary, from,
                to, chance.unit());
    }
}
