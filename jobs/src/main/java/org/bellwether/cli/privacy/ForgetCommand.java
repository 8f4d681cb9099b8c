package org.bellwether.cli.privacy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellwether.app.privacy.ErasureReport;
import org.bellwether.app.privacy.ErasureService;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.cli.console.DecisionOption;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Erases one pupil. */
@Command(name = "forget", description = {"Erase one pupil: from received files, staged rows, vault, working warehouse and the rows of pupils that releases keep.",
    "Without --erase it says what would be erased. Published figures stay. Copies outside the home are yours to erase."}, mixinStandardHelpOptions = true)
public final class ForgetCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Mixin
    private UpnArgument pupil;

    @Mixin
    private DecisionOption decision;

    @Option(names = "--erase", description = "do it; it cannot be taken back")
    private boolean isMeant;

    @Override
    public Integer call() throws IOException, SQLException {
        String by = decision.by();
        String why = decision.why();
        String upn = pupil.upn();
        try (ApplicationSession session = ApplicationSession.open(home.home())) {
            ErasureService erasures = session.get(ErasureService.class);
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            ErasureReport report = isMeant ? erasures.erase(upn, now, by, why) : erasures.look(upn, now, by, why);
            String done = isMeant ? "erased     " : "would erase";
            for (ErasureReport.Delivery delivery : report.deliveries()) {
                Output.OUT.println(String.format(Locale.ROOT, "%s  %s (%s): %,d rows, %d files written anew", done, delivery.id(),
                        delivery.returnName() == null ? "refused" : delivery.returnName(), delivery.rows(), delivery.files()));
            }
            report.releases().forEach(release -> Output.OUT.println(done + "  release " + release + ": rows of pupils; its figures stay"));
            if (report.vault() > 0) {
                Output.OUT.println(String.format(Locale.ROOT, "%s  vault: %d of %d UPNs of the pupil", done, report.vault(), report.upns()));
            }
            report.unsearched().forEach(file -> Output.OUT.println("not searched " + file + ": it is neither CSV nor XML; look at it yourself"));
            if (report.isEmpty()) {
                Output.OUT.println("Nothing is held on this pupil");
                return ExitCode.NOTHING_TO_DO;
            }
            Output.OUT.println(isMeant ? "rows of this pupil that come later are rejected as PRI-001; the next night builds without what was erased"
                    : "nothing is erased yet; --erase does it, and it cannot be taken back");
            return ExitCode.DONE;
        }
    }
}
