package org.bellwether.cli.privacy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellwether.app.privacy.SubjectService;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.cli.console.DecisionOption;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gathers what is held on one pupil. */
@Command(name = "subject", description = {"Gather all that is held on one pupil, for a subject access request: rows of received files, with names where those have them,",
    "and what was made of them. The answer lies below vault/subjects; delete it when it was given."}, mixinStandardHelpOptions = true)
public final class SubjectCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Mixin
    private UpnArgument pupil;

    @Mixin
    private DecisionOption decision;

    @Override
    public Integer call() throws IOException, SQLException {
        String by = decision.by();
        String why = decision.why();
        String upn = pupil.upn();
        try (ApplicationSession session = ApplicationSession.open(home.home())) {
            SubjectService.Answer answer = session.get(SubjectService.class).gather(upn, Instant.now().truncatedTo(ChronoUnit.MICROS), by, why);
            answer.deliveries().forEach(one -> Output.OUT.println(String.format(Locale.ROOT, "received %s  %s (%s): %,d rows of %s", one.receivedAt(), one.id(),
                    one.returnName() == null ? "refused" : one.returnName(), one.rows(), String.join(", ", one.files()))));
            answer.tables().forEach((table, rows) -> Output.OUT.println(String.format(Locale.ROOT, "current release  %s: %,d rows", table, rows)));
            answer.releases().forEach(release -> Output.OUT.println("kept release     " + release));
            answer.unsearched().forEach(file -> Output.OUT.println("not searched     " + file + ": it is neither CSV nor XML; look at it yourself"));
            Output.OUT.println("the answer lies in " + answer.folder() + "; it has names: delete it when it was given");
            return ExitCode.DONE;
        }
    }
}
