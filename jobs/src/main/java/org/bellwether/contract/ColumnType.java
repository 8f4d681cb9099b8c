package org.bellwether.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the text of a column must be before it is staged. */
public enum ColumnType {
    /** Unique pupil number; staged only as its pseudonym. */
    UPN("VARCHAR"),
    /** DfE number of a school, LA and establishment: 8214002, 821/4002, 821 4002 or 8214002.0. */
    LAESTAB("INTEGER", "1000000", "9999999"),
    URN("INTEGER", "1", "9999999"),
    /** A whole number, also as 1,234 or 1234.0. */
    INTEGER("INTEGER", "0", "999999"),
    /** An academic or financial year as 202425, also as 2024/25 or 2024-25. */
    SPLIT_YEAR("INTEGER", "200001", "203940"),
    /** A period as published figures have it: 202425, also as 2024/25, or a calendar year, 2024. */
    PERIOD("INTEGER", "1900", "209999"),
    /** An amount as finance writes it: 1,234.50, £1,234.50, -1234.5, (1,234.50) or 1,234.50 CR. */
    DECIMAL("DECIMAL", "-999999999", "999999999"),
    /** A day of those that the calendar of the warehouse has; a time behind it is left out. */
    DATE("DATE", "2000-08-01", "2040-07-31"),
    /** An instant, staged as UTC; a time without a zone is London's. */
    TIMESTAMP("TIMESTAMP", "2000-08-01", "2040-07-31"),
    /** True, false, yes, no, y, n, t, f, 1 or 0, in any case. */
    BOOLEAN("BOOLEAN"),
    /** Words; its range is that of its length. */
    TEXT("VARCHAR", "1", String.valueOf(Range.LONGEST)),
    /** Words or a number that name something, compared in upper case; a number also as 17.0. */
    ID("VARCHAR", "1", String.valueOf(Range.LONGEST)),
    /** A value of a code set, compared in upper case. */
    CODE("VARCHAR");

    private final String sqlType;
    private final Range range;

    ColumnType(String sqlType) {
        this.sqlType = sqlType;
        this.range = null;
    }

    ColumnType(String sqlType, String low, String high) {
        this.sqlType = sqlType;
        this.range = new Range(low, high);
    }

    /** Between which its values lie where a contract does not say; null where its values have no order. */
    public Range range() {
        return range;
    }

    public boolean isNumber() {
        return isAmount() || this == SPLIT_YEAR || this == PERIOD || this == LAESTAB;
    }

    /** Whether finance may write it. */
    public boolean isAmount() {
        return this == INTEGER || this == URN || this == DECIMAL;
    }

    /** Whether its values are texts, whatever stands in them. */
    public boolean isText() {
        return this == TEXT || this == ID;
    }

    public boolean isTime() {
        return this == DATE || this == TIMESTAMP;
    }

    /** Type of the typed column; of a decimal without its width. */
    public String sqlType() {
        return sqlType;
    }

    @JsonCreator
    static ColumnType of(String text) {
        for (ColumnType type : values()) {
            if (type.text().equals(text)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown type '" + text + "'; known are "
                + Arrays.stream(values()).map(ColumnType::text).collect(Collectors.joining(", ")));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
