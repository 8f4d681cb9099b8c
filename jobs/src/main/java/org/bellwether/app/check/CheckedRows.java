package org.bellwether.app.check;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.bellwether.app.check.CheckReport.BrokenRule;
import org.bellwether.app.check.CheckReport.Place;
import org.bellwether.config.Shown;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.intake.register.Submission;
import org.bellwether.home.Home;
import org.bellwether.staging.validation.RejectsReport;

/** What was found in the rows of a checked delivery, from the report beside its staged rows. */
final class CheckedRows {

    private static final int FIRST = 5;

    private final Connection connection;
    private final ContractCatalog catalog;
    private final Home home;

    /** @param connection to an engine in memory */
    CheckedRows(Connection connection, ContractCatalog catalog, Home home) {
        this.connection = connection;
        this.catalog = catalog;
        this.home = home;
    }

    /** Those that cost rows first, of these the most frequent. */
    List<BrokenRule> brokenRules(Submission submission) throws SQLException {
        Optional<String> findings = findings(submission);
        return findings.isEmpty() ? List.of() : Sql.query(connection, """
                select rule, severity, message, remedy, count(*) as violations, count(*) filter (where is_rejected and severity = 'error') as rejected
                from %s group by all order by rejected = 0, violations desc, rule, message
                """.formatted(findings.get()), row -> new BrokenRule(row.getString(1), row.getString(2), row.getString(3),
                        catalog.rule(row.getString(1)).why(), row.getString(4), row.getLong(5), row.getLong(6),
                        first(findings.get(), row.getString(1), row.getString(2), row.getString(3))));
    }

    private List<Place> first(String findings, String rule, String severity, String message) {
        try {
            return Sql.query(connection, "select distinct file, source_line from %s where rule = %s and severity = %s and message = %s order by all limit %d"
                            .formatted(findings, Sql.literal(rule), Sql.literal(severity), Sql.literal(message), FIRST),
                    row -> new Place(Shown.text(row.getString(1)), (Integer) row.getObject(2)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each of them, in order of file and line; however many there are, one is held at a time. */
    <E extends Exception> void forEach(Submission submission, CheckedViolation.Each<E> each) throws SQLException, E {
        Optional<String> findings = findings(submission);
        if (findings.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select file, source_line, rule, severity, is_rejected, message, remedy, laestab, column_name from "
                        + findings.get() + " order by file, source_line, rule, column_name")) {
            while (row.next()) {
                each.take(new CheckedViolation(submission.returnName(), Shown.text(row.getString(1)), (Integer) row.getObject(2), row.getString(3),
                        row.getString(4), row.getBoolean(5), row.getString(6), row.getString(7), (Integer) row.getObject(8), row.getString(9)));
            }
        }
    }

    private Optional<String> findings(Submission submission) {
        return submission.returnName() == null ? Optional.empty() : RejectsReport.findings(staged(submission));
    }

    private Path staged(Submission submission) {
        return home.staged(submission.returnName(), submission.id());
    }
}
