package org.bellwether.web.run;

import java.time.Instant;
import java.util.Optional;
import org.bellwether.app.status.RunFailure;
import org.bellwether.app.status.Status;
import org.bellwether.home.Home;
import org.bellwether.web.command.Commands;
import org.bellwether.web.command.RunningCommand;
import org.bellwether.web.page.HomeStatus;
import org.springframework.stereotype.Component;

/** How the last night ended, where it did not end well and none that went well has made up for it since. */
@Component
public final class LastNight {

    private final Home home;
    private final HomeStatus status;
    private final Commands commands;

    LastNight(Home home, HomeStatus status, Commands commands) {
        this.home = home;
        this.status = status;
        this.commands = commands;
    }

    /** One that somebody has started here and that has not come to its end: no run has written it down. */
    public Optional<RunningCommand> stopped() {
        Instant last = last().map(Status.Run::started).orElse(Instant.EPOCH);
        return commands.list().stream().filter(one -> one.title().equals(RunningCommand.NIGHT) && one.since().isAfter(last) && one.isStopped()).findFirst();
    }

    /** Why a run failed, and none has begun since. */
    public Optional<RunFailure> failure() {
        Optional<Status.Run> last = last();
        return RunFailure.read(home).filter(one -> last.map(Status.Run::started).filter(began -> began.isAfter(one.at())).isEmpty());
    }

    /** One that was written down and has not come to its end. */
    public Optional<Status.Run> unfinished() {
        return last().filter(night -> !night.status().equals("COMPLETED"));
    }

    /** Whether a night would go on from where another has left off. */
    public boolean isToRestart() {
        return stopped().isPresent() || failure().isPresent() || unfinished().isPresent();
    }

    private Optional<Status.Run> last() {
        return status.nights().stream().findFirst();
    }
}
