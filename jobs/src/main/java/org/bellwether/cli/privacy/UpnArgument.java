package org.bellwether.cli.privacy;

import org.bellwether.cli.console.Secret;
import picocli.CommandLine.Parameters;

/** A UPN, which is never shown or logged. */
final class UpnArgument {

    @Parameters(paramLabel = "UPN", description = "of the pupil; a dash reads it from standard input, where no list of processes shows it")
    private String upn;

    String upn() {
        return upn.strip().equals("-") ? Secret.read("UPN (not shown): ").orElse("") : upn;
    }
}
