package org.bellwether.release.site.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** A row of the query behind a chart or a table, by the names of its columns. */
public record Row(Map<String, Object> values) {

    private static final String STATUS = "_status";

    /** Null where it has no such column, or no value in it. */
    public String text(String column) {
        Object value = values.get(column);
        return value == null ? null : value.toString();
    }

    public String text(String column, String otherwise) {
        String text = text(column);
        return text == null ? otherwise : text;
    }

    /** The value with the status that stands beside it; {@code ok} or {@code x} where none does. */
    public Figure figure(String column) {
        BigDecimal value = number(column);
        return new Figure(value, text(column + STATUS, value == null ? "x" : "ok"));
    }

    /** Null where there is none, or none that is finite. */
    public BigDecimal number(String column) {
        Object value = values.get(column);
        boolean isNumber = value instanceof Number number && Double.isFinite(number.doubleValue());
        return isNumber ? new BigDecimal(value.toString()) : null;
    }

    /** Null where there is none. */
    public LocalDate date(String column) {
        return values.get(column) instanceof LocalDate date ? date : null;
    }

    public boolean has(String column) {
        return values.containsKey(column);
    }

    public static boolean isStatus(String column) {
        return column.endsWith(STATUS);
    }

    /** The figure beside which a status stands. */
    public static String statusOf(String figure) {
        return figure + STATUS;
    }
}
