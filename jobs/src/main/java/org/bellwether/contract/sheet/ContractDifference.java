package org.bellwether.contract.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.contract.catalog.ContractCatalog;

/**
 * What has changed of a return between two days.
 *
 * @param changes that came into force after the first day and up to the second, each with why
 * @param lines   what is another for whoever makes its files
 */
public record ContractDifference(@JsonProperty("return") String returnName, LocalDate from, LocalDate to, List<ContractSheet.Change> changes, List<Line> lines) {

    /**
     * One thing that is another.
     *
     * @param column null where the whole table is meant
     * @param before null where it was not there
     * @param after  null where it is there no longer
     */
    public record Line(String table, String column, String what, String before, String after) {
    }

    /** @throws IllegalArgumentException where there is no such return */
    public static ContractDifference of(ContractCatalog catalog, String returnName, LocalDate from, LocalDate to) {
        ContractSheet before = ContractSheet.of(catalog, returnName, from);
        ContractSheet after = ContractSheet.of(catalog, returnName, to);
        List<Line> lines = new ArrayList<>();
        each(before.tables(), after.tables(), ContractSheet.Table::name, (old, now) -> compare(old, now, lines));
        return new ContractDifference(returnName, from, to, after.changes().stream().filter(change -> change.from().isAfter(from)).toList(), List.copyOf(lines));
    }

    /** Takes what two lists have under one name; null for the side that has none. */
    @FunctionalInterface
    private interface Pairs<T> {
        void take(T before, T after);
    }

    private static <T> void each(List<T> before, List<T> after, Function<T, String> name, Pairs<T> pairs) {
        Map<String, T> old = byName(before, name);
        Map<String, T> now = byName(after, name);
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        names.forEach(one -> pairs.take(old.get(one), now.get(one)));
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, one -> one, (one, other) -> one, LinkedHashMap::new));
    }

    private static void compare(ContractSheet.Table before, ContractSheet.Table after, List<Line> lines) {
        if (before == null || after == null) {
            lines.add(new Line((before == null ? after : before).name(), null, "table", before == null ? null : before.name(), after == null ? null : after.name()));
            return;
        }
        add(lines, after.name(), null, "files", String.join(", ", before.files()), String.join(", ", after.files()));
        add(lines, after.name(), null, "known by", String.join(", ", before.knownBy()), String.join(", ", after.knownBy()));
        each(before.columns(), after.columns(), ContractSheet.Column::name, (old, now) -> compare(after.name(), old, now, lines));
    }

    private static void compare(String table, ContractSheet.Column before, ContractSheet.Column after, List<Line> lines) {
        String column = (before == null ? after : before).name();
        if (before == null || after == null) {
            lines.add(new Line(table, column, "column", before == null ? null : before.header(), after == null ? null : after.header()));
            return;
        }
        add(lines, table, column, "header", before.header(), after.header());
        add(lines, table, column, "also called", String.join(", ", before.aliases()), String.join(", ", after.aliases()));
        add(lines, table, column, "type", before.type(), after.type());
        add(lines, table, column, "between", before.between(), after.between());
        add(lines, table, column, "required", before.required() ? "yes" : "no", after.required() ? "yes" : "no");
        each(before.codes(), after.codes(), ContractSheet.Code::code, (old, now) -> add(lines, table, column, "code", text(old), text(now)));
    }

    private static String text(ContractSheet.Code code) {
        return code == null ? null : code.label() == null ? code.code() : code.code() + " (" + code.label() + ")";
    }

    private static void add(List<Line> lines, String table, String column, String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            lines.add(new Line(table, column, what, before, after));
        }
    }
}
