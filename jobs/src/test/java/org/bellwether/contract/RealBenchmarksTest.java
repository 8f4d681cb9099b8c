package org.bellwether.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.ConfigFiles;
import org.bellwether.home.Project;
import org.bellwether.home.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published files as DfE has them; skipped where BELLWETHER_REAL_DATA does not name their folder. */
class RealBenchmarksTest {

    @TempDir
    Path tmp;

    private Path real;
    private ContractCatalog catalog;
    private DuckDb engine;
    private Connection connection;
    private TypedRows rows;

    @BeforeEach
    void the_folder_of_real_files() throws Exception {
        String folder = System.getenv("BELLWETHER_REAL_DATA");
        assumeTrue(folder != null, "skipped: BELLWETHER_REAL_DATA is not set");
        real = Path.of(folder);
        ConfigFiles config = new ConfigFiles(Project.locate().config(), tmp.resolve("home"));
        catalog = ContractCatalog.load(config);
        engine = DuckDb.memory(Project.locate(), Settings.load(config).bellwether().engine(), tmp.resolve("spill"));
        connection = engine.connection();
        rows = new TypedRows(connection, catalog);
    }

    @AfterEach
    void close() throws Exception {
        if (engine != null) {
            connection.close();
            engine.close();
        }
    }

    @Test
    void exclusions_of_2016_17_bear_today_s_names_and_symbols() throws Exception {
        load("ees-exclusions/exclusions_by_geographic_level_24_las.csv", "exclusions");

        assertThat(figure("headcount", "E06000032", 201617, "Total")).isEqualTo("37591.0 ok");
        assertThat(figure("perm_excl", "E06000032", 201617, "Total")).isEqualTo("55.0 ok");
        assertThat(figure("suspension", "E06000032", 201617, "Total")).isEqualTo("2228.0 ok");
        assertThat(figure("susp_rate", "E06000055", 201617, "Total")).isEqualTo("3.5 ok");
        assertThat(figure("one_plus_susp", "E06000055", 201617, "Total")).isEqualTo("512.0 ok");
        assertThat(figure("perm_excl", "E06000032", 201617, "State-funded primary")).isEqualTo("null c");
    }

    @Test
    void reasons_load_as_a_data_set_of_their_own() throws Exception {
        load("ees-exclusions/exclusions_by_reason.csv", "exclusions_by_reason");

        assertThat(figure("perm_physical_pupils", "E92000001", 201617, "Total")).isEqualTo("1025.0 ok");
        assertThat(Sql.queryLong(connection, "select count(*) from staged_rows where area_code = 'E10000001'"))
                .as("Bedfordshire ended before its code").isPositive();
    }

    @Test
    void attendance_of_the_year_a_term_and_a_week_loads() throws Exception {
        load("ees-attendance/EES_ytd_data_2024-25_final_20250807.csv", "pupil_attendance");
        assertThat(figure("attendance_perc", "E06000032", 202425, "Primary")).startsWith("94.587308");
        assertThat(figure("pa_perc", "E06000055", 202425, "Special")).startsWith("26.4192");

        load("ees-attendance/EES_aut_data_2024-25_final_20250807.csv", "pupil_attendance");
        load("ees-attendance/EES_spr_data_2023-24_final_20240808.csv", "pupil_attendance");
        load("ees-attendance/EES_spr_data_2023-24_republished_20240725.csv", "pupil_attendance");
        load("ees-attendance/EES_weekly_data_2024-25_published_20241219.csv", "pupil_attendance");
        assertThat(Sql.queryLong(connection, "select count(distinct time_identifier) from staged_rows"))
                .isGreaterThan(10);
        load("ees-attendance/EES_ytd_data_2023-24_final_20240808.csv", "pupil_attendance");
        assertThat(figure("pa_perc", "E06000032", 202324, "Secondary")).startsWith("24.3713");
    }

    @Test
    void the_daily_file_and_the_guidance_list_are_no_benchmarks() throws Exception {
        Recognition recognition = new Recognition(catalog);
        for (String name : List.of("EES_daily_data_2024-25_published_20240926.csv", "Tech_guidance_reasons.csv")) {
            assertThat(recognition.recognise(name, header(real.resolve("ees-attendance").resolve(name)))).isEmpty();
        }
    }

    @Test
    void gias_and_the_census_set_are_recognised_with_every_required_column() throws Exception {
        recognised(real.resolve("gias/gias_sample.csv"), "establishment");
        try (var files = Files.list(real.resolve("school-census-2024-autumn"))) {
            for (Path file : files.sorted().toList()) {
                TableContract table = recognised(file, null);
                assertThat(table.locate(header(file)).extras()).as(file.toString()).isEmpty();
            }
        }
    }

    private TableContract recognised(Path file, String expected) throws IOException {
        Recognised found = new Recognition(catalog).recognise("renamed.csv", header(file)).orElseThrow();
        TableContract table = catalog.contract(found.returnName()).latest().table(found.table());
        assertUsable(table.locate(header(file)), file);
        assertThat(expected == null || table.name().equals(expected)).as(file.toString()).isTrue();
        return table;
    }

    /** Reads a wide file into {@code typed} as staging does, judges it and leaves its staged rows in a table. */
    private void load(String file, String table) throws Exception {
        Path path = real.resolve(file);
        List<String> header = header(path);
        ReturnContract contract = catalog.contract("benchmarks");
        assertThat(new Recognition(catalog).recognise(path.getFileName().toString(), header).map(Recognised::table))
                .contains(table);
        TableContract benchmark = contract.table(table);
        Located located = benchmark.locate(header);
        assertUsable(located, path);
        rows.none(contract, benchmark);
        List<String> columns = new ArrayList<>();
        benchmark.columns().values().forEach(column -> {
            Integer place = located.positions().get(column.name());
            String text = place == null ? column.absentText().map(Sql::literal).orElse("null") : "trim(c" + place + ")";
            columns.add("try_cast(" + text + " as " + column.sqlType() + ") as " + column.name());
        });
        String measures = String.join(", ", located.rest().entrySet().stream()
                .map(measure -> "c" + measure.getValue() + " as " + Sql.identifier(measure.getKey())).toList());
        Sql.execute(connection, "create or replace temp table wide as select row_number() over () + 1 as source_line, "
                + String.join(", ", columns) + ", " + measures + " from read_csv(" + Sql.literal(path.toString())
                + ", header = false, skip = 1, all_varchar = true, names = ["
                + String.join(", ", IntStream.range(0, header.size()).mapToObj(n -> "'c" + n + "'").toList()) + "])");
        Sql.execute(connection, "insert into typed by name select * from (unpivot (from wide) on columns(* exclude ("
                + String.join(", ", benchmark.columns().keySet()) + ", source_line)) into name measure value value)");
        assertThat(rows.broken(benchmark)).as(file).isEmpty();
        Sql.execute(connection, "create or replace temp table staged_rows as "
                + Files.readString(Project.locate().sql().resolve("staged/benchmark.sql")));
        assertThat(Sql.queryLong(connection, """
                select count(*) from (
                    from staged_rows select 1
                    group by dataset, time_period, time_identifier, geographic_level, area_code, school_type, measure
                    having count(*) > 1
                )
                """)).as("figures of " + file + " that stand twice").isZero();
        assertThat(Sql.queryLong(connection, "select count(*) from staged_rows where area_code is null")).isZero();
    }

    private String figure(String measure, String area, int period, String schoolType) throws Exception {
        return Sql.queryText(connection, """
                select coalesce(cast(value as varchar), 'null') || ' ' || value_status from staged_rows
                where measure = '%s' and area_code = '%s' and time_period = %d and school_type = '%s'
                """.formatted(measure, area, period, schoolType));
    }

    private static void assertUsable(Located located, Path file) {
        assertThat(located.missing()).as(file.toString()).isEmpty();
        assertThat(located.duplicates()).as(file.toString()).isEmpty();
    }

    private static List<String> header(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), CSVFormat.RFC4180)) {
            return parser.iterator().next().toList();
        }
    }
}
