package org.bellwether.cli.run;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellwether.app.mending.RejectReports;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.app.session.RunTelling;
import org.bellwether.batch.nightly.NightlyJobLauncher;
import org.bellwether.batch.report.RunReport;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.FailureExplainer;
import org.bellwether.cli.console.Output;
import org.bellwether.cli.console.WatchedConsole;
import org.bellwether.home.Home;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.release.store.PublishedRelease;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.warehouse.model.ModelRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One nightly run as a person sees it. */
public final class NightlyRunner {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyRunner.class);

    private final ApplicationSession session;
    private final Home home;

    public NightlyRunner(ApplicationSession session, Home home) {
        this.session = session;
        this.home = home;
    }

    /**
     * Opens a home for a night and runs it; where it fails, those are told whom the home names.
     *
     * @param observations of a process that stays longer than the night
     * @param by who starts it; empty for the user of the system
     * @return an {@link ExitCode}
     */
    static int night(Home home, ObservationRegistry observations, Optional<String> by, Instant receivedAt) {
        try (ApplicationSession session = ApplicationSession.open(home, observations)) {
            by.ifPresent(session.report()::startedBy);
            return new NightlyRunner(session, home).run(receivedAt);
        } catch (RuntimeException | OutOfMemoryError e) {
            RunTelling.failed(home, FailureExplainer.errorOf(e));
            throw e;
        }
    }

    /** @return an {@link ExitCode} */
    public int run(Instant receivedAt) {
        long began = System.nanoTime();
        RunReport report = session.report();
        WatchedConsole.show(report);
        session.get(NightlyJobLauncher.class).run(receivedAt);
        writeRejectReports();
        Output.OUT.println(summary(report, Duration.ofNanos(System.nanoTime() - began)));
        return exitCode(report);
    }

    /** The release stands already: a report that cannot be written is no failure of the night. */
    private void writeRejectReports() {
        try {
            session.get(RejectReports.class).refresh();
        } catch (RuntimeException | SQLException | IOException e) {
            LOG.warn("Reports of rejected rows could not be written; bellwether rejects --reports writes them. {}",
                    FailureExplainer.errorOf(e).getMessage());
        }
    }

    private String summary(RunReport report, Duration took) {
        long computed = report.models().stream().filter(ModelRun::computed).count();
        String release = report.release() == null ? standing() : report.isHeld() ? held(report.release())
                : report.release().isNew() ? "published " + report.release().id() : "release " + report.release().id() + " is unchanged";
        String seconds = String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
        if (isNothing(report)) {
            return "Nothing to do: " + release + " (" + seconds + ")";
        }
        String done = String.format(Locale.ROOT, "received %d, built %d of %d models, %s (%s)", report.submissions().size(), computed,
                report.models().size(), release, seconds);
        Path marts = new ReleaseFolder(home.current()).publishedMarts();
        return Files.exists(marts) ? done + System.lineSeparator() + "read it at " + marts : done;
    }

    /** What a person reads of a release that waits for approval. */
    static String held(PublishedRelease release) {
        return "release " + release.id() + " is held for approval; see: bellwether releases review";
    }

    private String standing() {
        try {
            return new ReleaseStore(home).current().map(current -> "release " + current.id() + " is unchanged").orElse("nothing is published yet");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNothing(RunReport report) {
        return report.submissions().isEmpty() && report.restaged() == 0 && report.kept().isEmpty() && report.failedArrivals().isEmpty() && report.newlySetAside().isEmpty()
                && (report.release() == null || !report.release().isNew() && !report.isHeld());
    }

    private static int exitCode(RunReport report) {
        List<Integer> outcomes = new ArrayList<>();
        if (!isNothing(report)) {
            outcomes.add(ExitCode.DONE);
        }
        if (!report.failedArrivals().isEmpty()) {
            outcomes.add(ExitCode.FAILED);
        }
        if (report.isHeld()) {
            outcomes.add(ExitCode.HELD);
        }
        if (!report.newlySetAside().isEmpty() || !report.kept().isEmpty()
                || report.submissions().stream().anyMatch(one -> one.state() == SubmissionState.REFUSED || one.state() == SubmissionState.REJECTED)) {
            outcomes.add(ExitCode.REJECTED);
        }
        return ExitCode.of(outcomes);
    }
}
