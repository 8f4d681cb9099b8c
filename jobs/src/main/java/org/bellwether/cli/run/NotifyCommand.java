package org.bellwether.cli.run;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.bellwether.app.notify.Notifier;
import org.bellwether.app.session.RunTelling;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.home.Access;
import org.bellwether.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends what could not be sent by the runs, and the digest of the day, or tries the channels. Takes no lock of the home. */
@Command(name = "notify", description = "Send what waits to be told, or try the channels of config/notifications.yml.", mixinStandardHelpOptions = true)
public final class NotifyCommand implements Callable<Integer> {

    @Mixin
    private HomeOption option;

    @Option(names = "--test", description = "send a test message by each channel to the staff it names, and say what happened; schools get none")
    private boolean test;

    @Override
    public Integer call() {
        Home home = option.home();
        Access.demandEntry(home.root(), home.config());
        if (!RunTelling.isWanted(home)) {
            throw ErrorCode.TELLS_NOBODY.with(home.root(), home.config().resolve(ConfigFiles.NOTIFICATIONS));
        }
        if (!option.isDebugging()) {
            RunTelling.quiet();
        }
        Project project = Project.locate();
        Notifier notifier = Notifier.of(project, home, ConfigFiles.of(project, home.config()));
        AtomicInteger done = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        BiConsumer<String, Throwable> told = (line, failure) -> {
            (failure == null ? Output.OUT : Output.ERR).println(line);
            (failure == null ? done : failed).incrementAndGet();
        };
        if (test) {
            notifier.test(told);
        } else if (notifier.send(told).equals(Optional.empty())) {
            Output.OUT.println("Another process is sending");
        } else if (done.get() + failed.get() == 0) {
            long waiting = notifier.waiting();
            Output.OUT.println("Nothing to do: " + (waiting == 0 ? "nothing waits" : waiting + " wait for the digest of the next day"));
            return ExitCode.NOTHING_TO_DO;
        }
        return failed.get() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
}
