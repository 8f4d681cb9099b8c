package org.bellwether.warehouse.table;

import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
}
