package org.bellwether.sample.census;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A row of a COLLECT table by column name; dates and truth values are written as COLLECT prints them. */
final class CensusRow {

    private static final List<String> MONTHS = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
            "Oct", "Nov", "Dec");

    final Map<String, Object> values = new LinkedHashMap<>();
    private final boolean withDecimals;

    /** @param withDecimals whole numbers of this extract carry {@code .0} */
    CensusRow(boolean withDecimals) {
        this.withDecimals = withDecimals;
    }

    CensusRow text(String column, Object value) {
        values.put(column, value);
        return this;
    }

    CensusRow blank(String... columns) {
        for (String column : columns) {
            values.put(column, null);
        }
        return this;
    }

    CensusRow date(String column, LocalDate value) {
        values.put(column, value == null ? null : print(value));
        return this;
    }

    CensusRow number(String column, int value) {
        values.put(column, withDecimals ? value + ".0" : Integer.toString(value));
        return this;
    }

    CensusRow truth(String column, boolean value) {
        values.put(column, value ? "True" : "False");
        return this;
    }

    static String print(LocalDate date) {
        return String.format(Locale.ROOT, "%04d-%s-%02d 00:00:00", date.getYear(), MONTHS.get(date.getMonthValue() - 1),
                date.getDayOfMonth());
    }
}
