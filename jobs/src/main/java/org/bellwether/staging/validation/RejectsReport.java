package org.bellwether.staging.validation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.contract.Column;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.intake.register.SchoolRows;

/**
 * What was found in the rows of a submission, kept beside its staged rows: file, line, rule, message and remedy, never a
 * value. The row itself stays in the landed file.
 */
public final class RejectsReport {

    /** Name of the file in the folder of a staged submission. */
    public static final String FILE = "rejects.parquet";
    /** Of earlier versions, with a finding a row and of a rejected row the first alone. */
    private static final String EARLIER = "findings.parquet";

    private static final int AT_ONCE = 10_000;

    private final Connection connection;

    RejectsReport(Connection connection, ContractCatalog catalog) throws SQLException {
        this.connection = connection;
        Sql.execute(connection, "create temp table rule_text (rule varchar, message varchar, remedy varchar)");
        Sql.execute(connection, """
                create temp table violation (
                    file varchar, table_name varchar, source_line integer, rule varchar, severity varchar,
                    column_name varchar, laestab integer, scope_key bigint, is_rejected boolean, general varchar
                )
                """);
        Sql.execute(connection, "create temp table allowed (table_name varchar, column_name varchar, range varchar)");
        Sql.execute(connection, catalog.rules().stream()
                .map(rule -> "(" + Sql.literal(rule.id()) + ", " + Sql.literal(rule.message()) + ", " + Sql.literal(rule.fix()) + ")")
                .collect(Collectors.joining(", ", "insert into rule_text values ", "")));
    }

    /**
     * Adds of every rejected row all that it breaks, and not what has rejected it alone. A line that became several rows is named once.
     *
     * @param broken SQL of {@code (source_line, mark)}, as {@link TableValidator#brokenByRejected} gives it
     * @param keyed  SQL of {@code (source_line, scope_key)}: what each row tells of
     */
    void addRejected(String file, TableContract table, String judged, boolean hasLaestab, Optional<String> broken, String keyed) throws SQLException {
        add(file, table, """
                with rejected as (
                    select source_line, reject, %1$s as laestab from %2$s where reject is not null
                ),
                marked as (
                    select source_line, reject as mark from rejected
                    %3$s
                )
                select marked.source_line, marked.mark, school.laestab, scope.scope_key, true as is_rejected
                from marked
                join (select source_line, min(laestab) as laestab from rejected group by source_line) as school using (source_line)
                left join (select source_line, min(scope_key) as scope_key from (%4$s) group by source_line) as scope using (source_line)
                """.formatted(laestab(hasLaestab), judged, broken.map(all -> "union select source_line, mark from (" + all + ") where mark is not null").orElse(""), keyed));
    }

    /** Adds what was asked of accepted rows, and their values that became unknown. */
    void addFlagged(String file, TableContract table, String judged, boolean hasLaestab) throws SQLException {
        Sql.execute(connection, "insert into allowed values " + table.everyColumn().values().stream()
                .map(column -> "(%s, %s, %s)".formatted(Sql.literal(table.name()), Sql.literal(column.name()), Sql.literal(allowed(column))))
                .collect(Collectors.joining(", ")));
        add(file, table, "select source_line, unnest(string_split(flags, ',')) as mark, %s as laestab, null as scope_key, false as is_rejected from %s where reject is null and flags is not null"
                .formatted(laestab(hasLaestab), judged));
    }

    private void add(String file, TableContract table, String marked) throws SQLException {
        Sql.execute(connection, """
                insert into violation
                select %1$s, %2$s, source_line, split_part(mark, '|', 1), split_part(mark, '|', 2), nullif(split_part(mark, '|', 3), ''),
                    laestab, scope_key, is_rejected, nullif(split_part(mark, '|', 4), '')
                from (%3$s)
                """.formatted(Sql.literal(file), Sql.literal(table.name()), marked));
    }

    private static String laestab(boolean hasLaestab) {
        return hasLaestab ? "laestab" : "cast(null as integer)";
    }

    /** Adds the lines of records that are wider or narrower than the header. */
    void addRagged(String file, String table, List<Long> lines) throws SQLException {
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            String some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE)).stream().map(String::valueOf)
                    .collect(Collectors.joining(", ", "[", "]"));
            Sql.execute(connection, "insert into violation select %s, %s, unnest(%s), 'ROW-001', 'error', null, null, null, true, null"
                    .formatted(Sql.literal(file), Sql.literal(table), some));
        }
    }

    /** How many rows each rule rejected, or how many values and queries it found in accepted rows. */
    Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        Sql.query(connection, "select rule, count(*) from violation where severity = 'error' or not is_rejected group by rule",
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /**
     * The rows of a file by school.
     *
     * @param ragged records that are wider or narrower than the header, of which no school is known
     */
    List<SchoolRows> schools(String file, TableContract table, String judged, boolean hasLaestab, long ragged) throws SQLException {
        String lines = "select source_line, %s as laestab, reject is not null as is_rejected from %s".formatted(laestab(hasLaestab), judged);
        return Sql.query(connection, """
                with line as (
                    %1$s
                    union all
                    select null, null, true from range(%2$d)
                ),
                found as (
                    select source_line, count(case severity when 'query' then 1 end) as queries, count(case severity when 'value' then 1 end) as value_errors
                    from violation
                    where not is_rejected and file = %3$s and table_name = %4$s
                    group by source_line
                )
                select line.laestab, count(*), count(case when line.is_rejected then 1 end), count(found.source_line),
                    coalesce(sum(found.queries), 0), coalesce(sum(found.value_errors), 0)
                from line
                left join found on found.source_line = line.source_line and not line.is_rejected
                group by line.laestab
                order by line.laestab nulls last
                """.formatted(table.rest().isEmpty() ? lines
                        : "select source_line, min(laestab) as laestab, bool_or(is_rejected) as is_rejected from (" + lines + ") group by source_line",
                ragged, Sql.literal(file), Sql.literal(table.name())),
                row -> new SchoolRows((Integer) row.getObject(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
    }

    private static String allowed(Column column) {
        return column.range() == null ? null : column.type().isText() ? column.range().text() + " characters" : column.range().text();
    }

    /** The rule that rejected most rows; null where none was rejected. */
    String mainReason() throws SQLException {
        return Sql.queryFirst(connection, "select rule from violation where is_rejected and severity = 'error' group by rule order by count(*) desc, rule limit 1",
                row -> row.getString(1)).orElse(null);
    }

    /** A row of a file in one row, with all that was found in it: what costs the row before what costs a value. */
    void write(Path folder) throws SQLException {
        Sql.execute(connection, """
                copy (
                    select violation.file, violation.table_name, violation.source_line, violation.laestab, violation.scope_key, violation.is_rejected, list({
                        'rule': violation.rule,
                        'severity': violation.severity,
                        'column': violation.column_name,
                        'message': replace(replace(case when violation.rule = violation.general or violation.general is null then rule_text.message
                            else rule_text.message || ' (' || general_text.message || ')' end,
                            '{column}', coalesce(violation.column_name, '')), '{range}', coalesce(allowed.range, '')),
                        'remedy': case when violation.rule = violation.general or violation.general is null then rule_text.remedy
                            else rule_text.remedy || '; ' || general_text.remedy end
                    } order by violation.severity <> 'error', violation.rule, violation.column_name) as findings
                    from violation
                    left join rule_text on rule_text.rule = violation.rule
                    left join rule_text as general_text on general_text.rule = violation.general
                    left join allowed on allowed.table_name = violation.table_name and allowed.column_name = violation.column_name
                    group by all
                    order by violation.file, violation.table_name, violation.source_line, violation.laestab, violation.is_rejected
                ) to %s (format parquet, compression zstd)
                """.formatted(Sql.literal(folder.resolve(FILE).toString())));
    }

    /** What the report in the folder says, a finding a row: SQL; empty where the submission has none. */
    public static Optional<String> findings(Path folder) {
        if (Files.exists(folder.resolve(FILE))) {
            return Optional.of("(select * exclude (finding), finding.rule, finding.severity, finding.\"column\" as column_name, finding.message, finding.remedy"
                    + " from (select * exclude (findings), unnest(findings) as finding from read_parquet("
                    + Sql.literal(folder.resolve(FILE).toString()) + ")))");
        }
        Path earlier = folder.resolve(EARLIER);
        return Files.exists(earlier) ? Optional.of("read_parquet(" + Sql.literal(earlier.toString()) + ")") : Optional.empty();
    }
}
