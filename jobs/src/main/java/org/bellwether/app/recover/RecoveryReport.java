package org.bellwether.app.recover;

import java.util.Locale;
import java.util.function.Consumer;

/** What a recovery found whole, made again, moved aside, and could not make: each is told as it happens, in one line. */
public final class RecoveryReport {

    private final Consumer<String> line;
    private boolean hasMade;
    private boolean lacksDeliveries;
    private boolean lacksReleases;

    RecoveryReport(Consumer<String> line) {
        this.line = line;
    }

    void whole(String what) {
        tell("whole", what);
    }

    void madeAgain(String what) {
        hasMade = true;
        tell("made again", what);
    }

    void movedAside(String what) {
        hasMade = true;
        tell("moved aside", what);
    }

    /** Of what was delivered: only a copy, or its sender, has it. */
    void lacksDelivery(String what) {
        lacksDeliveries = true;
        tell("not made again", what);
    }

    void lacksRelease(String what) {
        lacksReleases = true;
        tell("not made again", what);
    }

    /** Whether the home is other than it was. */
    public boolean hasMade() {
        return hasMade;
    }

    /** Whether something of what was delivered is not there. */
    public boolean lacksDeliveries() {
        return lacksDeliveries;
    }

    /** Whether a release is not there as it was published. */
    public boolean lacksReleases() {
        return lacksReleases;
    }

    private void tell(String outcome, String what) {
        line.accept(String.format(Locale.ROOT, "%-23s%s", outcome, what));
    }
}
