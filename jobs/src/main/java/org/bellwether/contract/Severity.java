package org.bellwether.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a broken rule does, the gravest first. */
public enum Severity {
    /** The file is refused. */
    FATAL,
    /** The row is rejected. */
    ERROR,
    /** The value becomes unknown; the row is loaded and flagged. */
    VALUE,
    /** The row is loaded and flagged. */
    QUERY,
    WARNING;

    /** Whether the row is kept. */
    public boolean keepsRow() {
        return compareTo(ERROR) > 0;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Severity of(String text) {
        for (Severity severity : values()) {
            if (severity.text().equals(text)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("unknown severity '" + text + "'; known are "
                + Arrays.stream(values()).map(Severity::text).collect(Collectors.joining(", ")));
    }
}
