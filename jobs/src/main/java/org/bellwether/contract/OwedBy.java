package org.bellwether.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who owes a return. */
public enum OwedBy {
    /** The authority itself: once, whatever the number of schools. */
    AUTHORITY,
    /** Each of its state-funded schools. */
    SCHOOL,
    /** Each school that the authority maintains: academies tell the department. */
    MAINTAINED_SCHOOL,
    /** The authority, once for all of its behaviour provisions, as long as one of them is open. */
    BEHAVIOUR_PROVISION;

    @JsonCreator
    static OwedBy of(String text) {
        for (OwedBy one : values()) {
            if (one.label().equals(text)) {
                return one;
            }
        }
        throw new IllegalArgumentException("nobody is known as '" + text + "'; known are "
                + Arrays.stream(values()).map(OwedBy::label).collect(Collectors.joining(", ")));
    }

    /** As contracts write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
