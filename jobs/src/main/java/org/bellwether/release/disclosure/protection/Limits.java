package org.bellwether.release.disclosure.protection;

import java.util.Collection;

/** How far each cell could lie from its figure, by what everybody knows and by the rule that made it sensitive. */
final class Limits {

    private final double[] down;
    private final double[] up;

    Limits(LinearSystem system, Collection<Sensitive> sensitive) {
        down = new double[system.size()];
        up = new double[system.size()];
        for (int cell = 0; cell < system.size(); cell++) {
            limit(system.cell(cell), cell, -Interval.UNBOUNDED, Interval.UNBOUNDED);
        }
        for (Sensitive one : sensitive) {
            int cell = system.number(one.cell());
            limit(system.cell(cell), cell, one.least(), one.most());
        }
    }

    private void limit(Cell cell, int number, long least, long most) {
        long lower = Math.max(cell.lower(), least);
        long upper = Math.min(cell.upper(), most);
        down[number] = lower <= -Interval.UNBOUNDED ? Double.NEGATIVE_INFINITY : lower - cell.value();
        up[number] = upper >= Interval.UNBOUNDED ? Double.POSITIVE_INFINITY : upper - cell.value();
    }

    /** 0 or less. */
    double down(int cell) {
        return down[cell];
    }

    /** 0 or more. */
    double up(int cell) {
        return up[cell];
    }

    boolean allow(int cell, double difference) {
        double room = Movement.TOLERANCE * Math.max(1, Math.abs(difference));
        return difference >= down[cell] - room && difference <= up[cell] + room;
    }

    /** What the sum of an inequality falls short of 0. */
    static double slack(LinearSystem system, Relation inequality) {
        long sum = 0;
        for (int term = 0; term < inequality.size(); term++) {
            sum += inequality.coefficient(term) * system.cell(inequality.cell(term)).value();
        }
        return -sum;
    }
}
