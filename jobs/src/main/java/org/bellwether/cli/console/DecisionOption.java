package org.bellwether.cli.console;

import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import picocli.CommandLine.Option;

/** Who takes a decision and why: the audit trail keeps both. */
public final class DecisionOption {

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "who decides it")
    private String by;

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "the reason, which is kept")
    private String why;

    /** @throws BellwetherException where it is blank */
    public String by() {
        return demand(by);
    }

    /** @throws BellwetherException where it is blank */
    public String why() {
        return demand(why);
    }

    private static String demand(String text) {
        if (text.isBlank()) {
            throw ErrorCode.NO_REASON.with();
        }
        return text.strip();
    }
}
