package org.bellwether.warehouse;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        int line = 1;
        for (List<String> row : rows.values()) {
            line++;
            Map<String, String> values = new HashMap<>();
            defaults(types, line, values);
            for (int column = 0; column < row.size(); column++) {
                values.put(rows.columns().get(column), row.get(column));
            }
            String names = values.keySet().stream().sorted().map(Sql::identifier).collect(Collectors.joining(", "));
            String texts = values.keySet().stream().sorted()
                    .map(name -> "cast(nullif(" + Sql.literal(values.get(name)) + ", '') as " + types.get(name) + ")")
                    .collect(Collectors.joining(", "));
            Sql.execute(connection, "insert into " + qualified + " (" + names + ") values (" + texts + ")");
        }
    }

    private static void defaults(Map<String, String> types, int line, Map<String, String> values) {
        Map.of("submission_key", "1", "source_line", Integer.toString(line), "received_at", WarehouseFixture.RECEIVED).forEach((name, value) -> {
            if (types.containsKey(name)) {
                values.put(name, value);
            }
        });
    }

    private static Map<String, String> columns(Connection connection, String table) throws SQLException {
        Map<String, String> types = new HashMap<>();
        Sql.query(connection, "select column_name, column_type from (describe " + table + ")",
                row -> types.put(row.getString(1), row.getString(2)));
        return types;
    }
}
