package org.bellwether.staging.validation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;

/**
 * What was found in the rows of a submission, kept beside its staged rows: file, line, rule, message and remedy, never a
 * value. The row itself stays in the landed file.
 */
public final class RejectsReport {

    /** Name of the file in the folder of a staged submission. */
    public static final String FILE = "findings.parquet";

    private static final int AT_ONCE = 10_000;

    private final Connection connection;

    RejectsReport(Connection connection, ContractCatalog catalog) throws SQLException {
        this.connection = connection;
        Sql.execute(connection, "create temp table rule_text (rule varchar, message varchar, remedy varchar)");
        Sql.execute(connection, """
                create temp table violation (
                    file varchar, table_name varchar, source_line integer, rule varchar, severity varchar,
                    column_name varchar, laestab integer, is_rejected boolean, general varchar
                )
                """);
        Sql.execute(connection, "create temp table allowed (table_name varchar, column_name varchar, range varchar)");
        Sql.execute(connection, catalog.rules().stream()
                .map(rule -> "(" + Sql.literal(rule.id()) + ", " + Sql.literal(rule.message()) + ", " + Sql.literal(rule.fix()) + ")")
                .collect(Collectors.joining(", ", "insert into rule_text values ", "")));
    }

    /**
     * Adds what {@code judged} says of its rows.
     *
     * @param isLong a line became several rows, which are rejected together: it is named once
     */
    void add(String file, TableContract table, String judged, boolean hasLaestab, boolean isLong) throws SQLException {
        Sql.execute(connection, "insert into allowed values " + table.everyColumn().values().stream()
                .map(column -> "(%s, %s, %s)".formatted(Sql.literal(table.name()), Sql.literal(column.name()), Sql.literal(allowed(column))))
                .collect(Collectors.joining(", ")));
        Sql.execute(connection, """
                insert into violation
                with marked as (
                    select source_line, %3$s as laestab, reject is not null as is_rejected,
                        unnest(string_split(coalesce(reject, flags), ',')) as mark
                    from %4$s where reject is not null or flags is not null
                    %5$s
                )
                select %1$s, %2$s, source_line, split_part(mark, '|', 1), split_part(mark, '|', 2),
                    nullif(split_part(mark, '|', 3), ''), laestab, is_rejected, nullif(split_part(mark, '|', 4), '')
                from marked
                """.formatted(Sql.literal(file), Sql.literal(table.name()), hasLaestab ? "laestab" : "cast(null as integer)", judged,
                isLong ? "qualify reject is null or row_number() over (partition by source_line, reject order by laestab) = 1" : ""));
    }

    /** Adds the lines of records that are wider or narrower than the header. */
    void addRagged(String file, String table, List<Long> lines) throws SQLException {
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            String some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE)).stream().map(String::valueOf)
                    .collect(Collectors.joining(", ", "[", "]"));
            Sql.execute(connection, "insert into violation select %s, %s, unnest(%s), 'ROW-001', 'error', null, null, true, null"
                    .formatted(Sql.literal(file), Sql.literal(table), some));
        }
    }

    /** How many rows or values each rule found. */
    Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        Sql.query(connection, "select rule, count(*) from violation group by rule",
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    private static String allowed(Column column) {
        return column.range() == null ? null : column.type() == ColumnType.TEXT ? column.range().text() + " characters" : column.range().text();
    }

    /** The rule that rejected most rows; null where none was rejected. */
    String mainReason() throws SQLException {
        return Sql.queryFirst(connection, "select rule from violation where is_rejected group by rule order by count(*) desc, rule limit 1",
                row -> row.getString(1)).orElse(null);
    }

    void write(Path folder) throws SQLException {
        Sql.execute(connection, """
                copy (
                    select violation.file, violation.table_name, violation.source_line, violation.rule, violation.severity,
                        violation.column_name, violation.laestab, violation.is_rejected,
                        replace(replace(case when violation.rule = violation.general or violation.general is null then rule_text.message
                            else rule_text.message || ' (' || general_text.message || ')' end,
                            '{column}', coalesce(violation.column_name, '')), '{range}', coalesce(allowed.range, '')) as message,
                        case when violation.rule = violation.general or violation.general is null then rule_text.remedy
                            else rule_text.remedy || '; ' || general_text.remedy end as remedy
                    from violation
                    left join rule_text on rule_text.rule = violation.rule
                    left join rule_text as general_text on general_text.rule = violation.general
                    left join allowed on allowed.table_name = violation.table_name and allowed.column_name = violation.column_name
                    order by all
                ) to %s (format parquet, compression zstd)
                """.formatted(Sql.literal(folder.resolve(FILE).toString())));
    }
}
