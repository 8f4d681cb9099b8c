package org.bellwether.cli.privacy;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Parameters;

/** A UPN, which is never shown or logged. */
final class UpnArgument {

    @Parameters(paramLabel = "UPN", description = "of the pupil; a dash reads it from standard input, where no list of processes shows it")
    private String upn;

    /** Typed unseen where somebody sits there, else the first line that comes in. */
    String upn() throws IOException {
        if (!upn.strip().equals("-")) {
            return upn;
        }
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("UPN (not shown): ");
            return typed == null ? "" : new String(typed);
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
