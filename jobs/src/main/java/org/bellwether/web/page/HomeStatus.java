package org.bellwether.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bellwether.app.status.Status;
import org.bellwether.batch.nightly.NightlyJob;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.springframework.stereotype.Component;

/** What the last run has left in status.json; read again only when it has been written again. */
@Component
public final class HomeStatus {

    private record Known(FileTime changed, Optional<Status> status) {
    }

    private final Home home;
    private volatile Known known;

    HomeStatus(Home home) {
        this.home = home;
    }

    /** Empty where nothing has run yet. */
    public Optional<Status> status() {
        try {
            FileTime changed = Files.exists(home.statusFile()) ? Files.getLastModifiedTime(home.statusFile()) : FileTime.fromMillis(0);
            Known last = known;
            if (last == null || !last.changed().equals(changed)) {
                last = new Known(changed, Json.readWhole(home.statusFile(), Status.class));
                known = last;
            }
            return last.status();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Runs of the night, the latest first. */
    public List<Status.Run> nights() {
        return runs().stream().filter(run -> run.job().equals(NightlyJob.NAME)).toList();
    }

    /** All runs that are known of, the latest first. */
    public List<Status.Run> runs() {
        return status().map(Status::runs).orElse(List.of()).stream().filter(run -> run.started() != null)
                .sorted(Comparator.comparing(Status.Run::started).reversed()).toList();
    }
}
