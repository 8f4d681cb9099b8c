package org.bellwether.cli.report;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.bellwether.app.violation.ViolationList;
import org.bellwether.batch.report.SetAsideEntry;
import org.bellwether.home.Home;
import picocli.CommandLine.Command;

/** The rows that were rejected, with file, line, reason and remedy; never what stood in them. */
@Command(name = "rejects", description = "Rejected rows of what is live or was rejected whole: by rule, then file, line, reason and remedy.",
        mixinStandardHelpOptions = true)
public final class RejectsCommand extends ViolationListCommand {

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
