package org.bellwether.warehouse.stated;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A figure that a strategy's document states.
 *
 * @param unit   {@code %}, {@code GBP}, {@code pp}, {@code count} or a noun
 * @param period academic year as 202425; null where the document dates it by none
 * @param column column, or name, of the figure that it is held against; null where the warehouse has none like it
 * @param label  of that figure's row; null where it has none
 */
public record StatedFigure(BigDecimal value, String unit, Integer period, String column, String label, String sourceRef) {

    /** Whether a figure is what the document says. */
    public boolean isMet(BigDecimal figure) {
        return isSame(value, figure);
    }

    /** To as many places as the document says: 1.7e6 is said to a hundred thousand. */
    static boolean isSame(BigDecimal says, BigDecimal figure) {
        return figure.setScale(says.scale(), RoundingMode.HALF_UP).compareTo(says) == 0;
    }
}
