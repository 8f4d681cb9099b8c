package org.bellwether.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.engine.Sql;
import org.bellwether.release.check.EesTables;

/** Marts of a release before and EES tables without a row, as audits read them; classes that share a warehouse share these. */
final class ReleaseBefore {

    private ReleaseBefore() {
    }

    static List<String> create(Connection connection) throws SQLException {
        Sql.execute(connection, "create schema if not exists before");
        List<String> marts = Sql.queryTexts(connection, "select table_name from duckdb_tables() where schema_name = 'mart'");
        for (String mart : marts) {
            Sql.execute(connection, "create table if not exists before." + mart + " as from mart." + mart + " limit 0");
        }
        Sql.execute(connection, "create schema if not exists ees");
        for (String declaration : EesTables.DECLARATIONS) {
            Sql.execute(connection, declaration.replace("create table", "create table if not exists"));
        }
        return marts;
    }
}
