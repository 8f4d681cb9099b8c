package org.bellwether.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.app.check.CheckReport;
import org.bellwether.app.check.CheckService;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Shown;
import org.bellwether.engine.CsvDialect;
import org.bellwether.home.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges files as the home would if it received them now, and keeps nothing. Takes no lock. */
@Command(name = "check", description = "Judge files as receive would, and keep nothing; a run may go on meanwhile.", mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("return", "file", "line", "rule", "severity", "rejected", "message", "remedy", "laestab", "column");

    @Mixin
    private HomeOption home;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "a folder stands for the files in it")
    private List<Path> files;

    @Option(names = "--csv", paramLabel = "FILE", description = "write every violation to a file; only an earlier report is replaced")
    private Path csv;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException, SQLException {
        for (Path file : files) {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw ErrorCode.NO_SUCH_FILE.with(file);
            }
        }
        CheckReport report = check(new CheckService(Project.locate(), home.home()));
        if (json) {
            Output.OUT.println(Json.text(report));
        } else {
            CheckText.of(report).forEach(Output.OUT::println);
            if (csv != null) {
                Output.OUT.println("every violation is written to " + csv);
            }
        }
        return report.isRefused() ? ExitCode.REJECTED : ExitCode.DONE;
    }

    private CheckReport check(CheckService service) throws IOException, SQLException {
        if (csv == null) {
            return service.check(files, violation -> { });
        }
        CheckReport[] report = new CheckReport[1];
        new ReportFile(csv, String.join(",", COLUMNS)).<SQLException>write(out -> {
            CSVPrinter printer = new CSVPrinter(out, CsvDialect.writing());
            printer.printRecord(COLUMNS);
            report[0] = service.<IOException>check(files, one -> printer.printRecord(one.returnName(), Shown.cell(one.file()), one.line(), one.rule(),
                    one.severity(), one.isRejected(), Shown.cell(one.message()), Shown.cell(one.remedy()), one.laestab(), one.column()));
            printer.flush();
        });
        return report[0];
    }
}
