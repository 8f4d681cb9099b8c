package org.bellwether.release.site.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * A figure as a mart has it: a value, or the status that stands instead of one.
 *
 * @param value  null where the status says why there is none
 * @param status {@code ok}, {@code low}, {@code c}, {@code z}, {@code x} or {@code k}
 */
public record Figure(BigDecimal value, String status) {

    private static final String HIDDEN = "c";

    /** A figure of few children that is hidden: drawn as such, and never as nothing or 0. */
    public boolean isHidden() {
        return value == null && HIDDEN.equals(status);
    }

    public boolean isThere() {
        return value != null;
    }

    public double number() {
        return value.doubleValue();
    }

    /** As people read it, with its unit. */
    public String text(Unit unit) {
        if (isThere()) {
            return unit.text(value);
        }
        return switch (status == null ? "" : status) {
            case HIDDEN -> "hidden";
            case "z" -> "not applicable";
            case "x" -> "not available";
            case "low" -> "under " + new Unit(unit.name(), unit.places() + 1).text(new BigDecimal("0.5").scaleByPowerOfTen(-unit.places()));
            default -> "";
        };
    }

    /**
     * How values are written.
     *
     * @param name   of what: {@code %}, {@code GBP}, {@code pp}, a noun; empty for none
     * @param places decimal places
     */
    public record Unit(String name, int places) {

        private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.UK);

        public String text(BigDecimal value) {
            String number = number(value.abs());
            String sign = value.signum() < 0 && !isNought(number) ? "\u2212" : "";
            return switch (name) {
                case "%" -> sign + number + "%";
                case "pp" -> sign + number + " pp";
                case "GBP" -> sign + "£" + number;
                default -> sign + number;
            };
        }

        /** The unit in words, behind the title of an axis or a column; empty where values say it themselves. */
        public String words() {
            return switch (name) {
                case "", "%", "count" -> "";
                case "GBP" -> "pounds";
                case "pp" -> "percentage points";
                default -> name;
            };
        }

        private String number(BigDecimal value) {
            return new DecimalFormat(places == 0 ? "#,##0" : "#,##0." + "0".repeat(places), SYMBOLS).format(value.setScale(places, RoundingMode.HALF_UP));
        }

        private static boolean isNought(String number) {
            return number.chars().noneMatch(c -> c >= '1' && c <= '9');
        }
    }
}
