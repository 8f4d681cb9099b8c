package org.bellwether.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.bellwether.config.Yaml;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.table.Rows;

/**
 * Rows of which an audit says nothing, rows that it is there to find, and what it says of these.
 *
 * @param given   CSV by table
 * @param planted CSV by table; each kind of fault that the audit looks for
 * @param found   CSV with all columns of the audit
 */
record AuditCase(Map<String, String> given, Map<String, String> planted, List<String> plantedSql, String found) {

    AuditCase {
        given = given == null ? Map.of() : given;
        planted = planted == null ? Map.of() : planted;
        plantedSql = plantedSql == null ? List.of() : plantedSql;
    }

    static AuditCase read(Path file) {
        return Yaml.read(file, AuditCase.class);
    }

    void give(Connection connection) throws SQLException {
        insert(connection, given);
    }

    void plant(Connection connection) throws SQLException {
        insert(connection, planted);
        for (String sql : plantedSql) {
            Sql.execute(connection, sql);
        }
    }

    Rows expected() {
        return GivenCsv.rows(found);
    }

    /** In place of a view, which takes no rows: a table with its columns. */
    private static void makeTable(Connection connection, String name) throws SQLException {
        if (Sql.queryLong(connection, "select count(*) from duckdb_views() where schema_name || '.' || view_name = " + Sql.literal(name)) > 0) {
            Sql.execute(connection, "create temp table columns_of_view as from " + name + " limit 0");
            Sql.execute(connection, "drop view " + name);
            Sql.execute(connection, "create table " + name + " as from columns_of_view");
            Sql.execute(connection, "drop table columns_of_view");
        }
    }

    private static void insert(Connection connection, Map<String, String> rows) throws SQLException {
        for (Map.Entry<String, String> table : rows.entrySet()) {
            String into = table.getKey().startsWith("staged.") ? GivenRows.table(table.getKey()) : table.getKey();
            makeTable(connection, into);
            GivenCsv.insert(connection, GivenCsv.rows(table.getValue()), into, into);
        }
    }
}
