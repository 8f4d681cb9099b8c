package org.bellwether.staging.shape;

import java.util.HashMap;
import java.util.Map;

/** How like two names are: the share of their pairs of neighbouring letters that they have in common, from 0 to 1 (Dice). */
final class Likeness {

    private Likeness() {
    }

    static double of(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < one.length(); i++) {
            pairs.merge(one.substring(i, i + 2), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 0; i + 1 < other.length(); i++) {
            if (pairs.merge(other.substring(i, i + 2), -1, Integer::sum) >= 0) {
                common++;
            }
        }
        int all = Math.max(0, one.length() - 1) + Math.max(0, other.length() - 1);
        return all == 0 ? 0 : 2.0 * common / all;
    }
}
