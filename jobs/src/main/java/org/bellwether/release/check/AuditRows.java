package org.bellwether.release.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.engine.CsvDialect;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.config.Shown;
import org.bellwether.warehouse.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows that the audits of one run give, kept in the home for whoever has to find out why: a folder a run, a file an audit. */
final class AuditRows {

    static final int RUNS = 30;
    static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(AuditRows.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private final Path runs;
    private final Path folder;

    AuditRows(Home home) {
        runs = home.audits();
        folder = runs.resolve(NAME.format(Instant.now()));
    }

    /** Whether the rows can be kept or not, what the audit has found stands. */
    AuditResult keep(Connection connection, Audit audit, long count) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<List<String>> rows = read(connection, audit, columns);
        List<String> first = rows.stream().limit(AuditResult.SHOWN).map(row -> IntStream.range(0, columns.size())
                .mapToObj(column -> columns.get(column) + "=" + row.get(column)).collect(Collectors.joining(", "))).toList();
        try {
            Folders.createPrivate(folder);
            forgetEarlier();
            Path file = folder.resolve(Shown.fileName(audit.name()).replaceAll("[^A-Za-z0-9_.-]", "_") + ".csv");
            write(file, columns, rows);
            return new AuditResult(audit, count, first, file);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The rows of audit {} cannot be kept", audit.name(), e);
            return new AuditResult(audit, count, first, null);
        }
    }

    private static List<List<String>> read(Connection connection, Audit audit, List<String> columns) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from (" + audit.query() + "\n) as found order by all limit " + MOST)) {
            int width = found.getMetaData().getColumnCount();
            for (int column = 1; column <= width; column++) {
                columns.add(found.getMetaData().getColumnLabel(column));
            }
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    row.add(Shown.text(found.getString(column)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static void write(Path file, List<String> columns, List<List<String>> rows) throws IOException {
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), CsvDialect.writing())) {
            printer.printRecord(columns);
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(AuditRows::cell).toList());
            }
        }
    }

    private static String cell(String value) {
        return value == null || value.matches("-?[0-9.]+") ? value : Shown.cell(value);
    }

    private synchronized void forgetEarlier() {
        List<Path> kept = Folders.list(runs);
        kept.stream().limit(Math.max(0, kept.size() - RUNS)).filter(run -> !run.equals(folder)).forEach(Folders::delete);
    }
}
