package org.bellwether.app.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.step.JobWatcher;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps control/progress.json while a run goes on: by rename, at most once a second, and only where there is something new.
 * That it cannot be written keeps no run from its work.
 */
public final class ProgressWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressWriter.class);
    private static final long MILLISECONDS = 1000;

    private final Home home;
    private final RunTracker tracker;
    private final Thread thread = new Thread(this::writeWhatIsNew, "progress");
    private boolean isClosed;

    /**
     * Tells of the run from now on; the caller holds the home.
     *
     * @param run name of the run
     */
    public ProgressWriter(Home home, String run, RunReport report) {
        this.home = home;
        this.tracker = new RunTracker(run, report, Clock.systemUTC());
        report.watchedBy(tracker);
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void writeWhatIsNew() {
        long written = -1;
        try {
            while (!isClosed) {
                long changes = tracker.changes();
                if (changes != written) {
                    write();
                    written = changes;
                }
                wait(MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            Json.writeShortLived(home.progressFile(), tracker.now());
        } catch (UncheckedIOException e) {
            LOG.debug("The progress of the run cannot be written", e);
        }
    }

    /** Who is to be told of the jobs of the run. */
    public JobWatcher watcher() {
        return tracker;
    }

    /** The run has ended, well or badly. */
    @Override
    public synchronized void close() {
        isClosed = true;
        notifyAll();
        try {
            Files.deleteIfExists(home.progressFile());
            Json.forgetHalfWritten(home.progressFile());
        } catch (IOException e) {
            LOG.debug("The progress of the run cannot be taken away", e);
        }
    }
}
