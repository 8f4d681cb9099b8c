package org.bellwether.release.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.home.Home;
import org.bellwether.release.ReleaseOfNothing;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.disclosure.MartDisclosure;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.figure.HnbScopes;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.figure.Strategy;
import org.bellwether.warehouse.figure.StrategyCatalog;
import org.bellwether.warehouse.model.Model;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every statement of the five documents, asked of a release into which nothing has come. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {

    /** How many statements each document makes, in the order of their numbers. */
    private static final List<Integer> OF_DOCUMENTS = List.of(22, 92, 26, 38, 67);
    /** Marts that the specification names. */
    private static final Set<String> PLANNED = Stream.of("exclusions_la", "exclusions_school", "exclusion_reason", "exclusions_cohort", "same_point_in_year", "policy_impact",
            "school_scorecard", "strategy_outcomes", "strategy_timeline", "ebsna_attendance", "attendance_la", "attendance_school", "hnb_cost", "provision_monitor",
            "provision_finance", "sufficiency", "reintegration", "out_of_borough", "ehe_offroll", "vulnerable_cohorts", "part_time_timetables", "ks4_ap", "pupil_voice",
            "workforce_training", "governance_compliance", "transition", "benchmark", "reconciliation", "returns_register", "data_quality")
            .map("mart_"::concat).collect(Collectors.toSet());

    private static final Project PROJECT = Project.locate();

    private ConfigFiles config;
    private StatementCatalog statements;
    private ReleaseFolder release;

    @BeforeAll
    void a_release_of_nothing(@TempDir Path folder) throws SQLException, IOException {
        Home home = ReleaseOfNothing.in(folder);
        config = ConfigFiles.of(PROJECT, home.config());
        statements = StatementCatalog.load(config);
        release = new ReleaseFolder(home.current().toRealPath());
    }

    @Test
    void no_statement_of_the_five_documents_is_left_out() {
        List<String> all = IntStream.range(0, OF_DOCUMENTS.size()).boxed()
                .flatMap(document -> IntStream.rangeClosed(1, OF_DOCUMENTS.get(document)).mapToObj(number -> "S%d-%02d".formatted(document, number))).toList();

        assertThat(statements.ids()).containsExactlyInAnyOrderElementsOf(all).hasSize(245);
    }

    @Test
    void what_is_awaited_is_planned_and_does_not_stand_yet() {
        StatementCatalog withSample = StatementCatalog.load(new ConfigFiles(PROJECT.config(), PROJECT.sampleData().resolve("config")));
        Set<String> stand = Model.all(PROJECT).stream().map(model -> model.table().substring(model.table().indexOf('.') + 1)).collect(Collectors.toSet());

        assertThat(withSample.ids()).hasSizeGreaterThan(statements.ids().size())
                .allSatisfy(id -> assertThat(withSample.statement(id).awaits()).as(id).isSubsetOf(PLANNED).doesNotContainAnyElementsOf(stand));
    }

    /** Where an objective says in brackets which mart it lacks. */
    @Test
    void no_objective_lacks_a_mart_that_stands() {
        Set<String> stand = Model.all(PROJECT).stream().map(model -> "(" + model.table().substring(model.table().indexOf('.') + 1) + ")").collect(Collectors.toSet());

        assertThat(StrategyCatalog.load(config, MeasureCatalog.load(config), HnbScopes.load(config)).strategies()).flatExtracting(strategy -> strategy.themes().values())
                .flatExtracting(theme -> theme.objectives().values()).extracting(Strategy.Objective::missing)
                .noneMatch(missing -> missing != null && stand.stream().anyMatch(missing::contains));
    }

    @Test
    void every_question_can_be_asked_of_both_tiers() throws SQLException {
        DisclosureConfig disclosure = DisclosureConfig.load(config);
        Set<String> withheld = disclosure.marts().entrySet().stream().flatMap(mart -> mart.getValue().withheld().stream().map(column -> mart.getKey() + "." + column))
                .collect(Collectors.toSet());
        statements.ids().forEach(id -> statements.statement(id).figures().stream().filter(Statement.Figure::restricted).forEach(figure -> withheld.add(figure.mart() + (figure.column() == null ? "" : "." + figure.column()))));

        assertThat(ask(true).answers()).allSatisfy(answer -> assertThat(answer.notAsked()).as(answer.statement()).isEmpty());
        assertThat(ask(false).answers()).allSatisfy(answer -> assertThat(answer.notAsked()).as(answer.statement()).isSubsetOf(withheld));
    }

    /** Of what is hidden it would tell too little, or what is hidden; in rows that are shown whatever they are nothing is. */
    @Test
    void a_value_is_made_of_no_column_that_may_be_hidden() {
        DisclosureConfig disclosure = DisclosureConfig.load(config);
        List<String> faults = new ArrayList<>();
        statements.ids().forEach(id -> statements.statement(id).figures().stream().filter(figure -> figure.value() != null && disclosure.marts().containsKey(figure.mart()))
                .filter(figure -> !figure.where().contains(disclosure.marts().get(figure.mart()).open())).forEach(figure -> {
            MartDisclosure mart = disclosure.marts().get(figure.mart());
            Set<String> hidden = new TreeSet<>(mart.figures());
            hidden.removeAll(mart.plain());
            hidden.removeIf(column -> Stream.of(figure.value(), figure.where(), String.valueOf(figure.label())).noneMatch(sql -> sql.matches("(?s).*\\b" + column + "\\b.*")));
            hidden.forEach(column -> faults.add(id + ": " + figure.mart() + "." + column));
        }));

        assertThat(faults).isEmpty();
    }

    @Test
    void where_a_document_does_not_agree_with_itself_arithmetic_finds_it() throws SQLException {
        List<Answer> answers = ask(false).answers();

        assertThat(answers.stream().filter(answer -> answer.state() == Answer.State.DIFFERS).map(Answer::statement)).containsExactly("S1-33", "S1-60", "S1-61");
        assertThat(answers.stream().flatMap(answer -> answer.checks().stream()).filter(check -> !check.agrees()).map(check -> check.says() + " is " + check.comesTo()))
                .containsExactly("60 is 45", "-3.5 is -1.9", "56 is 53", "-21 is -17");
        assertThat(answers.stream().flatMap(answer -> answer.checks().stream()).filter(Answer.Check::agrees)).as("Greys' places, the tables, -18.8 %, -16.2 %").hasSizeGreaterThan(10);
    }

    @Test
    void nothing_is_answered_where_nothing_has_come_but_what_config_says() throws SQLException {
        assertThat(ask(false).answers()).allSatisfy(answer -> {
            assertThat(answer.figures()).as(answer.statement()).filteredOn(figure -> figure.mart().startsWith("mart_")).allSatisfy(figure -> assertThat(figure.value()).isIn(null, "0"));
            assertThat(answer.isOwn()).isFalse();
        });
    }

    private Answers ask(boolean restricted) throws SQLException {
        return AnswerService.answer(PROJECT, statements, release, restricted, statements.ids());
    }
}
