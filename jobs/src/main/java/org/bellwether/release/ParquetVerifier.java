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
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<String, ParquetContents.Range> ranges = contents.ranges();
        for (Table.Column column : contents.rows() == 0 ? List.<Table.Column>of() : table.columns()) {
            ParquetContents.Range told = ranges.get(column.name());
            ParquetContents.Range actual = range(column, relation);
            same(file, "nulls of " + column.name(), actual.nulls(), told.nulls());
            if (told.least() != null) {
                same(file, "range of " + column.name(), actual, told);
            }
        }
    }

    private ParquetContents.Range range(Table.Column column, String relation) throws SQLException {
        String name = Sql.identifier(column.name());
        return Sql.query(connection, "select min(" + name + "), max(" + name + "), count(*) - count(" + name + ") from "
                        + relation,
                row -> new ParquetContents.Range(value(row, 1, column), value(row, 2, column), row.getLong(3))).get(0);
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

    /** Timestamps come as what the clock said, so that no time zone moves them. */
    private static Object value(ResultSet row, int index, Table.Column column) throws SQLException {
        return column.type().equals("TIMESTAMP") ? row.getObject(index, LocalDateTime.class) : row.getObject(index);
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
