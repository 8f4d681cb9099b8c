package org.bellwether.job;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import org.bellwether.contract.ContractCatalog;
import org.bellwether.contract.Rule;

/** What stays in the inbox, and why, in one line for a person. */
final class WaitingLine {

    private WaitingLine() {
    }

    static String of(Path file, ContractCatalog catalog) {
        Rule why = catalog.rule(Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) ? "FILE-030" : "FILE-024");
        return String.format(Locale.ROOT, "%-22s %s  %s: %s; %s", "waiting", file.getFileName(), why.id(), why.message(), why.fix());
    }
}
