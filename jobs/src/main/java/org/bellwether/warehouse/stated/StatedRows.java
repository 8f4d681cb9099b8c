package org.bellwether.warehouse.stated;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.YamlPlace;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.table.Rows;

/** What documents state, from config/statements, for the tables of the schema config. */
public final class StatedRows {

    public static final Map<String, Function<ConfigFiles, Rows>> READERS = Map.of("stated_figure", StatedRows::figures, "stated_check", StatedRows::checks);

    /** Of a file of statements, what a build needs. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Document(String strategy, Map<String, StatedFigure> stated, Map<String, Statement> statements) {

        Document {
            stated = stated == null ? Map.of() : stated;
            statements = statements == null ? Map.of() : statements;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Statement(List<StatedCheck> checks) {

        Statement {
            checks = checks == null ? List.of() : checks;
        }
    }

    private StatedRows() {
    }

    private static Rows figures(ConfigFiles config) {
        List<List<String>> rows = new ArrayList<>();
        for (String path : config.list("statements", ".yml")) {
            Document document = config.yaml(path, Document.class);
            document.stated.forEach((code, stated) -> {
                require(config.file(path), "stated." + code, stated.value() != null, code + " has no value");
                rows.add(row(document.strategy, code, stated.period(), stated.column(), stated.label(), stated.unit(), stated.value().toPlainString(), stated.sourceRef()));
            });
        }
        return new Rows(List.of("strategy_code", "stated_code", "time_period", "mart_column", "label", "unit", "stated_value", "source_ref"), rows);
    }

    private static Rows checks(ConfigFiles config) {
        List<List<String>> rows = new ArrayList<>();
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:")) {
            for (String path : config.list("statements", ".yml")) {
                Document document = config.yaml(path, Document.class);
                document.statements.forEach((id, statement) -> {
                    for (int i = 0; i < statement.checks.size(); i++) {
                        StatedCheck check = statement.checks.get(i);
                        String place = "statements." + id + ".checks[" + i + "]";
                        require(config.file(path), place, check.says() != null && check.of() != null, id + ": a check needs what, says and of");
                        BigDecimal comesTo = comesTo(engine, check, document.stated, () -> YamlPlace.of(config.file(path), place), id);
                        rows.add(row(document.strategy, id, i + 1, check.what(), check.says().toPlainString(), comesTo == null ? null : comesTo.toPlainString(), check.isMet(comesTo)));
                    }
                });
            }
        } catch (SQLException e) {
            throw new IllegalStateException("An engine without a file does not open", e);
        }
        return new Rows(List.of("strategy_code", "statement", "ordinal", "what", "stated_value", "comes_to", "is_consistent"), rows);
    }

    private static BigDecimal comesTo(Connection engine, StatedCheck check, Map<String, StatedFigure> stated, Supplier<String> place, String id) {
        try {
            return Sql.query(engine, check.sql(stated), row -> row.getBigDecimal(1)).get(0);
        } catch (SQLException e) {
            throw ErrorCode.STATEMENT_WRONG.because(e, place.get(), id + " cannot be reckoned: " + e.getMessage().lines().findFirst().orElse("it is no SQL"));
        }
    }

    /** @throws BellwetherException naming file, line and what to mend */
    private static void require(Path file, String place, boolean holds, String problem) {
        if (!holds) {
            throw ErrorCode.STATEMENT_WRONG.with(YamlPlace.of(file, place), problem);
        }
    }

    private static List<String> row(Object... values) {
        return Arrays.stream(values).map(value -> Objects.toString(value, "")).toList();
    }
}
