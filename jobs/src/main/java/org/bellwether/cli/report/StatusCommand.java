package org.bellwether.cli.report;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bellwether.app.Moment;
import org.bellwether.app.status.RunProgress;
import org.bellwether.app.status.Status;
import org.bellwether.app.status.StatusFile;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.home.Access;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.home.Json;
import org.bellwether.config.Shown;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was received, what became of it, and what is published. Takes no lock and opens no database. */
@Command(name = "status", description = "What was received, what became of it, and what is published.", mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

    private static final int LATEST = 20;

    @Mixin
    private HomeOption home;

    @Option(names = "--return", paramLabel = "R", description = "submissions of this return alone")
    private String returnName;

    @Option(names = "--all", description = "all submissions, not only the latest " + LATEST)
    private boolean all;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        Home at = home.home();
        Access.demandEntry(at.root(), at.control());
        Optional<HomeLock.Holder> running = HomeLock.held(at);
        Optional<RunProgress> progress = RunProgress.read(at);
        if (running.isPresent() && !Files.exists(at.statusFile())) {
            if (json) {
                Output.OUT.println(Json.text(running(Json.MAPPER.createObjectNode(), running, progress)));
            } else {
                printRunning(running.get(), progress, "; it is the first of this home");
            }
            return ExitCode.DONE;
        }
        Status status = StatusFile.read(at);
        if (json) {
            Output.OUT.println(Json.text(running(Json.MAPPER.valueToTree(status), running, progress)));
            return ExitCode.DONE;
        }
        Output.OUT.println("authority " + status.la() + ", release " + (status.release() == null ? "none yet" : status.release()));
        if (status.held() != null) {
            Output.OUT.println("release " + status.held().release() + " is held for approval: " + String.join("; ", status.held().audits())
                    + "; see: bellwether releases review");
        }
        running.ifPresent(holder -> printRunning(holder, progress, "; what follows was so before it"));
        if (!status.runs().isEmpty()) {
            Status.Run last = status.runs().get(0);
            Output.OUT.println("last run: " + last.job() + " " + last.status().toLowerCase(Locale.ROOT)
                    + (last.started() == null ? "" : ", started " + Moment.shown(last.started())));
        }
        print(status.submissions());
        if (returnName == null && status.omitted() != null && !status.omitted().isEmpty()) {
            Output.OUT.println("  before them, no longer live: " + status.omitted().entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", ")) + "; their records lie in landing");
        }
        status.waiting().forEach(name -> Output.OUT.println("  waiting in the inbox: " + name));
        status.overdue().stream().filter(one -> returnName == null || returnName.equals(one.returnName())).forEach(one -> Output.OUT.println(String.format(Locale.ROOT,
                "  overdue: %,d %s%s, the first since %s; see: bellwether register --overdue --return %s", one.returns(), one.returnName(),
                one.schools() == 0 ? "" : " of " + one.schools() + (one.schools() == 1 ? " school" : " schools"), one.since(), one.returnName())));
        status.audits().forEach(audit -> Output.OUT.println(String.format(Locale.ROOT, "  audit %s %s: %s (%,d rows); %s%s", audit.outcome(), audit.name(),
                audit.message(), audit.rows(), audit.resolve(), audit.file() == null ? "" : "; they are kept in " + audit.file())));
        status.unplacedRows().ofUnknownSchools().forEach((school, rows) -> Output.OUT.println("  REF-001 school " + school
                + " is not in GIAS: " + rows + " rows stay with the unknown school until a GIAS download knows it"));
        status.unplacedRows().ofClosedSchools().forEach((school, rows) -> Output.OUT.println("  REF-001 school " + school
                + " was not open on the day of " + rows + " rows: load a current GIAS download, or have LAESTAB and dates corrected"));
        return ExitCode.DONE;
    }

    private static void printRunning(HomeLock.Holder holder, Optional<RunProgress> progress, String rest) {
        List<String> lines = RunningLines.of(holder, progress);
        Output.OUT.println(lines.get(0) + rest);
        lines.stream().skip(1).forEach(Output.OUT::println);
    }

    private static ObjectNode running(ObjectNode status, Optional<HomeLock.Holder> running, Optional<RunProgress> progress) {
        status.put("running_since", running.map(holder -> holder.since().toString()).orElse(null));
        status.set("running", progress.map(Json.MAPPER::<JsonNode>valueToTree).orElse(null));
        return status;
    }

    private void print(List<Status.SubmissionStatus> submissions) {
        List<Status.SubmissionStatus> wanted = submissions.stream()
                .filter(one -> returnName == null || returnName.equals(one.returnName())).toList();
        Output.OUT.println(states(wanted));
        int hidden = all ? 0 : Math.max(0, wanted.size() - LATEST);
        if (hidden > 0) {
            Output.OUT.println("the latest " + LATEST + " of " + wanted.size() + "; --all shows all, --return R those of one return");
        }
        wanted.stream().skip(hidden).forEach(this::print);
    }

    private String states(List<Status.SubmissionStatus> submissions) {
        return submissions.size() + " submissions" + (returnName == null ? "" : " of " + returnName) + ": " + submissions.stream()
                .collect(Collectors.groupingBy(one -> one.state().label(), TreeMap::new, Collectors.counting()))
                .entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", "));
    }

    private void print(Status.SubmissionStatus one) {
        String counts = one.rows() == null ? "not counted"
                : String.format(Locale.ROOT, "%,d rows = %,d accepted + %,d rejected", one.rows(), one.accepted(), one.rejected());
        Output.OUT.println(String.format(Locale.ROOT, "  %s  %s  %-18s %-22s %s  %s", one.id(), Moment.shown(one.receivedAt()),
                one.returnName() == null ? "unknown" : one.returnName(), one.state().label(), counts, files(one)));
        if (one.error() != null && one.state() != SubmissionState.DUPLICATE) {
            Output.OUT.println("      " + one.error().rule() + (one.error().file() == null ? "" : " " + Shown.text(one.error().file()))
                    + (one.error().line() == null ? "" : " line " + one.error().line()) + ": " + one.error().sentence());
        }
        one.warnings().forEach(warning -> Output.OUT.println("      " + warning));
    }

    private static String files(Status.SubmissionStatus one) {
        List<String> names = one.files().stream().map(SubmissionFile::file).distinct().toList();
        return names.isEmpty() ? "" : Shown.text(names.get(0)) + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more");
    }
}
