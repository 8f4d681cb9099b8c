package org.bellwether.staging.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.TableContract;
import org.bellwether.engine.Sql;
import org.bellwether.staging.typing.TypedTableBuilder;

/**
 * Judges the typed rows of one table in one scan: {@code judged_<table>} has every column, {@code reject} (the error that
 * costs the row, or null) and {@code flags} (what else was found, joined by ',').
 */
final class TableValidator {

    /** Of a stretch of more days, a bit for each would take more room than digests. */
    private static final int DAYS = 400;

    private final Connection connection;
    private final TableContract table;

    TableValidator(Connection connection, TableContract table) {
        this.connection = connection;
        this.table = table;
    }

    static String judged(String table) {
        return "judged_" + table;
    }

    /** The accepted rows, without what validation added. */
    static String accepted(TableContract table) {
        return "(select * exclude (reject, flags) from " + (table.repeats().isPresent() ? "settled" : judged(table.name()))
                + " where reject is null)";
    }

    void validate(List<RuleViolation> all, List<String> reference) throws SQLException {
        List<RuleViolation> violations = all.stream().filter(violation -> !violation.comparesRows()).toList();
        Sql.execute(connection, "create or replace temp table %s as select typed.source_line%s%s%s, %s as reject, %s as flags from %s as typed%s"
                .formatted(judged(table.name()), columns(violations), rest(), reference.stream()
                        .filter(name -> !table.columns().containsKey(name)).map(name -> ", typed." + name).collect(Collectors.joining()),
                reject(violations), flags(violations), TypedTableBuilder.view(table.name()), parent()));
        for (RuleViolation violation : all) {
            if (violation.comparesRows()) {
                compare(violation);
            }
        }
    }

    /** Judges what sets rows against each other among those that are not rejected so far. */
    private void compare(RuleViolation violation) throws SQLException {
        Sql.execute(connection, """
                update %1$s set reject = %2$s where source_line in (
                    select source_line from (
                        select typed.source_line, %3$s as is_found from %4$s as typed%5$s
                        where typed.source_line in (select source_line from %1$s where reject is null)
                    ) where is_found
                )
                """.formatted(judged(table.name()), violation.mark(), violation.condition(), TypedTableBuilder.view(table.name()), parent()));
    }

    /**
     * What the rejected rows break by themselves, all of it: SQL of {@code (source_line, mark)}; a mark may be null. Nothing that sets
     * rows against each other, which rejected rows are not among. Of a line that became several rows its errors alone.
     *
     * @param rejected the rejected rows, typed: a relation
     * @return empty where the table has no such rules
     */
    Optional<String> brokenByRejected(List<RuleViolation> all, String rejected) {
        String marks = all.stream().filter(violation -> !violation.comparesRows() && (table.rest().isEmpty() || !violation.severity().keepsRow()))
                .map(violation -> "case when " + violation.condition() + " then " + violation.mark() + " end").collect(Collectors.joining(", "));
        return marks.isEmpty() ? Optional.empty()
                : Optional.of("select typed.source_line, unnest([%s]) as mark from %s as typed%s".formatted(marks, rejected, parent()));
    }

    /**
     * The accepted rows that rows of another table hang on, one of each that they name: whoever left a school twice stands there twice,
     * and what was told of both times is told once.
     */
    static String parents(TableContract.Parent parent) {
        return "(select * exclude (reject, flags) from " + judged(parent.table()) + " where reject is null"
                + " qualify row_number() over (partition by " + String.join(", ", parent.by()) + " order by source_line desc) = 1)";
    }

    /** SQL of the join with the accepted rows of the table that this one hangs on; empty where it hangs on none. */
    String parent() {
        return table.parent().map(parent -> " left join " + parents(parent) + " as parent on " + parent.by().stream()
                .map(column -> "parent." + column + " = typed." + column).collect(Collectors.joining(" and "))).orElse("");
    }

    /** Rejects the rows of equal key behind the first, by the table's key rule. */
    void rejectRepeats() throws SQLException {
        if (table.keys().isEmpty()) {
            return;
        }
        if (table.rest().isPresent()) {
            rejectRepeatedLines(table.rest().get());
            return;
        }
        String keys = list(table.keys());
        String judged = judged(table.name());
        if (hasRepeats(table.keys())) {
            Sql.execute(connection, """
                    update %1$s set reject = %3$s where rowid in (
                        select row from (
                            select rowid as row, row_number() over (partition by %2$s order by source_line) as place
                            from %1$s where reject is null
                        ) where place > 1
                    )
                    """.formatted(judged, keys, Sql.literal(table.keyRule() + "|error|")));
        }
    }

    /**
     * The same of lines that became several rows, whatever the case of their keys. Where two of them differ, neither is more right
     * than the other and both are rejected.
     */
    private void rejectRepeatedLines(TableContract.Rest rest) throws SQLException {
        String judged = judged(table.name());
        String keys = table.keys().stream().map(key -> "lower(cast(" + Sql.identifier(stagedName(key)) + " as varchar))")
                .collect(Collectors.joining(", "));
        String into = Sql.identifier(rest.into());
        Sql.execute(connection, """
                create or replace temp table repeated_line as
                select source_line, hash(%1$s) as line_key from %2$s
                where reject is null and %3$s is not distinct from (select min(%3$s) from %2$s)
                qualify count(*) over (partition by line_key) > 1
                """.formatted(keys, judged, into));
        Sql.execute(connection, """
                update %1$s set reject = %2$s where source_line in (
                    with line as (
                        select source_line, any_value(line_key) as line_key,
                            string_agg(coalesce(%4$s, ''), '|' order by %3$s) as figures
                        from %1$s join repeated_line using (source_line)
                        group by source_line
                    )
                    select source_line from line
                    qualify min(figures) over (partition by line_key) <> max(figures) over (partition by line_key)
                        or row_number() over (partition by line_key order by source_line) > 1
                )
                """.formatted(judged, Sql.literal(table.keyRule() + "|error|"), into, Sql.identifier(rest.value())));
    }

    /**
     * Adds {@code is_superseded} where the contract lets a row be told twice: of those the one told last counts, and where
     * none is known to be the later and they differ, all are rejected.
     */
    void settleRepeats() throws SQLException {
        if (table.repeats().isEmpty()) {
            return;
        }
        TableContract.Repeats repeats = table.repeats().get();
        String judged = judged(table.name());
        String by = list(repeats.by());
        Sql.execute(connection, "create or replace temp view settled as select *, false as is_superseded from " + judged);
        if (!hasRepeats(repeats.by())) {
            return;
        }
        Sql.execute(connection, "create or replace temp table repeated as select " + by + " from " + judged
                + " where reject is null group by " + by + " having count(*) > 1");
        Sql.execute(connection, """
                create or replace temp table ranked_repeat as
                select source_line, row_number() over (partition by %1$s order by %3$s desc nulls last, source_line desc) > 1 as is_superseded,
                    min(%4$s) over (partition by %1$s, %3$s) <> max(%4$s) over (partition by %1$s, %3$s) as is_conflict
                from %2$s semi join repeated using (%1$s)
                where reject is null
                """.formatted(by, judged, repeats.latest(), repeats.differs()));
        Sql.execute(connection, "update " + judged + " set reject = " + Sql.literal(repeats.rule() + "|error|" + repeats.differs())
                + " where source_line in (select source_line from ranked_repeat where is_conflict)");
        Sql.execute(connection, "create or replace temp view settled as select judged.*, coalesce(ranked_repeat.is_superseded, false)"
                + " as is_superseded from " + judged + " as judged left join ranked_repeat using (source_line)");
    }

    /** Whether it is worth a look: never false where two rows that are not rejected have equal keys. */
    private boolean hasRepeats(List<String> keys) throws SQLException {
        Optional<String> day = keys.stream().filter(key -> typeOf(key) == ColumnType.DATE).findFirst();
        return day.isPresent() && keys.size() > 1 ? hasRepeatedDays(keys, day.get()) : hasEqualDigests(keys);
    }

    /** As many different days as rows prove it of the rest of the key, at a quarter of the cost of digests. */
    private boolean hasRepeatedDays(List<String> keys, String key) throws SQLException {
        String rows = judged(table.name()) + " where reject is null";
        String day = Sql.identifier(stagedName(key));
        Optional<String> number = Sql.queryFirst(connection, "select min(%1$s), max(%1$s) - min(%1$s) as last from %2$s having last < %3$s"
                .formatted(day, rows, DAYS), row -> "cast(%s - date '%s' as integer), 0, %s".formatted(day, row.getString(1), row.getString(2)));
        if (number.isEmpty()) {
            return hasEqualDigests(keys);
        }
        return Sql.queryLong(connection, "select count(*) from (select 1 from %s group by %s having count(*) > coalesce(bit_count(bitstring_agg(%s)), 0))"
                .formatted(rows, list(keys.stream().filter(other -> !other.equals(key)).toList()), number.get())) > 0;
    }

    /** Digests that all differ prove it at half the cost of the keys. */
    private boolean hasEqualDigests(List<String> keys) throws SQLException {
        return Sql.queryLong(connection, "select count(*) - count(distinct hash(" + list(keys) + ")) from " + judged(table.name())
                + " where reject is null") > 0;
    }

    private ColumnType typeOf(String key) {
        Column column = table.columns().get(key);
        return column == null ? null : column.type();
    }

    private String list(List<String> keys) {
        return keys.stream().map(this::stagedName).map(Sql::identifier).collect(Collectors.joining(", "));
    }

    private String stagedName(String key) {
        Column column = table.columns().get(key);
        return column == null ? key : column.stagedName();
    }

    private static String reject(List<RuleViolation> violations) {
        String cases = violations.stream().filter(violation -> !violation.severity().keepsRow())
                .map(violation -> " when " + violation.condition() + " then " + violation.mark())
                .collect(Collectors.joining());
        return cases.isEmpty() ? "cast(null as varchar)" : "case" + cases + " end";
    }

    private static String flags(List<RuleViolation> violations) {
        String cases = violations.stream().filter(violation -> violation.severity().keepsRow())
                .map(violation -> "case when " + violation.condition() + " then " + violation.mark() + " end")
                .collect(Collectors.joining(", "));
        return cases.isEmpty() ? "cast(null as varchar)" : "nullif(concat_ws(',', " + cases + "), '')";
    }

    /** Every column with its text; a value that a rule has found wanting is unknown. */
    private String columns(List<RuleViolation> violations) {
        StringBuilder select = new StringBuilder();
        for (Column column : table.everyColumn().values()) {
            String name = Sql.identifier(column.stagedName());
            String unknown = violations.stream()
                    .filter(violation -> violation.severity().keepsRow() && violation.clears().contains(column.name()))
                    .map(RuleViolation::condition).collect(Collectors.joining(") or ("));
            select.append(", ").append(unknown.isEmpty() ? "typed." + name
                    : "case when (" + unknown + ") then null else typed." + name + " end as " + name);
        }
        return select.toString();
    }

    private String rest() {
        return table.rest().map(rest -> ", typed." + Sql.identifier(rest.into()) + ", typed." + Sql.identifier(rest.value())).orElse("");
    }
}
