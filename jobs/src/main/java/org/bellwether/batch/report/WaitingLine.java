package org.bellwether.batch.report;

import java.util.Locale;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.intake.profile.FileError;

/** What was not taken in, and why, in one line for a person. */
public final class WaitingLine {

    private WaitingLine() {
    }

    public static String of(FileError why, ContractCatalog catalog) {
        String label = switch (why.rule()) {
            case "FILE-046" -> "damaged";
            case "FILE-053" -> "taken back";
            case "FILE-062" -> "left behind";
            default -> "waiting";
        };
        return String.format(Locale.ROOT, "%-22s %s  %s: %s", label, why.file(), why.rule(), why.explained(catalog.rule(why.rule())).sentence());
    }
}
