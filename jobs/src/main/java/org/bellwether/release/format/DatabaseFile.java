package org.bellwether.release.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Transaction;

/** A DuckDB file of a release while it is attached; written so that every DuckDB from 1.2 on can read it. */
public final class DatabaseFile implements AutoCloseable {

    static final String STORAGE_VERSION = "v1.2.0";

    private static final String NEW_FILE = "release_file";

    private final Connection connection;
    private final String alias;

    private DatabaseFile(Connection connection, String alias) {
        this.connection = connection;
        this.alias = alias;
    }

    /**
     * Begins anew where a stopped run has left a part of the file.
     *
     * @param schema of the tables that it will hold
     */
    public static DatabaseFile create(Connection connection, Path file, String schema) throws SQLException, IOException {
        remove(file);
        DatabaseFile created = attach(connection, file, NEW_FILE, "storage_version '" + STORAGE_VERSION + "'");
        Sql.execute(connection, "create schema if not exists " + created.alias + "." + Sql.identifier(schema));
        return created;
    }

    private static void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
    }

    /** @param alias what queries call the database */
    public static DatabaseFile open(Connection connection, Path file, String alias) throws SQLException {
        return attach(connection, file, alias, "read_only");
    }

    private static DatabaseFile attach(Connection connection, Path file, String alias, String options)
            throws SQLException {
        // A step that failed earlier in this process may have left it.
        Sql.execute(connection, "detach database if exists " + alias);
        Sql.execute(connection, "attach " + Sql.literal(file.toString()) + " as " + alias + " (" + options + ")");
        return new DatabaseFile(connection, alias);
    }

    public String alias() {
        return alias;
    }

    /** By schema and name. */
    public List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String schema : Sql.queryTexts(connection, "select distinct schema_name from duckdb_tables()"
                + " where database_name = " + Sql.literal(alias) + " order by schema_name")) {
            tables.addAll(Table.tables(connection, alias, schema));
        }
        return tables;
    }

    public String qualified(Table table) {
        return alias + "." + table.qualified();
    }

    /**
     * Makes the table with its comments, of the rows and in the order of a Parquet file.
     *
     * @param own connection of whoever makes it: tables may be made side by side
     */
    public void create(Connection own, Table table, Path parquet) throws SQLException {
        String name = qualified(table);
        List<String> statements = new ArrayList<>();
        statements.add("create table " + name + " as select " + table.columnList() + " from read_parquet("
                + Sql.literal(parquet.toString()) + ")");
        comment("table " + name, table.comment()).ifPresent(statements::add);
        for (Table.Column column : table.columns()) {
            comment("column " + name + "." + Sql.identifier(column.name()), column.comment())
                    .ifPresent(statements::add);
        }
        // A commit waits for the disk: one a table, not one a column.
        Transaction.of(own, () -> {
            Sql.executeAll(own, statements);
            return null;
        });
    }

    private static Optional<String> comment(String subject, String text) {
        return Optional.ofNullable(text).map(said -> "comment on " + subject + " is " + Sql.literal(said));
    }

    @Override
    public void close() throws SQLException {
        Sql.execute(connection, "detach " + alias);
    }
}
