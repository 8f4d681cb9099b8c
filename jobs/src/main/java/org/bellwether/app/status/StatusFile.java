package org.bellwether.app.status;

import java.nio.file.Files;
import org.bellwether.app.Moment;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.home.Access;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.home.Json;

/** What the last run left for reports. */
public final class StatusFile {

    private StatusFile() {
    }

    /** @throws BellwetherException where nothing has run on the home yet */
    public static Status read(Home home) {
        Access.demandEntry(home.root(), home.control());
        Access.demandReading(home.statusFile());
        if (!Files.exists(home.statusFile())) {
            HomeLock.held(home).ifPresent(holder -> {
                throw ErrorCode.FIRST_RUN_GOES_ON.with(home.root(), Moment.shown(holder.since()));
            });
            throw ErrorCode.NOTHING_HAS_RUN.with(home.root(), home.inbox());
        }
        return Json.readWhole(home.statusFile(), Status.class).orElseThrow(() -> ErrorCode.STATUS_DAMAGED.with(home.statusFile()));
    }

    /** Call while holding the lock. */
    public static void releaseIsNow(Home home, String release) {
        Json.readWhole(home.statusFile(), Status.class).ifPresent(was -> Json.write(home.statusFile(), was.withRelease(release)));
    }
}
