package org.bellwether.home;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;

/** Tells what may not be entered or read from what is not there. */
public final class Access {

    private Access() {
    }

    /** @throws BellwetherException for the first folder that is there and may not be entered */
    public static void demandEntry(Path... folders) {
        for (Path folder : folders) {
            if (Files.isDirectory(folder) && !Files.isExecutable(folder)) {
                throw denied(folder);
            }
        }
    }

    /** @throws BellwetherException where the file is there and may not be read */
    public static void demandReading(Path file) {
        if (Files.exists(file) && !Files.isReadable(file)) {
            throw denied(file);
        }
    }

    private static BellwetherException denied(Path path) {
        return ErrorCode.NO_PERMISSION.with(path + ", as " + System.getProperty("user.name"));
    }
}
