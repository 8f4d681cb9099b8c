package org.bellwether.warehouse.source;

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
import org.bellwether.warehouse.model.PartitionedFact;

/** What is live of a {@link StagedSource.Kind#PART} source, told apart by the partition in which its scopes fall. */
final class DeliveryPartitions {

    private final StagedSource source;
    private final PartitionedFact fact;
    private final Map<String, String> byDay = new HashMap<>();
    private final Map<Long, SortedSet<String>> bySubmission = new HashMap<>();

    /** @param fact whose {@code by} is a column of the source's scope */
    DeliveryPartitions(Connection connection, StagedSource source, PartitionedFact fact) throws SQLException {
        this.source = source;
        this.fact = fact;
        String days = source.liveScopes().stream().map(this::day).distinct().map(Sql::literal)
                .collect(Collectors.joining(", ", "[", "]::varchar[]"));
        Sql.query(connection, "select day, " + fact.each().partitionOf("cast(day as date)") + " from (select unnest(" + days + ") as day)",
                row -> byDay.put(row.getString(1), row.getString(2)));
        for (LiveScope scope : source.liveScopes()) {
            bySubmission.computeIfAbsent(scope.submissionKey(), key -> new TreeSet<>()).add(partition(scope));
        }
    }

    StagedSource source() {
        return source;
    }

    /** SQL that holds for the scopes of the partition. */
    String condition(String partition) {
        return fact.each().partitionOf(identifier(fact.by())) + " = " + literal(partition);
    }

    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        bySubmission.values().forEach(names::addAll);
        return names;
    }

    /** Deliveries that own all of their scopes, and none outside this partition. */
    List<Delivery> whole(String partition) {
        return source.deliveries().stream().filter(delivery -> isWhole(delivery, partition)).toList();
    }

    /** The other deliveries that own scopes of this partition. */
    List<Delivery> sifted(String partition) {
        return source.deliveries().stream()
                .filter(delivery -> partitionsOf(delivery).contains(partition) && !isWhole(delivery, partition))
                .toList();
    }

    /** The scopes of this partition that {@link #sifted} deliveries own. */
    List<LiveScope> siftedScopes(String partition) {
        Set<Long> sifted = sifted(partition).stream().map(Delivery::submissionKey).collect(Collectors.toSet());
        return source.liveScopes().stream()
                .filter(scope -> sifted.contains(scope.submissionKey()) && partition(scope).equals(partition))
                .toList();
    }

    private boolean isWhole(Delivery delivery, String partition) {
        return delivery.whole() && partitionsOf(delivery).equals(Set.of(partition));
    }

    private SortedSet<String> partitionsOf(Delivery delivery) {
        return bySubmission.getOrDefault(delivery.submissionKey(), new TreeSet<>());
    }

    private String partition(LiveScope scope) {
        return byDay.get(day(scope));
    }

    private String day(LiveScope scope) {
        return scope.values().get(source.scopeColumns().indexOf(fact.by()));
    }
}
