package org.bellwether.warehouse.table;

import static org.bellwether.engine.Sql.identifier;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.ReferenceCsv;
import org.bellwether.engine.Sql;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Rows as text, on their way into a table that gives them their types; a blank or null value is null. */
public record Rows(List<String> columns, List<List<String>> values) {

    private static final String LOADING = "loading_rows";

    public static Rows of(ReferenceCsv csv) {
        return new Rows(csv.header(), csv.rows());
    }

    /**
     * Inserts the columns that the table has, by name; the others are for other readers.
     *
     * @throws BellwetherException where a column of the table is not given
     */
    public void insertInto(Connection connection, String table) throws SQLException {
        TableColumns target = TableColumns.ofTable(connection, table);
        for (String column : target.names()) {
            if (!columns.contains(column)) {
                throw ErrorCode.ROWS_WRONG.with(table, "no column '" + column + "' in what it is filled from");
            }
        }
        String texts = columns.stream().map(Sql::identifier).collect(Collectors.joining(" varchar, ", "", " varchar"));
        Sql.execute(connection, "create or replace temp table " + LOADING + " (" + texts + ")");
        append(connection);
        String typed = target.types().entrySet().stream()
                .map(column -> typed(identifier(column.getKey()), column.getValue()))
                .collect(Collectors.joining(", "));
        Sql.execute(connection, "insert into " + table + " by name select " + typed + " from " + LOADING);
        Sql.execute(connection, "drop table " + LOADING);
    }

    private static String typed(String column, String type) {
        return "cast(nullif(%1$s, '') as %2$s) as %1$s".formatted(column, type);
    }

    private void append(Connection connection) throws SQLException {
        DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
        try (DuckDBAppender appender = duck.createAppender("temp", "main", LOADING)) {
            for (List<String> row : values) {
                appender.beginRow();
                for (int column = 0; column < columns.size(); column++) {
                    appender.append(column < row.size() ? row.get(column) : "");
                }
                appender.endRow();
            }
        }
    }
}
