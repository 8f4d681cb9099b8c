package org.bellwether.cli.run;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.batch.receive.RestageService;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.intake.register.Submission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Judges again what lies in landing; the next build follows. */
@Command(name = "restage", description = {"Judge accepted submissions again from landing, without building: those that another contract or other rules",
    "have judged or whose staged rows are gone, or all of one return."}, mixinStandardHelpOptions = true)
public final class RestageCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(arity = "0..1", paramLabel = "RETURN", description = "all submissions of this return, whatever has judged them")
    private String returnName;

    @Override
    public Integer call() {
        try (ApplicationSession session = ApplicationSession.open(home.home())) {
            RestageService service = session.get(RestageService.class);
            if (returnName != null) {
                session.get(ContractCatalog.class).require(returnName);
            }
            RestageService.Result result = returnName == null ? service.restageChangedAndDamaged() : service.restageAll(returnName);
            for (Submission kept : result.kept()) {
                Output.OUT.println("kept as it was         " + kept.id() + " " + kept.warnings().get(kept.warnings().size() - 1));
            }
            if (result.restaged().isEmpty() && result.kept().isEmpty()) {
                Output.OUT.println("Nothing to do: every submission is judged by today's contracts and rules, and its rows are there");
                return ExitCode.NOTHING_TO_DO;
            }
            Output.OUT.println(String.format(Locale.ROOT, "restaged %,d of %s; the next night or bellwether build follows", result.restaged().size(),
                    String.join(", ", result.returns())));
            return result.kept().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
        }
    }
}
