package org.bellwether.app.status;

import java.nio.file.Files;
import org.bellwether.app.Moment;
import org.bellwether.app.NoAccessException;
import org.bellwether.app.UsageException;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.home.Json;

/** What the last run left for reports. */
public final class StatusFile {

    private StatusFile() {
    }

    /** @throws UsageException where nothing has run on the home yet */
    public static Status read(Home home) {
        NoAccessException.demandEntry(home.root(), home.control());
        NoAccessException.demandReading(home.statusFile());
        if (!Files.exists(home.statusFile())) {
            HomeLock.held(home).ifPresent(holder -> {
                throw new UsageException("The first run on " + home.root() + " is going on, since " + Moment.shown(holder.since()) + "; ask again when it has ended");
            });
            throw new UsageException("Nothing has run on " + home.root() + " yet. Drop returns into " + home.inbox() + " and run: bellwether nightly");
        }
        return Json.readWhole(home.statusFile(), Status.class).orElseThrow(() -> new UsageException("ENV-006 " + home.statusFile()
                + " is damaged: the next run writes it again; to have it now, run: bellwether build"));
    }

    /** Call while holding the lock. */
    public static void releaseIsNow(Home home, String release) {
        Json.readWhole(home.statusFile(), Status.class).ifPresent(was -> Json.write(home.statusFile(), was.withRelease(release)));
    }
}
