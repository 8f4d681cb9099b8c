package org.bellwether.warehouse.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.engine.Sql;

/** Names and types of the columns of a table or of a SELECT, in order. */
public record TableColumns(Map<String, String> types) {

    /**
     * @param table schema and name
     * @throws ModelException where there is no such table
     */
    public static TableColumns ofTable(Connection connection, String table) {
        try {
            return described(connection, table);
        } catch (SQLException e) {
            throw new ModelException(table, e);
        }
    }

    /**
     * @param table schema and name of the table that the SELECT makes
     * @throws ModelException where the engine does not understand the SELECT
     */
    public static TableColumns ofQuery(Connection connection, String table, String sql) {
        try {
            return described(connection, sql);
        } catch (SQLException e) {
            throw new ModelException(table, e);
        }
    }

    private static TableColumns described(Connection connection, String subject) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        Sql.query(connection, "select column_name, column_type from (describe\n" + subject + "\n)",
                row -> types.put(row.getString(1), row.getString(2)));
        return new TableColumns(types);
    }

    public List<String> names() {
        return List.copyOf(types.keySet());
    }

    /**
     * @param table schema and name, of which these are the columns
     * @throws ModelException where what its model makes has not exactly these columns
     */
    public void mustMatch(String table, TableColumns made) {
        List<String> missing = new ArrayList<>(types.keySet());
        missing.removeAll(made.types.keySet());
        List<String> extra = new ArrayList<>(made.types.keySet());
        extra.removeAll(types.keySet());
        List<String> problems = new ArrayList<>();
        if (!missing.isEmpty()) {
            problems.add("lacks " + String.join(", ", missing) + ", which its table in schema/warehouse has");
        }
        if (!extra.isEmpty()) {
            problems.add("has " + String.join(", ", extra) + ", which its table in schema/warehouse lacks");
        }
        if (!problems.isEmpty()) {
            throw new ModelException(table, String.join("; ", problems));
        }
    }

    /** A column as SQL, cast to its type: what a SELECT by name must be asked for. */
    public static String cast(String column, String type) {
        return "cast(%1$s as %2$s) as %1$s".formatted(Sql.identifier(column), type);
    }
}
