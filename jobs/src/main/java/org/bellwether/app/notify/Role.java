package org.bellwether.app.notify;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who of an authority's staff is told, by what they do with the warehouse. */
public enum Role {
    /** Reads the published tier. */
    READER,
    /** Reads the restricted marts. */
    ANALYST,
    /** Answers for returns and runs. */
    OFFICER,
    /** Approves releases that are held. */
    APPROVER,
    /** Answers for data protection. */
    PRIVACY;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
