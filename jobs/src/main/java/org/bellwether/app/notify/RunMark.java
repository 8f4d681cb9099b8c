package org.bellwether.app.notify;

import java.nio.file.Path;
import java.time.Instant;
import org.bellwether.home.Home;
import org.bellwether.home.Json;

/**
 * How far what runs have done has been told; whoever holds the home writes it.
 *
 * @param started when the run that goes on began; null between runs. A run that finds it set comes after one that was stopped
 * @param lastArrival number of the last delivery that was told of, or that came before anybody was told
 * @param thresholds what was beyond a threshold in the release that was looked at last; null where none was
 */
record RunMark(Instant started, long lastArrival, ThresholdWatch.State thresholds) {

    static RunMark read(Home home, long highestArrival) {
        return Json.readWhole(file(home), RunMark.class).orElse(new RunMark(null, highestArrival, null));
    }

    void write(Home home) {
        Json.write(file(home), this);
    }

    private static Path file(Home home) {
        return home.outbox().resolve("run.json");
    }
}
