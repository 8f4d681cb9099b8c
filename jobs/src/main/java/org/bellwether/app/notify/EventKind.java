package org.bellwether.app.notify;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.bellwether.app.user.Role;

/** What is told, each in a template of its own, and which roles may know it: readers learn from the published tier alone. */
public enum EventKind {
    /** A night has failed; the release before it stays. */
    FAILED(Role.OFFICER, Role.APPROVER, Role.ANALYST, Role.PRIVACY),
    /** The run before this one was stopped before its end. */
    STOPPED(Role.OFFICER, Role.APPROVER, Role.ANALYST, Role.PRIVACY),
    /** A release waits for approval. */
    HELD(Role.OFFICER, Role.APPROVER, Role.ANALYST, Role.PRIVACY),
    /** Rows were rejected, or files refused. */
    REJECTS(Role.OFFICER, Role.PRIVACY),
    /** What was accepted cannot be built. */
    SET_ASIDE(Role.OFFICER, Role.ANALYST, Role.PRIVACY),
    /** A published figure has passed a threshold. */
    THRESHOLD(Role.READER, Role.ANALYST, Role.OFFICER, Role.APPROVER, Role.PRIVACY),
    /** Of its own returns, to a school. */
    OWES,
    /** Several of the others, once a day. */
    DIGEST,
    /** Whether a channel works. */
    TEST;

    private final Set<Role> mayKnow;

    EventKind(Role... mayKnow) {
        this.mayKnow = mayKnow.length == 0 ? EnumSet.noneOf(Role.class) : EnumSet.of(mayKnow[0], mayKnow);
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Set<Role> mayKnow() {
        return mayKnow;
    }

    /** Path of its template below a config folder. */
    String template() {
        return "notifications/" + label() + ".txt";
    }
}
