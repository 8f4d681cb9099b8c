package org.bellwether.staging.typing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.contract.CodeSet;
import org.bellwether.contract.Column;
import org.bellwether.engine.Sql;

/** What typed rows have of one column beside its value, and the SQL that says how its code stands. */
public final class ColumnSql {

    private final Column column;
    private final CodeSet codes;

    /** @param codes the code set of a code column; null where its values stand in the contract or it has none */
    ColumnSql(Column column, CodeSet codes) {
        this.column = column;
        this.codes = codes;
    }

    /** Name of the column's text, cleaned, null where nothing is left. */
    public static String text(String column) {
        return Sql.identifier(column + "__text");
    }

    /** Name of the column that says which rule the text fails, a code's aside; null where none. */
    public static String failed(String column) {
        return Sql.identifier(column + "__failed");
    }

    /** Name of the column that says how a code stands: valid, lapsed or unknown; null where there is no code. */
    public static String standing(String column) {
        return Sql.identifier(column + "__standing");
    }

    /** How the code stands on the day of {@code valid_on}; without such a day any version of the set will do. */
    String standing() {
        return "case when " + name() + " is null then null when coalesce(" + isValidCode() + ", false) then 'valid'"
                + (codes == null || column.validOn().isEmpty() ? "" : " when coalesce(" + isLapsedCode() + ", false) then 'lapsed'")
                + " else 'unknown' end";
    }

    /** Whether the text alone tells how a code stands, whatever the day. */
    boolean standsByItself() {
        return codes == null || column.validOn().isEmpty();
    }

    /** Whether no code of the set has been in force twice, so that a text has one pair of days at most. */
    boolean hasOneVersionEach() {
        return codes != null && codes.rows().stream().map(row -> row.get("code")).distinct().count() == codes.rows().size();
    }

    /** Names of what {@link #versions()} tells: the listed code, and the days between which it is in force. */
    List<String> bounds() {
        return Stream.of("__listed", "__from", "__to").map(end -> Sql.identifier(column.name() + end)).toList();
    }

    /** The codes of the set and their days, as a relation of {@link #bounds()}. */
    String versions() {
        return codes.rows().stream().map(row -> "(" + Sql.literal(row.get("code")) + ", " + day(row, "valid_from") + ", " + day(row, "valid_to") + ")")
                .collect(Collectors.joining(", ", "(values ", ") as version (")) + String.join(", ", bounds()) + ")";
    }

    /** {@link #standing()} of a row that has {@link #bounds()}. */
    String standingOfListed() {
        String day = "typed." + Sql.identifier(column.validOn().orElseThrow());
        List<String> bounds = bounds().stream().map(bound -> "typed." + bound).toList();
        return "case when %1$s is null then null when %2$s is null then 'unknown' when %3$s is null or (%4$s is null or %3$s >= %4$s) and (%5$s is null or %3$s <= %5$s) then 'valid' when %3$s > %5$s then 'lapsed' else 'unknown' end"
                .formatted(name(), bounds.get(0), day, bounds.get(1), bounds.get(2));
    }

    private static String day(Map<String, String> row, String bound) {
        String text = row.getOrDefault(bound, "");
        return text.isEmpty() ? "cast(null as date)" : "date " + Sql.literal(text);
    }

    private String isValidCode() {
        if (codes == null) {
            return name() + " in " + list(column.values().stream().map(value -> value.toUpperCase(Locale.ROOT)).toList());
        }
        String all = list(codes.rows().stream().map(row -> row.get("code")).distinct().toList());
        if (column.validOn().isEmpty()) {
            return name() + " in " + all;
        }
        String day = "typed." + Sql.identifier(column.validOn().get());
        Map<Validity, List<String>> byValidity = new LinkedHashMap<>();
        codes.rows().forEach(row -> byValidity.computeIfAbsent(Validity.of(row), v -> new ArrayList<>()).add(row.get("code")));
        return byValidity.entrySet().stream()
                .map(entry -> "(" + name() + " in " + list(entry.getValue()) + entry.getKey().condition(day) + ")")
                .collect(Collectors.joining(" or ", "(" + day + " is null and " + name() + " in " + all + " or ", ")"));
    }

    /** Holds where a version of the code was valid before the day of {@code valid_on}. */
    private String isLapsedCode() {
        String day = "typed." + Sql.identifier(column.validOn().orElseThrow());
        String ended = codes.rows().stream().filter(row -> !row.getOrDefault("valid_to", "").isEmpty())
                .map(row -> "(" + name() + " = " + Sql.literal(row.get("code")) + " and " + day + " > date "
                        + Sql.literal(row.get("valid_to")) + ")")
                .collect(Collectors.joining(" or "));
        return ended.isEmpty() ? "false" : ended;
    }

    private String name() {
        return "typed." + Sql.identifier(column.name());
    }

    private static String list(List<String> values) {
        return values.stream().map(Sql::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The days between which a row of a code set holds; null bounds are open. */
    private record Validity(LocalDate from, LocalDate to) {

        static Validity of(Map<String, String> row) {
            return new Validity(day(row.getOrDefault("valid_from", "")), day(row.getOrDefault("valid_to", "")));
        }

        String condition(String day) {
            return (from == null ? "" : " and " + day + " >= date '" + from + "'")
                    + (to == null ? "" : " and " + day + " <= date '" + to + "'");
        }

        private static LocalDate day(String text) {
            return text.isEmpty() ? null : LocalDate.parse(text);
        }
    }
}
