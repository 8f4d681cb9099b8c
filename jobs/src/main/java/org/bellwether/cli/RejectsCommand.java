package org.bellwether.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.home.Project;
import org.bellwether.home.Settings;
import org.bellwether.intake.SubmissionState;
import org.bellwether.job.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rows that were rejected, with file, line, reason and remedy; never what stood in them. */
@Command(name = "rejects", description = "Rejected rows of what is live or was rejected whole: file, line, reason and remedy.",
        mixinStandardHelpOptions = true)
final class RejectsCommand implements Callable<Integer> {

    private static final int SHOWN = 200;

    @Mixin
    private HomeOption home;

    @Option(names = "--return", paramLabel = "R", description = "of this return alone")
    private String returnName;

    @Option(names = "--school", paramLabel = "LAESTAB", description = "of this school alone, where the row says its school")
    private Integer school;

    @Option(names = "--csv", paramLabel = "FILE", description = "write all of them to a file")
    private Path csv;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    /** One rejected row. */
    record Reject(String submission, String returnName, String file, int line, String rule, String message, String remedy, Integer laestab) {
    }

    @Override
    public Integer call() throws SQLException, IOException {
        Home at = home.home();
        List<Reject> rejects = read(at, StatusFile.read(at));
        if (csv != null) {
            write(rejects);
            Output.OUT.println(rejects.size() + " rejected rows written to " + csv);
        } else if (json) {
            Output.OUT.println(Json.text(rejects));
        } else {
            rejects.stream().limit(SHOWN).forEach(one -> Output.OUT.println(String.format(Locale.ROOT, "%s line %d  %s %s; %s",
                    one.file(), one.line(), one.rule(), one.message(), one.remedy())));
            Output.OUT.println(rejects.size() > SHOWN ? "… and " + (rejects.size() - SHOWN) + " more; --csv FILE writes all"
                    : rejects.size() + " rejected rows");
        }
        return ExitCode.DONE;
    }

    private List<Reject> read(Home at, Status status) throws SQLException, IOException {
        List<Reject> rejects = new ArrayList<>();
        try (DuckDb engine = DuckDb.memory(Project.locate(), new Settings.Engine("500MB", 1));
                Connection connection = engine.connection()) {
            for (Status.SubmissionStatus one : status.submissions()) {
                boolean open = one.state().isAccepted() || one.state() == SubmissionState.REJECTED;
                boolean wanted = returnName == null || returnName.equals(one.returnName());
                if (open && wanted && one.rejected() != null && one.rejected() > 0) {
                    rejects.addAll(read(connection, at, one));
                }
            }
        }
        return rejects;
    }

    private List<Reject> read(Connection connection, Home at, Status.SubmissionStatus one) throws SQLException {
        Path findings = at.staged(one.returnName(), one.id()).resolve("findings.parquet");
        if (!Files.exists(findings)) {
            return List.of();
        }
        return Sql.query(connection, "select file, source_line, rule, message, remedy, laestab from read_parquet("
                        + Sql.literal(findings.toString()) + ") where is_rejected" + (school == null ? "" : " and laestab = " + school)
                        + " order by file, source_line, rule",
                row -> new Reject(one.id(), one.returnName(), row.getString(1), row.getInt(2), row.getString(3), row.getString(4),
                        row.getString(5), (Integer) row.getObject(6)));
    }

    private void write(List<Reject> rejects) throws IOException {
        try (CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(Files.newOutputStream(csv), StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setHeader("submission", "return", "file", "line", "rule", "message", "remedy", "laestab").get())) {
            for (Reject one : rejects) {
                printer.printRecord(one.submission(), one.returnName(), one.file(), one.line(), one.rule(), one.message(), one.remedy(), one.laestab());
            }
        }
    }
}
