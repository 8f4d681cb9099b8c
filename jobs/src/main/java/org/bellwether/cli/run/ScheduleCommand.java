package org.bellwether.cli.run;

import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bellwether.app.Moment;
import org.bellwether.app.schedule.CurrentFireTimes;
import org.bellwether.app.schedule.FireTimeFormat;
import org.bellwether.app.schedule.NightlyFireTimes;
import org.bellwether.app.schedule.SchedulerService;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.FailureExplainer;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Access;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs nights by the cron and the calendar of the home, until it is stopped. */
@Command(name = "schedule", description = "Run nightly by the cron and the calendar of the home, until stopped.", mixinStandardHelpOptions = true)
public final class ScheduleCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(names = "--next", paramLabel = "N", description = "print the next N fire times and end")
    private Integer next;

    @Override
    public Integer call() throws InterruptedException {
        Access.demandEntry(home.home().root(), home.home().config());
        Project project = Project.locate();
        ConfigFiles config = ConfigFiles.of(project, home.home().config());
        Settings settings = Settings.load(config);
        ApplicationSession.demandAuthority(home.home(), settings);
        NightlyFireTimes fireTimes = CurrentFireTimes.read(project, home.home(), settings.schedule());
        if (next == null) {
            Home at = home.home();
            try (HomeLock lock = HomeLock.acquireSchedule(at)) {
                new SchedulerService(at, ContractCatalog.load(config), () -> CurrentFireTimes.read(project, at, settings.schedule()),
                        observations -> night(at, observations), new Printing(home.isDebugging())).run();
            }
            return ExitCode.DONE;
        }
        if (next < 1) {
            throw ErrorCode.TOO_FEW_NIGHTS.with(next);
        }
        fireTimes.next(Instant.now(), next).forEach(night -> Output.OUT.println(FireTimeFormat.of(night, fireTimes)));
        return ExitCode.DONE;
    }

    private static void night(Home home, ObservationRegistry observations) {
        NightlyRunner.night(home, observations, Optional.empty(), Moment.orNow(null));
    }

    /** Tells whoever watches. */
    private record Printing(boolean debug) implements SchedulerService.Console {

        @Override
        public void say(String line) {
            Output.OUT.println(line);
        }

        @Override
        public void warn(String line) {
            Output.ERR.println(line);
        }

        @Override
        public void explain(RuntimeException failure) {
            FailureExplainer.explain(failure, debug);
        }
    }
}
