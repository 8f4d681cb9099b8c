package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.bellwether.app.status.Status;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.bellwether.home.PseudonymKey;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.release.check.ParquetReading;
import org.bellwether.release.compare.Reason;
import org.bellwether.release.compare.ReleaseDifference;
import org.bellwether.release.compare.ReleaseDifference.FigureChange;
import org.bellwether.release.compare.SubmissionChange;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nights of a small council by the command line, from the returns in its inbox to what readers find. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNightsTest {

    private static final Path PUBLISHED_ELSEWHERE =
            Project.locate().root().resolve("jobs/src/test/resources/org/bellwether/cli/ees");
    private static final String NEW_SCHOOL = "8992099";

    private TrialHome home;
    private TrialHome twin;
    private Child twinNight;
    private Path first;
    private Path second;
    private List<String> readBefore;
    private List<String> readAfter;
    private Status status;
    private String toldFirst;

    @BeforeAll
    void two_nights(@TempDir Path folder) throws Exception {
        Path returns = TrialHome.returns(folder.resolve("returns"));
        home = TrialHome.fresh(folder.resolve("home"), returns).withReturns(PUBLISHED_ELSEWHERE.resolve("first"));
        strategiesOfTheSample();
        noticeOfASchoolThatGiasDoesNotKnow(returns.resolve("night-1/exclusion_notice_2026-05-01.csv"));
        PseudonymKey.of(home.home());
        twin = home.copyTo(folder.resolve("a twin's home"));
        twinNight = twin.startNight(TrialHome.FIRST_NIGHT);
        home.nightHere(TrialHome.FIRST_NIGHT);
        first = home.home().current().toRealPath();
        toldFirst = home.ask("status");
        home.withReturns(returns.resolve("night-2")).withReturns(PUBLISHED_ELSEWHERE.resolve("restated"));
        giasLearnsOfTheSchool();
        try (Connection reader = PlainReader.open(first.resolve("published/marts.duckdb").toString())) {
            readBefore = PlainReader.contents(reader);
            home.night(TrialHome.SECOND_NIGHT);
            readAfter = PlainReader.contents(reader);
        }
        second = home.home().current().toRealPath();
        status = home.status();
    }

    @Test
    void a_reader_that_keeps_a_release_open_does_not_disturb_a_night() throws IOException {
        assertThat(second).isNotEqualTo(first);
        assertThat(readBefore).hasSizeGreaterThan(9);
        assertThat(readAfter).isEqualTo(readBefore);
        assertThat(home.gaps()).isEmpty();
        assertThat(home.leftovers()).isEmpty();
    }

    @Test
    void what_was_known_before_the_second_night_gives_exactly_the_first_night_s_marts() throws Exception {
        String moment = TrialHome.SECOND_NIGHT.minusSeconds(1).toString();

        Path built = Path.of(home.ask("build", "--as-of", moment).strip());

        assertThat(built).isEqualTo(home.home().asOf(moment.replace(':', '-')));
        assertThat(marts(first)).hasSizeGreaterThanOrEqualTo(12).allSatisfy(mart ->
                assertThat(built.resolve("marts").resolve(mart.getFileName())).hasSameBinaryContentAs(mart));
        assertThat(Folders.list(built.resolve("marts"))).hasSizeGreaterThanOrEqualTo(12);
        assertThat(marts(second)).as("marts that the second night changed")
                .anySatisfy(mart -> assertThat(Files.mismatch(mart, marts(first).get(marts(second).indexOf(mart)))).isNotEqualTo(-1));
        assertThat(home.home().current().toRealPath()).as("current").isEqualTo(second);
    }

    @Test
    void the_difference_of_the_nights_names_schools_measures_and_causes() throws Exception {
        ReleaseDifference published = difference();
        ReleaseDifference restricted = difference("--restricted");

        assertThat(published.submissions()).extracting(SubmissionChange::returnName).contains("gias", "attendance_marks", "exclusion_notice", "school_census");
        assertThat(published.submissions()).extracting(SubmissionChange::kind).contains(Reason.Kind.NEW_DATA, Reason.Kind.RESTATED_DATA);
        assertThat(published.definitions()).isEmpty();
        assertThat(published.columns()).isEmpty();
        assertThat(published.figures()).flatExtracting(FigureChange::why).extracting(Reason::kind).as("between the points of the grid figures stand")
                .doesNotContain(Reason.Kind.CHANGED_SUPPRESSION, Reason.Kind.UNKNOWN, Reason.Kind.CHANGED_DEFINITION, Reason.Kind.CHANGED_TARGET);
        assertThat(restricted.figures()).noneMatch(change -> change.hidden() + change.shown() > 0);
        assertThat(restricted.figures().stream().filter(change -> change.mart().equals("mart_school_scorecard") && change.column().equals("absence_rate"))
                .map(change -> change.laestab().toString())).isEqualTo(ParquetReading.ask("""
                        select earlier.laestab from read_parquet('%1$s/restricted/marts/mart_school_scorecard.parquet') as earlier
                        join read_parquet('%2$s/restricted/marts/mart_school_scorecard.parquet') as later using (time_period, laestab)
                        where earlier.absence_rate is distinct from later.absence_rate order by all""".formatted(first, second))).isNotEmpty();
        assertThat(restricted.figures()).filteredOn(change -> change.mart().equals("mart_school_scorecard") && change.column().equals("absence_rate"))
                .flatExtracting(FigureChange::why).extracting(Reason::what).containsOnly("attendance_marks");
    }

    @Test
    void the_same_files_give_the_same_release_in_another_home() throws Exception {
        assertThat(twinNight.await()).as(twinNight.printed()).isEqualTo(ExitCode.REJECTED);

        Manifest expected = Manifest.read(new ReleaseFolder(first));
        // The bytes of a database file differ from run to run, its content does not.
        assertThat(twin.manifest().files()).hasSizeGreaterThan(90).usingRecursiveFieldByFieldElementComparatorIgnoringFields("sha256")
                .isEqualTo(expected.files());
        assertThat(twin.manifest().contentHash()).isEqualTo(expected.contentHash());
        assertThat(twin.manifest().submissions()).isEqualTo(expected.submissions());
    }

    @Test
    void every_mart_has_rows_but_those_of_years_results_and_long_suspensions_of_which_there_are_none() throws Exception {
        for (Path mart : marts(second)) {
            if (List.of("mart_same_point_in_year", "mart_ks4_ap", "mart_suspension_thresholds").stream().anyMatch(empty -> mart.endsWith(empty + ".parquet"))) {
                assertThat(ParquetReading.count(mart)).as("of one year, without results of key stage 4 and without a pupil suspended for days: " + mart).isZero();
            } else {
                assertThat(ParquetReading.count(mart)).as(mart.toString()).isPositive();
            }
        }
    }

    @Test
    void of_every_file_each_row_is_accepted_or_rejected_as_another_reader_counts_them() throws Exception {
        int counted = 0;
        for (Status.SubmissionStatus submission : status.submissions()) {
            for (SubmissionFile file : submission.files()) {
                if (submission.state() == SubmissionState.REFUSED) {
                    assertThat(file).extracting(SubmissionFile::rows, SubmissionFile::accepted, SubmissionFile::rejected)
                            .containsOnlyNulls();
                } else {
                    assertThat(file.rows()).as(file.file()).isEqualTo(file.accepted() + file.rejected());
                    if (!file.file().endsWith(".xml")) {
                        assertThat(file.rows()).as(file.file())
                                .isEqualTo(records(kept(submission).resolve(file.file())));
                        counted++;
                    }
                }
            }
        }
        assertThat(counted).isGreaterThan(50);
        assertThat(status.submissions()).extracting(Status.SubmissionStatus::state)
                .contains(SubmissionState.REFUSED, SubmissionState.ACCEPTED_WITH_QUERIES, SubmissionState.REPLACED);
    }

    @Test
    void published_figures_reach_the_release_as_they_were_published() throws Exception {
        assertThat(home.askRestricted("select dataset, time_period, time_identifier, geographic_level, area_code, school_type, measure,"
                + " value, value_status from core.fact_benchmark where measure in ('attendance_perc', 'pa_perc') order by all")).isEqualTo(expected("attendance.csv"));
    }

    @Test
    void a_figure_that_was_suppressed_stays_so_and_is_never_nought() throws Exception {
        assertThat(home.askRestricted("select dataset, time_period, area_code, school_type, measure, value, value_status"
                + " from core.fact_benchmark where dataset like 'exclusions%' and measure in ('headcount', 'perm_excl', 'perm_excl_rate',"
                + " 'susp_rate', 'suspension', 'one_plus_susp', 'perm_theft') order by all")).isEqualTo(expected("exclusions.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = "Tech_guidance_reasons.csv")
    void what_is_no_return_is_refused_by_name_and_kept(String name) throws Exception {
        assertThat(status.submissions()).filteredOn(one -> one.files().get(0).file().equals(name)).singleElement()
                .satisfies(one -> {
                    assertThat(one.error()).extracting("rule", "file").containsExactly("FILE-011", name);
                    assertThat(kept(one).resolve(name)).isRegularFile();
                });
    }

    @Test
    void a_row_that_came_before_gias_is_kept_and_heals() throws Exception {
        String question = "select count(*) || ' of an unknown school: ' || count(*) filter (where school_key = -1) from ";
        String notices = " where laestab = " + NEW_SCHOOL;

        assertThat(home.askRestricted(question + "core.fact_exclusion" + notices)).containsExactly("1 of an unknown school: 0");
        assertThat(ParquetReading.ask(question + "read_parquet('" + first + "/restricted/core/fact_exclusion.parquet')" + notices))
                .containsExactly("1 of an unknown school: 1");
        assertThat(toldFirst).contains("REF-001 school " + NEW_SCHOOL + " is not in GIAS: 1 rows");
        assertThat(status.unplacedRows().ofUnknownSchools()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"published/marts.duckdb", "restricted/marts/marts.duckdb", "restricted/core/warehouse.duckdb"})
    void an_engine_of_before_opens_the_databases_and_finds_the_same(String file) throws Exception {
        String database = second.resolve(file).toString();
        List<String> expected;
        try (Connection reader = PlainReader.open(database)) {
            expected = PlainReader.contents(reader);
        }

        Child older = Child.start(home.beside(), List.of(System.getProperty("older.engine"), classes()), PlainReader.class, database);

        assertThat(older.await()).as(older.printed()).isZero();
        assertThat(older.printed().lines()).first().asString().startsWith("v1.5.");
        assertThat(older.printed().lines().skip(1)).isEqualTo(expected).hasSizeGreaterThan(8);
        assertThat(expected).noneMatch(line -> line.contains("; none;")).anyMatch(line -> line.contains("permanent exclusion"));
    }

    @Test
    void parquet_java_reads_every_row_of_every_file() throws Exception {
        Map<Path, Long> rows = ParquetReading.rowsBelow(second);

        assertThat(rows).hasSizeGreaterThan(50);
        for (Map.Entry<Path, Long> file : rows.entrySet()) {
            assertThat(ParquetReading.count(file.getKey())).as(file.getKey().toString()).isEqualTo(file.getValue());
        }
    }

    @Test
    void another_night_without_anything_new_has_nothing_to_do() throws Exception {
        Map<String, String> before = home.contents();

        Child again = home.start("nightly");

        assertThat(again.await()).as(again.printed()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(again.printed()).startsWith("Nothing to do");
        assertThat(home.home().current().toRealPath()).isEqualTo(second);
        assertThat(home.contents()).isEqualTo(before);
    }

    private void strategiesOfTheSample() throws IOException {
        Path from = Project.locate().sampleData().resolve("config");
        Folders.copy(from.resolve("strategies"), home.home().config().resolve("strategies"));
        Files.copy(from.resolve("hnb_scopes.yml"), home.home().config().resolve("hnb_scopes.yml"));
    }

    private void noticeOfASchoolThatGiasDoesNotKnow(Path notices) throws IOException {
        List<String> lines = Files.readAllLines(notices);
        String other = lines.get(1).replaceFirst("^N0+[0-9]+,[0-9]{7},[0-9]{6}", "N900001," + NEW_SCHOOL + ",");
        Files.writeString(home.home().inbox().resolve("exclusion_notice_unknown.csv"), lines.get(0) + "\n" + other + "\n");
    }

    /** The download of the second night has one school more: a copy of another with its own numbers. */
    private void giasLearnsOfTheSchool() throws IOException {
        Path gias = home.home().inbox().resolve("edubasealldata20260513.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(gias, StandardCharsets.ISO_8859_1));
        lines.add(lines.get(1).replaceFirst("^990001,899,([^,]*),2001,", "990999,899,$1," + NEW_SCHOOL.substring(3) + ","));
        Files.write(gias, lines, StandardCharsets.ISO_8859_1);
    }

    /** Where the files of a submission lie as they came. */
    private Path kept(Status.SubmissionStatus submission) {
        return submission.state() == SubmissionState.REFUSED
                ? home.home().refused().resolve(submission.receivedAt().toString().substring(0, 10)).resolve(submission.id())
                : home.home().landing(submission.returnName(), submission.id());
    }

    private ReleaseDifference difference(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("releases", "diff", first.getFileName().toString(), second.getFileName().toString(), "--json"));
        command.addAll(List.of(options));
        return Json.parse(home.ask(command.toArray(String[]::new)), ReleaseDifference.class);
    }

    private static List<Path> marts(Path release) {
        return Folders.list(release.resolve("restricted/marts")).stream().filter(file -> file.toString().endsWith(".parquet")).toList();
    }

    private static List<String> expected(String file) throws IOException {
        return Files.readAllLines(PUBLISHED_ELSEWHERE.resolve("expected").resolve(file)).stream().skip(1).toList();
    }

    private static long records(Path file) throws IOException {
        try (Reader reader = new InputStreamReader(file.toString().endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file), StandardCharsets.ISO_8859_1);
                CSVParser parser = CSVParser.parse(reader, CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get())) {
            return parser.stream().count() - 1;
        }
    }

    /** Where the tests' own classes lie. */
    private static String classes() {
        return Path.of(PlainReader.class.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
    }
}
