package org.bellwether.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads a database file with nothing but JDBC, so that it can be started with the driver of another engine. */
final class PlainReader {

    private PlainReader() {
    }

    /** Prints the engine's version, and what {@link #contents} finds in the file that the argument names. */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = open(arguments[0])) {
            System.out.println(first(connection, "select version()"));
            contents(connection).forEach(System.out::println);
        }
    }

    static Connection open(String file) throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        return DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
    }

    /** A line a table: its name, its comment, the comments of its columns, its rows and a digest of their values. */
    static List<String> contents(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String table : texts(connection, "select schema_name || '.' || table_name from duckdb_tables() where not internal order by all")) {
            String name = "'" + table.substring(table.indexOf('.') + 1) + "'";
            // Engines write a whole row as text in different ways, a single value alike.
            String values = first(connection, "select string_agg('coalesce(cast(\"' || column_name || '\" as varchar), ''null'')', ', '"
                    + " order by column_index) from duckdb_columns() where table_name = " + name);
            lines.add(String.join("; ", table,
                    first(connection, "select comment from duckdb_tables() where table_name = " + name),
                    first(connection, "select string_agg(column_name || ': ' || comment, ', ' order by column_index)"
                            + " from duckdb_columns() where table_name = " + name),
                    first(connection, "select count(*) || ' rows, ' || coalesce(md5(string_agg(line, '|' order by line)), '')"
                            + " from (select concat_ws(', ', " + values + ") as line from " + table + ")")));
        }
        return lines;
    }

    private static String first(Connection connection, String query) throws SQLException {
        return texts(connection, query).stream().findFirst().orElse("none");
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
        }
        return texts;
    }
}
