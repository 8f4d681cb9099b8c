package org.bellwether.cli.run;

import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bellwether.app.Moment;
import org.bellwether.cli.console.HomeOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Receives what lies in the inbox, builds and publishes. */
@Command(name = "nightly", description = "Receive what is in the inbox, build, publish.", mixinStandardHelpOptions = true)
public final class NightlyCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(names = "--received-at", paramLabel = "T", description = "receive as if at this day or instant")
    private String receivedAt;

    @Option(names = "--by", paramLabel = "NAME", description = "who starts it (default: the user of the system)")
    private String by;

    @Override
    public Integer call() {
        return NightlyRunner.night(home.home(), ObservationRegistry.NOOP, Optional.ofNullable(by), Moment.orNow(receivedAt));
    }
}
