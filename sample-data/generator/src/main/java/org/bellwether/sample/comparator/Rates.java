package org.bellwether.sample.comparator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rates as published files print them. */
final class Rates {

    private Rates() {
    }

    /** 100 times the part of the whole, to so many places, half up; {@code z} where there is no whole. */
    static String percent(long part, long whole, int places) {
        if (whole == 0) {
            return "z";
        }
        return BigDecimal.valueOf(part).scaleByPowerOfTen(2).divide(BigDecimal.valueOf(whole), places,
                RoundingMode.HALF_UP)
                .stripTrailingZeros().toPlainString();
    }
}
