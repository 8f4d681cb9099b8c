package org.bellwether.cli.report;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.bellwether.app.mending.RejectReports;
import org.bellwether.app.session.ApplicationSession;
import org.bellwether.app.violation.ViolationList;
import org.bellwether.batch.report.SetAsideEntry;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.Output;
import org.bellwether.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The rows that were rejected, with file, line, reason and remedy; never what stood in them. */
@Command(name = "rejects", description = "Rejected rows of what is live or was rejected whole: by rule, then file, line, reason and remedy.",
        mixinStandardHelpOptions = true)
public final class RejectsCommand extends ViolationListCommand {

    @Option(names = "--reports", description = "write for each school what it has to mend, with UPNs, below vault/reports of the home; each night does so too")
    private boolean reports;

    @Override
    public Integer call() throws SQLException, IOException {
        if (!reports) {
            return super.call();
        }
        try (ApplicationSession session = ApplicationSession.open(at())) {
            RejectReports.Written written = session.get(RejectReports.class).write();
            written.folders().forEach(Output.OUT::println);
            Output.OUT.println(String.format(Locale.ROOT, "%,d rows to mend, in %,d reports", written.rows(), written.folders().size()));
            return ExitCode.DONE;
        }
    }

    @Override
    String chosen() {
        return "is_rejected";
    }

    @Override
    List<SetAsideEntry> ofBuild(Home home) {
        return SetAsideEntry.read(home);
    }

    @Override
    String total(ViolationList violations) throws SQLException {
        return String.format(Locale.ROOT, "%,d rejected rows", violations.rows());
    }
}
