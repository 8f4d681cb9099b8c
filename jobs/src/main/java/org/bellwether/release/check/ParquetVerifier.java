package org.bellwether.release.check;

import java.io.IOException;
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
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Workers;
import org.bellwether.home.Folders;
import org.bellwether.release.format.DatabaseFile;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.UnchangedFileLinker;

/**
 * Reads a release back with parquet-java and compares it with what DuckDB holds.
 *
 * <p>Of every file the footer: columns, number of rows, statistics; of the marts every value. The tables of the
 * release's own databases have, row for row, what their Parquet files have.
 */
public final class ParquetVerifier {

    private static final long MANY = 500_000;
    private static final String CORE = "verified_core";
    private static final String MARTS = "verified_marts";
    private static final String PUBLISHED = "verified";

    private final Connection connection;
    private final UnchangedFileLinker shared;

    /** @param shared files that need not be read back again */
    public ParquetVerifier(Connection connection, UnchangedFileLinker shared) {
        this.connection = connection;
        this.shared = shared;
    }

    /** What must be told of a file. */
    private interface Proof {
        void of(Connection connection, Pair pair) throws SQLException, IOException;
    }

    /** A file and the relation that it was made of, or that was made of it. */
    private record Pair(Table table, String relation, Path file, Proof proof) {
    }

    /** @throws BellwetherException naming the first file that differs, and in what */
    public void verify(ReleaseFolder folder) throws SQLException, IOException {
        try (DatabaseFile core = DatabaseFile.open(connection, folder.coreDatabase(), CORE);
                DatabaseFile marts = DatabaseFile.open(connection, folder.martsDatabase(), MARTS);
                DatabaseFile published = DatabaseFile.open(connection, folder.publishedDatabase(), PUBLISHED)) {
            List<Pair> pairs = warehouse(folder);
            pairs.addAll(database(core, folder, folder.coreDatabase(), ParquetVerifier::sameRows));
            pairs.addAll(database(marts, folder, folder.martsDatabase(), ParquetVerifier::sameRows));
            pairs.addAll(database(published, folder, folder.publishedDatabase(), ParquetVerifier::sameValues));
            new Workers(connection).each(pairs, (own, pair) -> pair.proof.of(own, pair));
        }
    }

    private List<Pair> warehouse(ReleaseFolder folder) throws SQLException, IOException {
        String warehouse = connection.getCatalog();
        List<Pair> pairs = new ArrayList<>();
        for (Table table : Table.tables(connection, warehouse, "core")) {
            Path rows = folder.rows(folder.coreDatabase(), table.name());
            if (shared.hash(folder, rows).isEmpty()) {
                pairs.add(new Pair(table, table.qualified(), rows, ParquetVerifier::sameFooter));
            }
        }
        for (Table fact : Table.views(connection, warehouse, "core")) {
            for (Path partition : Folders.list(folder.core().resolve(fact.name()))) {
                if (shared.hash(folder, partition).isEmpty()) {
                    pairs.add(new Pair(fact, "read_parquet(" + Sql.literal(partition.toString()) + ")", partition,
                            ParquetVerifier::sameFooter));
                }
            }
        }
        for (Table mart : Table.tables(connection, warehouse, "mart")) {
            pairs.add(new Pair(mart, mart.qualified(), folder.rows(folder.martsDatabase(), mart.name()),
                    ParquetVerifier::sameValues));
        }
        return pairs;
    }

    private static List<Pair> database(DatabaseFile database, ReleaseFolder folder, Path file, Proof proof)
            throws SQLException {
        return database.tables().stream().map(table -> new Pair(table, database.qualified(table),
                folder.rows(file, table.name()), proof)).toList();
    }

    private static void sameValues(Connection connection, Pair pair) throws SQLException, IOException {
        sameFooter(connection, pair);
        String ordered = "select * from " + pair.relation + " order by all asc nulls first";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ordered);
                ParquetContents.Rows read = ParquetContents.of(pair.file).read()) {
            while (rows.next()) {
                same(pair.file, "values", values(rows, pair.table), read.next());
            }
        }
    }

    /** In the engine alone: the file has been read back as what the warehouse holds. */
    private static void sameRows(Connection connection, Pair pair) throws SQLException {
        same(pair.file, "rows in its database", digest(connection, pair.table, pair.relation),
                digest(connection, pair.table, "read_parquet(" + Sql.literal(pair.file.toString()) + ")"));
    }

    private static String digest(Connection connection, Table table, String relation) throws SQLException {
        return Sql.queryText(connection, "select " + table.digest() + " from " + relation);
    }

    private static void sameFooter(Connection connection, Pair pair) throws SQLException, IOException {
        Path file = pair.file;
        ParquetContents contents = ParquetContents.of(file);
        same(file, "columns", pair.table.columnNames(), contents.columns());
        same(file, "number of rows", Sql.queryLong(connection, "select count(*) from " + pair.relation),
                contents.rows());
        if (contents.rows() == 0) {
            return;
        }
        Map<String, ParquetContents.Range> footer = contents.ranges();
        boolean isLarge = contents.rows() > MANY;
        Map<String, ParquetContents.Range> held = new LinkedHashMap<>();
        for (Table.Column column : pair.table.columns()) {
            if (isLarge && column.isText()) {
                held.put(column.name(), largeText(connection, column, pair.relation, footer.get(column.name())));
            }
        }
        held.putAll(ranges(connection, pair.table.columns().stream().filter(column -> !held.containsKey(column.name())).toList(), pair.relation, footer));
        held.forEach((column, range) -> same(file, "range or nulls of " + column, range, footer.get(column)));
    }

    /** What the statistics should say of what they tell, in one scan; of a large file's numbers the engine knows it without. */
    private static Map<String, ParquetContents.Range> ranges(Connection connection, List<Table.Column> columns, String relation,
            Map<String, ParquetContents.Range> footer) throws SQLException {
        if (columns.isEmpty()) {
            return Map.of();
        }
        String each = columns.stream().map(column -> {
            String range = footer.get(column.name()).least() == null ? "cast(null as %2$s), cast(null as %2$s)" : "min(%1$s), max(%1$s)";
            return (range + ", count(*) - count(%1$s)").formatted(Sql.identifier(column.name()), column.type());
        }).collect(Collectors.joining(", "));
        return Sql.query(connection, "select " + each + " from " + relation, row -> {
            Map<String, ParquetContents.Range> ranges = new LinkedHashMap<>();
            for (Table.Column column : columns) {
                int first = 3 * ranges.size() + 1;
                ranges.put(column.name(), new ParquetContents.Range(value(row, first, column),
                        value(row, first + 1, column), row.getLong(first + 2)));
            }
            return ranges;
        }).get(0);
    }

    /** The same of a text in many rows: soonest found among the distinct ones, which the file lists. */
    private static ParquetContents.Range largeText(Connection connection, Table.Column column, String relation, ParquetContents.Range footer)
            throws SQLException {
        String range = footer.least() == null ? "min(null), max(null)" : "min(text), max(text)";
        return Sql.query(connection, "select %1$s, (select count(*) - count(%2$s) from %3$s) from (select distinct %2$s as text from %3$s)"
                .formatted(range, Sql.identifier(column.name()), relation),
                row -> new ParquetContents.Range(row.getString(1), row.getString(2), row.getLong(3))).get(0);
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
        return value instanceof Byte || value instanceof Short ? Integer.valueOf(((Number) value).intValue())
                : ParquetContents.unsignedNought(value);
    }

    private static void same(Path file, String what, Object expected, Object read) {
        if (!Objects.equals(expected, read)) {
            throw ErrorCode.READ_BACK_OTHERWISE.with(file.getFileName(), what);
        }
    }
}
