package org.bellwether.sample.comparator;

import java.util.ArrayList;
import java.util.List;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Scenario;

/**
 * An area of the comparator files; its figures are invented, only its name and codes are real.
 *
 * @param factor how far above or below the usual level its rates lie
 */
public record Area(String level, String regionCode, String regionName, Integer oldLaCode, String newLaCode, String laName,
        int pupils, double factor) {

    public static List<Area> all(Council council) {
        List<Area> areas = new ArrayList<>();
        areas.add(new Area("National", "", "", null, "", "", 8_400_000, 1));
        areas.add(new Area("Regional", Scenario.REGION_CODE, Scenario.REGION_NAME, null, "", "", 930_000, 0.94));
        areas.add(new Area("Local authority", Scenario.REGION_CODE, Scenario.REGION_NAME, Scenario.LA_CODE,
                Scenario.NEW_LA_CODE, Scenario.LA_NAME, council.size(), 0.9));
        String east = Scenario.REGION_CODE;
        String south = "E12000008";
        areas.add(neighbour(east, Scenario.REGION_NAME, 874, "E06000031", "Peterborough", 37_000, 1.12));
        areas.add(neighbour(east, Scenario.REGION_NAME, 821, "E06000032", "Luton", 40_000, 0.78));
        areas.add(neighbour(south, "South East", 870, "E06000038", "Reading", 23_000, 1.05));
        areas.add(neighbour(south, "South East", 826, "E06000042", "Milton Keynes", 48_000, 0.98));
        areas.add(neighbour(east, Scenario.REGION_NAME, 883, "E06000034", "Thurrock", 30_000, 0.86));
        areas.add(neighbour(east, Scenario.REGION_NAME, 822, "E06000055", "Bedford", 31_000, 0.95));
        areas.add(neighbour("E12000009", "South West", 866, "E06000030", "Swindon", 35_000, 1.2));
        areas.add(neighbour(south, "South East", 871, "E06000039", "Slough", 31_000, 0.7));
        areas.add(neighbour("E12000004", "East Midlands", 941, "E06000062", "West Northamptonshire", 68_000, 1.1));
        areas.add(neighbour("E12000009", "South West", 839, "E06000058", "Bournemouth, Christchurch and Poole", 51_000,
                1.16));
        return areas;
    }

    public boolean isHome() {
        return oldLaCode != null && oldLaCode == Scenario.LA_CODE;
    }

    public boolean isLocal() {
        return oldLaCode != null;
    }

    public long identity() {
        return isLocal() ? oldLaCode : regionCode.isEmpty() ? 0 : 12;
    }

    private static Area neighbour(String region, String regionName, int code, String newCode, String name, int pupils,
            double factor) {
        return new Area("Local authority", region, regionName, code, newCode, name, pupils, factor);
    }
}
