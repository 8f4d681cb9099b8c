package org.bellwether.release.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bellwether.engine.Sql;

/**
 * The statements that give schema {@code core} to a DuckDB session: views over warehouse.duckdb and the large facts.
 *
 * <p>Views over relative paths cannot live in warehouse.duckdb itself: they would be looked up from wherever its reader
 * was started. So they are made a session, and a copied release folder keeps working.
 */
final class AttachScript {

    private AttachScript() {
    }

    /** The script beside warehouse.duckdb; its paths hold for a session started in that folder. */
    static String text(List<String> tables, List<String> facts) {
        return """
                -- The star of this release, as schema core of a DuckDB session. Start it in the folder of this file:
                --     cd restricted/core && duckdb -init attach.sql
                attach 'warehouse.duckdb' as warehouse (read_only);
                """ + String.join(";\n", views(tables, fact -> Sql.literal(fact + "/*.parquet"), facts)) + ";\n";
    }

    /**
     * Schema {@code core}, where warehouse.duckdb is attached as {@code warehouse}.
     *
     * @param files what {@code read_parquet} reads for a large fact
     */
    static List<String> views(List<String> tables, UnaryOperator<String> files, List<String> facts) {
        List<String> statements = new ArrayList<>();
        statements.add("create schema if not exists core");
        for (String table : tables) {
            statements.add(view(table, "warehouse.core." + Sql.identifier(table)));
        }
        for (String fact : facts) {
            statements.add(view(fact, "read_parquet(" + files.apply(fact) + ")"));
        }
        return statements;
    }

    private static String view(String name, String source) {
        return "create or replace view core." + Sql.identifier(name) + " as select * from " + source;
    }
}
