package org.bellwether.release.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.release.compare.ReleaseDifference.Example;
import org.bellwether.release.compare.ReleaseDifference.FigureChange;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.format.KeptModels;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.model.Model;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a figure differs, on a few models in the form of the shipped ones. */
class ChangeReasonsTest {

    private static final ConfigFiles CONFIG = ConfigFiles.of(Project.locate(), Path.of("none"));
    private static final DisclosureConfig DISCLOSURE = DisclosureConfig.load(CONFIG);
    private static final Map<String, Model> MODELS = Stream.of(
            Model.table("mart", "mart_strategy_outcomes", "select 1 from core.fact_target, mart.figure"),
            Model.table("mart", "mart_school_scorecard", "select 1 from core.dim_school, mart.figure"),
            Model.table("mart", "figure", "select 1 from figure.exclusion, figure.attendance"),
            Model.table("figure", "exclusion", "select 1 from core.fact_exclusion, core.dim_school"),
            Model.table("figure", "attendance", "select 1 from staged.attendance_mark"),
            Model.table("core", "fact_target", "select 1 from config.target"),
            Model.table("core", "dim_school", "select 1 from staged.establishment_history"),
            Model.table("core", "fact_exclusion", "select 1 from staged.exclusion_notice")).collect(Collectors.toMap(Model::table, Function.identity()));
    private static final SubmissionChange NOTICES = new SubmissionChange(Reason.Kind.RESTATED_DATA, "2-b", "exclusion_notice", null, List.of("1-a"), Set.of(8992001));
    private static final SubmissionChange MARKS = new SubmissionChange(Reason.Kind.NEW_DATA, "3-c", "attendance_marks", null, List.of(), Set.of(8992001));
    private static final SubmissionChange GIAS = new SubmissionChange(Reason.Kind.NEW_DATA, "4-d", "gias", null, List.of(), null);

    @TempDir
    Path folder;

    private DuckDb engine;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        engine = DuckDb.memory(Project.locate(), new Settings.Engine("256MB", 1));
        connection = engine.connection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        engine.close();
    }

    @Test
    void a_figure_differs_by_the_returns_of_its_subject_that_tell_of_its_school() throws Exception {
        assertThat(why(scorecard(8992001, 0), "x", "y")).containsExactly("new data: gias", "restated data: exclusion_notice");
        assertThat(why(scorecard(8992002, 0), "x", "y")).containsExactly("new data: gias");
        assertThat(why(scorecard(null, 0), "x", "y")).containsExactly("new data: gias", "restated data: exclusion_notice");
    }

    @Test
    void nothing_is_looked_for_behind_a_table_that_holds_what_it_held() throws Exception {
        assertThat(why(scorecard(8992001, 0), "x", "x")).containsExactly("restated data: exclusion_notice");
        assertThat(why(scorecard(8992003, 0), "x", "y")).as("a school of which the table tells the same").containsExactly("another moment");
    }

    @Test
    void a_target_differs_by_its_strategy_and_what_is_made_of_it_by_that_too() throws Exception {
        assertThat(why(outcome("target"), "x", "x")).containsExactly("changed target: plan");
        assertThat(why(outcome("gap_to_target"), "x", "x")).containsExactly("restated data: exclusion_notice", "changed target: plan");
    }

    @Test
    void a_figure_that_is_hidden_now_has_changed_its_suppression_too() throws Exception {
        assertThat(why(scorecard(8992001, 1), "x", "x")).containsExactly("restated data: exclusion_notice", "changed suppression");
    }

    @Test
    void where_nothing_else_has_changed_the_moment_has() throws Exception {
        FigureChange unmoved = change("mart_school_scorecard", 8992002, "susp_rate", 0);
        assertThat(why(unmoved, "x", "x")).containsExactly("another moment");
    }

    @Test
    void readers_are_told_of_returns_alone_and_the_same_of_a_school_of_which_nothing_has_come() throws Exception {
        List<SubmissionChange> returns = Stream.of("attendance_marks", "exclusion_notice").map(SubmissionChange::ofReturn).toList();
        ChangeReasons reasons = new ChangeReasons(ContractCatalog.load(CONFIG), MeasureCatalog.load(CONFIG), returns,
                DefinitionChanges.between(kept("title: a"), kept("title: a")), new ChangeLineage(connection, MODELS, ChangeLineage.Passage.ANY), true);
        for (int school : List.of(8992001, 8992002)) {
            assertThat(reasons.of(scorecard(school, 1).ofAnySchool(), DISCLOSURE.marts().get("mart_school_scorecard"), false)).extracting(Reason::toString)
                    .containsExactly("other data: exclusion_notice", "changed suppression");
        }
    }

    private List<String> why(FigureChange change, String schoolsBefore, String schoolsAfter) throws Exception {
        ReleaseFolder before = release("before", schoolsBefore);
        ReleaseFolder after = release("after", schoolsAfter);
        TableChanges tables = new TableChanges(connection, before, manifest(schoolsBefore), after, manifest(schoolsAfter));
        DefinitionChanges definitions = DefinitionChanges.between(kept("title: a"), kept("title: b"));
        return new ChangeReasons(ContractCatalog.load(CONFIG), MeasureCatalog.load(CONFIG), List.of(NOTICES, MARKS, GIAS), definitions,
                new ChangeLineage(connection, MODELS, tables), true).of(change, DISCLOSURE.marts().get(change.mart()), change.mart().equals("mart_strategy_outcomes"))
                .stream().map(Reason::toString).toList();
    }

    /** With two schools of this name and one that stays as it is; keys of where rows came from differ in any case. */
    private ReleaseFolder release(String name, String school) throws IOException, SQLException {
        ReleaseFolder release = new ReleaseFolder(folder.resolve(name));
        Files.createDirectories(release.core());
        Sql.execute(connection, "copy (select laestab, case laestab when 8992003 then 'z' else %s end as school_name, %d as submission_key from unnest([8992001, 8992002, 8992003]) as school(laestab)) to %s (format parquet)".formatted(
                Sql.literal(school), name.length(), Sql.literal(release.core().resolve("dim_school.parquet").toString())));
        return release;
    }

    private static Manifest manifest(String hash) {
        return new Manifest("r", Instant.EPOCH, 899, "h", null, List.of(), Map.of(), Map.of(), List.of(), null, List.of(),
                List.of(new Manifest.File("restricted/core/dim_school.parquet", 1L, 1, hash, null)), Map.of());
    }

    private KeptModels kept(String strategy) throws IOException {
        Path zip = folder.resolve("models.zip");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(zip))) {
            archive.putNextEntry(new ZipEntry("home/config/strategies/plan.yml"));
            archive.write(strategy.getBytes(StandardCharsets.UTF_8));
        }
        return KeptModels.read(zip);
    }

    private static FigureChange scorecard(Integer school, long hidden) {
        return change("mart_school_scorecard", school, "susp_rate", hidden);
    }

    private static FigureChange outcome(String column) {
        return change("mart_strategy_outcomes", null, column, 0);
    }

    private static FigureChange change(String mart, Integer school, String column, long hidden) {
        return new FigureChange(mart, school, "susp_rate", column, false, 1, 0, 0, hidden, 0, new Example("202425", "1", "2"), List.of());
    }
}
