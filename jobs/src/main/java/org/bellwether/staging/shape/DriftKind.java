package org.bellwether.staging.shape;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a submission can differ from the earlier ones, in the order in which it is told. */
public enum DriftKind {
    MISSING("column missing"),
    ADDED("column added"),
    RENAMED("column renamed"),
    MOVED("column moved"),
    RETYPED("column of another type"),
    NEW_CODE("code never seen before"),
    COUNT("number of rows unusual");

    private final String words;

    DriftKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static DriftKind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
