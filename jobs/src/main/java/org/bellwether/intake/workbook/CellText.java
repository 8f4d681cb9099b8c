package org.bellwether.intake.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands in a cell as text that returns are read from: numbers plainly, days by ISO 8601, errors by their names. */
final class CellText {

    /** What a formula is whose program has kept no value: never blank, and never nought. */
    static final String NOT_CALCULATED = "#NOT_CALCULATED!";

    /** Digits of a number that a spreadsheet keeps; what is behind them comes of writing tenths in binary. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int LONGEST = 400;
    /** The last day that spreadsheets know, in 9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    /** Formats of days and times that have a number and no text. */
    private static final Set<Integer> DAYS = Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55,
            56, 57, 58);
    /** The same of per cent. */
    private static final Set<Integer> PERCENT = Set.of(9, 10);
    private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]");
    private static final Pattern TIME = Pattern.compile("(?i).*[dmyhs].*");

    private CellText() {
    }

    /** One with more digits than any amount has stays as it is written: in full it might fill the memory. */
    static String number(BigDecimal number) {
        if (number.signum() != 0 && Math.abs((long) number.precision() - number.scale()) > LONGEST) {
            return number.toString();
        }
        BigDecimal plain = number.round(DIGITS);
        return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
    }

    /** Whether numbers of this format are days or times. */
    static boolean isTime(Integer formatId, String format) {
        if (formatId != null && DAYS.contains(formatId)) {
            return true;
        }
        return format != null && !format.equalsIgnoreCase("General") && TIME.matcher(bare(format)).matches();
    }

    /** Whether numbers of this format are shown as so many per cent: a hundred times what is kept. */
    static boolean isPercent(Integer formatId, String format) {
        return formatId != null && PERCENT.contains(formatId) || format != null && bare(format).contains("%");
    }

    /** A format for what is not less than nothing, without the texts in it. */
    private static String bare(String format) {
        return NO_FORMAT.matcher(format.split(";", 2)[0]).replaceAll("");
    }

    /** A share as it is shown and as a CSV saved from the sheet has it: 0.06 is 6%. */
    static String percent(BigDecimal share) {
        return number(share.movePointRight(2)) + "%";
    }

    /** A day, a time, or a day with its time, of the number by which a spreadsheet counts them; a number that is no day to it stays one. */
    static String time(BigDecimal number, boolean isFrom1904) {
        if (number.signum() < 0 || number.compareTo(LAST_DAY) > 0) {
            return number(number);
        }
        long seconds = number.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValue();
        long day = Math.floorDiv(seconds, 86_400L);
        LocalTime time = LocalTime.ofSecondOfDay(Math.floorMod(seconds, 86_400L));
        if (day == 0 && !isFrom1904) {
            return time.toString();
        }
        // A spreadsheet takes 1900 for a leap year: up to its 29 February days are one less.
        LocalDate first = isFrom1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, day < 60 ? 31 : 30);
        return day(first.plusDays(day).atTime(time));
    }

    /** A day without a time where there is none. */
    static String day(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString() : time.withNano(0).toString() + (time.getSecond() == 0 ? ":00" : "");
    }

    /** In one line: no value of a return has several. */
    static String line(String text) {
        return text.replaceAll("[\r\n]+", " ").strip();
    }
}
