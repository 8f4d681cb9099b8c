package org.bellwether.app.violation;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.app.status.Status;
import org.bellwether.batch.report.SetAsideEntry;
import org.bellwether.config.Shown;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.staging.validation.RejectsReport;

/**
 * The rule violations in the rows of submissions, gathered from the reports beside their staged rows. Rows of a parent table come
 * before those of its children: what is wrong with the one is often why the others are.
 */
public final class ViolationList {

    /** Head of the CSV. */
    public static final List<String> COLUMNS = List.of("submission", "return", "file", "line", "rule", "message", "remedy", "laestab", "column");

    private final Connection connection;
    private final ContractCatalog catalog;

    /** @param connection to an engine of its own, in memory */
    public ViolationList(Connection connection, ContractCatalog catalog) throws SQLException {
        this.connection = connection;
        this.catalog = catalog;
        Sql.execute(connection, "set global jdbc_stream_results = true");
        Sql.execute(connection, """
                create temp table violation (
                    arrival integer, submission varchar, return_name varchar, depth integer, file varchar, source_line integer,
                    rule varchar, message varchar, remedy varchar, column_name varchar, laestab integer
                )
                """);
    }

    /** Something to be done with each violation. */
    public interface Each<E extends Exception> {
        void take(ReportedViolation violation) throws E;
    }

    /** Something to be done with each row. */
    public interface EachRow<E extends Exception> {
        void take(ReportedRow row) throws E;
    }

    /** How often a rule was broken. */
    public record Count(String rule, String message, long violations) {
    }

    /**
     * Adds the violations of one submission.
     *
     * @param condition SQL over the columns of the report
     */
    public void add(Home home, Status.SubmissionStatus one, String condition) throws SQLException {
        Optional<String> findings = RejectsReport.findings(home.staged(one.returnName(), one.id()));
        if (findings.isPresent()) {
            Sql.execute(connection, """
                    insert into violation
                    select (select count(distinct submission) from violation), %s, %s, %s, file, source_line, rule, message, remedy,
                        column_name, laestab
                    from %s where %s
                    """.formatted(Sql.literal(one.id()), Sql.literal(one.returnName()), depth(one.returnName()),
                    findings.get(), condition));
        }
    }

    /** Adds what was accepted and the build has left out. */
    public void addOfBuild(List<SetAsideEntry> entries) throws SQLException {
        for (SetAsideEntry one : entries) {
            Sql.execute(connection, "insert into violation values (-1, %s, %s, 0, %s, %s, %s, %s, %s, null, null)".formatted(
                    Sql.literal(one.submission()), Sql.literal(one.returnName()), Sql.literal(one.file()), one.line(), Sql.literal(one.rule()),
                    Sql.literal("Found in the build: " + one.message()), Sql.literal(one.remedy())));
        }
    }

    /** By rule, in the order in which they are best mended. */
    public List<Count> counts() throws SQLException {
        return Sql.query(connection, """
                select rule, message, count(*) from violation group by rule, message order by min(depth), count(*) desc, rule, message
                """, row -> new Count(row.getString(1), row.getString(2), row.getLong(3)));
    }

    /** How many rows have any. */
    public long rows() throws SQLException {
        return Long.parseLong(Sql.queryText(connection, "select count(*) from (select distinct submission, file, source_line from violation)"));
    }

    public long size() throws SQLException {
        return Long.parseLong(Sql.queryText(connection, "select count(*) from violation"));
    }

    /** @param limit how many at most; negative for all of them */
    public <E extends Exception> void forEach(long limit, Each<E> each) throws SQLException, E {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select submission, return_name, file, source_line, rule, message, remedy, column_name, laestab"
                        + " from violation order by arrival, depth, file, source_line, rule, column_name" + (limit < 0 ? "" : " limit " + limit))) {
            while (row.next()) {
                each.take(new ReportedViolation(row.getString(1), row.getString(2), Shown.text(row.getString(3)), (Integer) row.getObject(4), row.getString(5),
                        row.getString(6), row.getString(7), row.getString(8), (Integer) row.getObject(9)));
            }
        }
    }

    /** All of them, with a head; no cell is one that a spreadsheet would take for a formula. The writer stays open. */
    public void writeCsv(Writer out) throws SQLException, IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(COLUMNS.toArray(String[]::new)).get());
        this.<IOException>forEach(-1, one -> printer.printRecord(one.submission(), one.returnName(), Shown.cell(one.file()), one.line(),
                one.rule(), Shown.cell(one.message()), Shown.cell(one.remedy()), one.laestab(), one.column()));
        printer.flush();
    }

    /** The rows, each with all that was found in it, in the same order. */
    public <E extends Exception> void forEachRow(EachRow<E> each) throws SQLException, E {
        List<ReportedViolation> row = new ArrayList<>();
        this.<E>forEach(-1, one -> {
            if (!row.isEmpty() && !one.isOfRowOf(row.get(0))) {
                each.take(ReportedRow.of(row));
                row.clear();
            }
            row.add(one);
        });
        if (!row.isEmpty()) {
            each.take(ReportedRow.of(row));
        }
    }

    /** SQL that says of {@code table_name} how many tables stand above it. */
    private String depth(String returnName) {
        StringBuilder sql = new StringBuilder("case table_name");
        catalog.returns().stream().filter(contract -> contract.name().equals(returnName)).findFirst().map(ReturnContract::latest)
                .ifPresent(contract -> contract.tables().forEach((name, table) -> sql.append(" when ").append(Sql.literal(name)).append(" then ")
                        .append(depth(contract.tables(), table))));
        return sql.length() == "case table_name".length() ? "0" : sql.append(" else 0 end").toString();
    }

    private static int depth(Map<String, TableContract> tables, TableContract table) {
        return table.parent().map(parent -> tables.get(parent.table())).map(above -> 1 + depth(tables, above)).orElse(0);
    }
}
