package org.bellwether.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.Warehouse;

/** REF-001: schools that live rows name and GIAS does not. The rows stay with the unknown school and heal when it comes. */
final class UnknownSchools {

    private UnknownSchools() {
    }

    /** Rows by LAESTAB, over the facts that know their school by it. */
    static Map<String, Long> of(Warehouse warehouse) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = warehouse.connection()) {
            for (String fact : Sql.queryTexts(connection, """
                    select table_name from duckdb_columns()
                    where database_name = current_database() and schema_name = 'core' and column_name in ('school_key', 'laestab')
                        and starts_with(table_name, 'fact_')
                    group by table_name having count(*) = 2 order by table_name
                    """)) {
                Sql.query(connection, "select cast(laestab as varchar), count(*) from core." + Sql.identifier(fact)
                        + " where school_key = -1 and laestab is not null group by laestab",
                        row -> rows.merge(row.getString(1), row.getLong(2), Long::sum));
            }
        }
        return rows;
    }
}
