package org.bellwether.config;

import java.nio.file.Path;

/** Config that cannot be used; the message names the file and what to mend. */
public final class ConfigException extends RuntimeException {

    public ConfigException(Path file, String problem) {
        super(file.getFileName() + ": " + problem);
    }

    public ConfigException(String problem) {
        super(problem);
    }
}
