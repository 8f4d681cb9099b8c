package org.bellwether.warehouse.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.config.ConfigFiles;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.table.TableColumns;

/** Follows the rows of staged tables to the facts that are made of them, as config/coverage.yml says. */
public final class Coverage {

    /** Rule of a row that was accepted and reaches no fact. */
    public static final String RULE = "BLD-090";

    private static final String FILE = "coverage.yml";
    public static final String REMEDY = "nothing to do where that is as it should be, else correct the line and send the return again";
    private static final List<String> ORIGIN = List.of("submission_key", "source_line");

    private final Map<String, Path> paths;
    private final Map<String, String> withoutFact;

    private Coverage(Config config) {
        this.paths = new TreeMap<>(config.reaches);
        this.withoutFact = new TreeMap<>(config.withoutFact);
    }

    /**
     * Where the rows of a staged table go.
     *
     * @param of condition that tells which of its rows; null where all
     * @param by columns that it shares with the fact; null where its rows stand there by submission and line
     * @param reason why a row may reach none
     */
    record Path(String fact, String of, List<String> by, String reason) {
    }

    /**
     * config/coverage.yml.
     *
     * @param withoutFact staged tables whose rows stand there alone, with the reason
     */
    record Config(Map<String, Path> reaches, Map<String, String> withoutFact) {
    }

    public static Coverage of(ConfigFiles config) {
        return new Coverage(config.yaml(FILE, Config.class));
    }

    /** Staged tables whose rows are followed. */
    public Set<String> followed() {
        return Collections.unmodifiableSet(paths.keySet());
    }

    /** Staged tables whose rows make no fact. */
    public Set<String> withoutFact() {
        return Collections.unmodifiableSet(withoutFact.keySet());
    }

    /** Accepted rows that reach no fact: rows are only looked at of submissions of which fewer reach it than are staged. */
    public List<SetAsideRow> unreached(Connection connection) throws SQLException {
        List<SetAsideRow> rows = new ArrayList<>();
        for (Map.Entry<String, Path> path : paths.entrySet()) {
            List<String> submissions = path.getValue().by == null ? Sql.queryTexts(connection, differing(path.getKey(), path.getValue()))
                    : List.of("submission_key");
            if (!submissions.isEmpty()) {
                rows.addAll(unreached(connection, path.getKey(), path.getValue(), submissions));
            }
        }
        return rows;
    }

    private static String differing(String table, Path path) {
        return """
                select accepted.submission_key
                from (select submission_key, count(*) as rows from staged.%s where %s group by submission_key) as accepted
                left join (select submission_key, count(*) as rows from %s group by submission_key) as reached
                    on reached.submission_key = accepted.submission_key
                where accepted.rows > coalesce(reached.rows, 0)""".formatted(table, condition(path), path.fact);
    }

    private static List<SetAsideRow> unreached(Connection connection, String table, Path path, List<String> submissions) throws SQLException {
        RowAudit audit = new RowAudit("coverage", RULE, "Reached no fact: " + path.reason, REMEDY, "");
        boolean isOfTwoFiles = TableColumns.ofTable(connection, "shape." + table).types().containsKey("on_roll");
        String equal = (path.by == null ? ORIGIN : path.by).stream().map(Sql::identifier)
                .map(column -> "reached." + column + " = accepted." + column).collect(Collectors.joining(" and "));
        return Sql.query(connection, """
                select submission_key, source_line, %s as on_roll
                from staged.%s as accepted
                where %s and submission_key in (%s) and not exists (select 1 from %s as reached where %s)
                order by all""".formatted(isOfTwoFiles ? "on_roll" : "cast(null as boolean)", table, condition(path),
                        String.join(", ", submissions), path.fact, equal),
                row -> new SetAsideRow(audit, table, row.getLong(1), row.getInt(2), (Boolean) row.getObject(3)));
    }

    private static String condition(Path path) {
        return path.of == null ? "true" : path.of;
    }
}
