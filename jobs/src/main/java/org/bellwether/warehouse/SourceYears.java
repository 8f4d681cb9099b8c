package org.bellwether.warehouse;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is live of a {@link StagedSource.Kind#PART} source, told apart by the academic year of its scopes. */
final class SourceYears {

    private final StagedSource source;
    private final String by;
    private final Map<Long, SortedSet<Integer>> bySubmission = new HashMap<>();

    /** @param by the scope column, a date, that tells the year */
    SourceYears(StagedSource source, String by) {
        this.source = source;
        this.by = by;
        for (LiveScope scope : source.liveScopes()) {
            bySubmission.computeIfAbsent(scope.submissionKey(), key -> new TreeSet<>()).add(year(scope));
        }
    }

    StagedSource source() {
        return source;
    }

    String by() {
        return by;
    }

    SortedSet<Integer> all() {
        SortedSet<Integer> years = new TreeSet<>();
        bySubmission.values().forEach(years::addAll);
        return years;
    }

    /** Deliveries that own all of their scopes, and none outside this year. */
    List<Delivery> whole(int year) {
        return source.deliveries().stream().filter(delivery -> isWhole(delivery, year)).toList();
    }

    /** The other deliveries that own scopes of this year. */
    List<Delivery> sifted(int year) {
        return source.deliveries().stream()
                .filter(delivery -> yearsOf(delivery).contains(year) && !isWhole(delivery, year))
                .toList();
    }

    /** The scopes of this year that {@link #sifted} deliveries own. */
    List<LiveScope> siftedScopes(int year) {
        Set<Long> sifted = sifted(year).stream().map(Delivery::submissionKey).collect(Collectors.toSet());
        return source.liveScopes().stream()
                .filter(scope -> sifted.contains(scope.submissionKey()) && year(scope) == year)
                .toList();
    }

    private boolean isWhole(Delivery delivery, int year) {
        return delivery.whole() && yearsOf(delivery).equals(Set.of(year));
    }

    private SortedSet<Integer> yearsOf(Delivery delivery) {
        return bySubmission.getOrDefault(delivery.submissionKey(), new TreeSet<>());
    }

    private int year(LiveScope scope) {
        return AcademicYear.of(LocalDate.parse(scope.values().get(source.scopeColumns().indexOf(by))));
    }
}
