package org.bellwether.release.site.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bellwether.engine.Sql;
import org.bellwether.release.site.chart.Row;

/** Questions of pages to one tier of a release, and to nothing else: its engine has that tier alone open, and no file. */
final class TierQueries {

    private final Connection connection;

    /** @param connection in which {@code mart_…} and {@code dim_…} of the tier are named without a schema */
    TierQueries(Connection connection) {
        this.connection = connection;
    }

    /** Names of the tables that the tier has. */
    Set<String> tables() throws SQLException {
        return new TreeSet<>(Sql.queryTexts(connection, "select table_name from duckdb_tables() where not internal"));
    }

    /** Names of those that readers of the published tier have. */
    Set<String> publishedTables() throws SQLException {
        return new TreeSet<>(Sql.queryTexts(connection, "select table_name from duckdb_tables() where database_name = " + Sql.literal(ReportTier.PUBLISHED)));
    }

    /** Names of those that have a column of this name. */
    Set<String> tablesWith(String column) throws SQLException {
        return new TreeSet<>(Sql.queryTexts(connection, "select table_name from duckdb_columns() where not internal and column_name = " + Sql.literal(column)));
    }

    List<Row> rows(String query) throws SQLException {
        return Sql.query(connection, query, Row::of);
    }
}
