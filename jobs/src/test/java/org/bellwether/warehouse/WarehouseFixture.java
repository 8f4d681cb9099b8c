package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.engine.Sql.identifier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.model.InputFingerprints;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.model.ModelGraph;
import org.bellwether.warehouse.model.ModelRun;
import org.bellwether.warehouse.model.ModelRunner;
import org.bellwether.warehouse.model.PartitionedFactBuilder;
import org.bellwether.warehouse.model.ViewComments;
import org.bellwether.warehouse.table.Rows;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A warehouse in memory on which a test runs the real models: rows are given, models built, rows expected.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final WarehouseFixture warehouse = new WarehouseFixture();
 *
 * @Test
 * void a_suspension_loses_its_sessions() {
 *     warehouse.given("staged.exclusion_notice", """
 *             notice_id, pupil_key, laestab, category, start_date, sessions
 *             N1,        7,         8999001, SUSP,     2025-02-04, 4
 *             """);
 *     warehouse.build("core.fact_exclusion");
 *     warehouse.expect("core.fact_exclusion where is_counted", """
 *             pupil_key, sessions_lost
 *             7,         4
 *             """);
 * }
 * }</pre>
 *
 * <p>Rows are CSV with blanks that do not count; an empty value is null and {@code ""} too; columns that are not named
 * are null, but submission_key is 1, source_line counts the given rows and received_at is {@value #RECEIVED}. A staged
 * table that is not given is empty. A core or mart table that is given is taken as it is; what else the built table
 * needs is built by its model. Config is the shipped one, with Wardown (899) as the home's authority; {@code config}
 * replaces a table's rows. The as-of is {@value #AS_OF}. Each test starts empty. {@code expect} compares the named
 * columns, in any order of rows.
 */
public final class WarehouseFixture implements BeforeAllCallback, BeforeEachCallback {

    /** Default of {@code received_at}. */
    public static final String RECEIVED = "2025-01-01T00:00:00";

    /** Default of {@code as_of()}, UTC. */
    public static final String AS_OF = "2026-08-31T12:00:00Z";

    private final Project project = Project.locate();
    private final Map<String, String> overlay;
    private final List<Model> further;
    private final boolean isAlone;
    private MigratedWarehouse warehouse;
    private Connection connection;
    private ModelGraph graph;

    public WarehouseFixture() {
        this(Map.of());
    }

    /** @param overlay further files of the home's config, by their path in it */
    public WarehouseFixture(Map<String, String> overlay) {
        this(overlay, List.of());
    }

    /** @param further models beside the project's */
    public WarehouseFixture(Map<String, String> overlay, List<Model> further) {
        this(overlay, further, false);
    }

    private WarehouseFixture(Map<String, String> overlay, List<Model> further, boolean isAlone) {
        this.overlay = overlay;
        this.further = further;
        this.isAlone = isAlone;
    }

    /** For what depends on the values that tables have ever held, as the engine's plans do. */
    public static WarehouseFixture alone() {
        return new WarehouseFixture(Map.of(), List.of(), true);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        warehouse = isAlone ? MigratedWarehouse.alone(project) : MigratedWarehouse.shared(project, overlay, further);
        connection = warehouse.connection();
        graph = warehouse.graph();
        warehouse.asMigrated();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        warehouse.empty();
        asOf(AS_OF);
    }

    /** @param table schema and name; of {@code staged}, {@code core} or {@code mart} */
    public void given(String table, String csv) {
        warehouse.given().add(table);
        run(() -> {
            if (warehouse.partitionedFacts().containsKey(table)) {
                Sql.execute(connection, "drop view if exists " + table);
                Sql.execute(connection, "create table if not exists " + table + " as from shape."
                        + table.substring(table.indexOf('.') + 1) + " limit 0");
            }
            insert(filled(table), csv);
        });
    }

    /** Gives a table the rows of a SELECT, for figures that take many; columns that it lacks are null. */
    public void givenSelect(String table, String select) {
        warehouse.given().add(table);
        run(() -> Sql.execute(connection, "insert into " + filled(table) + " by name " + select));
    }

    /** The table that holds the rows which a test gives, noted as one that has some. */
    private String filled(String table) {
        String rows = table.startsWith("staged.") ? GivenRows.table(table) : table;
        warehouse.filled().add(rows);
        return rows;
    }

    /** @param table schema and name of a config table, whose rows are replaced */
    public void config(String table, String csv) {
        run(() -> {
            warehouse.configured().add(table.substring(table.indexOf('.') + 1));
            Sql.execute(connection, "delete from " + table);
            insert(table, csv);
        });
    }

    /** @param instant what as_of() answers, as 2025-06-01T00:00:00Z */
    public void asOf(String instant) {
        run(() -> Warehouse.setClock(connection, Instant.parse(instant)));
    }

    /** Builds the tables, and before them the models that they rest on, down to what is given. */
    public List<ModelRun> build(String... tables) {
        List<ModelRun> runs = Collections.synchronizedList(new ArrayList<>());
        Set<String> needed = needed(tables);
        warehouse.filled().addAll(needed);
        run(() -> {
            GivenRows staged = new GivenRows();
            ViewComments comments = ViewComments.read(connection);
            ModelRunner runner = new ModelRunner(connection, graph, new InputFingerprints(connection, staged, project),
                    new PartitionedFactBuilder(connection, staged, warehouse.facts(), warehouse.partitionedFacts(), comments), comments);
            runner.run(graph.ordered().stream().filter(model -> needed.contains(model.table())).toList(), runs::add);
        });
        return runs;
    }

    /** The models of the tables and those that they rest on, down to what is given. */
    private Set<String> needed(String... tables) {
        Set<String> needed = new HashSet<>(List.of(tables));
        List<Model> models = new ArrayList<>(graph.ordered());
        Collections.reverse(models);
        for (Model model : models) {
            if (needed.contains(model.table())) {
                graph.dependencies(model).tables().stream().filter(read -> !warehouse.given().contains(read)).forEach(needed::add);
            }
        }
        return needed;
    }

    /** By schema and name of each model, the tables and views that it reads. */
    Map<String, Set<String>> reads() {
        return graph.ordered().stream().collect(Collectors.toMap(Model::table, model -> graph.dependencies(model).tables()));
    }

    /** Builds every model of the project that is not given. */
    public List<ModelRun> buildAll() {
        return build(graph.ordered().stream().map(Model::table).filter(table -> !warehouse.given().contains(table)).toArray(String[]::new));
    }

    /** @param rows a table, a table with a where clause, or a select; its columns that the CSV names must be as it says */
    public void expect(String rows, String csv) {
        run(() -> {
            Rows expected = GivenCsv.rows(csv);
            String from = rows.stripLeading().toLowerCase(Locale.ROOT).startsWith("select")
                    ? "(" + rows + ")" : rows;
            String columns = expected.columns().stream().map(Sql::identifier).collect(Collectors.joining(", "));
            Sql.execute(connection, "create or replace temp table actual as select " + columns + " from " + from);
            Sql.execute(connection, "create or replace temp table expected as from actual limit 0");
            GivenCsv.insert(connection, expected, "expected", "temp.main.expected");
            assertThat(texts("actual", expected.columns())).as("%s of %s", columns, rows)
                    .containsExactlyInAnyOrderElementsOf(texts("expected", expected.columns()));
        });
    }

    /** The first column of a SELECT's rows, as text. */
    public List<String> ask(String select) {
        List<String> answer = new ArrayList<>();
        run(() -> answer.addAll(Sql.queryTexts(connection, select)));
        return Collections.unmodifiableList(answer);
    }

    /** The first column of what an audit of the project finds, as text. */
    public List<String> audit(String name) {
        return ask(InputFingerprints.read(project.sql().resolve("audits/" + name + ".sql")));
    }

    /** What is asked of the warehouse by other means than SQL alone. */
    <T> List<T> with(Question<T> question) {
        List<T> answer = new ArrayList<>();
        warehouse.filledByHand();
        run(() -> answer.addAll(question.ask(connection)));
        return answer;
    }

    private List<String> texts(String table, List<String> columns) throws SQLException {
        return Sql.queryTexts(connection, "select concat_ws(', ', " + columns.stream()
                .map(column -> "coalesce(cast(" + identifier(column) + " as varchar), '')")
                .collect(Collectors.joining(", ")) + ") from " + table);
    }

    private void insert(String table, String csv) throws SQLException {
        GivenCsv.insert(connection, GivenCsv.rows(csv), table, table);
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    interface Question<T> {
        List<T> ask(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}
