package org.bellwether.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a later submission of a return stands to an earlier one. */
public enum Kind {
    /** It replaces the scopes that it names, whole. */
    PART,
    /** A row replaces the row of its key. */
    EVENTS,
    /** It replaces the whole register. */
    FULL,
    /** The latest is live, earlier ones are history. */
    SNAPSHOT;

    @JsonCreator
    static Kind of(String text) {
        for (Kind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown kind '" + text + "'; known are "
                + Arrays.stream(values()).map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }
}
