package org.bellwether.warehouse.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bellwether.engine.Sql;

/**
 * What the warehouse's tables and views say of themselves and of their columns. All are read at once: to ask the engine for one costs as
 * much.
 *
 * @param tables comment of each table that has one, by schema and name
 * @param columns comments of the columns of each table and view, in order, null where there is none
 */
public record TableComments(Map<String, String> tables, Map<String, Map<String, String>> columns) {

    public static TableComments read(Connection connection) throws SQLException {
        Map<String, String> tables = new HashMap<>();
        Sql.query(connection, "select schema_name || '.' || table_name, comment from duckdb_tables() where database_name = current_database()",
                row -> tables.put(row.getString(1), row.getString(2)));
        Map<String, Map<String, String>> columns = new TreeMap<>();
        Sql.query(connection, "select schema_name || '.' || table_name, column_name, comment from duckdb_columns()"
                + " where database_name = current_database() order by table_oid, column_index", row -> columns
                .computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>()).put(row.getString(2), row.getString(3)));
        return new TableComments(tables, columns);
    }

    /** Null where the table has none, or is not there. */
    public String of(String table) {
        return tables.get(table);
    }

    public Map<String, String> ofColumns(String table) {
        return columns.getOrDefault(table, Map.of());
    }

    /** What the first table says of its column of this name; null where none says anything. */
    public String ofAnyColumn(String column) {
        return columns.values().stream().map(comments -> comments.get(column)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    public boolean isTable(String table) {
        return tables.containsKey(table);
    }
}
