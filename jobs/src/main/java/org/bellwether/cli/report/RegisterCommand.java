package org.bellwether.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bellwether.app.owed.OwedReturn;
import org.bellwether.app.owed.ReturnsRegister;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which returns are owed as at the cut-off of the current release, and what came of them. Takes no lock. */
@Command(name = "register", description = "Which returns are owed, and what came of them: late, rejected, missing, not due yet.", mixinStandardHelpOptions = true)
public final class RegisterCommand implements Callable<Integer> {

    private static final int SHOWN = 200;
    private static final String AUTHORITY = "authority";

    @Mixin
    private HomeOption home;

    @Option(names = "--return", paramLabel = "R", description = "of this return alone")
    private String returnName;

    @Option(names = "--school", paramLabel = "LAESTAB", description = "what this school owes alone")
    private Integer school;

    @Option(names = "--overdue", description = "what was due and of which nothing was accepted")
    private boolean overdue;

    @Option(names = "--csv", paramLabel = "FILE", description = "write all of them to a file; only an earlier one is replaced")
    private Path csv;

    @Option(names = "--chasers", paramLabel = "DIR", description = "write what is overdue into a folder, a file for each school and one for the authority")
    private Path chasers;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() throws SQLException, IOException {
        Home at = home.home();
        if (returnName != null) {
            ContractCatalog.load(ConfigFiles.of(Project.locate(), at.config())).require(returnName);
        }
        ReturnsRegister.Choice choice = new ReturnsRegister.Choice(returnName, school, overdue);
        try (ReturnsRegister register = ReturnsRegister.open(Project.locate(), at)) {
            if (chasers != null) {
                writeChasers(register);
            } else if (csv != null) {
                List<OwedReturn> rows = register.rows(choice, Integer.MAX_VALUE);
                write(csv, rows);
                Output.OUT.println(String.format(Locale.ROOT, "%,d returns written to %s", rows.size(), csv));
            } else if (json) {
                Output.OUT.println(Json.text(register.rows(choice, Integer.MAX_VALUE)));
            } else {
                text(register, choice);
            }
        }
        return ExitCode.DONE;
    }

    private static void text(ReturnsRegister register, ReturnsRegister.Choice choice) throws SQLException {
        List<ReturnsRegister.Count> counts = register.counts(choice);
        Output.OUT.println(String.format(Locale.ROOT, "%,d returns owed as at %s, %,d of them overdue", register.size(choice), register.asAt(),
                counts.stream().mapToLong(ReturnsRegister.Count::overdue).sum()));
        counts.forEach(one -> Output.OUT.println(String.format(Locale.ROOT, "  %-22s %s", one.returnName(), one.states().entrySet().stream()
                .map(state -> String.format(Locale.ROOT, "%,d %s", state.getValue(), words(state.getKey()))).collect(Collectors.joining(", ")))));
        register.rows(choice, SHOWN).forEach(one -> Output.OUT.println(line(one)));
        long more = register.size(choice) - SHOWN;
        if (more > 0) {
            Output.OUT.println(String.format(Locale.ROOT, "… and %,d more; --csv FILE writes all", more));
        }
    }

    private static String line(OwedReturn one) {
        String late = one.daysLate() == null || one.daysLate() == 0 ? "" : ", " + one.daysLate() + (one.daysLate() == 1 ? " day late" : " days late");
        return String.format(Locale.ROOT, "%-12s %s %s  %s  due %s%s%s", words(one.state()), one.returnName(), one.period(),
                one.laestab() == null ? AUTHORITY : one.laestab() + " " + one.school(), one.dueDate(), late,
                one.declined() == 0 ? "" : ", " + one.declined() + " refused or rejected");
    }

    private static String words(String state) {
        return state.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A school that owes nothing any more has a file with nothing but its head, so that an earlier one asks for nothing either. */
    private void writeChasers(ReturnsRegister register) throws SQLException, IOException {
        List<OwedReturn> all = register.rows(new ReturnsRegister.Choice(returnName, school, true), Integer.MAX_VALUE);
        List<Integer> schools = register.schools().stream().filter(one -> school == null || school.equals(one)).toList();
        for (Integer one : schools) {
            write(chasers.resolve("chaser_" + one + ".csv"), all.stream().filter(row -> one.equals(row.laestab())).toList());
        }
        if (school == null) {
            write(chasers.resolve("chaser_" + AUTHORITY + ".csv"), all.stream().filter(row -> row.laestab() == null).toList());
        }
        Output.OUT.println(String.format(Locale.ROOT, "%,d overdue returns written to %,d files in %s", all.size(), schools.size() + (school == null ? 1 : 0), chasers));
    }

    private static void write(Path file, List<OwedReturn> rows) throws IOException {
        new ReportFile(file, String.join(",", ReturnsRegister.COLUMNS)).<IOException>write(out -> ReturnsRegister.writeCsv(rows, out));
    }
}
