package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.app.explain.ExplainService;
import org.bellwether.app.explain.Explanation;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.home.Json;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every figure of every mart of a small council is made again from the rows that are named as behind it. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainTest {

    /** Columns that show no measure, and whose figures are explained from facts or from other figures all the same. */
    private static final Map<String, List<String>> OTHERS = Map.ofEntries(
            Map.entry("mart_benchmark", List.of("la_value", "la_published", "region", "england", "sn_mean", "gap_pp")),
            Map.entry("mart_data_quality", List.of("rows", "errors", "queries", "build_queries", "values_unknown", "open_rejects")),
            Map.entry("mart_governance_compliance", List.of("documents", "due", "received", "on_time", "timed", "overdue", "elements_required", "elements_present",
                    "agreements_in_force", "agreements_in_review")),
            Map.entry("mart_policy_impact", List.of("pre_value", "post_value", "change_abs", "change_pct", "rate_pre", "rate_post", "la_change_pct")),
            Map.entry("mart_pupil_voice", List.of("sessions", "affected_cohort", "respondents", "actions_raised", "actions_closed")),
            Map.entry("mart_reconciliation", List.of("census", "notice", "matched", "census_only", "notice_only", "not_collected", "difference", "late_notice", "lunchtime",
                    "other_category", "left_school", "overturned", "not_found", "counted")),
            Map.entry("mart_reconciliation_stated", List.of("stated", "comes_to", "counted", "published")),
            Map.entry("mart_returns_register", List.of("days_late", "submission_count", "declined_count")),
            Map.entry("mart_returns_school", List.of("due", "received", "late", "overdue", "resubmitted")),
            Map.entry("mart_same_point_in_year", List.of("current", "previous", "change_abs", "change_pct")),
            Map.entry("mart_school_scorecard_measure", List.of("value", "la_value", "la_count")),
            Map.entry("mart_signals", List.of("value", "centre")),
            Map.entry("mart_strategy_outcomes", List.of("actual", "baseline", "comparator_england", "comparator_region", "comparator_sn_mean")),
            Map.entry("mart_suspension_duties", List.of("pupils", "asked_near", "meet_if_asked", "meeting_near", "must_meet", "limit_near", "limit_exceeded", "day6_owed",
                    "day6_known", "day6_met")),
            Map.entry("mart_suspension_thresholds", List.of()),    // a row a child, which a condition of its grain does not name
            Map.entry("mart_vulnerable_cohorts", List.of("pupils", "pupils_in_2plus_cohorts", "not_full_time_count", "at_risk")),
            Map.entry("mart_vulnerable_pupils", List.of()),    // a row a child, and no figure
            Map.entry("mart_workforce_training", List.of("events", "sessions", "staff_trained", "schools_trained", "staff_so_far", "schools_so_far")));
    /** Of what config says no submission tells, nor of what is made of other figures. What is owed follows from contracts and term dates, and how many rows
     * were accepted from the record of their submission. */
    private static final Set<String> WITHOUT_LINES = Set.of("core.fact_target", "core.fact_milestone", "core.fact_return_due", "core.fact_return_quality", "core.fact_stated_figure", "core.fact_stated_check", "mart.figure");
    private static final String SMALL = "suspension_status = 'c' and phase_type_grouping = 'Total' and time_identifier = 'Academic year' and breakdown_topic = 'Year group'";

    private TrialHome trial;
    private Home home;
    private DisclosureConfig disclosure;
    private MeasureCatalog measures;

    @BeforeAll
    void a_night_of_every_return(@TempDir Path folder) throws Exception {
        trial = TrialHome.fresh(folder.resolve("home"), TrialHome.returns(folder.resolve("returns"))).nightHere(TrialHome.FIRST_NIGHT);
        home = trial.home();
        ConfigFiles config = ConfigFiles.of(Project.locate(), home.config());
        disclosure = DisclosureConfig.load(config);
        measures = MeasureCatalog.load(config);
    }

    /** Of each mart one measure a kind, the row with the largest figure. A council of one year has nothing to compare with, no results of key stage 4, no strategy, no return late and no document on time. */
    @Test
    void every_kind_of_figure_of_every_mart_is_made_again_from_the_rows_that_are_listed() throws Exception {
        Walk walk = walk(home, ofEachKind(), 1);

        assertThat(walk.faults).isEmpty();
        assertThat(walk.empty).allMatch(column -> column.matches("mart_(benchmark|ks4_ap|ehe_offroll|out_of_borough|part_time|policy_impact|reintegration|same_point_in_year|strategy_).*|mart_signals.centre|mart_suspension_duties.(day6_|limit_|meeting_near|must_meet).*|mart_governance_compliance.on_time|mart_reconciliation.*|mart_returns_school.(late|resubmitted)|.*(england_rate|saving_gbp|yoy_change_pct)"));
    }

    /** One column of each kind of figure of every mart. */
    private Map<String, List<String>> ofEachKind() {
        Map<String, List<String>> ofEachKind = new TreeMap<>();
        columns().forEach((mart, columns) -> ofEachKind.put(mart, columns.stream().collect(Collectors.toMap(column -> kind(mart, column), column -> column,
                (one, other) -> one, TreeMap::new)).values().stream().toList()));
        return ofEachKind;
    }

    /** Of what is no measure each column is its own kind. */
    private String kind(String mart, String column) {
        return measures.codes().stream().map(measures::measure).filter(one -> column.equals(one.marts().get(mart))).map(one -> one.kind().name()).findFirst()
                .orElse(column);
    }

    /** Of each the row with the largest figure, the first row and one without a figure; {@code -Dproofs=sample}: of one measure a kind the first of these. */
    @Test
    void every_measure_of_every_mart_of_the_demo_is_made_again_from_the_rows_that_are_listed() throws Exception {
        boolean isSample = "sample".equals(System.getProperty("proofs"));
        Walk walk = walk(DemoNight.made().home(), isSample ? ofEachKind() : columns(), isSample ? 1 : 3);

        List<String> nobody = List.of("mart_ehe_offroll.ehe_avoid_exclusion", "mart_exclusions_la.headcount_unknown", "mart_out_of_borough.pupils_without_cost",
                "mart_reconciliation.late_notice", "mart_reconciliation.lunchtime",
                "mart_reconciliation.other_category", "mart_reconciliation.left_school", "mart_returns_school.late", "mart_returns_school.resubmitted",
                "mart_school_scorecard.excluded_pupils_admitted", "mart_school_scorecard.inclusion_plan",
                "mart_suspension_duties.limit_near", "mart_suspension_duties.limit_exceeded");
        assertThat(walk.faults).isEmpty();
        assertThat(walk.empty).as("nobody wrote why home education began, there is no pupil of an unknown group, each placement has its cost, "
                + "of a first night nothing is late or sent again, notices differ from the census in two ways alone, "
                + "no school took whom another excluded, no school's plan is registered, and nobody is suspended for 40 days of a year").isSubsetOf(nobody);
        if (!isSample) {
            assertThat(walk.empty).containsExactlyElementsOf(nobody);
        }
    }

    /** @param empty figures of which no row that was looked at stands on any fact */
    private record Walk(List<String> faults, List<String> empty) {
    }

    private Walk walk(Home home, Map<String, List<String>> columns, int samples) throws SQLException, IOException {
        Walk walk = new Walk(new ArrayList<>(), new ArrayList<>());
        try (HomeLock lock = HomeLock.acquire(home); ExplainService service = ExplainService.open(Project.locate(), home);
                DuckDb engine = DuckDb.memory(Project.locate(), new Settings.Engine("500MB", 1)); Connection marts = engine.connection()) {
            Sql.execute(marts, "attach " + Sql.literal(home.warehouseFile().toString()) + " as warehouse (read_only)");
            for (Map.Entry<String, List<String>> mart : columns.entrySet()) {
                for (String column : mart.getValue()) {
                    long facts = 0;
                    for (String row : sample(marts, mart.getKey(), column, samples)) {
                        Explanation one = service.explain(mart.getKey(), column, row);
                        String name = mart.getKey() + "." + column + " where " + row;
                        if (!one.recomputes()) {
                            walk.faults.add(name + " is " + one.value() + ", and of the listed rows " + one.recomputed());
                        }
                        Set<String> from = one.parts().stream().map(Explanation.Part::fact).collect(Collectors.toSet());
                        if (!WITHOUT_LINES.containsAll(from) && one.submissions().isEmpty()) {
                            walk.faults.add(name + " has no lines");
                        }
                        facts += one.facts();
                    }
                    if (facts == 0) {
                        walk.empty.add(mart.getKey() + "." + column);
                    }
                }
            }
        }
        return walk;
    }

    @Test
    void a_listed_fact_is_a_line_of_the_file_that_was_received() throws Exception {
        Explanation one = explain("mart_exclusions_la", "suspension",
                "phase_type_grouping = 'Total' and breakdown_topic = 'Total' and time_identifier = 'Academic year' and time_period = 202526");

        assertThat(one.parts()).singleElement().satisfies(part -> {
            assertThat(part.amount()).isEqualByComparingTo(one.numerator());
            assertThat(part.keys()).hasSize(one.facts().intValue()).doesNotHaveDuplicates();
        });
        assertThat(one.submissions().stream().mapToLong(Explanation.Source::facts).sum()).isEqualTo(one.facts());
        assertThat(one.models()).containsExactly("mart.mart_exclusions_la", "figure.exclusion", "total.exclusion", "part.exclusion", "core.fact_exclusion");
        Explanation.Source notices = one.submissions().stream().filter(source -> source.returnName().equals("exclusion_notice")).findFirst().orElseThrow();
        List<String> file = Files.readAllLines(home.landing("exclusion_notice", notices.id()).resolve(notices.file()));
        for (String range : notices.ranges()) {
            assertThat(file.get(Integer.parseInt(range.split("-")[0]) - 1)).contains("SUSP");
        }
    }

    @Test
    void a_figure_that_is_hidden_is_told_as_hidden_with_the_rule_and_no_count() throws Exception {
        String row = trial.ask("sql", "--format", "csv", "select time_period, breakdown from mart_exclusions_la where " + SMALL + " order by all limit 1")
                .lines().skip(1).findFirst().orElseThrow();
        String where = SMALL + " and time_period = " + row.split(",")[0] + " and breakdown = '" + row.split(",")[1] + "'";

        JsonNode hidden = Json.MAPPER.readTree(trial.ask("explain", "mart_exclusions_la", "suspension", "--where", where, "--json"));
        assertThat(hidden.path("status").asString()).isEqualTo("c");
        assertThat(hidden.path("suppressed").asString()).startsWith("counts from 1 to 4 are hidden").contains("small count");
        assertThat(List.of("value", "numerator", "denominator", "recomputed", "recomputes", "facts")).allMatch(name -> hidden.path(name).isNull());
        assertThat(List.of("parts", "figures", "submissions", "published")).allMatch(name -> hidden.path(name).isEmpty());

        JsonNode shown = Json.MAPPER.readTree(trial.ask("explain", "mart_exclusions_la", "suspension", "--where",
                where.replace(SMALL, SMALL.substring(SMALL.indexOf("phase"))), "--json", "--restricted"));
        assertThat(shown.path("value").asInt()).isBetween(1, 4);
        assertThat(shown.path("recomputes").asBoolean()).isTrue();
        assertThat(shown.path("submissions").size()).isPositive();
    }

    @Test
    void who_reads_what_is_published_sees_no_key_and_no_file_with_few_rows_of_a_figure() throws Exception {
        String where = "phase_type_grouping = 'Total' and breakdown_topic = 'Total' and time_identifier = 'Academic year' and time_period = 202526";

        JsonNode shown = Json.MAPPER.readTree(trial.ask("explain", "mart_exclusions_la", "susp_rate", "--where", where, "--json"));

        assertThat(shown.path("recomputes").asBoolean()).isTrue();
        shown.path("parts").forEach(part -> assertThat(part.path("keys").isEmpty()).isTrue());
        assertThat(shown.path("submissions").size()).isPositive();
        shown.path("submissions").forEach(source -> assertThat(source.path("facts").isNull() ? 5 : source.path("facts").asLong()).isGreaterThanOrEqualTo(5));
        shown.path("figures").forEach(figure -> assertThat(figure.path("value").isNull()).isTrue());
        assertThat(shown.path("figures").size()).isEqualTo(2);
    }

    @Test
    void a_condition_names_one_row_and_is_nothing_else() throws Exception {
        assertThat(refused("explain", "mart_exclusions_la", "susp_rate", "--where", "time_period = 202526")).contains("USR-048").contains("breakdown_topic");
        assertThat(refused("explain", "mart_exclusions_la", "susp_rate", "--where", "false")).contains("USR-047");
        assertThat(refused("explain", "mart_exclusions_la", "susp_rate", "--where", "true) union select 1 from read_text('/etc/hostname'); --", "--restricted"))
                .contains("USR-0");
        assertThat(refused("explain", "mart_exclusions_la", "susp_rate", "--where", "nobody = 1", "--restricted")).contains("USR-049").contains("nobody");
        assertThat(refused("explain", "mart_exclusions_la", "breakdown", "--where", "true", "--restricted")).contains("USR-04");
        assertThat(refused("explain", "mart_vulnerable_cohorts", "children", "--where", "true")).contains("USR-084").contains("--restricted");
        assertThat(refused("explain", "mart_of_none", "susp_rate", "--where", "true")).contains("USR-045").contains("mart_exclusions_la");
    }

    private String refused(String... command) throws IOException, InterruptedException {
        Child child = trial.start(command);
        assertThat(child.await()).as(String.join(" ", command)).isEqualTo(ExitCode.USAGE);
        return child.printed();
    }

    private Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new TreeMap<>();
        OTHERS.forEach((mart, names) -> columns.put(mart, new ArrayList<>(names)));
        measures.codes().forEach(code -> measures.measure(code).marts()
                .forEach((mart, column) -> columns.computeIfAbsent(mart, name -> new ArrayList<>()).add(column)));
        assertThat(columns.keySet()).isEqualTo(new TreeSet<>(disclosure.marts().keySet()));
        return columns;
    }

    /** Conditions of the row with the largest figure; of the first in order, and of the last without a figure, where more are wanted. */
    private List<String> sample(Connection marts, String mart, String column, int samples) throws SQLException {
        List<String> grain = disclosure.marts().get(mart).grain();
        String condition = grain.stream().map(name -> "'" + name + " is not distinct from ' || coalesce('''' || replace(cast(" + name
                + " as varchar), '''', '''''') || '''', 'null')").collect(Collectors.joining(" || ' and ' || "));
        String by = String.join(", ", grain);
        String rows = "select " + condition + " from warehouse.mart." + mart + " where \"" + column + "\" is ";
        List<String> found = new ArrayList<>();
        for (String order : List.of("not null order by \"" + column + "\" desc, " + by, "not null order by " + by, "null order by all desc").subList(0, samples)) {
            found.addAll(Sql.queryTexts(marts, rows + order + " limit 1"));
        }
        return found.stream().distinct().toList();
    }

    private Explanation explain(String mart, String column, String where) throws SQLException, IOException {
        try (HomeLock lock = HomeLock.acquire(home); ExplainService service = ExplainService.open(Project.locate(), home)) {
            return service.explain(mart, column, where);
        }
    }
}
