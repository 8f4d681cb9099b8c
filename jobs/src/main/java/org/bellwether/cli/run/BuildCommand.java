package org.bellwether.cli.run;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.bellwether.app.Moment;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.batch.build.WarehouseRepair;
import org.bellwether.batch.nightly.AsOfBuild;
import org.bellwether.batch.nightly.WarehouseJobLauncher;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.cli.console.WatchedConsole;
import org.bellwether.config.ErrorCode;
import org.bellwether.home.Home;
import org.bellwether.warehouse.model.ModelRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds the warehouse, or what was known at another moment into a folder of its own. */
@Command(name = "build", description = "Build the warehouse from what is live.", mixinStandardHelpOptions = true)
public final class BuildCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(names = "--as-of", paramLabel = "T", description = "build what was known at this day or instant, beside the warehouse; the last five are kept")
    private String asOf;

    @Option(names = "--from-scratch", description = "forget the warehouse and build it again from staged rows")
    private boolean fromScratch;

    @Override
    public Integer call() throws SQLException {
        if (asOf != null && fromScratch) {
            throw ErrorCode.AS_OF_FROM_SCRATCH.with();
        }
        Home at = home.home();
        try (ApplicationSession session = ApplicationSession.open(at)) {
            if (asOf == null) {
                if (fromScratch) {
                    WarehouseRepair.discard(at);
                }
                WatchedConsole.show(session.report());
                session.get(WarehouseJobLauncher.class).build();
                if (session.report().models().stream().noneMatch(ModelRun::computed)) {
                    int models = session.report().models().size();
                    Output.OUT.println("Nothing to do: " + (models == 0 ? "nothing was ever accepted" : "all " + models + " models are up to date"));
                    return ExitCode.NOTHING_TO_DO;
                }
                return session.report().newlySetAside().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
            }
            Instant moment = Moment.parse(asOf);
            Path folder = session.get(AsOfBuild.class).build(moment, Moment.label(asOf));
            Output.OUT.println(folder);
            return ExitCode.DONE;
        }
    }
}
