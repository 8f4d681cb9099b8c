package org.bellwether.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellwether.app.Moment;
import org.bellwether.app.status.RunProgress;
import org.bellwether.app.status.RunProgress.State;
import org.bellwether.home.HomeLock;

/** A run that goes on, in a line or two for a person. */
final class RunningLines {

    private RunningLines() {
    }

    /** @param progress empty where the run has told nothing yet */
    static List<String> of(HomeLock.Holder holder, Optional<RunProgress> progress) {
        List<String> lines = new ArrayList<>();
        lines.add("a run is going on: " + progress.map(RunProgress::job).map(job -> job + ", ").orElse("") + "process " + holder.pid()
                + ", since " + Moment.shown(holder.since()) + progress.map(RunProgress::startedBy).map(name -> ", started by " + name).orElse(""));
        progress.flatMap(RunningLines::work).ifPresent(lines::add);
        return lines;
    }

    private static Optional<String> work(RunProgress progress) {
        List<String> running = progress.steps().stream().filter(step -> step.state() == State.RUNNING).map(RunProgress.Step::step).toList();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        long ended = progress.steps().stream().filter(step -> step.state() == State.COMPLETED).count();
        String step = String.format(Locale.ROOT, "  step %s (%d of %d done)", String.join(", ", running), ended, progress.steps().size());
        return Optional.of(progress.work() == null ? step : step + ": " + counted(progress.work()));
    }

    private static String counted(RunProgress.Work work) {
        return String.format(Locale.ROOT, "%,d of %,d %s", work.done(), work.total(), work.unit())
                + (work.perSecond() == null ? "" : String.format(Locale.ROOT, ", %,.1f a second", work.perSecond()))
                + (work.secondsLeft() == null ? "" : String.format(Locale.ROOT, ", about %,d s left", work.secondsLeft()))
                + (work.now() == null ? "" : "; last " + work.now());
    }
}
