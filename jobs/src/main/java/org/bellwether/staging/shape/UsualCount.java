package org.bellwether.staging.shape;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Between which numbers of rows a submission is like the earlier ones. The middle is the median of their logarithms and the width their
 * median distance from it, so that a few odd ones move neither.
 */
record UsualCount(double low, double high) {

    /** Of fewer nobody knows what is usual. */
    static final int FEWEST = 5;

    /** As far from the median as 3.5 standard deviations are, were they spread evenly to both sides. */
    private static final double WIDTH = 3.5 * 1.4826;
    /** Half as many rows again are not unusual, however alike the earlier ones are. */
    private static final double LEAST = Math.log(1.5);

    /** Empty where they are too few. */
    static Optional<UsualCount> of(List<Double> earlier) {
        if (earlier.size() < FEWEST) {
            return Optional.empty();
        }
        double middle = median(earlier.stream().mapToDouble(Math::log1p));
        double width = Math.max(WIDTH * median(earlier.stream().mapToDouble(count -> Math.abs(Math.log1p(count) - middle))), LEAST);
        return Optional.of(new UsualCount(Math.expm1(middle - width), Math.expm1(middle + width)));
    }

    boolean has(double count) {
        return low <= count && count <= high;
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
