package org.bellwether.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the text of a column must be before it is staged. */
public enum ColumnType {
    /** Unique pupil number; staged only as its pseudonym. */
    UPN("VARCHAR"),
    /** DfE number of a school, LA and establishment: 8214002, 821/4002 or 821 4002. */
    LAESTAB("INTEGER"),
    URN("INTEGER"),
    /** A whole number; a trailing .0 is accepted. */
    INTEGER("INTEGER"),
    DECIMAL("DECIMAL"),
    DOUBLE("DOUBLE"),
    DATE("DATE"),
    TIMESTAMP("TIMESTAMP"),
    /** True, false, yes, no, y, n, t, f, 1 or 0, in any case. */
    BOOLEAN("BOOLEAN"),
    TEXT("VARCHAR"),
    /** A value of a code set, compared in upper case. */
    CODE("VARCHAR");

    private final String sqlType;

    ColumnType(String sqlType) {
        this.sqlType = sqlType;
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
