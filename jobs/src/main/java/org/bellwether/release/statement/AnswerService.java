package org.bellwether.release.statement;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.release.site.report.ReportTier;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.stated.StatedCheck;
import org.bellwether.warehouse.stated.StatedFigure;

/** Asks one tier of a release what statements say: all of them in three questions, for figures, registers and arithmetic. */
public final class AnswerService {

    private final StatementCatalog statements;
    private final Connection connection;
    private final StatementSql sql;

    /** Of a mart that both tiers have, the columns are those of the tier that is asked: published ones have more. */
    private AnswerService(StatementCatalog statements, ReportTier tier, boolean isRestricted) throws SQLException {
        this.statements = statements;
        this.connection = tier.connection();
        Map<String, Set<String>> columns = new TreeMap<>();
        Sql.query(connection, "select table_name, column_name from duckdb_columns() where not internal"
                + " qualify rank() over (partition by table_name order by database_name || '.' || schema_name = " + Sql.literal(tier.marts()) + " desc) = 1",
                row -> columns.computeIfAbsent(row.getString(1), table -> new HashSet<>()).add(row.getString(2)));
        this.sql = new StatementSql(columns, isRestricted);
    }

    /**
     * @param restricted whether the marts are asked as they are before disclosure control
     * @param ids        of statements, which the answers follow in their order
     * @throws BellwetherException where there is no such statement, or one cannot be asked
     */
    public static Answers answer(Project project, StatementCatalog statements, ReleaseFolder folder, boolean restricted, List<String> ids) throws SQLException {
        try (ReportTier tier = restricted ? ReportTier.restricted(project, folder) : ReportTier.published(project, folder)) {
            return answer(statements, tier, Manifest.read(folder), restricted, ids);
        }
    }

    /**
     * The same of a tier that is open.
     *
     * @param manifest what is known of the release that the tier is of
     */
    static Answers answer(StatementCatalog statements, ReportTier tier, Manifest manifest, boolean restricted, List<String> ids) throws SQLException {
        List<Answer> answers = new AnswerService(statements, tier, restricted).answers(ids, manifest.la());
        return Answers.of(manifest.release(), manifest.asOf(), manifest.la(), restricted ? "restricted" : "published", answers);
    }

    private List<Answer> answers(List<String> ids, int la) throws SQLException {
        Map<String, List<FigureRow>> figures = figures(ids).stream().collect(Collectors.groupingBy(FigureRow::statement));
        Map<String, List<List<String>>> rows = rows(ids);
        Map<String, Map<Integer, BigDecimal>> checks = checks(ids);
        return ids.stream().map(id -> new AnswerMaker(id, statements, la, sql)
                .answer(figures.getOrDefault(id, List.of()), rows.getOrDefault(id, List.of()), checks.getOrDefault(id, Map.of()))).toList();
    }

    private List<FigureRow> figures(List<String> ids) throws SQLException {
        Map<String, String> questions = new LinkedHashMap<>();
        for (String id : ids) {
            Statement statement = statements.statement(id);
            List<Integer> stated = statement.stated().stream().map(code -> statements.statedOf(id).get(code)).filter(one -> one.column() != null)
                    .map(StatedFigure::period).filter(Objects::nonNull).distinct().toList();
            for (int i = 0; i < statement.figures().size(); i++) {
                if (sql.canAsk(statement.figures().get(i))) {
                    questions.put(id + "." + i, sql.figure(id, i, statement.figures().get(i), stated));
                }
            }
        }
        return ask(questions, "statement, place, ordinal", FigureRow::of);
    }

    private Map<String, List<List<String>>> rows(List<String> ids) throws SQLException {
        Map<String, String> questions = new LinkedHashMap<>();
        for (String id : ids) {
            Statement.Register register = statements.statement(id).register();
            if (register != null && sql.canAsk(register)) {
                questions.put(id, sql.register(id, register));
            }
        }
        record Line(String statement, List<String> cells) {
        }
        return ask(questions, "statement, ordinal", row -> {
            List<String> cells = new ArrayList<>();
            for (Object cell : (Object[]) row.getArray("cells").getArray()) {
                cells.add((String) cell);
            }
            return new Line(row.getString("statement"), cells);
        }).stream().collect(Collectors.groupingBy(Line::statement, Collectors.mapping(Line::cells, Collectors.toList())));
    }

    private Map<String, Map<Integer, BigDecimal>> checks(List<String> ids) throws SQLException {
        Map<String, String> questions = new LinkedHashMap<>();
        for (String id : ids) {
            List<StatedCheck> checks = statements.statement(id).checks();
            for (int i = 0; i < checks.size(); i++) {
                questions.put(id + "." + i, StatementSql.check(id, i, checks.get(i), statements.statedOf(id)));
            }
        }
        Map<String, Map<Integer, BigDecimal>> found = new TreeMap<>();
        ask(questions, "statement, place", row -> found.computeIfAbsent(row.getString("statement"), id -> new TreeMap<>())
                .put(row.getInt("place"), row.getBigDecimal("comes_to")));
        return found;
    }

    private <T> List<T> ask(Map<String, String> questions, String order, Sql.Row<T> row) throws SQLException {
        if (questions.isEmpty()) {
            return List.of();
        }
        try {
            return Sql.query(connection, "from (" + String.join(") union all from (", questions.values()) + ") order by " + order, row);
        } catch (SQLException e) {
            for (Map.Entry<String, String> question : questions.entrySet()) {
                alone(question.getKey(), question.getValue());
            }
            throw e;
        }
    }

    /** Names the statement that spoils the question of all. */
    private void alone(String id, String question) {
        try {
            Sql.query(connection, question, row -> null);
        } catch (SQLException e) {
            throw ErrorCode.STATEMENT_WRONG.because(e, "config/statements", id + " cannot be asked: " + e.getMessage().lines().findFirst().orElse("it is no SQL"));
        }
    }
}
