package org.bellwether.release.disclosure.protection.program;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Tells rows with whole coefficients that follow from those before them, by elimination modulo a prime. */
public final class IndependentRows {

    private static final long PRIME = 2_147_483_629L;

    /** Reduced rows by their first variable, whose coefficient is 1. */
    private final Map<Integer, TreeMap<Integer, Long>> reduced = new HashMap<>();

    /** @return false where the row adds nothing to those before it */
    public boolean add(int[] variables, double[] coefficients) {
        TreeMap<Integer, Long> row = new TreeMap<>();
        for (int term = 0; term < variables.length; term++) {
            add(row, variables[term], Math.floorMod((long) coefficients[term], PRIME));
        }
        while (!row.isEmpty()) {
            Map.Entry<Integer, Long> first = row.firstEntry();
            TreeMap<Integer, Long> other = reduced.get(first.getKey());
            if (other == null) {
                long inverse = inverse(first.getValue());
                row.replaceAll((variable, coefficient) -> coefficient * inverse % PRIME);
                reduced.put(first.getKey(), row);
                return true;
            }
            long times = PRIME - first.getValue();
            other.forEach((variable, coefficient) -> add(row, variable, coefficient * times % PRIME));
        }
        return false;
    }

    private static void add(TreeMap<Integer, Long> row, int variable, long coefficient) {
        row.merge(variable, coefficient, (before, more) -> (before + more) % PRIME);
        row.remove(variable, 0L);
    }

    /** By Fermat's little theorem. */
    private static long inverse(long number) {
        long result = 1;
        long square = number;
        for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
