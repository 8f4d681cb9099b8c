package org.bellwether.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;

/**
 * Reads a release back with parquet-java and compares it with what DuckDB holds.
 *
 * <p>Of every file the footer: columns, number of rows, statistics; of the marts every value.
 */
final class ParquetVerifier {

    private static final String ALIAS = "verified";

    private final Connection connection;

    ParquetVerifier(Connection connection) {
        this.connection = connection;
    }

    /** @throws AuditException naming the first file that differs, and in what */
    void verify(ReleaseFolder folder) throws SQLException, IOException {
        String warehouse = connection.getCatalog();
        for (Table table : Table.tables(connection, warehouse, "core")) {
            verifyFooter(table, table.qualified(), file(folder.core(), table));
        }
        for (Table fact : Table.views(connection, warehouse, "core")) {
            for (Path year : Folders.list(folder.core().resolve(fact.name()))) {
                verifyFooter(fact, "read_parquet(" + Sql.literal(year.toString()) + ")", year);
            }
        }
        for (Table mart : Table.tables(connection, warehouse, "mart")) {
            verifyAll(mart, mart.qualified(), file(folder.marts(), mart));
        }
        try (DatabaseFile published = DatabaseFile.open(connection, folder.publishedDatabase(), ALIAS)) {
            for (Table table : Table.tables(connection, ALIAS, "main")) {
                Path mart = file(folder.publishedMarts(), table);
                verifyAll(table, published.qualified(table),
                        Files.exists(mart) ? mart : file(folder.publishedDimensions(), table));
            }
        }
    }

    private void verifyAll(Table table, String relation, Path file) throws SQLException, IOException {
        verifyFooter(table, relation, file);
        verifyRows(table, relation, file);
    }

    private void verifyFooter(Table table, String relation, Path file) throws SQLException, IOException {
        ParquetContents contents = ParquetContents.of(file);
        same(file, "columns", table.columnNames(), contents.columns());
        same(file, "number of rows", Sql.queryLong(connection, "select count(*) from " + relation), contents.rows());
        if (contents.rows() == 0) {
            return;
        }
        Map<String, ParquetContents.Range> told = contents.ranges();
        ranges(table, relation).forEach((column, range) -> {
            same(file, "nulls of " + column, range.nulls(), told.get(column).nulls());
            if (told.get(column).least() != null) {
                same(file, "range of " + column, range, told.get(column));
            }
        });
    }

    /** What the statistics should say, in one scan. */
    private Map<String, ParquetContents.Range> ranges(Table table, String relation) throws SQLException {
        String each = table.columnNames().stream().map(Sql::identifier)
                .map(column -> "min(" + column + "), max(" + column + "), count(*) - count(" + column + ")")
                .collect(Collectors.joining(", "));
        return Sql.query(connection, "select " + each + " from " + relation, row -> {
            Map<String, ParquetContents.Range> ranges = new LinkedHashMap<>();
            for (Table.Column column : table.columns()) {
                int first = 3 * ranges.size() + 1;
                ranges.put(column.name(), new ParquetContents.Range(value(row, first, column),
                        value(row, first + 1, column), row.getLong(first + 2)));
            }
            return ranges;
        }).get(0);
    }

    private void verifyRows(Table table, String relation, Path file) throws SQLException, IOException {
        String ordered = "select * from " + relation + " order by all asc nulls first";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ordered);
                ParquetContents.Rows read = ParquetContents.of(file).read()) {
            while (rows.next()) {
                same(file, "values", values(rows, table), read.next());
            }
        }
    }

    private static List<Object> values(ResultSet row, Table table) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            values.add(value(row, values.size() + 1, column));
        }
        return values;
    }

    /** As parquet-java gives it: small integers as Integer, timestamps as what the clock said in no time zone. */
    private static Object value(ResultSet row, int index, Table.Column column) throws SQLException {
        Object value = column.type().equals("TIMESTAMP") ? row.getObject(index, LocalDateTime.class)
                : row.getObject(index);
        return value instanceof Byte || value instanceof Short ? Integer.valueOf(((Number) value).intValue()) : value;
    }

    private static void same(Path file, String what, Object expected, Object read) {
        if (!Objects.equals(expected, read)) {
            throw new AuditException(file.getFileName() + ": read back with other " + what);
        }
    }

    private static Path file(Path folder, Table table) {
        return folder.resolve(table.name() + ".parquet");
    }
}
