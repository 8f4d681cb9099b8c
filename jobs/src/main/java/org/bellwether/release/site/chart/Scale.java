package org.bellwether.release.site.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Values of an axis onto a length, its ends at round numbers. */
public record Scale(double low, double high, double from, double to, double step) {

    private static final int INTERVALS = 4;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /**
     * From 0 on where the values are far from being alike, so that a bar or a distance is not drawn larger than it is, and where they are
     * all the same: a level has no distance to show.
     *
     * @param isFromZero where lengths are compared, and not only positions
     * @param from       where the low end is drawn
     */
    public static Scale of(DoubleStream values, boolean isFromZero, double from, double to) {
        return of(values, isFromZero, from, to, 0);
    }

    /** @param least what two values differ by at least: of counts there is nothing between one and two */
    static Scale of(DoubleStream values, boolean isFromZero, double from, double to, double least) {
        double[] all = values.toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        if (isFromZero || high == low || low > 0 && low < high / 2 || high < 0 && high > low / 2) {
            low = Math.min(low, 0);
            high = Math.max(high, 0);
        }
        if (high == low) {
            high = low + 1;
        }
        double step = Math.max(least, roundUp((high - low) / INTERVALS));
        return new Scale(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, from, to, step);
    }

    private static double roundUp(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double round : ROUND) {
            if (raw <= round * power * (1 + 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }

    public double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (long i = 0; low + i * step <= high + step / 2; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    /** Decimal places that its ticks need. */
    public int places() {
        int places = 0;
        for (double left = step; Math.abs(left - Math.rint(left)) > 1e-6 && places < 4; left *= 10) {
            places++;
        }
        return places;
    }
}
