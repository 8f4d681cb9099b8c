package org.bellwether.cli.run;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bellwether.app.waiver.WaiverService;
import org.bellwether.cli.console.DecisionOption;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.Waiver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a rule not asked of some schools for a while. */
@Command(name = "waive", description = {"Have a rule not asked of some schools for a while: what it would have found is accepted and counted as waived.",
    "It is written into config/waivers.yml of the home, where it can be ended earlier."}, mixinStandardHelpOptions = true)
public final class WaiveCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "RULE", description = "its id, such as ATT-008")
    private String rule;

    @Option(names = "--school", required = true, split = ",", paramLabel = "LAESTAB", description = "DfE number of the school; several with commas")
    private List<Integer> schools;

    @Option(names = "--from", paramLabel = "DAY", description = "first day on which a file is received that it holds for; today where left out")
    private LocalDate from;

    @Option(names = "--until", required = true, paramLabel = "DAY", description = "last of these days, at most a year later")
    private LocalDate until;

    @Mixin
    private DecisionOption decision;

    @Override
    public Integer call() throws IOException {
        WaiverService.Decision decided = new WaiverService.Decision(rule.strip(), schools, from == null ? LocalDate.now(Settings.LONDON) : from, until, decision.by(), decision.why());
        Waiver waiver = new WaiverService(Project.locate(), home.home()).add(decided, Instant.now().truncatedTo(ChronoUnit.MICROS));
        Output.OUT.println(waiver.rule() + " is not asked of " + waiver.schools().stream().map(String::valueOf).collect(Collectors.joining(", ")) + " in files received from "
                + waiver.from() + " to " + waiver.until());
        Output.OUT.println("it is called " + waiver.name() + " in config/waivers.yml of the home, where its last day can be brought forward");
        return ExitCode.DONE;
    }
}
