package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bellwether.app.status.Status;
import org.bellwether.app.violation.ReportedRow;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.intake.register.SubmissionState;
import org.bellwether.release.check.ParquetReading;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Published files of DfE and a census extract as COLLECT gives it, by the command line to the release; skipped where
 * BELLWETHER_REAL_DATA does not name their folder. {@link TwoNightsTest} shows the same on files of the same form.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealDataNightTest {

    private static final String REAL = System.getenv("BELLWETHER_REAL_DATA");
    private static final String REPUBLISHED = "EES_spr_data_2023-24_republished_20240725.csv";
    private static final String FINAL = "EES_spr_data_2023-24_final_20240808.csv";
    private static final String EXCLUSIONS = "exclusions_by_geographic_level_24_las.csv";
    private static final String REASONS = "exclusions_by_reason.csv";

    private TrialHome home;
    private Path first;

    @BeforeAll
    void two_nights(@TempDir Path folder) throws Exception {
        assumeTrue(REAL != null, "skipped: BELLWETHER_REAL_DATA is not set");
        home = new TrialHome(folder.resolve("home"));
        Folders.copy(Project.locate().sampleData().resolve("config/reference"), home.home().config().resolve("reference"));
        Files.writeString(home.home().config().resolve("application.yml"),
                "bellwether:\n  la: 899\n  la_name: Wardown Borough\n  inbox: {quiet: PT0S}\n");
        home.withoutBoardPack();
        send(Project.locate().root().resolve("jobs/src/test/resources/org/bellwether/batch/receive/census"), "2024_autumn_.*");
        send(real("ees-attendance"), "(?!" + FINAL + ").*");
        send(real("ees-exclusions"), ".*");
        home.nightHere(TrialHome.FIRST_NIGHT);
        first = home.home().current().toRealPath();
        send(real("ees-attendance"), FINAL);
        send(real("school-census-2024-autumn"), ".*");
        send(real("dsg"), ".*");
        send(real("benchmarks"), "(lait|sn)_.*");
        home.nightHere(TrialHome.SECOND_NIGHT);
    }

    @Test
    void published_exclusions_of_two_authorities_come_out() throws Exception {
        assertThat(home.askRestricted(exclusions("Total", "'E06000032', 'E06000055'"))).containsExactly(
                "E06000032,num_schools,63.0,ok", "E06000032,headcount,37591.0,ok", "E06000032,perm_excl,55.0,ok",
                "E06000032,perm_excl_rate,0.15,ok", "E06000032,suspension,2228.0,ok", "E06000032,susp_rate,5.93,ok",
                "E06000032,one_plus_susp,1207.0,ok",
                "E06000055,num_schools,75.0,ok", "E06000055,headcount,27842.0,ok", "E06000055,perm_excl,57.0,ok",
                "E06000055,perm_excl_rate,0.2,ok", "E06000055,suspension,975.0,ok", "E06000055,susp_rate,3.5,ok",
                "E06000055,one_plus_susp,512.0,ok");
        assertThat(home.askRestricted(exclusions("State-funded primary", "'E06000032'"))).contains(
                "E06000032,perm_excl,,c", "E06000032,perm_excl_rate,,c", "E06000032,suspension,238.0,ok");
        assertThat(home.askRestricted("select measure, value, value_status from core.fact_benchmark where dataset = 'exclusions_by_reason'"
                + " and area_code = 'E06000032' and time_period = 201617 and school_type = 'Total' and measure in"
                + " ('perm_theft', 'perm_persistent_disruptive', 'fixed_other') order by 1")).containsExactly(
                "fixed_other,486.0,ok", "perm_persistent_disruptive,10.0,ok", "perm_theft,0.0,ok");
    }

    @Test
    void published_attendance_of_the_year_a_term_and_a_week_comes_out() throws Exception {
        assertThat(home.askRestricted("""
                select area_code, time_period, time_identifier, school_type,
                    max(round(value, 5)) filter (where measure = 'attendance_perc') as attended,
                    max(round(value, 4)) filter (where measure = 'pa_perc') as persistently_absent
                from core.fact_benchmark
                where dataset = 'pupil_attendance' and (area_code = 'E06000032' or area_code = 'E06000055' and time_period = 202425
                        and time_identifier = 'Academic year')
                    and time_identifier in ('Academic year', 'Autumn term', 'Spring term', 'Week 37')
                group by all
                order by all""")).containsExactly(
                "E06000032,2024,Week 37,Primary,95.6667,", "E06000032,2024,Week 37,Secondary,95.33776,",
                "E06000032,2024,Week 37,Special,90.22875,",
                "E06000032,202324,Academic year,Primary,94.3849,17.2427", "E06000032,202324,Academic year,Secondary,92.22319,24.3713",
                "E06000032,202324,Academic year,Special,87.31584,39.8667",
                "E06000032,202324,Spring term,Primary,94.21547,18.1856", "E06000032,202324,Spring term,Secondary,92.27956,23.2926",
                "E06000032,202324,Spring term,Special,86.59113,40.7056",
                "E06000032,202425,Academic year,Primary,94.58731,15.9955", "E06000032,202425,Academic year,Secondary,92.47047,22.9851",
                "E06000032,202425,Academic year,Special,88.01441,37.6225",
                "E06000032,202425,Autumn term,Primary,95.13611,15.3575", "E06000032,202425,Autumn term,Secondary,93.763,18.3858",
                "E06000032,202425,Autumn term,Special,87.91048,36.8159",
                "E06000055,202425,Academic year,Primary,95.01497,12.9087", "E06000055,202425,Academic year,Secondary,91.59924,25.2583",
                "E06000055,202425,Academic year,Special,91.63028,26.4192");
    }

    @Test
    void a_restatement_replaces_what_was_published_before() throws Exception {
        String question = "select round(value, 8) from %s where dataset = 'pupil_attendance' and area_code = 'E06000032'"
                + " and time_period = 202324 and time_identifier = 'Spring term' and school_type = 'Secondary' and measure = 'attendance_perc'";

        assertThat(ParquetReading.ask(question.formatted("read_parquet('" + first + "/restricted/core/fact_benchmark.parquet')")))
                .containsExactly("92.27935146");
        assertThat(home.askRestricted(question.formatted("core.fact_benchmark"))).containsExactly("92.27955736");
    }

    @Test
    void percentages_are_kept_as_published_also_where_they_are_weighted() throws Exception {
        assertThat(home.askRestricted("""
                with wide as (
                    select time_period, geographic_level, area_code, school_type,
                        max(value) filter (where measure = 'possible_sessions') as possible,
                        max(value) filter (where measure = 'overall_absence') as absent,
                        max(value) filter (where measure = 'attendance_perc') as attended
                    from core.fact_benchmark
                    where dataset = 'pupil_attendance' and time_identifier = 'Academic year'
                    group by all
                )
                select school_type = 'Total' as is_total, abs(100 * (possible - absent) / possible - attended) < 1e-9 as is_equal, count(*)
                from wide where attended is not null group by all order by all""")).containsExactly("false,true,961", "true,false,20");
    }

    @Test
    void every_cell_with_a_symbol_is_unknown_and_says_why_and_no_other_is() throws Exception {
        Map<String, Long> symbols = new TreeMap<>();
        for (CSVRecord row : records(real("ees-exclusions").resolve(EXCLUSIONS))) {
            for (String measure : List.of("perm_excl", "perm_excl_rate", "fixed_excl", "fixed_excl_rate", "one_plus_fixed", "one_plus_fixed_rate")) {
                symbols.merge(Map.of("x", "c", ".", "z").getOrDefault(row.get(measure), "ok"), 1L, Long::sum);
            }
        }
        assertThat(home.askRestricted("select value_status, count(*), count(value) from core.fact_benchmark where dataset = 'exclusions'"
                + " and measure in ('perm_excl', 'perm_excl_rate', 'suspension', 'susp_rate', 'one_plus_susp', 'one_plus_susp_rate')"
                + " group by all order by all")).isEqualTo(symbols.entrySet().stream()
                .map(entry -> entry.getKey() + "," + entry.getValue() + "," + (entry.getKey().equals("ok") ? entry.getValue() : 0)).toList());
    }

    /** The block before and after deductions, its deductions, and what FIN-013 and FIN-014 hold them against. */
    @Test
    void the_grant_comes_out_of_its_workbook_by_block() throws Exception {
        assertThat(home.askRestricted("select block, gross_gbp, recoupment_gbp, net_gbp, published_on, source_line from core.fact_dsg where la_code = 821 and time_period = 202223 order by block"))
                .containsExactly("CENTRAL,1564191.00,,1564191.00,2023-07-20,88", "EARLY_YEARS,18684185.00,,18684185.00,2023-07-20,88",
                        "HIGH_NEEDS,41647144.00,1159334.00,40487810.00,2023-07-20,88", "SCHOOLS,203124229.00,,100158643.00,2023-07-20,88");
        assertThat(home.status().submissions().stream().filter(one -> "dsg_allocation".equals(one.returnName()))).hasSize(4)
                .allSatisfy(one -> assertThat(one.state()).as("to the pound, for every authority").isEqualTo(SubmissionState.ACCEPTED));
    }

    /** Neighbours of the set of May 2025, and the tool's figures beside those of the statistics. */
    @Test
    void the_interactive_tool_and_its_neighbours_come_out() throws Exception {
        assertThat(home.askRestricted("select count(*), count(distinct measure) from core.fact_benchmark where dataset = 'lait'")).containsExactly("640900,434");
        assertThat(home.askRestricted("select round(avg(value), 6), count(*) from core.fact_benchmark as figure join core.dim_statistical_neighbour as near on near.neighbour_la_code = figure.la_code"
                + " where near.la_code = 821 and near.is_current and dataset = 'lait' and measure = 'TotPermEx' and time_period = 202324")).containsExactly("0.099466,10");
    }

    @Test
    void every_other_file_is_taken_and_the_guidance_list_is_refused_by_name() throws Exception {
        List<Status.SubmissionStatus> published = home.status().submissions().stream()
                .filter(one -> !"school_census".equals(one.returnName())).toList();

        assertThat(published).filteredOn(one -> one.state() == SubmissionState.REFUSED)
                .extracting(one -> one.error().rule(), one -> one.error().file()).containsExactly(tuple("FILE-011", "Tech_guidance_reasons.csv"));
        assertThat(published).filteredOn(one -> "s251".equals(one.returnName())).as("groups of the budget and of the outturn").hasSize(14)
                .allSatisfy(one -> assertThat(one.accepted()).as("all but four authorities that are no more").isEqualTo(150).isEqualTo(one.rows() - 4));
        assertThat(published).filteredOn(one -> one.state() != SubmissionState.REFUSED && !"s251".equals(one.returnName())
                && !one.files().get(0).file().startsWith("lait")).hasSize(14)
                .allSatisfy(one -> assertThat(one.rows()).as(one.files().get(0).file()).isEqualTo(one.accepted()));
        assertThat(published).filteredOn(one -> one.state() == SubmissionState.REPLACED).singleElement()
                .satisfies(one -> assertThat(one.files().get(0).file()).isEqualTo(REPUBLISHED));
        assertThat(rows(published)).containsEntry(EXCLUSIONS, 38_458L).containsEntry(REASONS, 7_004L).containsEntry(FINAL, 494L)
                .containsEntry("EES_weekly_data_2024-25_published_20241219.csv", 5_932L)
                .containsEntry("EES_daily_data_2024-25_published_20240926.csv", 2_470L);
    }

    @Test
    void every_row_of_the_census_extract_is_accounted_for_with_the_rule_that_rejected_it() throws Exception {
        Status.SubmissionStatus census = home.status().submissions().stream()
                .filter(one -> one.state() == SubmissionState.REJECTED).findFirst()
                .orElseThrow(() -> new AssertionError("no submission was rejected"));

        assertThat(census.error().rule()).isEqualTo("FILE-023");
        assertThat(census.files()).hasSize(10);
        for (SubmissionFile file : census.files()) {
            assertThat(file.rows()).as(file.file()).isEqualTo(file.accepted() + file.rejected())
                    .isEqualTo(records(real("school-census-2024-autumn").resolve(file.file())).size());
        }
        assertThat(rows(List.of(census))).containsEntry("2024_autumn_pupilonroll.csv", 9_088L)
                .containsEntry("2024_autumn_pupilnolongeronroll.csv", 308L).containsEntry("2024_autumn_fsmperiodsonroll.csv", 25_358L);
        assertThat(census.files().get(0).accepted()).as("pupils with a UPN of random text").isZero();
        ReportedRow[] rejects = Json.parse(home.ask("rejects", "--json", "--return", "school_census"), ReportedRow[].class);
        Map<String, Long> told = Arrays.stream(rejects).filter(one -> one.submission().equals(census.id()))
                .peek(row -> assertThat(row.findings()).isNotEmpty().allSatisfy(one -> assertThat(List.of(one.rule(), one.message(), one.remedy()))
                        .as("a reject").noneMatch(String::isBlank)))
                .collect(Collectors.groupingBy(ReportedRow::file, TreeMap::new, Collectors.mapping(ReportedRow::line,
                        Collectors.collectingAndThen(Collectors.toSet(), lines -> (long) lines.size()))));
        assertThat(told).isEqualTo(census.files().stream().filter(file -> file.rejected() > 0)
                .collect(Collectors.toMap(SubmissionFile::file, SubmissionFile::rejected)));
    }

    @Test
    void the_census_that_was_live_before_stays_live() throws Exception {
        String pupils = "select count(*) from %s where time_period = 202425 and term = 'AUT' and laestab = 8992001";

        assertThat(home.home().current().toRealPath()).isNotEqualTo(first);
        assertThat(home.askRestricted(pupils.formatted("core.fact_pupil_census")))
                .isEqualTo(ParquetReading.ask(pupils.formatted("read_parquet('" + first + "/restricted/core/fact_pupil_census.parquet')")))
                .isNotEqualTo(List.of("0"));
        assertThat(home.askRestricted("select count(*) from core.fact_pupil_census where laestab <> 8992001")).containsExactly("0");
        assertThat(home.leftovers()).isEmpty();
    }

    private static String exclusions(String schoolType, String areas) {
        return "select area_code, measure, value, value_status from core.fact_benchmark where dataset = 'exclusions' and time_period = 201617"
                + " and geographic_level = 'Local authority' and school_type = '" + schoolType + "' and area_code in (" + areas + ")"
                + " and measure <> 'one_plus_susp_rate' order by area_code, list_position(['num_schools', 'headcount', 'perm_excl',"
                + " 'perm_excl_rate', 'suspension', 'susp_rate', 'one_plus_susp'], measure)";
    }

    private static Map<String, Long> rows(List<Status.SubmissionStatus> submissions) {
        return submissions.stream().flatMap(one -> one.files().stream()).filter(file -> file.rows() != null)
                .collect(Collectors.toMap(SubmissionFile::file, SubmissionFile::rows));
    }

    private void send(Path folder, String names) throws IOException {
        Files.createDirectories(home.home().inbox());
        for (Path file : Folders.list(folder)) {
            if (file.getFileName().toString().matches(names)) {
                Files.write(home.home().inbox().resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    private static Path real(String folder) {
        Path path = Path.of(REAL, folder);
        assertThat(path).as("a folder of real files").isDirectory();
        return path;
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file),
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        }
    }
}
