package org.bellwether.cli.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellwether.app.recover.RecoveryReport;
import org.bellwether.app.recover.RecoveryService;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes again what of a home is gone or damaged. */
@Command(name = "recover", description = {"Look through a home, byte by byte, and make again what is gone or damaged: control database, register, staged rows,",
    "releases, warehouse. Landing, the vault, config, control/audit.jsonl, and manifest and models of each release are enough. Nothing is deleted:",
    "what is damaged is moved to damaged/."}, mixinStandardHelpOptions = true)
public final class RecoverCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() throws IOException, SQLException {
        RecoveryReport report = new RecoveryService(home.home(), Instant.now(), Output.OUT::println).recover();
        List<Integer> outcomes = new ArrayList<>();
        if (report.hasMade()) {
            outcomes.add(ExitCode.DONE);
        }
        if (report.lacksDeliveries()) {
            outcomes.add(ExitCode.REJECTED);
        }
        if (report.lacksReleases()) {
            outcomes.add(ExitCode.AUDIT_FAILED);
        }
        int code = ExitCode.of(outcomes);
        Output.OUT.println(switch (code) {
            case ExitCode.NOTHING_TO_DO -> "Nothing to do: all of it is whole";
            case ExitCode.DONE -> "All of it is whole again; bellwether nightly goes on from here";
            default -> "Not all could be made again; bellwether nightly goes on with what there is";
        });
        return code;
    }
}
