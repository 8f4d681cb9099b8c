package org.bellwether.app.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.staging.validation.RejectsReport;

/**
 * The submissions and lines from which listed facts came, and what rules have found in these lines.
 *
 * <p>A fact says its line itself. Where it is made of many, {@code sql/explain/<fact>.sql} names them.
 */
final class SourceLines {

    /** Tables of returns of several tables whose lines a fact names; those of any other fact are of its return's one table. */
    private static final Map<String, String> TABLES = Map.of("core.fact_pupil_census", "pupil_on_roll", "core.fact_exclusion", ".*exclusion.*");

    private final ReadOnlyWarehouse warehouse;
    private final Connection connection;
    private final Project project;
    private final Home home;

    SourceLines(ReadOnlyWarehouse warehouse, Project project, Home home) {
        this.warehouse = warehouse;
        this.connection = warehouse.connection();
        this.project = project;
        this.home = home;
    }

    /** Of the rows of {@code listed_part}. */
    List<Explanation.Source> find() throws SQLException, IOException {
        Sql.execute(connection, "create or replace table origin (fact varchar, fact_key bigint, laestab integer, submission_key bigint, source_line integer)");
        for (String fact : Sql.queryTexts(connection, "select distinct fact from listed_part where fact_key is not null and fact <> 'mart.figure' order by fact")) {
            Sql.execute(connection, "create or replace table listed as select distinct fact_key from listed_part where fact = " + Sql.literal(fact)
                    + " and fact_key is not null");
            Sql.execute(warehouse.models(), "insert into memory.main.origin select distinct " + Sql.literal(fact)
                    + ", line.fact_key, " + school(fact) + ", line.submission_key, line.source_line from (" + lines(fact) + ") as line" + ofFact(fact));
        }
        List<Explanation.Source> sources = new ArrayList<>();
        for (Explanation.Source source : submissions()) {
            Path record = home.landing(source.returnName(), source.id()).resolve("submission.json");
            List<String> files = Json.readWhole(record, Submission.class).map(Submission::files).orElse(List.of()).stream()
                    .filter(file -> file.table() == null || file.table().matches(table(source.fact()))).map(SubmissionFile::file).distinct().toList();
            sources.add(new Explanation.Source(source.id(), source.returnName(), source.receivedAt(), files.size() == 1 ? files.get(0) : null,
                    source.fact(), source.facts(), source.schools(), source.school(), source.lines(), source.ranges(), source.rows(), source.rejected(), rules(source)));
        }
        return sources;
    }

    private String school(String fact) throws SQLException {
        return saysSchool(fact) ? "fact.laestab" : "null";
    }

    private String ofFact(String fact) throws SQLException {
        return saysSchool(fact) ? " left join " + fact + " as fact on fact." + key(fact) + " = line.fact_key" : "";
    }

    /** Not asked where a fact has very many lines: it is of whole schools then, or of one child. */
    private boolean saysSchool(String fact) throws SQLException {
        return !Files.exists(ownLines(fact)) && warehouse.columns("core", name(fact)).contains("laestab");
    }

    private String key(String fact) throws SQLException {
        return warehouse.columns("core", name(fact)).get(0);
    }

    private static String name(String fact) {
        return fact.substring(fact.indexOf('.') + 1);
    }

    private Path ownLines(String fact) {
        return project.sql().resolve("explain").resolve(name(fact) + ".sql");
    }

    private String lines(String fact) throws SQLException, IOException {
        Path own = ownLines(fact);
        if (Files.exists(own)) {
            return Files.readString(own);
        }
        return "select listed.fact_key, fact.submission_key, fact.source_line from listed join " + fact + " as fact on fact."
                + key(fact) + " = listed.fact_key";
    }

    private List<Explanation.Source> submissions() throws SQLException {
        return Sql.query(connection, """
                with line as (
                    select distinct fact, submission_key, source_line from origin
                ),
                island as (
                    select *, source_line - row_number() over (partition by fact, submission_key order by source_line) as island from line
                ),
                stretch as (
                    select fact, submission_key, min(source_line) as first, count(*) as lines,
                        min(source_line) || case when count(*) > 1 then '-' || max(source_line) else '' end as range
                    from island
                    group by fact, submission_key, island
                ),
                counted as (
                    select fact, submission_key, count(distinct fact_key) as facts, count(distinct laestab) as schools, min(laestab) as school from origin group by all
                )
                select submission.submission_id, submission.return_name, submission.received_at, counted.fact, counted.facts, counted.schools, counted.school,
                    sum(stretch.lines), list(stretch.range order by stretch.first), submission.row_count, submission.rejected_count
                from counted
                join stretch using (fact, submission_key)
                join warehouse.core.dim_submission as submission using (submission_key)
                group by all
                order by submission.received_at, submission.submission_id, counted.fact
                """, row -> new Explanation.Source(row.getString(1), row.getString(2),
                        row.getTimestamp(3).toLocalDateTime().toInstant(ZoneOffset.UTC).toString(), null, row.getString(4), row.getLong(5), row.getLong(6),
                        (Integer) row.getObject(7), row.getLong(8), texts(row.getArray(9)), row.getLong(10), row.getLong(11), List.of()));
    }

    private List<Explanation.Outcome> rules(Explanation.Source source) throws SQLException {
        Optional<String> findings = RejectsReport.findings(home.staged(source.returnName(), source.id()));
        if (findings.isEmpty()) {
            return List.of();
        }
        return Sql.query(connection, """
                select rule, any_value(message), count(distinct source_line)
                from %s
                where regexp_full_match(table_name, %s) and source_line in (
                    select source_line
                    from origin
                    join warehouse.core.dim_submission using (submission_key)
                    where submission_id = %s and fact = %s)
                group by rule
                order by rule
                """.formatted(findings.get(), Sql.literal(table(source.fact())), Sql.literal(source.id()), Sql.literal(source.fact())),
                row -> new Explanation.Outcome(row.getString(1), row.getString(2), row.getLong(3)));
    }

    private static String table(String fact) {
        return TABLES.getOrDefault(fact, ".*");
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(Object::toString).toList();
    }
}
