package org.bellwether.app.mending;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.config.Settings;
import org.bellwether.config.Shown;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.Sql;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.pseudonym.Pseudonymiser;
import org.bellwether.staging.validation.RejectedRows;

/**
 * Rejected rows that no later submission has mended, in an engine in memory.
 *
 * <p>A row is closed once a later accepted submission owns what it tells of: the notice, the school's day. Where the row does not say
 * what it tells of, all that its submission has told of that school must have been told again.
 */
final class OpenRejects {

    private static final int AT_ONCE = 1_000;
    private static final String ROW = "submission, file, table_name, source_line";

    private final Connection connection;

    OpenRejects(Connection connection, ContractCatalog catalog) throws SQLException {
        this.connection = connection;
        Sql.executeAll(connection, List.of(
                "create or replace temp table rule_text (rule varchar, why varchar, names_field boolean)",
                "create or replace temp table submission (submission varchar, received_at timestamptz, arrival bigint)",
                "create or replace temp table own_scope (submission varchar, scope varchar)",
                "create or replace temp table owner (return_name varchar, scope varchar, submission varchar)",
                """
                create or replace temp table open_reject (
                    return_name varchar, submission varchar, received_on date, file varchar, table_name varchar, source_line integer, laestab integer,
                    upn varchar, field varchar, rule varchar, message varchar, why varchar, remedy varchar, parts varchar[])"""));
        insert("rule_text", catalog.rules().stream().map(rule -> "(%s, %s, %b)".formatted(Sql.literal(rule.id()), Sql.literal(rule.why()),
                rule.message().contains("{column}"))).toList());
    }

    /**
     * Adds the rejected rows of a submission.
     *
     * @param findings SQL of what was found in its rows
     * @param told     folder of what {@link RejectedRows} has written
     */
    void add(Submission submission, String findings, Path told) throws SQLException {
        Sql.execute(connection, """
                insert into open_reject
                select %1$s, %2$s, date '%3$s', found.file, found.table_name, found.source_line, found.laestab,
                    case when not bool_or(found.rule = '%4$s') over (partition by found.file, found.table_name, found.source_line) then row.upn end,
                    field.field, found.rule,
                    case when rule_text.names_field and field.field is not null then replace(found.message, found.column_name, field.field) else found.message end,
                    rule_text.why, found.remedy, row.parts
                from %5$s as found
                left join rule_text on rule_text.rule = found.rule
                left join %6$s as row
                    on row.file = found.file and row.table_name = found.table_name and row.source_line = found.source_line
                left join %7$s as field
                    on field.file = found.file and field.table_name = found.table_name and field.column_name = found.column_name
                where found.is_rejected
                """.formatted(Sql.literal(submission.returnName()), Sql.literal(submission.id()),
                LocalDate.ofInstant(submission.receivedAt(), Settings.LONDON), Pseudonymiser.FORGOTTEN, findings,
                relation(told.resolve(RejectedRows.ROWS), "file varchar, table_name varchar, source_line integer, upn varchar, parts varchar[]"),
                relation(told.resolve(RejectedRows.FIELDS), "file varchar, table_name varchar, column_name varchar, field varchar")));
    }

    /** Takes out what is mended, or what a later submission tells again and is rejected for itself. */
    void close(SubmissionRegister register, Map<String, Submission> submissions) throws SQLException {
        insert("submission", submissions.values().stream().map(one -> "(%s, timestamptz '%s', %d)".formatted(Sql.literal(one.id()), one.receivedAt(), one.arrival())).toList());
        List<String> unplaced = Sql.queryTexts(connection, "select distinct submission from open_reject where parts is null or list_contains(list_transform(parts, lambda v: v is null), true)");
        for (String id : unplaced) {
            insert("own_scope", submissions.get(id).scopes().stream().map(Scope::values).map(scope -> "(%s, %s)".formatted(Sql.literal(id), Sql.literal(scope))).toList());
        }
        Sql.execute(connection, """
                create or replace temp table candidate as
                select distinct return_name, %1$s, array_to_string(parts, '|') as scope
                from open_reject
                where parts is not null and not list_contains(list_transform(parts, lambda v: v is null), true)
                union
                select distinct return_name, %1$s, own_scope.scope
                from open_reject
                join own_scope using (submission)
                where (parts is null or list_contains(list_transform(parts, lambda v: v is null), true))
                    and (parts is null or list_bool_and(list_transform(list_zip(parts, string_split(own_scope.scope, '|')), lambda v: v[1] is null or v[1] = v[2])))
                """.formatted(ROW));
        for (String name : Sql.queryTexts(connection, "select distinct return_name from candidate")) {
            List<String> scopes = Sql.queryTexts(connection, "select distinct scope from candidate where return_name = " + Sql.literal(name) + " and scope is not null");
            insert("owner", register.owners(name, SubmissionRegister.ALWAYS, Long.MAX_VALUE, scopes).stream()
                    .map(owner -> "(%s, %s, %s)".formatted(Sql.literal(name), Sql.literal(owner.scope()), Sql.literal(owner.submissionId()))).toList());
        }
        Sql.execute(connection, """
                delete from open_reject where (%1$s) in (
                    select (%1$s) from (
                        select candidate.submission, candidate.file, candidate.table_name, candidate.source_line
                        from candidate
                        join submission as own on own.submission = candidate.submission
                        left join owner on owner.return_name = candidate.return_name and owner.scope = candidate.scope
                        left join submission as later on later.submission = owner.submission
                        group by all
                        having bool_and(later.submission is not null and (later.received_at, later.arrival) > (own.received_at, own.arrival))))
                """.formatted(ROW));
        Sql.execute(connection, """
                delete from open_reject where (%1$s) in (
                    select (%1$s) from (
                        select candidate.submission, candidate.file, candidate.table_name, candidate.source_line
                        from candidate
                        join submission as own on own.submission = candidate.submission
                        join candidate as again
                            on again.return_name = candidate.return_name and again.table_name = candidate.table_name and again.scope = candidate.scope
                        join submission as later on later.submission = again.submission
                        join (select distinct %1$s from open_reject) as still
                            on still.submission = again.submission and still.file = again.file and still.table_name = again.table_name
                            and still.source_line = again.source_line
                        where (later.received_at, later.arrival) > (own.received_at, own.arrival)))
                """.formatted(ROW));
    }

    /** Ids of the submissions of which anything is open. */
    Set<String> submissions() throws SQLException {
        return new TreeSet<>(Sql.queryTexts(connection, "select distinct submission from open_reject"));
    }

    /** How many rows are open. */
    long rows() throws SQLException {
        return Sql.queryLong(connection, "select count(*) from (select distinct " + ROW + " from open_reject)");
    }

    /**
     * In numbers, by return and school, those that name no school last.
     *
     * @param titles of returns
     */
    List<OpenReport> reports(Map<String, String> titles) throws SQLException {
        List<OpenReport> reports = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                with broken as (
                    select return_name, laestab, rule, count(*) as rows
                    from (select distinct return_name, laestab, rule, %1$s from open_reject)
                    group by all
                ),
                school as (
                    select return_name, laestab, count(*) as rows, min(received_on) as since
                    from (select distinct return_name, laestab, received_on, %1$s from open_reject)
                    group by all
                )
                select school.return_name, school.laestab, school.rows, school.since, broken.rule, broken.rows
                from school
                join broken on broken.return_name = school.return_name and broken.laestab is not distinct from school.laestab
                order by school.return_name, school.laestab nulls last, broken.rows desc, broken.rule""".formatted(ROW))) {
            while (row.next()) {
                String name = row.getString(1);
                Integer school = (Integer) row.getObject(2);
                OpenReport last = reports.isEmpty() ? null : reports.get(reports.size() - 1);
                if (last == null || !last.returnName().equals(name) || !Objects.equals(last.school(), school)) {
                    last = new OpenReport(name, titles.getOrDefault(name, name), school, row.getLong(3), row.getObject(4, LocalDate.class), new LinkedHashMap<>());
                    reports.add(last);
                }
                last.rules().put(row.getString(5), row.getLong(6));
            }
        }
        return reports;
    }

    /** Something to be done with each. */
    interface Each<E extends Exception> {
        void take(OpenReject reject) throws E;
    }

    /** By return and school, those that name no school last; of these by file and line. */
    <E extends Exception> void forEach(Each<E> each) throws SQLException, E {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                select return_name, laestab, file, source_line, upn, field, rule, message, why, remedy, received_on, submission
                from open_reject
                order by return_name, laestab nulls last, received_on, submission, file, source_line, rule, field""")) {
            while (row.next()) {
                each.take(new OpenReject(row.getString(1), (Integer) row.getObject(2), Shown.text(row.getString(3)), row.getInt(4), row.getString(5),
                        Shown.text(row.getString(6)), row.getString(7), Shown.text(row.getString(8)), row.getString(9), row.getString(10),
                        row.getObject(11, LocalDate.class), row.getString(12)));
            }
        }
    }

    private static String relation(Path file, String columns) {
        return Files.exists(file) ? "read_parquet(" + Sql.literal(file.toString()) + ")"
                : "(select " + List.of(columns.split(", ")).stream().map(column -> column.split(" "))
                        .map(column -> "cast(null as " + column[1] + ") as " + column[0]).collect(Collectors.joining(", ")) + " where false)";
    }

    private void insert(String table, List<String> values) throws SQLException {
        for (int from = 0; from < values.size(); from += AT_ONCE) {
            Sql.execute(connection, "insert into " + table + " values " + String.join(", ", values.subList(from, Math.min(values.size(), from + AT_ONCE))));
        }
    }

    static Map<String, Submission> byId(List<Submission> submissions) {
        return submissions.stream().collect(Collectors.toMap(Submission::id, Function.identity()));
    }
}
