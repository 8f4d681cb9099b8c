package org.bellwether.app.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.home.Json;

/**
 * What control/progress.json says while a run holds the home, so that whoever looks needs neither lock nor database.
 *
 * @param run name of the run, which is that of its log without the ending
 * @param pid of its process
 * @param job the outermost that has started last: nightly, intake, build or publish; null where none has, or the run needs none
 * @param startedBy a name given for it, else the user of the system
 * @param since when the run began
 * @param at when this was so; the file is written at most once a second
 * @param steps in the order in which they run, those of a job that another starts behind the step that starts it
 * @param work what goes on at that moment; null where nothing does that can be counted
 */
public record RunProgress(String run, long pid, String job, String startedBy, Instant since, Instant at, List<Step> steps, Work work) {

    /** How far a step has come. */
    public enum State { WAITING, RUNNING, COMPLETED, FAILED }

    /**
     * One step.
     *
     * @param job whose step it is
     * @param started null where it waits, or where an earlier run has completed it
     * @param ended null where it waits or runs
     * @param read rows, or what else the step counts (land: deliveries); null where it is not known yet
     * @param accepted rows; null like {@code read}
     * @param rejected rows; null like {@code read}
     */
    public record Step(String job, String step, State state, Instant started, Instant ended, Long read, Long accepted, Long rejected) {
    }

    /**
     * Work that is counted.
     *
     * @param work in words
     * @param unit what is counted
     * @param now what has just been done; null where nothing has been yet
     * @param perSecond units a second since it began; null while nothing is done
     * @param secondsLeft by that rate; null while nothing is done
     */
    public record Work(String work, String unit, long done, long total, String now, Double perSecond, Long secondsLeft) {
    }

    /** Of the run that holds the home now; empty where none does or it has told nothing yet. What a killed run has left is not read. */
    public static Optional<RunProgress> read(Home home) {
        return HomeLock.held(home).flatMap(holder -> Json.readWhole(home.progressFile(), RunProgress.class)
                .filter(progress -> progress.pid == holder.pid() && progress.since != null && !progress.since.isBefore(holder.since())));
    }

    public RunProgress {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
