package org.bellwether.cli.console;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What must stand in no list of processes and on no screen, and so is no argument. */
public final class Secret {

    private Secret() {
    }

    /** Whether somebody sits there. */
    public static boolean isTyped() {
        return System.console() != null;
    }

    /** Typed unseen where somebody sits there, else the first line that comes in; empty where none does. */
    public static Optional<String> read(String prompt) {
        Console console = System.console();
        if (console != null) {
            return Optional.ofNullable(console.readPassword("%s", prompt)).map(String::new);
        }
        try {
            return Optional.ofNullable(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
