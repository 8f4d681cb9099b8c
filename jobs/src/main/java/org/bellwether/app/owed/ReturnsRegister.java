package org.bellwether.app.owed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.config.Shown;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Access;
import org.bellwether.home.Home;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;

/** The register of returns as the current release has it: what is owed as at its cut-off, and what came. */
public final class ReturnsRegister implements AutoCloseable {

    /** Head of the CSV. */
    public static final List<String> COLUMNS = List.of("return", "title", "laestab", "school", "period", "due_date", "received_at", "state", "days_late", "submissions", "declined");

    private static final String MART = "mart_returns_register";
    private static final Settings.Engine SMALL = new Settings.Engine("256MB", 1);

    private final DuckDb engine;
    private final Connection connection;
    private final String mart;
    private final LocalDate asAt;

    private ReturnsRegister(DuckDb engine, ReleaseFolder folder) throws SQLException {
        this.engine = engine;
        this.connection = engine.connection();
        this.mart = "read_parquet(" + Sql.literal(folder.rows(folder.martsDatabase(), MART).toString()) + ")";
        this.asAt = LocalDate.ofInstant(Manifest.asOfIn(folder).orElse(Instant.EPOCH), Settings.LONDON);
    }

    /** Which rows are meant; what is null does not matter. */
    public record Choice(String returnName, Integer school, boolean overdue) {

        /** All of them. */
        public static final Choice ALL = new Choice(null, null, false);

        private String condition() {
            return "true" + (returnName == null ? "" : " and return_name = " + Sql.literal(returnName)) + (school == null ? "" : " and laestab = " + school)
                    + (overdue ? " and is_overdue" : "");
        }
    }

    /** How many there are of a return in each state. */
    public record Count(String returnName, String title, Map<String, Long> states, long overdue) {
    }

    /** How many returns of one kind are overdue: who has stopped sending them, and since when. */
    public record Overdue(@JsonProperty("return") String returnName, long returns, long schools, LocalDate since) {
    }

    /** @throws BellwetherException where nothing is published yet, or by a version that knew no register */
    public static ReturnsRegister open(Project project, Home home) throws SQLException, IOException {
        return find(project, home).orElseThrow(() -> ErrorCode.NOTHING_PUBLISHED.with(home.root()));
    }

    /** Empty where nothing is published yet, or by a version that knew no register. */
    public static Optional<ReturnsRegister> find(Project project, Home home) throws SQLException, IOException {
        Access.demandEntry(home.root(), home.releases());
        if (!Files.exists(home.current())) {
            return Optional.empty();
        }
        ReleaseFolder folder = new ReleaseFolder(home.current().toRealPath());
        Access.demandEntry(folder.restricted(), folder.marts());
        return Files.isRegularFile(folder.rows(folder.martsDatabase(), MART))
                ? Optional.of(new ReturnsRegister(DuckDb.memory(project, SMALL), folder)) : Optional.empty();
    }

    /** The day of the release's cut-off, in England. */
    public LocalDate asAt() {
        return asAt;
    }

    public long size(Choice choice) throws SQLException {
        return Sql.queryLong(connection, "select count(*) from " + mart + " where " + choice.condition());
    }

    /** Those that are overdue first, then rejected, late and resubmitted ones; of each the latest due first. */
    public List<OwedReturn> rows(Choice choice, int limit) throws SQLException {
        return Sql.query(connection, """
                select return_name, return_title, laestab, school_name, period, due_date, received_at, state, is_overdue, days_late, submission_count,
                    declined_count, submission_key
                from %s where %s
                order by is_overdue desc, case when state in ('REJECTED', 'LATE', 'RESUBMITTED') then 0 else 1 end, due_date desc, return_name, laestab, period
                limit %d""".formatted(mart, choice.condition(), limit), ReturnsRegister::row);
    }

    /** By return, in order of name. */
    public List<Count> counts(Choice choice) throws SQLException {
        Map<String, Count> counts = new TreeMap<>();
        Sql.query(connection, "select return_name, return_title, state, count(*), count(case when is_overdue then 1 end) from " + mart + " where "
                + choice.condition() + " group by all", row -> {
            Count before = counts.getOrDefault(row.getString(1), new Count(row.getString(1), row.getString(2), new TreeMap<>(), 0));
            before.states().put(row.getString(3), row.getLong(4));
            return counts.put(row.getString(1), new Count(before.returnName(), before.title(), before.states(), before.overdue() + row.getLong(5)));
        });
        return List.copyOf(counts.values());
    }

    /** By return, in order of name. */
    public List<Overdue> overdue() throws SQLException {
        return Sql.query(connection, "select return_name, count(*), count(distinct laestab), min(due_date) from " + mart
                + " where is_overdue group by return_name order by return_name",
                row -> new Overdue(row.getString(1), row.getLong(2), row.getLong(3), row.getObject(4, LocalDate.class)));
    }

    /** LAESTABs of the schools that owe anything, in order. */
    public List<Integer> schools() throws SQLException {
        return Sql.query(connection, "select distinct laestab from " + mart + " where laestab is not null order by laestab", row -> row.getInt(1));
    }

    /** With a head; no cell is one that a spreadsheet would take for a formula. The writer stays open. */
    public static void writeCsv(List<OwedReturn> rows, Writer out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(COLUMNS.toArray(String[]::new)).get());
        for (OwedReturn one : rows) {
            printer.printRecord(one.returnName(), Shown.cell(one.title()), one.laestab(), Shown.cell(one.school()), one.period(), one.dueDate(),
                    one.receivedAt(), one.state(), one.daysLate(), one.submissions(), one.declined());
        }
        printer.flush();
    }

    private static OwedReturn row(ResultSet row) throws SQLException {
        LocalDateTime received = row.getObject(7, LocalDateTime.class);
        return new OwedReturn(row.getString(1), row.getString(2), (Integer) row.getObject(3), row.getString(4), row.getString(5), row.getObject(6, LocalDate.class),
                received == null ? null : received.toInstant(ZoneOffset.UTC), row.getString(8), row.getBoolean(9), (Integer) row.getObject(10), row.getInt(11),
                row.getInt(12), row.getString(13));
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            engine.close();
        }
    }
}
