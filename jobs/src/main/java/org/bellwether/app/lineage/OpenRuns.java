package org.bellwether.app.lineage;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;

/**
 * Runs that were told to have begun and not yet to have ended, in control/lineage-open.json: of those that a killed process has left the next one
 * tells the end. The job repository would not do, since the embedded database writes a commit up to half a second late.
 */
final class OpenRuns {

    private final Path file;
    private final Map<UUID, String> jobs = new LinkedHashMap<>();

    private record OpenRun(UUID id, String job) {
    }

    private record Runs(List<OpenRun> runs) {
    }

    OpenRuns(Home home) {
        this.file = home.control().resolve("lineage-open.json");
    }

    /** What an earlier process has left; it is forgotten with that. */
    List<LineageEvents.Run> takeLeft() {
        List<OpenRun> left = Json.readWhole(file, Runs.class).map(Runs::runs).orElse(List.of());
        Folders.delete(file);
        return left.stream().map(run -> new LineageEvents.Run(run.id, run.job, LineageRecorder.JOB, null)).toList();
    }

    synchronized void begin(LineageEvents.Run run) {
        jobs.put(run.id(), run.job());
        write();
    }

    synchronized void end(LineageEvents.Run run) {
        jobs.remove(run.id());
        write();
    }

    private void write() {
        if (jobs.isEmpty()) {
            Folders.delete(file);
        } else {
            Json.write(file, new Runs(jobs.entrySet().stream().map(one -> new OpenRun(one.getKey(), one.getValue())).toList()));
        }
    }
}
