package org.bellwether.sample.comparator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.census.Census;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Exclusion;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;
import org.bellwether.sample.file.CsvFile;

/**
 * Writes the published table of suspensions and permanent exclusions by area.
 *
 * <p>The council's own rows are what its censuses hold; those of others are invented about the usual rates of each
 * phase.
 */
public final class ExclusionBenchmarkWriter {

    private static final List<String> TYPES = List.of("State-funded primary", "State-funded secondary", "Special");
    /**
     * Pupils of each type in a thousand, then suspensions, children suspended and permanent exclusions in 10,000 of
     * them.
     */
    private static final int[][] USUAL = {{555, 215, 98, 4}, {425, 2230, 800, 24}, {18, 950, 450, 7}};
    private static final int UNPUBLISHED_LA = 871;

    private final Council council;

    public ExclusionBenchmarkWriter(Council council) {
        this.council = council;
    }

    public void write(Path folder) throws IOException {
        for (SchoolYear year : council.years()) {
            if (year.start() < Scenario.LAST_YEAR) {
                write(folder.resolve("benchmarks_exclusions_" + year.key() + ".csv"), year);
            }
        }
    }

    private void write(Path file, SchoolYear year) throws IOException {
        try (CsvFile csv = new CsvFile(file, "time_period", "time_identifier", "geographic_level", "country_code",
                "country_name", "region_code", "region_name", "old_la_code", "new_la_code", "la_name", "school_type",
                "num_schools", "headcount", "perm_excl", "perm_excl_rate", "suspension", "susp_rate", "one_plus_susp",
                "one_plus_susp_rate")) {
            for (Area area : Area.all(council)) {
                long[][] figures = area.isHome() ? own(year) : invented(area, year);
                long[] total = new long[5];
                for (long[] type : figures) {
                    for (int i = 0; i < 5; i++) {
                        total[i] += type[i];
                    }
                }
                row(csv, area, year, "Total", total, false);
                for (int type = 0; type < TYPES.size(); type++) {
                    boolean isHidden = area.isLocal() && area.oldLaCode() == UNPUBLISHED_LA && type != 1;
                    row(csv, area, year, TYPES.get(type), figures[type], isHidden);
                }
            }
        }
    }

    private static void row(CsvFile csv, Area area, SchoolYear year, String type, long[] figures, boolean isHidden)
            throws IOException {
        csv.row(year.key(), "Academic year", area.level(), "E92000001", "England", area.regionCode(), area.regionName(),
                area.oldLaCode(), area.newLaCode(), area.laName(), type, figures[0], figures[1],
                isHidden ? "c" : figures[4], isHidden ? "c" : Rates.percent(figures[4], figures[1], 5), figures[2],
                Rates.percent(figures[2], figures[1], 5), figures[3], Rates.percent(figures[3], figures[1], 5));
    }

    private long[][] invented(Area area, SchoolYear year) {
        long[][] figures = new long[TYPES.size()][5];
        for (int type = 0; type < figures.length; type++) {
            Chance chance = Chance.of(council.seed(), "benchmark", area.identity(), type, year.start());
            int[] usual = USUAL[type];
            long headcount = (long) area.pupils() * usual[0] / 1000;
            double level = area.factor() * (0.94 + 0.12 * chance.unit()) * (1 + 0.02 * (year.start() - 2023));
            figures[type][0] = 1 + headcount / (type == 0 ? 280 : type == 1 ? 1050 : 130);
            figures[type][1] = headcount;
            for (int i = 1; i <= 3; i++) {
                figures[type][1 + i] = (long) (headcount * level * usual[i] / 10_000 + 0.5);
            }
        }
        return figures;
    }

    private long[][] own(SchoolYear year) {
        Census spring = Census.of(council).stream()
                .filter(census -> census.isSpring() && census.year().start() == year.start()).findFirst().orElseThrow();
        long[][] figures = new long[TYPES.size() + 1][5];
        int index = council.years().indexOf(year);
        for (School school : council.schools()) {
            long[] type = figures[type(school.phase())];
            type[0]++;
            type[1] += council.roll(school).stream()
                    .filter(enrolment -> enrolment.isOnRoll(spring.day()) && enrolment.status(year) != 'S').count();
        }
        Set<Integer> suspended = new HashSet<>();
        for (Exclusion exclusion : council.exclusions()) {
            boolean isOut = exclusion.telling() == Exclusion.Telling.WITHDRAWN
                    || exclusion.telling() == Exclusion.Telling.NOTICE_ONLY || exclusion.category().equals("LNCH");
            if (council.year(exclusion.start()) != year || isOut) {
                continue;
            }
            long[] type = figures[type(exclusion.enrolment().school().phase())];
            if (exclusion.isPermanent()) {
                type[4]++;
            } else {
                type[2]++;
                type[3] += suspended.add(exclusion.enrolment().id()) ? 1 : 0;
            }
        }
        return figures;
    }

    /** Place in {@link #TYPES}; referral units only count in the total. */
    private static int type(Phase phase) {
        return switch (phase) {
            case PRIMARY -> 0;
            case SECONDARY, ALL_THROUGH -> 1;
            case SPECIAL -> 2;
            case PRU -> 3;
        };
    }
}
