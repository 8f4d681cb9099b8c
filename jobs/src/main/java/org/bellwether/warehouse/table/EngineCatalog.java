package org.bellwether.warehouse.table;

import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.engine.Sql;

/** What the engine knows of the warehouse's own tables; databases that are attached beside it do not count. */
public final class EngineCatalog {

    private static final String OWN = " where database_name = current_database()";

    private EngineCatalog() {
    }

    /** Names of the tables of a schema, views not among them. */
    public static List<String> tables(Connection connection, String schema) throws SQLException {
        return Sql.queryTexts(connection, "select table_name from duckdb_tables()" + OWN
                + " and schema_name = " + literal(schema) + " order by table_name");
    }

    /** Names of the tables of a schema that have this column. */
    public static List<String> tablesWith(Connection connection, String schema, String column) throws SQLException {
        return Sql.queryTexts(connection, "select table_name from duckdb_columns()" + OWN
                + " and schema_name = " + literal(schema) + " and column_name = " + literal(column)
                + " order by table_name");
    }

    public static Map<String, String> columnComments(Connection connection, String table) throws SQLException {
        Map<String, String> comments = new LinkedHashMap<>();
        Sql.query(connection, "select column_name, comment from duckdb_columns()" + OWN + named(table)
                + " order by column_index", row -> comments.put(row.getString(1), row.getString(2)));
        return comments;
    }

    /** Types of the columns of a table or view, in their order. */
    public static Map<String, String> columnTypes(Connection connection, String table) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        Sql.query(connection, "select column_name, data_type from duckdb_columns()" + OWN + named(table)
                + " order by column_index", row -> types.put(row.getString(1), row.getString(2)));
        return types;
    }

    public static String comment(Connection connection, String table) throws SQLException {
        return Sql.queryText(connection, "select comment from duckdb_tables()" + OWN + named(table));
    }

    private static String named(String table) {
        return " and schema_name || '.' || table_name = " + literal(table);
    }
}
