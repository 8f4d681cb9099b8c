package org.bellwether.warehouse.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.source.Judgement.Judged;
import org.bellwether.warehouse.source.Judgement.Rejected;
import org.bellwether.warehouse.table.Rows;

/** The tables that hold a {@link Judgement} for the models. */
final class JudgementTables {

    private static final List<String> SCHOOL = List.of("submission_key", "return_name", "received_at", "arrival", "laestab", "row_count", "rejected_count", "flagged_count",
            "query_count", "value_count");
    private static final List<String> OWNER = List.of("submission_key", "return_name", "received_at", "arrival", "scope_key", "laestab");
    /** Files of that many submissions are read by one statement. */
    private static final int AT_ONCE = 50;

    private JudgementTables() {
    }

    static void fill(Connection connection, Judgement judgement) throws SQLException {
        Sql.executeAll(connection, List.of("delete from build.arrival_school", "delete from build.rejected_row", "delete from build.scope_owner"));
        new Rows(SCHOOL, judgement.schools().stream()
                .map(one -> values(one.of(), one.laestab(), one.rows(), one.rejected(), one.flagged(), one.queries(), one.values())).toList())
                .insertInto(connection, "build.arrival_school");
        new Rows(OWNER, judgement.owners().stream().map(one -> values(one.of(), one.scopeKey(), one.laestab())).toList()).insertInto(connection, "build.scope_owner");
        List<Rejected> rejected = judgement.rejected();
        for (int from = 0; from < rejected.size(); from += AT_ONCE) {
            Sql.execute(connection, "insert into build.rejected_row by name " + rejected.subList(from, Math.min(rejected.size(), from + AT_ONCE)).stream()
                    .map(JudgementTables::select).collect(Collectors.joining(" union all ")));
        }
    }

    private static String select(Rejected one) {
        return "select cast(%d as bigint) as submission_key, %s as return_name, timestamp '%s' as received_at, cast(%d as bigint) as arrival, reason.* from %s as reason"
                .formatted(one.of().submissionKey(), Sql.literal(one.of().returnName()), LiveTables.utc(one.of().receivedAt()), one.of().arrival(), one.reasons());
    }

    private static List<String> values(Judged of, Object... others) {
        List<String> values = new ArrayList<>(List.of(Long.toString(of.submissionKey()), of.returnName(), LiveTables.utc(of.receivedAt()), Long.toString(of.arrival())));
        Arrays.stream(others).map(value -> value == null ? "" : value.toString()).forEach(values::add);
        return values;
    }
}
