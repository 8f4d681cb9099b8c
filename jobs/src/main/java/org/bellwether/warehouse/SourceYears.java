package org.bellwether.warehouse;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

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
        return source.deliveries().stream()
                .filter(delivery -> delivery.whole() && yearsOf(delivery).equals(new TreeSet<>(List.of(year))))
                .toList();
    }

    /** The other deliveries that own scopes of this year. */
    List<Delivery> sifted(int year) {
        List<Delivery> whole = whole(year);
        return source.deliveries().stream()
                .filter(delivery -> yearsOf(delivery).contains(year) && !whole.contains(delivery))
                .toList();
    }

    /** The scopes of this year that {@link #sifted} deliveries own. */
    List<LiveScope> siftedScopes(int year) {
        List<Long> sifted = sifted(year).stream().map(Delivery::submissionKey).toList();
        return source.liveScopes().stream()
                .filter(scope -> sifted.contains(scope.submissionKey()) && year(scope) == year)
                .toList();
    }

    private SortedSet<Integer> yearsOf(Delivery delivery) {
        return bySubmission.getOrDefault(delivery.submissionKey(), new TreeSet<>());
    }

    private int year(LiveScope scope) {
        return AcademicYear.of(LocalDate.parse(scope.values().get(source.scopeColumns().indexOf(by))));
    }
}
