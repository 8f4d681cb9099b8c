package org.bellwether.cli.console;

import java.util.List;

/** Exit codes of the command line. */
public final class ExitCode {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    /** A submission was refused or rejected; the rest was done. */
    public static final int REJECTED = 3;
    /** An audit failed and nothing was published, or a release is not, or cannot be built again as, what was published. */
    public static final int AUDIT_FAILED = 4;
    /** A release waits for approval; the one before it is current still. */
    public static final int HELD = 5;
    /** Another process holds the home. */
    public static final int LOCKED = 75;
    public static final int NOTHING_TO_DO = 99;

    private static final List<Integer> FIRST_THAT_APPLIES = List.of(LOCKED, FAILED, AUDIT_FAILED, HELD, REJECTED, DONE);

    private ExitCode() {
    }

    /** The code that stands for several outcomes. */
    public static int of(List<Integer> outcomes) {
        return FIRST_THAT_APPLIES.stream().filter(outcomes::contains).findFirst().orElse(NOTHING_TO_DO);
    }
}
