package org.bellwether.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.bellwether.engine.Sql;

/** A DuckDB file of a release while it is attached; written so that every DuckDB from 1.2 on can read it. */
final class DatabaseFile implements AutoCloseable {

    static final String STORAGE_VERSION = "v1.2.0";

    private static final String NEW_FILE = "release_file";

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
        return attach(connection, file, NEW_FILE, "storage_version '" + STORAGE_VERSION + "'");
    }

    /** @param alias what queries call the database */
    static DatabaseFile open(Connection connection, Path file, String alias) throws SQLException {
        return attach(connection, file, alias, "read_only");
    }

    private static DatabaseFile attach(Connection connection, Path file, String alias, String options)
            throws SQLException {
        // A step that failed earlier in this process may have left it.
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

    /** Makes the table with its comments, of the rows and in the order of a Parquet file. */
    void create(Table table, Path parquet) throws SQLException {
        Sql.execute(connection, "create schema if not exists " + alias + "." + Sql.identifier(table.schema()));
        String name = qualified(table);
        Sql.execute(connection, "create table " + name + " as select " + table.columnList() + " from read_parquet("
                + Sql.literal(parquet.toString()) + ")");
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
