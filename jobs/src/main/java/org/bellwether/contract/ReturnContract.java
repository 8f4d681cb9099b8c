package org.bellwether.contract;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one return is, as config/returns says it.
 *
 * @param replaces staged columns that name what a later submission replaces
 * @param retires staged column that names the key of an earlier event which this one takes back
 * @param encodings in which a file may come, the first tried first
 * @param reference columns of the whole delivery that staging adds to the typed rows of every table
 * @param changes in order of their day; {@link #on} lays them over the base
 */
public record ReturnContract(String name, String title, String grain, Kind kind, List<String> replaces,
        Optional<String> retires, Cadence cadence, String source, List<Charset> encodings,
        List<String> reference, Map<String, TableContract> tables, List<DatedChange> changes) {

    /**
     * How often it is due, and how long after that it is overdue.
     *
     * @param every      a word of {@link Cadence#EVERY}
     * @param dueAfter   days behind the end of what it tells of
     * @param owedBy     who sends it
     * @param isOptional whether nothing is owed until it has come once
     */
    public record Cadence(String every, Period dueAfter, OwedBy owedBy, boolean isOptional) {

        /** Stretches of time of which a return can tell: those that core.fact_return_due knows. */
        public static final List<String> EVERY = List.of("school day", "week", "month", "quarter", "census", "term", "academic year", "financial year");
    }

    public ReturnContract {
        replaces = List.copyOf(replaces);
        encodings = List.copyOf(encodings);
        reference = List.copyOf(reference);
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        changes = List.copyOf(changes);
    }

    /** The contract in force on a day: the base and every change up to then. */
    public ReturnContract on(LocalDate day) {
        Map<String, TableContract> inForce = tables;
        for (DatedChange change : changes) {
            if (!change.from().isAfter(day)) {
                inForce = change.tables();
            }
        }
        return new ReturnContract(name, title, grain, kind, replaces, retires, cadence, source, encodings, reference,
                inForce, changes);
    }

    /** The contract after its last change. */
    public ReturnContract latest() {
        return changes.isEmpty() ? this : on(changes.get(changes.size() - 1).from());
    }

    /**
     * Whether what a submission replaces stands in its rows alone. Else the name of a file may say it, or when it came, and equal
     * content be true of something else.
     */
    public boolean namesItsScopesInRows() {
        return tables.values().stream().allMatch(table -> replaces.stream().map(table.columns()::get)
                .allMatch(column -> column != null && column.required() && table.named().stream().noneMatch(named -> named.columns().containsKey(column.name()))));
    }

    /** @throws IllegalArgumentException where the return has no such table */
    public TableContract table(String table) {
        TableContract found = tables.get(table);
        if (found == null) {
            throw new IllegalArgumentException(name + " has no table " + table);
        }
        return found;
    }
}
