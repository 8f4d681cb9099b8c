package org.bellwether.sample.population;

import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.School;

/** How many children each school takes a year group, so that all together come to the number asked for. */
final class Places {

    private static final double[] PRIMARY_SIZE = {1.15, 0.9, 1.05, 1.2, 0.85, 0.85};
    private final int[][] places;

    Places(Council council) {
        int[] count = new int[Phase.values().length];
        council.schools().forEach(school -> count[school.phase().ordinal()]++);
        int special = council.size() * 25 / 1000;
        int excluded = Math.max(12, council.size() * 11 / 1000);
        double group = (council.size() - special - excluded) / 12.4;
        double primaryShares = count[0] + 0.7 * count[2];
        double secondaryShares = count[1] + 0.55 * count[2];
        places = new int[council.schools().size()][14];
        int number = 0;
        for (int s = 0; s < places.length; s++) {
            School school = council.schools().get(s);
            double size = school.phase() == Phase.PRIMARY ? PRIMARY_SIZE[number++ % PRIMARY_SIZE.length] : 1;
            for (int year = school.phase().lowYear(); year <= school.highYear(); year++) {
                places[s][year] = (int) StrictMath.rint(switch (school.phase()) {
                    case PRIMARY -> group * size / primaryShares;
                    case SECONDARY -> group / secondaryShares * (year > 11 ? 0.45 : 1);
                    case ALL_THROUGH -> year < 7 ? group * 0.7 / primaryShares : group * 0.55 / secondaryShares;
                    case SPECIAL -> special / 12.0 / count[3];
                    case PRU -> excluded / 6.0 / count[4];
                });
            }
        }
    }

    int of(int school, int ncYear) {
        return places[school][ncYear];
    }
}
