package org.bellwether.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.bellwether.app.status.Status;
import org.bellwether.app.status.StatusFile;
import org.bellwether.app.violation.ViolationList;
import org.bellwether.batch.report.SetAsideEntry;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.DuckDb;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.register.SubmissionState;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SequenceWriter;

/** Lists the rule violations in the rows of what is live or was rejected whole: first how often each, then each with file and line. */
abstract class ViolationListCommand implements Callable<Integer> {

    private static final int SHOWN = 200;

    @Mixin
    private HomeOption home;

    @Option(names = "--return", paramLabel = "R", description = "of this return alone")
    private String returnName;

    @Option(names = "--school", paramLabel = "LAESTAB", description = "of this school alone, where the row says its school")
    private Integer school;

    @Option(names = "--csv", paramLabel = "FILE", description = "write all of them to a file; only an earlier report is replaced")
    private Path csv;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    /** SQL over the columns of the reports that chooses what is listed. */
    abstract String chosen();

    /** What the build has found beside them. */
    List<SetAsideEntry> ofBuild(Home home) {
        return List.of();
    }

    /** How many there are, in words. */
    abstract String total(ViolationList violations) throws SQLException;

    final Home at() {
        return home.home();
    }

    @Override
    public Integer call() throws SQLException, IOException {
        Home at = home.home();
        Status status = StatusFile.read(at);
        ContractCatalog catalog = ContractCatalog.load(ConfigFiles.of(Project.locate(), at.config()));
        demandReturn(catalog, status);
        try (DuckDb engine = DuckDb.memory(Project.locate(), new Settings.Engine("500MB", 1)); Connection connection = engine.connection()) {
            ViolationList violations = new ViolationList(connection, catalog);
            for (Status.SubmissionStatus one : status.submissions()) {
                boolean isOpen = one.state().isAccepted() || one.state() == SubmissionState.REJECTED;
                if (isOpen && (returnName == null || returnName.equals(one.returnName())) && !one.rules().isEmpty()) {
                    violations.add(at, one, chosen() + (school == null ? "" : " and laestab = " + school));
                }
            }
            if (school == null) {
                violations.addOfBuild(ofBuild(at).stream().filter(one -> returnName == null || returnName.equals(one.returnName())).toList());
            }
            print(violations);
        }
        return ExitCode.DONE;
    }

    private void print(ViolationList violations) throws SQLException, IOException {
        if (csv != null) {
            new ReportFile(csv, String.join(",", ViolationList.COLUMNS)).<SQLException>write(violations::writeCsv);
            Output.OUT.println(total(violations) + " written to " + csv);
        } else if (json) {
            json(violations);
        } else {
            text(violations);
        }
    }

    private void text(ViolationList violations) throws SQLException {
        Output.OUT.println(total(violations));
        for (ViolationList.Count count : violations.counts()) {
            Output.OUT.println(String.format(Locale.ROOT, "%,10d  %s %s", count.violations(), count.rule(), count.message()));
        }
        violations.forEach(SHOWN, one -> Output.OUT.println(String.format(Locale.ROOT, "%s%s  %s %s; %s", one.file(),
                one.line() == null ? "" : " line " + one.line(), one.rule(), one.said(), one.remedy())));
        long more = violations.size() - SHOWN;
        if (more > 0) {
            Output.OUT.println(String.format(Locale.ROOT, "… and %,d more; --csv FILE writes all", more));
        }
    }

    private static void json(ViolationList violations) throws SQLException {
        try (SequenceWriter objects = Json.MAPPER.writer().writeValuesAsArray(Output.writer())) {
            violations.forEachRow(objects::write);
        }
        Output.OUT.println();
    }

    private void demandReturn(ContractCatalog catalog, Status status) {
        TreeSet<String> known = new TreeSet<>(catalog.returns().stream().map(ReturnContract::name).toList());
        status.submissions().stream().map(Status.SubmissionStatus::returnName).filter(name -> name != null).forEach(known::add);
        if (returnName != null && !known.contains(returnName)) {
            throw ErrorCode.NO_SUCH_RETURN.with(returnName, known);
        }
    }
}
