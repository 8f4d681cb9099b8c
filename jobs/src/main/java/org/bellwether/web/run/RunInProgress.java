package org.bellwether.web.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellwether.app.status.RunProgress;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.web.command.Commands;
import org.bellwether.web.command.RunningCommand;
import org.bellwether.web.page.When;
import org.springframework.stereotype.Component;

/** The run that holds the home now, whoever started it. */
@Component
public class RunInProgress {

    private static final int HUNDRED = 100;

    private final Home home;
    private final Commands commands;

    RunInProgress(Home home, Commands commands) {
        this.home = home;
        this.commands = commands;
    }

    /**
     * @param title     what runs
     * @param command   id of the command by which the console has started it; null where another has
     * @param percent   of the work that goes on; null where that cannot be counted
     * @param work      what goes on, in words; null where it is not known
     * @param rate      how fast, and how long it will take; empty where not known
     */
    public record View(String title, String startedBy, Instant since, String command, Integer percent, String work, String rate, List<RunProgress.Step> steps) {

        public String took() {
            return When.span(since, Instant.now());
        }
    }

    /** Empty where nothing runs. */
    public Optional<View> view() {
        return HomeLock.held(home).map(holder -> {
            String command = commands.list().stream().filter(one -> one.isRunning() && one.pid() == holder.pid()).map(RunningCommand::id).findFirst().orElse(null);
            return RunProgress.read(home).map(progress -> view(progress, command))
                    .orElseGet(() -> new View("run", null, holder.since(), command, null, null, "", List.of()));
        });
    }

    private static View view(RunProgress progress, String command) {
        RunProgress.Work work = progress.work();
        String title = progress.job() == null ? "run" : progress.job();
        if (work == null) {
            return new View(title, progress.startedBy(), progress.since(), command, null, null, "", progress.steps());
        }
        Integer percent = work.total() <= 0 ? null : (int) Math.min(HUNDRED, HUNDRED * work.done() / work.total());
        String words = String.format(Locale.UK, "%s: %,d of %,d %s%s", work.work(), work.done(), work.total(), work.unit(), work.now() == null ? "" : ", " + work.now());
        return new View(title, progress.startedBy(), progress.since(), command, percent, words, rate(work), progress.steps());
    }

    private static String rate(RunProgress.Work work) {
        return (work.perSecond() == null ? "" : String.format(Locale.UK, "%,.0f %s a second", work.perSecond(), work.unit()))
                + (work.secondsLeft() == null ? "" : ", about " + When.span(Duration.ofSeconds(work.secondsLeft())) + " left");
    }
}
