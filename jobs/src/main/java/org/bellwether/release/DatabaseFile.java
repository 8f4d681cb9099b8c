package org.bellwether.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.bellwether.engine.Sql;

/** A new DuckDB file of a release, attached while it is filled; written so that DuckDB 1.2 and later read it. */
final class DatabaseFile implements AutoCloseable {

    static final String STORAGE_VERSION = "v1.2.0";

    private final Connection connection;
    private final String alias;

    private DatabaseFile(Connection connection, String alias) {
        this.connection = connection;
        this.alias = alias;
    }

    /** Begins anew where a stopped run has left a part of the file. */
    static DatabaseFile create(Connection connection, Path file) throws SQLException, IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
        return attach(connection, file, "storage_version '" + STORAGE_VERSION + "'");
    }

    static DatabaseFile open(Connection connection, Path file) throws SQLException {
        return attach(connection, file, "read_only");
    }

    private static DatabaseFile attach(Connection connection, Path file, String options) throws SQLException {
        String alias = "release_file_" + Integer.toHexString(file.hashCode());
        Sql.execute(connection, "detach database if exists " + alias);
        Sql.execute(connection, "attach " + Sql.literal(file.toString()) + " as " + alias + " (" + options + ")");
        return new DatabaseFile(connection, alias);
    }

    String alias() {
        return alias;
    }

    String qualified(Table table) {
        return alias + "." + table.qualified();
    }

    /** Makes the table with its comments and fills it with what {@code query} gives, in a fixed order. */
    void create(Table table, String query) throws SQLException {
        Sql.execute(connection, "create schema if not exists " + alias + "." + Sql.identifier(table.schema()));
        String name = qualified(table);
        Sql.execute(connection, "create table " + name + " as select " + table.columnList() + " from (" + query
                + ") as rows order by all asc nulls first");
        comment("table " + name, table.comment());
        for (Table.Column column : table.columns()) {
            comment("column " + name + "." + Sql.identifier(column.name()), column.comment());
        }
    }

    private void comment(String subject, String text) throws SQLException {
        if (text != null) {
            Sql.execute(connection, "comment on " + subject + " is " + Sql.literal(text));
        }
    }

    @Override
    public void close() throws SQLException {
        Sql.execute(connection, "detach " + alias);
    }
}
