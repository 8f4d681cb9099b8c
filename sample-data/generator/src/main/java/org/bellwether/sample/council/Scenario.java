package org.bellwether.sample.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The story of Wardown Borough: who it is, what changed and when. The warehouse knows nothing of it.
 *
 * <p>Two schools change their behaviour policy in September 2025 and suspend far less after it. An EBSNA centre opens
 * in September 2024 and the children it supports come back to school. The five primary behaviour provisions end with
 * the summer of 2025; an outreach team follows them at a third of their cost.
 */
public final class Scenario {

    public static final int LA_CODE = 899;
    public static final String NEW_LA_CODE = "E06000899";
    public static final String LA_NAME = "Wardown Borough";
    public static final String REGION_CODE = "E12000006";
    public static final String REGION_NAME = "East of England";

    public static final int LAST_YEAR = 2025;
    /** The last day of which the first night knows: its returns are loaded early on the next. */
    public static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 5, 12);
    public static final LocalDate SECOND_NIGHT = LocalDate.of(2026, 5, 13);
    /** Of the last whole week that DfE has given back by then. */
    public static final LocalDate LAST_WEEK = LocalDate.of(2026, 5, 4);
    public static final LocalDate LAST_CENSUS = LocalDate.of(2026, 1, 15);

    public static final int POLICY_SECONDARY = 8994001;
    static final int POLICY_PRIMARY = 8992003;
    public static final Set<Integer> POLICY_SCHOOLS = Set.of(POLICY_SECONDARY, POLICY_PRIMARY);
    public static final LocalDate POLICY_CHANGE = LocalDate.of(2025, 9, 1);

    public static final String EBSNA_CENTRE = "EBSNA-HARBOUR";
    public static final LocalDate EBSNA_OPENED = LocalDate.of(2024, 9, 9);

    static final String OUTREACH_TEAM = "OUT-PRIMARY";
    static final LocalDate PROVISIONS_END = LocalDate.of(2025, 8, 31);
    static final LocalDate OUTREACH_START = LocalDate.of(2025, 9, 1);

    static final int CONVERTING_SCHOOL = 8994002;
    /** It has the resourced provision. */
    public static final int RESOURCED_SCHOOL = CONVERTING_SCHOOL;
    static final LocalDate CONVERSION = LocalDate.of(2025, 1, 1);

    public static final int REFERRAL_UNIT = 8991101;

    public static final List<String> NEIGHBOURHOODS = List.of("NORTH", "EAST", "SOUTH", "WEST", "CENTRAL");

    private Scenario() {
    }

    /** Suspensions a year for each 100 pupils of the school. */
    public static double suspensionsPer100(School school, int academicYear) {
        boolean changed = academicYear >= POLICY_CHANGE.getYear();
        if (school.laestab() == POLICY_SECONDARY) {
            return changed ? 11 : 26 + (academicYear - 2023);
        }
        if (school.laestab() == POLICY_PRIMARY) {
            return changed ? 2.5 : 7.5;
        }
        double level = switch (school.phase()) {
            case PRIMARY -> 1.5;
            case SECONDARY -> 13;
            case ALL_THROUGH -> 7;
            case SPECIAL -> 7;
            case PRU -> 45;
        };
        return level * (1 + 0.03 * (academicYear - 2023));
    }

    /** Permanent exclusions a year for each 100 pupils of the council. */
    public static double permanentPer100(int academicYear) {
        return academicYear >= 2025 ? 0.15 : 0.18 + 0.02 * (academicYear - 2023);
    }

    /** Share of sessions missed by a child at the EBSNA centre, so many school days after support began. */
    public static double ebsnaAbsence(double before, int daysSinceStart) {
        if (daysSinceStart < 0) {
            return before;
        }
        double eased = Math.min(1, daysSinceStart / 50.0);
        return before * (0.75 - 0.42 * eased);
    }
}
