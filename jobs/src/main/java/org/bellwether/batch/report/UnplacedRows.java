package org.bellwether.batch.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.Warehouse;
import org.bellwether.warehouse.model.Model;

/**
 * REF-001: live rows whose school GIAS does not know, and those of a school that was not open on their day, by LAESTAB; over
 * the facts that know their school by it. They heal when a GIAS download tells of it.
 */
public record UnplacedRows(Map<String, Long> ofUnknownSchools, Map<String, Long> ofClosedSchools) {

    static final UnplacedRows NONE = new UnplacedRows(Map.of(), Map.of());

    public static UnplacedRows of(Warehouse warehouse) throws SQLException {
        Map<String, Long> unknown = new TreeMap<>();
        Map<String, Long> closed = new TreeMap<>();
        try (Connection connection = warehouse.connection()) {
            for (String fact : Sql.queryTexts(connection, """
                    select table_name from duckdb_columns()
                    where database_name = current_database() and schema_name = 'core' and column_name in ('school_key', 'laestab')
                        and starts_with(table_name, 'fact_') and not contains(table_name, %s)
                        and table_name not in ('fact_dq_result', 'fact_return_quality')    -- these tell how rows were judged, and are none
                    group by table_name having count(*) = 2 order by table_name
                    """.formatted(Sql.literal(Model.HELPER)))) {
                Sql.query(connection, """
                        select cast(laestab as varchar), count(*), laestab in (select laestab from core.dim_school where laestab is not null)
                        from core.%s
                        where school_key in (-1, -3) and laestab is not null
                        group by laestab
                        """.formatted(Sql.identifier(fact)),
                        row -> (row.getBoolean(3) ? closed : unknown).merge(row.getString(1), row.getLong(2), Long::sum));
            }
        }
        return new UnplacedRows(unknown, closed);
    }
}
