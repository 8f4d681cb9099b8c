package org.bellwether.staging.validation;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.contract.Kind;
import org.bellwether.contract.ReturnContract;
import org.bellwether.engine.Sql;
import org.bellwether.intake.register.Scope;
import org.bellwether.staging.session.StagingSession;

/** Says what the accepted rows of a submission are true for. */
final class ScopeReader {

    /** The staged table that a census's scopes are taken from: a return of which no pupil was accepted owns nothing. */
    private static final String PUPILS = "census_pupil";

    private final StagingSession session;
    private final ReturnContract contract;

    ScopeReader(StagingSession session, ReturnContract contract) {
        this.session = session;
        this.contract = contract;
    }

    /** @param staged staged tables and the relations to read them */
    List<Scope> of(Map<String, String> staged) throws SQLException {
        String table = staged.containsKey(PUPILS) ? PUPILS : staged.keySet().iterator().next();
        String relation = staged.get(table);
        if (contract.kind() == Kind.FULL || contract.kind() == Kind.SNAPSHOT) {
            return List.of(new Scope(Scope.WHOLE, 0, Sql.queryLong(session.connection(), "select count(*) from " + relation)));
        }
        boolean isCensus = table.equals(PUPILS);
        String columns = contract.replaces().stream().map(column -> "accepted." + Sql.identifier(column)).collect(Collectors.joining(", "));
        String values = contract.replaces().stream().map(column -> "coalesce(cast(" + Sql.identifier(column) + " as varchar), '')")
                .collect(Collectors.joining(" || '|' || "));
        // Rows are grouped by their values, and only the groups are told as text.
        return Sql.query(session.connection(), "select " + values + " as scope, max(serial_no), cast(sum(scope_rows) as bigint) from (select " + columns + ", "
                        + (isCensus ? "max(census.serial_no)" : "0") + " as serial_no, count(*) as scope_rows from " + relation + " as accepted"
                        + (isCensus ? " join census on census.laestab = accepted.laestab" : "") + " group by " + columns + ") group by scope order by scope",
                row -> new Scope(row.getString(1), row.getInt(2), row.getLong(3)));
    }
}
