package org.bellwether.warehouse.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;
import org.bellwether.engine.Transaction;
import org.bellwether.warehouse.table.Rows;

/** The small tables behind the staged views: which submissions are live, and which scopes each of them owns. */
final class LiveTables {

    /** Later deliveries after earlier ones. */
    static final Comparator<Delivery> ORDER =
            Comparator.comparing(Delivery::receivedAt).thenComparingLong(Delivery::arrival);

    private static final List<String> SUBMISSION = List.of("submission_key", "submission_id", "return_name",
            "received_at", "arrival", "state", "row_count", "accepted_count", "rejected_count");
    private static final List<String> ARRIVAL = List.of("submission_key", "submission_id", "return_name", "received_at", "arrival", "state", "file_name");
    private static final List<String> ARRIVAL_SCOPE = List.of("submission_key", "return_name", "received_at", "arrival", "scope");

    private LiveTables() {
    }

    static void fill(Connection connection, Collection<StagedSource> sources, BuildInput input) throws SQLException {
        Transaction.of(connection, () -> {
            Sql.execute(connection, "delete from build.delivery");
            Sql.execute(connection, "delete from build.submission");
            List<List<String>> deliveries = new ArrayList<>();
            for (StagedSource source : sources) {
                source.deliveries().forEach(delivery -> deliveries.add(values(source, delivery)));
                if (source.kind() == StagedSource.Kind.PART) {
                    fillScopes(connection, source);
                }
            }
            new Rows(List.of("staged_table", "submission_key", "received_at", "arrival"), deliveries)
                    .insertInto(connection, "build.delivery");
            new Rows(SUBMISSION, input.submissions().stream().map(LiveTables::values).toList())
                    .insertInto(connection, "build.submission");
            fillArrivals(connection, input.arrivals());
            JudgementTables.fill(connection, input.judgement());
            return null;
        });
    }

    private static void fillArrivals(Connection connection, List<ArrivalRow> arrivals) throws SQLException {
        Sql.execute(connection, "delete from build.arrival");
        Sql.execute(connection, "delete from build.arrival_scope");
        List<List<String>> scopes = new ArrayList<>();
        for (ArrivalRow one : arrivals) {
            one.scopes().forEach(scope -> scopes.add(List.of(Long.toString(one.submissionKey()), one.returnName(), utc(one.receivedAt()),
                    Long.toString(one.arrival()), scope)));
        }
        new Rows(ARRIVAL, arrivals.stream().map(one -> List.of(Long.toString(one.submissionKey()), one.submissionId(), one.returnName(),
                utc(one.receivedAt()), Long.toString(one.arrival()), one.state(), one.fileName())).toList()).insertInto(connection, "build.arrival");
        new Rows(ARRIVAL_SCOPE, scopes).insertInto(connection, "build.arrival_scope");
    }

    /** Name of the table of this source's live scopes that are not the whole of their submission. */
    static String scopes(StagedSource source) {
        return "build.scope_" + source.table();
    }

    private static void fillScopes(Connection connection, StagedSource source) throws SQLException {
        String columns = source.scopeColumns().stream().map(Sql::identifier).collect(Collectors.joining(", "));
        Sql.execute(connection, "create or replace table %s as select submission_key, %s from shape.%s limit 0"
                .formatted(scopes(source), columns, source.table()));
        List<String> names = new ArrayList<>(List.of("submission_key"));
        names.addAll(source.scopeColumns());
        List<List<String>> rows = source.liveScopes().stream().map(scope -> {
            List<String> row = new ArrayList<>(List.of(Long.toString(scope.submissionKey())));
            row.addAll(scope.values());
            return row;
        }).toList();
        new Rows(names, rows).insertInto(connection, scopes(source));
    }

    private static List<String> values(StagedSource source, Delivery delivery) {
        return List.of(source.table(), Long.toString(delivery.submissionKey()), utc(delivery.receivedAt()),
                Long.toString(delivery.arrival()));
    }

    private static List<String> values(SubmissionRow row) {
        return List.of(Long.toString(row.submissionKey()), row.submissionId(), row.returnName(), utc(row.receivedAt()),
                Long.toString(row.arrival()), row.state(), Long.toString(row.rows()), Long.toString(row.accepted()),
                Long.toString(row.rejected()));
    }

    static String utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
    }
}
