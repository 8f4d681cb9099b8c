package org.bellwether.cli.privacy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellwether.app.privacy.PurgeService;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.cli.console.DecisionOption;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes away what has been kept for as long as it may be. */
@Command(name = "purge", description = {"Take away submissions that have been kept for as long as config/governance.yml says: files, staged rows, and pupils whom the vault",
    "knows through nothing else. Without --erase it says what would go. What a pinned release was made of stays."}, mixinStandardHelpOptions = true)
public final class PurgeCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Mixin
    private DecisionOption decision;

    @Option(names = "--erase", description = "do it; it cannot be taken back")
    private boolean isMeant;

    @Override
    public Integer call() throws IOException, SQLException {
        String by = decision.by();
        String why = decision.why();
        try (ApplicationSession session = ApplicationSession.open(home.home())) {
            PurgeService purges = session.get(PurgeService.class);
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            List<PurgeService.Due> due = purges.due(now);
            for (PurgeService.Due one : due) {
                Output.OUT.println(String.format(Locale.ROOT, "%s  %s (%s), received %s, %s", one.pinnedBy() != null ? "stays      " : isMeant ? "purged     " : "would purge",
                        one.id(), one.returnName() == null ? "refused" : one.returnName(), one.receivedAt(),
                        one.pinnedBy() != null ? "since pinned release " + one.pinnedBy() + " was made of it"
                                : "kept until " + one.until().atZone(ZoneOffset.UTC).toLocalDate()));
            }
            if (due.stream().allMatch(one -> one.pinnedBy() != null)) {
                Output.OUT.println(due.isEmpty() ? "Nothing to do: nothing has been kept for longer than config/governance.yml says"
                        : "Nothing to do: pinned releases keep all that is due");
                return ExitCode.NOTHING_TO_DO;
            }
            if (!isMeant) {
                Output.OUT.println("nothing is taken away yet; --erase does it, and it cannot be taken back");
                return ExitCode.DONE;
            }
            long pupils = purges.purge(due, now, by, why);
            Output.OUT.println(String.format(Locale.ROOT, "the vault knows %,d pupils less; the next night builds without what is gone", pupils));
            return ExitCode.DONE;
        }
    }
}
