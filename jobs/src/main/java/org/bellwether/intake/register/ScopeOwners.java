package org.bellwether.intake.register;

import static org.bellwether.intake.register.SubmissionRegister.ACCEPTED;
import static org.bellwether.intake.register.SubmissionRegister.IN_USE;
import static org.bellwether.intake.register.SubmissionRegister.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.intake.register.SubmissionRegister.Owner;
import org.bellwether.intake.register.SubmissionRegister.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the register which submission owns which scope. */
final class ScopeOwners {

    // The latest accepted submission owns a scope; among those with serial numbers the higher serial does.
    private static final String OWNERS = """
            select scope, submission_id, scope_rows from (
                select s.scope, s.submission_id, s.scope_rows,
                    row_number() over (
                        partition by s.scope order by s.serial desc, m.received_at desc, m.arrival desc
                    ) as place
                from submission_scope s
                join submission m on m.submission_id = s.submission_id
                where m.return_name = :return and %s
                    and (m.received_at < :at or (m.received_at = :at and m.arrival < :before))%s
            ) owned
            where place = 1
            """;
    private static final String STANDINGS = """
            select submission_id, count(*) as scopes, sum(case when owner = submission_id then 1 else 0 end) as owned,
                max(case when owner_at < received_at or owner_at = received_at and owner_arrival < arrival then 1 else 0 end)
            from (
                select s.submission_id, m.received_at, m.arrival,
                    first_value(s.submission_id) over latest as owner,
                    first_value(m.received_at) over latest as owner_at,
                    first_value(m.arrival) over latest as owner_arrival
                from submission_scope s
                join submission m on m.submission_id = s.submission_id
                where %s
                window latest as (partition by m.return_name, s.scope order by s.serial desc, m.received_at desc, m.arrival desc)
            ) owned
            group by submission_id
            """.formatted(ACCEPTED);
    private static final String ALL = OWNERS.formatted(IN_USE, "");
    private static final String OF_SCOPES = OWNERS.formatted(ACCEPTED, " and s.scope in (:scopes)");
    private static final String WITHOUT = OWNERS.formatted(IN_USE, " and m.submission_id not in (:without)");
    private static final int SCOPES_AT_ONCE = 1000;

    private final JdbcClient client;

    ScopeOwners(JdbcClient client) {
        this.client = client;
    }

    /** @param before arrival number from which on a submission received at that very instant does not count */
    List<Owner> of(String returnName, Instant at, long before, Instant known) {
        return client.sql(ALL).param("return", returnName).param("at", utc(at)).param("before", before).param("known", utc(known))
                .query(ScopeOwners::owner).list();
    }

    List<Owner> ofScopes(String returnName, Instant at, long before, List<String> scopes) {
        List<Owner> owners = new ArrayList<>();
        for (int from = 0; from < scopes.size(); from += SCOPES_AT_ONCE) {
            owners.addAll(client.sql(OF_SCOPES).param("return", returnName).param("at", utc(at)).param("before", before)
                    .param("scopes", scopes.subList(from, Math.min(scopes.size(), from + SCOPES_AT_ONCE))).query(ScopeOwners::owner).list());
        }
        return owners;
    }

    List<Owner> without(String returnName, Instant at, Instant known, Set<String> without) {
        return client.sql(WITHOUT).param("return", returnName).param("at", utc(at)).param("before", Long.MAX_VALUE)
                .param("known", utc(known)).param("without", without).query(ScopeOwners::owner).list();
    }

    /** By the id of each accepted submission that has scopes. */
    Map<String, Standing> standings() {
        Map<String, Standing> standings = new HashMap<>();
        client.sql(STANDINGS).query(row -> {
            standings.put(row.getString(1), new Standing(row.getInt(2), row.getInt(3), row.getInt(4) == 1));
        });
        return standings;
    }

    private static Owner owner(ResultSet row, int number) throws SQLException {
        return new Owner(row.getString("scope"), row.getString("submission_id"), row.getLong("scope_rows"));
    }
}
