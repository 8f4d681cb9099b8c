package org.bellwether.warehouse;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.table.Rows;

/** Rows of a test on their way into a table: what they do not name is null, but for the columns that tell where a row comes from. */
final class GivenCsv {

    private static final CSVFormat CSV = CSVFormat.RFC4180.builder()
            .setTrim(true).setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(true).get();

    private GivenCsv() {
    }

    /** @param csv the first line names the columns; blanks around values do not count */
    static Rows rows(String csv) {
        try (CSVParser parser = CSVParser.builder().setReader(new StringReader(csv)).setFormat(CSV).get()) {
            List<List<String>> records = parser.stream().map(CSVRecord::toList).toList();
            return new Rows(records.get(0), records.subList(1, records.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param qualified the same table with its schema */
    static void insert(Connection connection, Rows rows, String table, String qualified) throws SQLException {
        Map<String, String> types = new HashMap<>(columns(connection, table));
        List<String> unknown = rows.columns().stream().filter(column -> !types.containsKey(column)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(table + " has no column " + unknown);
        }
        if (rows.values().isEmpty()) {
            return;
        }
        List<List<String>> given = new ArrayList<>();
        for (int row = 0; row < rows.values().size(); row++) {
            Map<String, String> values = defaults(types, row + 2);
            for (int column = 0; column < rows.values().get(row).size(); column++) {
                values.put(rows.columns().get(column), rows.values().get(row).get(column));
            }
            given.add(names(rows, types).map(name -> Sql.literal(values.getOrDefault(name, ""))).toList());
        }
        String names = names(rows, types).map(Sql::identifier).collect(Collectors.joining(", "));
        // All rows at once, since each statement costs more than its row.
        Sql.execute(connection, "insert into " + qualified + " (" + names + ") select "
                + names(rows, types).map(name -> "cast(nullif(" + Sql.identifier(name) + ", '') as " + types.get(name) + ")").collect(Collectors.joining(", "))
                + " from (values " + given.stream().map(row -> "(" + String.join(", ", row) + ")").collect(Collectors.joining(", "))
                + ") as given (" + names + ")");
    }

    /** The columns that get values, sorted. */
    private static Stream<String> names(Rows rows, Map<String, String> types) {
        return Stream.concat(rows.columns().stream(), defaults(types, 0).keySet().stream()).distinct().sorted();
    }

    /** What columns that tell where a row comes from say where the test does not. */
    private static Map<String, String> defaults(Map<String, String> types, int line) {
        Map<String, String> values = new HashMap<>(Map.of("submission_key", "1", "source_line", Integer.toString(line), "received_at", WarehouseFixture.RECEIVED));
        values.keySet().retainAll(types.keySet());
        return values;
    }

    private static Map<String, String> columns(Connection connection, String table) throws SQLException {
        Map<String, String> types = new HashMap<>();
        Sql.query(connection, "select column_name, column_type from (describe " + table + ")",
                row -> types.put(row.getString(1), row.getString(2)));
        return types;
    }
}
