package org.bellwether.release.disclosure.protection.attack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.bellwether.release.disclosure.protection.Interval;
import org.bellwether.release.disclosure.protection.LinearSystem;
import org.bellwether.release.disclosure.protection.Relation;
import org.bellwether.release.disclosure.protection.program.IndependentRows;
import org.bellwether.release.disclosure.protection.program.LinearProgram;
import org.bellwether.release.disclosure.protection.program.OjalgoProgram;

/** The furthest that a hidden cell can lie from its figure, by one linear program over the differences from the true figures. */
final class AttackProgram {

    private static final double TOLERANCE = 1e-6;

    private final LinearSystem system;
    private final BitSet rows;
    private final long[] lower;
    private final long[] upper;
    private final int[] open;
    private final IndependentRows independent = new IndependentRows();

    /**
     * @param cells       numbers, ascending
     * @param differences of each of them; none where nothing was found
     */
    record Furthest(int[] cells, double[] differences, boolean isUnbounded) {
    }

    AttackProgram(LinearSystem system, BitSet rows, long[] lower, long[] upper) {
        this.system = system;
        this.rows = rows;
        this.lower = lower;
        this.upper = upper;
        this.open = IntStream.range(0, system.size()).filter(cell -> lower[cell] < upper[cell]).toArray();
    }

    Furthest furthest(int cell, boolean upwards) {
        double unit = unit(cell, upwards);
        LinearProgram program = new OjalgoProgram();
        for (int one : open) {
            program.variable(difference(one, lower[one]) / unit, difference(one, upper[one]) / unit, one != cell ? 0 : upwards ? -1 : 1);
        }
        rows.stream().forEach(row -> relate(program, system.relation(row), unit));
        LinearProgram.Solution solution = program.minimise();
        if (solution.state() == LinearProgram.State.OPTIMAL) {
            double[] differences = Arrays.stream(solution.values(), 0, open.length)
                    .map(value -> Math.abs(value) < 1e-9 ? 0 : value * unit).toArray();
            if (fulfils(differences)) {
                return new Furthest(open, differences, false);
            }
        }
        return new Furthest(new int[0], new double[0], solution.state() == LinearProgram.State.UNBOUNDED);
    }

    /** Differences are counted in what is asked for, where that is bounded. */
    private double unit(int cell, boolean upwards) {
        double asked = Math.abs(difference(cell, upwards ? upper[cell] : lower[cell]));
        return Double.isInfinite(asked) ? 1 : Math.max(1, asked);
    }

    private double difference(int cell, long bound) {
        return bound >= Interval.UNBOUNDED ? Double.POSITIVE_INFINITY
                : bound <= -Interval.UNBOUNDED ? Double.NEGATIVE_INFINITY : bound - system.cell(cell).value();
    }

    /** Equations that follow from others are left out: with them ojAlgo 56.2.1 took programs that have a solution for such that have none. */
    private void relate(LinearProgram program, Relation relation, double unit) {
        int[] terms = IntStream.range(0, relation.size()).filter(term -> variable(relation.cell(term)) >= 0).toArray();
        int[] variables = Arrays.stream(terms).map(term -> variable(relation.cell(term))).toArray();
        double[] coefficients = Arrays.stream(terms).mapToDouble(relation::coefficient).toArray();
        if (relation.isExact()) {
            if (independent.add(variables, coefficients)) {
                program.balance(variables, coefficients);
            }
        } else if (terms.length > 0) {
            program.atMost(variables, coefficients, room(relation) / unit);
        }
    }

    private int variable(int cell) {
        return Arrays.binarySearch(open, cell);
    }

    private double room(Relation relation) {
        return relation.isExact() ? 0 : -IntStream.range(0, relation.size())
                .mapToLong(term -> relation.coefficient(term) * system.cell(relation.cell(term)).value()).sum();
    }

    private boolean fulfils(double[] differences) {
        boolean within = IntStream.range(0, open.length).allMatch(place -> {
            double room = TOLERANCE * Math.max(1, Math.abs(differences[place]));
            return differences[place] >= difference(open[place], lower[open[place]]) - room
                    && differences[place] <= difference(open[place], upper[open[place]]) + room;
        });
        return within && rows.stream().mapToObj(system::relation).allMatch(relation -> {
            double sum = 0;
            double size = 1;
            for (int term = 0; term < relation.size(); term++) {
                int place = variable(relation.cell(term));
                double difference = place < 0 ? 0 : relation.coefficient(term) * differences[place];
                sum += difference;
                size = Math.max(size, Math.abs(difference));
            }
            double over = TOLERANCE * size;
            return relation.isExact() ? Math.abs(sum) <= over : sum <= room(relation) + over;
        });
    }
}
