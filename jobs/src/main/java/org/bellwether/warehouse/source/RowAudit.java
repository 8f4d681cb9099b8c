package org.bellwether.warehouse.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.audit.Audit;

/**
 * An audit whose rows are accepted rows of submissions: it has a rule, and selects {@code staged_table}, {@code submission_key},
 * {@code source_line}, and {@code on_roll} where a table is of two files.
 */
public record RowAudit(String name, String rule, String message, String remedy, String query) {

    /** So many rows are a sender's mistake; more than this and a fifth of a table are ours. */
    private static final int SOME = 1000;
    private static final int SHARE = 5;

    /** All of the project, by name. */
    public static List<RowAudit> all(Project project) {
        return Audit.all(project).stream().filter(audit -> audit.rule() != null)
                .map(audit -> new RowAudit(audit.name(), audit.rule(), audit.message(), audit.resolve(), audit.query())).toList();
    }

    /** The rows that it names now; none where it names most of a table, which no sender can have got wrong. */
    List<SetAsideRow> find(Connection connection) throws SQLException {
        List<SetAsideRow> found = Sql.query(connection, "select distinct staged_table, submission_key, source_line, " + onRoll(connection)
                        + " from (" + query + "\n) as found order by all",
                row -> new SetAsideRow(this, row.getString(1), row.getLong(2), row.getInt(3), (Boolean) row.getObject(4)));
        for (String table : found.stream().map(SetAsideRow::table).distinct().toList()) {
            long rows = found.stream().filter(row -> row.table().equals(table)).count();
            if (rows > SOME && rows * SHARE > Sql.queryLong(connection, "select count(*) from staged." + Sql.identifier(table))) {
                return List.of();
            }
        }
        return found;
    }

    private String onRoll(Connection connection) throws SQLException {
        return Sql.queryTexts(connection, "select column_name from (describe " + query + "\n)").contains("on_roll")
                ? "on_roll" : "cast(null as boolean)";
    }
}
