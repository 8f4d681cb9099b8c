package org.bellwether.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whoever asks may not read, or not write, what the command needs. */
public final class NoAccessException extends RuntimeException {

    public NoAccessException(Path path) {
        super("You (" + System.getProperty("user.name") + ") have no permission for " + path
                + ". A home is its owner's; others may read what is published. Ask the owner, or run this as the owner.");
    }

    /** Tells a folder that may not be entered from one that is not there. */
    public static void demandEntry(Path... folders) {
        for (Path folder : folders) {
            if (Files.isDirectory(folder) && !Files.isExecutable(folder)) {
                throw new NoAccessException(folder);
            }
        }
    }

    public static void demandReading(Path file) {
        if (Files.exists(file) && !Files.isReadable(file)) {
            throw new NoAccessException(file);
        }
    }
}
