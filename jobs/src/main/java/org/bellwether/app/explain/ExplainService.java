package org.bellwether.app.explain;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.QueryGuard;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.figure.Subject;

/**
 * Explains figures of the marts of a home's warehouse, from the fact rows that add up to them. Nothing of the home is changed.
 *
 * <p>The caller holds the home's lock, and shows what is said of few children to those alone who may know it.
 */
public final class ExplainService implements AutoCloseable {

    private final Project project;
    private final Home home;
    private final ReadOnlyWarehouse warehouse;
    private final Connection connection;
    private final MeasureCatalog measures;
    private final DisclosureConfig disclosure;
    private final FiguresBehind madeOf;

    private ExplainService(Project project, Home home, ReadOnlyWarehouse warehouse, ConfigFiles config) {
        this.project = project;
        this.home = home;
        this.warehouse = warehouse;
        this.connection = warehouse.connection();
        this.measures = MeasureCatalog.load(config);
        this.disclosure = DisclosureConfig.load(config, measures);
        this.madeOf = new FiguresBehind(warehouse, measures, disclosure);
    }

    /** @throws BellwetherException where nothing is built */
    public static ExplainService open(Project project, Home home) throws SQLException, IOException {
        ConfigFiles config = ConfigFiles.of(project, home.config());
        ReadOnlyWarehouse warehouse = ReadOnlyWarehouse.open(project, home, Settings.load(config).engine());
        try {
            return new ExplainService(project, home, warehouse, config);
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }

    /** The instant of what the warehouse knows, as text. */
    public String asOf() throws SQLException {
        return Sql.queryText(connection, "select strftime(as_of(), '%Y-%m-%dT%H:%M:%SZ')");
    }

    /**
     * @param condition SQL that names one row of the mart
     * @throws BellwetherException where there is no such figure, or the condition names none or several rows, or is no condition
     */
    public Explanation explain(String mart, String column, String condition) throws SQLException, IOException {
        List<String> columns = warehouse.columns("mart", mart);
        if (!disclosure.marts().containsKey(mart) || columns.isEmpty()) {
            throw ErrorCode.NO_SUCH_MART.with(mart, disclosure.marts().keySet());
        }
        List<String> grain = disclosure.marts().get(mart).grain().stream().filter(columns::contains).toList();
        if (!columns.contains(column)) {
            throw notExplained(mart, column);
        }
        choose(mart, condition, grain);
        String status = columns.contains(column + "_status") ? column + "_status" : "null";
        Figure figure = Sql.queryFirst(connection, "select cast(" + Sql.identifier(column) + " as varchar), " + status + " from chosen",
                row -> new Figure(mart, column, row.getString(1), row.getString(2))).orElseThrow();
        Map<String, Object> row = row(grain);
        Optional<Explanation> own = ofMart(figure, row);
        Optional<Explanation> found = own.isPresent() ? own : ofParts(figure, row);
        if (found.isEmpty()) {
            throw notExplained(mart, column);
        }
        return found.get();
    }

    /** @param value as text */
    private record Figure(String mart, String column, String value, String status) {
    }

    private void choose(String mart, String condition, List<String> grain) throws SQLException {
        String rowsOf = "select * from mart." + mart + " where (" + condition + "\n)";
        try {
            QueryGuard.check(connection, rowsOf);
            Sql.execute(warehouse.models(), "create or replace table memory.main.chosen as " + rowsOf);
        } catch (SQLException e) {
            throw ErrorCode.CONDITION_WRONG.because(e, mart, e.getMessage().lines().findFirst().orElse("it is no SQL"));
        }
        long rows = Sql.queryLong(connection, "select count(*) from chosen");
        if (rows != 1) {
            throw rows == 0 ? ErrorCode.NO_ROW.with(mart, String.join(", ", grain)) : ErrorCode.SEVERAL_ROWS.with(rows, mart, String.join(", ", grain));
        }
    }

    private Map<String, Object> row(List<String> grain) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (String column : grain) {
            row.put(column, Sql.query(connection, "select " + column + " from chosen", one -> one.getObject(1) instanceof Number number ? number
                    : one.getString(1)).get(0));
        }
        return row;
    }

    /** Of what the mart's own SELECT makes of facts: {@code sql/explain/<mart>.sql} says of which. */
    private Optional<Explanation> ofMart(Figure figure, Map<String, Object> row) throws SQLException, IOException {
        Path file = project.sql().resolve("explain").resolve(figure.mart + ".sql");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Sql.execute(warehouse.models(), "create or replace table memory.main.own as select own.* from (" + Files.readString(file)
                + ") as own where own.mart_column = " + Sql.literal(figure.column) + same(row, row.keySet()));
        if (Sql.queryLong(connection, "select count(*) from own") == 0) {
            return Optional.empty();
        }
        Sql.execute(connection, "create or replace table listed_part as select part, cast(null as integer) as period, cast(amount as decimal(38, 5)) as amount,"
                + " fact, fact_key from own where fact_key is not null");
        Sql.execute(connection, "create or replace table cell as select * from warehouse.mart.figure limit 0");
        String recomputed = Sql.queryText(connection, "select any_value(recomputed) from own");
        String code = code(figure, null);
        List<String> models = new ArrayList<>(List.of("mart." + figure.mart));
        models.addAll(Sql.queryTexts(connection, "select distinct fact from listed_part order by fact"));
        return Optional.of(explanation(figure, row, measured(figure, code), null, null, recomputed, madeOf.listed(), models));
    }

    /** Of what is pivoted from figures, which parts make. */
    private Optional<Explanation> ofParts(Figure figure, Map<String, Object> row) throws SQLException, IOException {
        String view = figure.mart + "__figure";
        List<String> known = warehouse.columns("mart", view);
        Optional<Shown> shown = known.isEmpty() ? Optional.empty() : Sql.queryFirst(warehouse.models(), "select shown.shown_measure, shown.cell_key from mart."
                + view + " as shown where shown.mart_column = " + Sql.literal(figure.column) + same(row, known), one -> new Shown(one.getString(1), one.getLong(2)));
        String code = code(figure, shown.isEmpty() && shows(view, known, figure.column) ? Sql.queryText(connection, "select measure_code from chosen")
                : shown.map(Shown::measure).orElse(null));
        Measure measure = code == null ? null : measures.measure(code);
        if (measure == null || measure.kind() == Measure.Kind.OWN) {
            return Optional.empty();
        }
        Subject subject = measures.subjects().values().stream().filter(one -> one.measures().containsKey(code)).findFirst().orElseThrow();
        List<String> models = new ArrayList<>(List.of("mart." + figure.mart));
        ListedFigure.Made made = new ListedFigure(warehouse, home, subject).list(code, measure, shown.map(Shown::cellKey).orElse(-1L), models);
        models.addAll(Sql.queryTexts(connection, "select distinct fact from listed_part order by fact"));
        String recomputed = made.value() == null ? null : made.value().toPlainString();
        return Optional.of(explanation(figure, row, measured(figure, code), made.numerator(), made.denominator(), recomputed,
                madeOf.sameCell(measure, code), models));
    }

    /** Whether a mart with a row a measure shows figures in the column: a row has none where nobody told of its cell. */
    private boolean shows(String view, List<String> known, String column) throws SQLException {
        return !known.isEmpty() && warehouse.columns("mart", view.substring(0, view.indexOf("__"))).contains("measure_code")
                && Sql.queryTexts(warehouse.models(), "select distinct mart_column from mart." + view).contains(column);
    }

    private record Shown(String measure, long cellKey) {
    }

    /** The measure of a column: that of the figure it shows, else what config says of it. */
    private String code(Figure figure, String shown) {
        return shown != null ? shown : measures.codes().stream().filter(code -> figure.column.equals(measures.measure(code).marts().get(figure.mart)))
                .findFirst().orElse(null);
    }

    private Explanation explanation(Figure figure, Map<String, Object> row, Explanation.Measured measured, BigDecimal numerator, BigDecimal denominator,
            String recomputed, List<Explanation.MadeOf> figures, List<String> models) throws SQLException, IOException {
        String type = warehouse.type("mart", figure.mart, figure.column);
        Object value = typed(figure.value, type);
        Object made = typed(recomputed, type);
        List<Explanation.Source> sources = new SourceLines(warehouse, project, home).find();
        long rejected = sources.stream().collect(Collectors.toMap(Explanation.Source::id, Explanation.Source::rejected, (one, two) -> one)).values().stream()
                .mapToLong(Long::longValue).sum();
        List<Explanation.Published> published = new PublishedElsewhere(warehouse).find(
                value instanceof Number ? new BigDecimal(figure.value) : null, rejected);
        return new Explanation(figure.mart, figure.column, row, measured, value, figure.status, null, numerator, denominator, made, Objects.equals(value, made),
                Sql.queryLong(connection, "select count(*) from (select distinct fact, fact_key from listed_part)"), parts(), figures, models, sources, published,
                List.of());
    }

    private Object typed(String text, String type) throws SQLException {
        if (text == null) {
            return null;
        }
        Object typed = Sql.queryFirst(connection, "select cast(" + Sql.literal(text) + " as " + type + ")", row -> row.getObject(1)).orElseThrow();
        return typed instanceof Number || typed instanceof Boolean ? typed : typed.toString();
    }

    private List<Explanation.Part> parts() throws SQLException {
        return Sql.query(connection, """
                select part, nullif(period, (select any_value(time_period) from cell)), sum(amount), fact, count(distinct fact_key),
                    string_agg(distinct cast(fact_key as varchar), ' ' order by cast(fact_key as varchar))
                from listed_part
                group by part, period, fact
                order by part, period desc, fact
                """, row -> new Explanation.Part(row.getString(1), (Integer) row.getObject(2), row.getBigDecimal(3), row.getString(4), row.getLong(5),
                        List.of(row.getString(6).split(" "))));
    }

    private Explanation.Measured measured(Figure figure, String code) throws SQLException {
        if (code == null) {
            String comment = Sql.queryText(connection, "select comment from duckdb_columns() where database_name = 'warehouse' and schema_name = 'mart'"
                    + " and table_name = " + Sql.literal(figure.mart) + " and column_name = " + Sql.literal(figure.column));
            return new Explanation.Measured(null, figure.column, comment, null, null, null, null);
        }
        return Explanation.Measured.of(code, measures.measure(code));
    }

    private BellwetherException notExplained(String mart, String column) throws SQLException, IOException {
        TreeSet<String> named = new TreeSet<>();
        measures.codes().forEach(code -> Optional.ofNullable(measures.measure(code).marts().get(mart)).ifPresent(named::add));
        Path own = project.sql().resolve("explain").resolve(mart + ".sql");
        if (Files.exists(own)) {
            named.addAll(Sql.queryTexts(warehouse.models(), "select distinct mart_column from (" + Files.readString(own) + ")"));
        }
        if (warehouse.has("mart", mart + "__figure")) {
            named.addAll(Sql.queryTexts(warehouse.models(), "select distinct mart_column from mart." + mart + "__figure"));
        }
        return ErrorCode.NOT_EXPLAINED.with(column, mart, named);
    }

    /** Literals, so that what the engine need not compute of other rows it does not. */
    private static String same(Map<String, Object> row, Collection<String> columns) {
        return row.entrySet().stream().filter(one -> columns.contains(one.getKey())).map(one -> " and " + one.getKey() + (one.getValue() == null ? " is null"
                : " = " + Sql.literal(one.getValue().toString()))).collect(Collectors.joining());
    }

    @Override
    public void close() throws SQLException {
        warehouse.close();
    }
}
