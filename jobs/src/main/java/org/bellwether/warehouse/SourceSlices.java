package org.bellwether.warehouse;

import static org.bellwether.engine.Sql.identifier;
import static org.bellwether.engine.Sql.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.engine.Sql;

/** What is live of a {@link StagedSource.Kind#PART} source, told apart by the slice in which its scopes fall. */
final class SourceSlices {

    private final StagedSource source;
    private final SlicedFact fact;
    private final Map<String, String> byDay = new HashMap<>();
    private final Map<Long, SortedSet<String>> bySubmission = new HashMap<>();

    /** @param fact whose {@code by} is a column of the source's scope */
    SourceSlices(Connection connection, StagedSource source, SlicedFact fact) throws SQLException {
        this.source = source;
        this.fact = fact;
        String days = source.liveScopes().stream().map(this::day).distinct().map(Sql::literal)
                .collect(Collectors.joining(", ", "[", "]::varchar[]"));
        Sql.query(connection, "select day, " + fact.each().sliceOf("cast(day as date)") + " from (select unnest(" + days + ") as day)",
                row -> byDay.put(row.getString(1), row.getString(2)));
        for (LiveScope scope : source.liveScopes()) {
            bySubmission.computeIfAbsent(scope.submissionKey(), key -> new TreeSet<>()).add(slice(scope));
        }
    }

    StagedSource source() {
        return source;
    }

    /** SQL that holds for the scopes of the slice. */
    String condition(String slice) {
        return fact.each().sliceOf(identifier(fact.by())) + " = " + literal(slice);
    }

    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        bySubmission.values().forEach(names::addAll);
        return names;
    }

    /** Deliveries that own all of their scopes, and none outside this slice. */
    List<Delivery> whole(String slice) {
        return source.deliveries().stream().filter(delivery -> isWhole(delivery, slice)).toList();
    }

    /** The other deliveries that own scopes of this slice. */
    List<Delivery> sifted(String slice) {
        return source.deliveries().stream()
                .filter(delivery -> slicesOf(delivery).contains(slice) && !isWhole(delivery, slice))
                .toList();
    }

    /** The scopes of this slice that {@link #sifted} deliveries own. */
    List<LiveScope> siftedScopes(String slice) {
        Set<Long> sifted = sifted(slice).stream().map(Delivery::submissionKey).collect(Collectors.toSet());
        return source.liveScopes().stream()
                .filter(scope -> sifted.contains(scope.submissionKey()) && slice(scope).equals(slice))
                .toList();
    }

    private boolean isWhole(Delivery delivery, String slice) {
        return delivery.whole() && slicesOf(delivery).equals(Set.of(slice));
    }

    private SortedSet<String> slicesOf(Delivery delivery) {
        return bySubmission.getOrDefault(delivery.submissionKey(), new TreeSet<>());
    }

    private String slice(LiveScope scope) {
        return byDay.get(day(scope));
    }

    private String day(LiveScope scope) {
        return scope.values().get(source.scopeColumns().indexOf(fact.by()));
    }
}
