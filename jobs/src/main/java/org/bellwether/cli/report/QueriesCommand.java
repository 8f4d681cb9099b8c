package org.bellwether.cli.report;

import java.sql.SQLException;
import java.util.Locale;
import org.bellwether.app.violation.ViolationList;
import picocli.CommandLine.Command;

/** What was asked about rows that were accepted: queries, and values that became unknown; never what stood in them. */
@Command(name = "queries", description = "Queries and cleared values in accepted rows of what is live: by rule, then file and line.",
        mixinStandardHelpOptions = true)
public final class QueriesCommand extends ViolationListCommand {

    @Override
    String chosen() {
        return "not is_rejected";
    }

    @Override
    String total(ViolationList violations) throws SQLException {
        return String.format(Locale.ROOT, "%,d queries in %,d accepted rows", violations.size(), violations.rows());
    }
}
