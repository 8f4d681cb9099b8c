package org.bellwether.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Short ways to ask the engine; a statement each, since DuckDB closes the one in which an error occurs. */
public final class Sql {

    /** What one row of a result becomes. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Sql() {
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs statements one after the other, for less than each alone would cost; none of them may be empty. */
    public static void executeAll(Connection connection, List<String> statements) throws SQLException {
        if (!statements.isEmpty()) {
            execute(connection, String.join(";\n", statements));
        }
    }

    /** Runs an insert, update or delete and gives the number of its rows. */
    public static long update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    public static <T> List<T> query(Connection connection, String sql, Row<T> row) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(row.read(rows));
            }
            return result;
        }
    }

    /** The first row, where there is one. */
    public static <T> Optional<T> queryFirst(Connection connection, String sql, Row<T> row) throws SQLException {
        return query(connection, sql, row).stream().findFirst();
    }

    /** The number in a result of one row and one column. */
    public static long queryLong(Connection connection, String sql) throws SQLException {
        return queryFirst(connection, sql, row -> row.getLong(1)).orElseThrow();
    }

    /** The text in a result of one row and one column; null where the value is null. */
    public static String queryText(Connection connection, String sql) throws SQLException {
        return query(connection, sql, row -> row.getString(1)).get(0);
    }

    /** The first column of every row, as text. */
    public static List<String> queryTexts(Connection connection, String sql) throws SQLException {
        return query(connection, sql, row -> row.getString(1));
    }

    /** SHA-256 of a file's bytes, in hexadecimal; the engine reads them. */
    public static String sha256(Connection connection, Path file) throws SQLException {
        return queryText(connection, "select sha256(content) from read_blob(" + literal(file.toString()) + ")");
    }

    /** The same of many files, which it holds in memory all at once. */
    public static Map<Path, String> sha256(Connection connection, List<Path> files) throws SQLException {
        Map<Path, String> hashes = new HashMap<>();
        if (!files.isEmpty()) {
            query(connection, "select filename, sha256(content) from read_blob(" + literals(files.stream().map(Path::toString).toList()) + ")",
                    row -> hashes.put(Path.of(row.getString(1)), row.getString(2)));
        }
        return hashes;
    }

    /** A name as SQL writes it; dots are part of it. */
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The type of a column that holds these values alone: rows carry their numbers, and who reads them sees text. */
    public static String enumeration(List<String> values) {
        return values.stream().map(Sql::literal).collect(Collectors.joining(", ", "enum(", ")"));
    }

    /** Texts as a list in SQL. */
    public static String literals(List<String> texts) {
        return texts.stream().map(Sql::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A text as SQL writes it, or {@code null}. */
    public static String literal(String text) {
        return text == null ? "null" : '\'' + text.replace("'", "''") + '\'';
    }
}
