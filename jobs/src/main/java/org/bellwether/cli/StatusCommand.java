package org.bellwether.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bellwether.home.Json;
import org.bellwether.intake.SubmissionState;
import org.bellwether.job.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was received, what became of it, and what is published. Takes no lock and opens no database. */
@Command(name = "status", description = "What was received, what became of it, and what is published.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final int LATEST = 20;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        Status status = StatusFile.read(home.home());
        if (json) {
            Output.OUT.println(Json.text(status));
            return ExitCode.DONE;
        }
        Output.OUT.println("authority " + status.la() + ", release " + (status.release() == null ? "none yet" : status.release()));
        if (!status.runs().isEmpty()) {
            Status.Run last = status.runs().get(0);
            Output.OUT.println("last run: " + last.job() + " " + last.status().toLowerCase(Locale.ROOT) + ", started " + last.started());
        }
        Output.OUT.println(states(status.submissions()));
        status.submissions().stream().skip(Math.max(0, status.submissions().size() - LATEST)).forEach(this::print);
        status.waiting().forEach(name -> Output.OUT.println("  waiting in the inbox: " + name));
        status.unknownSchools().forEach((school, rows) -> Output.OUT.println("  REF-001 school " + school
                + " is not in GIAS: " + rows + " rows stay with the unknown school until a GIAS download knows it"));
        return ExitCode.DONE;
    }

    private static String states(List<Status.SubmissionStatus> submissions) {
        return submissions.size() + " submissions: " + submissions.stream()
                .collect(Collectors.groupingBy(one -> one.state().label(), java.util.TreeMap::new, Collectors.counting()))
                .entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", "));
    }

    private void print(Status.SubmissionStatus one) {
        String counts = one.rows() == null ? "not counted"
                : String.format(Locale.ROOT, "%,d rows = %,d accepted + %,d rejected", one.rows(), one.accepted(), one.rejected());
        Output.OUT.println(String.format(Locale.ROOT, "  %s  %-18s %-22s %s", one.id(), one.returnName() == null ? "unknown" : one.returnName(),
                one.state().label(), counts));
        if (one.problem() != null && one.state() != SubmissionState.DUPLICATE) {
            Output.OUT.println("      " + one.problem().rule() + (one.problem().file() == null ? "" : " " + one.problem().file())
                    + (one.problem().line() == null ? "" : " line " + one.problem().line()) + ": " + one.problem().sentence());
        }
        one.warnings().forEach(warning -> Output.OUT.println("      " + warning));
    }
}
