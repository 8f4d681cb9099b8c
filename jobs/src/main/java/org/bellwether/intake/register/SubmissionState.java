package org.bellwether.intake.register;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a submission stands. */
public enum SubmissionState {
    /** Landed, not judged yet. */
    WAITING,
    ACCEPTED,
    /** Accepted, with values or rows that somebody should look at. */
    ACCEPTED_WITH_QUERIES,
    /** Judged row by row, and more of it rejected than a home allows: it replaces nothing. */
    REJECTED,
    /** The same content is live already. */
    DUPLICATE,
    /** Accepted once; later submissions own all that it was true for. */
    REPLACED,
    WITHDRAWN,
    /** A file that could not be judged row by row. */
    REFUSED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SubmissionState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    public boolean isAccepted() {
        return this == ACCEPTED || this == ACCEPTED_WITH_QUERIES;
    }
}
