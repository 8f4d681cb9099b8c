package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The long table of the Local Authority Interactive Tool, as Parquet, as a workbook and as CSV. */
class LaitFiguresTest {

    private static final String HEADER = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n";
    private static final String FIGURES = HEADER + """
            TotPermEx,Total Permanent,2023/24,Luton,0.10081,821.0,East of England
            TotPermEx,Total Permanent,2023/24,England,0.12888999999999999,970.0,NA
            SecFixedEx,,2023/24,East of England,-,985.0,NA
            TotAbs,,2025,Luton,6.32,821.0,East of England
            SENFinance,SEN Finance,2021-22 (OT),Luton,95,821.0,East of England
            Premium,,2024-25,London (Inner),1234,987.0,NA
            RTA,,2014-16,Bedford Borough,10.88,822.0,East of England
            Hosp_Adm_Alc_<18yrs,,2013/14-15/16,Poole (Pre LG),12.5,836.0,South West
            A3A,,2025 (Rev),Luton,13.1,821.0,East of England
            YJS_FTE,,2019-20,Luton,7,821.0,East of England
            """;
    private static final List<String> EXPECTED = List.of(
            "TotPermEx 202324 Academic year Local authority E06000032 Total Total 0.10081 ok 2", "TotPermEx 202324 Academic year National E92000001 Total Total 0.12889 ok 3",
            "SecFixedEx 202324 Academic year Regional E12000006 Secondary Total - x 4", "TotAbs 202425 Academic year Local authority E06000032 Total Total 6.32 ok 5",
            "SENFinance 202122 Financial year Local authority E06000032 As the measure says As the measure says 95.0 ok 6",
            "Premium 202425 Financial year Regional E13000001 As the measure says As the measure says 1234.0 ok 7",
            "RTA 2016 3 years Local authority E06000055 As the measure says As the measure says 10.88 ok 8",
            "Hosp_Adm_Alc_<18yrs 201516 3 years Local authority E06000029 As the measure says As the measure says 12.5 ok 9",
            "A3A 2025 Reporting year Local authority E06000032 As the measure says As the measure says 13.1 ok 10",
            "YJS_FTE 201920 Year Local authority E06000032 As the measure says As the measure says 7.0 ok 11");

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
        home.config("reference/local_authority.csv", """
                old_la_code,new_la_code,la_name,region_code,region_name
                899,E06000899,Wardown,E12000006,East of England
                821,E06000032,Luton,E12000006,East of England
                822,E06000055,Bedford,E12000006,East of England
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "csv", "xlsx"})
    void each_figure_stands_under_its_measure_area_and_period_and_none_of_an_unknown_measure_is_a_total(String format) throws IOException {
        Submission tool = home.receive("lait_long." + format, bytes(format, FIGURES));

        assertThat(tool.returnName() + " " + tool.state() + " " + tool.rows() + " " + tool.accepted()).isEqualTo("benchmarks ACCEPTED 10 10");
        assertThat(staged(tool)).containsExactlyElementsOf(EXPECTED);
        assertThat(home.live("benchmarks")).hasSize(10).contains("lait|202324|Academic year|National=" + tool.arrival(), "lait|2016|3 years|Local authority=" + tool.arrival());
    }

    @Test
    void what_is_of_no_period_no_area_or_no_figure_is_told_by_line_and_counted() {
        String good = "TotAbs,,%d,Luton,6.32,821,East of England\n";
        StringBuilder rows = new StringBuilder(HEADER);
        for (int year = 1975; year < 2015; year++) {
            rows.append(good.formatted(year));
        }
        rows.append("M,,0,Luton,1,821,\nM,,2023/25,Luton,1,821,\nM,,2024-24,Luton,1,821,\nM,,2024,England,1,821,\nM,,2024,Atlantis,1,,\nM,,2024,Luton,many,821,\nM,,2025,Luton,1,822,\n"
                + "M,,2023,Elsewhere,1,995,\nM,,2022,England,1,,\nM,,2022,England,1,,\n");

        Submission tool = home.receive("lait.csv", rows.toString());

        assertThat(home.violations(tool)).containsExactly("lait 42 REF-014 error", "lait 43 REF-014 error", "lait 44 REF-014 error", "lait 45 REF-015 error", "lait 46 REF-015 error",
                "lait 47 REF-003 value", "lait 48 REF-015 error", "lait 49 REF-015 error", "lait 51 ROW-004 error");
        assertThat(tool.rows()).isEqualTo(50).isEqualTo(tool.accepted() + tool.rejected());
        assertThat(staged(tool)).contains("M 2024 Reporting year Local authority E06000032 As the measure says As the measure says - x 47",
                "TotAbs 201314 Academic year Local authority E06000032 Total Total 6.32 ok 41");
    }

    @Test
    void parquet_of_any_return_is_received_and_of_none_is_refused_with_what_is_lacking() throws IOException {
        Submission own = home.receive("exclusions.parquet", bytes("parquet", "time_period,time_identifier,geographic_level,country_code,school_type,headcount,perm_excl,perm_excl_rate\n"
                + "202324,Academic year,National,E92000001,Total,100,1,1\n"));
        assertThat(own.returnName() + " " + own.files().get(0).file() + " " + own.state()).isEqualTo("benchmarks exclusions.parquet/exclusions.csv ACCEPTED");

        Submission other = home.receive("lait.parquet", bytes("parquet", "Short Desc,Years,LA and Regions\nTotAbs,2025,Luton\n"));
        assertThat(other.state() + " " + other.error().rule() + " " + other.error().detail()).isEqualTo("REFUSED FILE-011 nearest is benchmarks, of which it lacks values");
    }

    @Test
    void a_line_break_in_a_value_of_parquet_does_not_move_the_lines_behind_it() {
        Path file = folder.resolve("lait.parquet");
        write("copy (select 'TotAbs' as \"Short Desc\", 'a' || chr(10) || 'b' as \"Data item\", cast(y as varchar) as \"Years\", 'Luton' as \"LA and Regions\", cast('nan' as double) as \"Values\", "
                + "821.0 as \"LA Number\" from (values (2024), (0)) as of_year (y)) to '" + file + "' (format parquet)");

        Submission tool = home.receiveFiles(List.of(file)).submissions().get(0);

        assertThat(home.violations(tool)).containsExactly("lait 3 REF-014 error");
    }

    /** The table of 434 measures; skipped where BELLWETHER_REAL_DATA does not name the folder of published files. */
    @Test
    void the_published_table_is_whole_but_for_the_figures_of_no_year() {
        String real = System.getenv("BELLWETHER_REAL_DATA");
        assumeTrue(real != null, "skipped: BELLWETHER_REAL_DATA is not set");
        long begun = System.nanoTime();

        Submission tool = home.receiveFiles(List.of(Path.of(real, "benchmarks/lait_long.parquet"))).submissions().get(0);

        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        assertThat(tool.state()).isEqualTo(SubmissionState.ACCEPTED_WITH_QUERIES);
        assertThat(tool.rows()).isEqualTo(641_070).isEqualTo(tool.accepted() + tool.rejected());
        assertThat(tool.rejected()).as("one measure whose year is 0").isEqualTo(170);
        assertThat(home.query("select distinct rule from " + home.findings(tool))).containsExactly("REF-014");
        assertThat(home.query("select concat_ws(' ', measure, time_period, value) from " + home.relation(tool, "lait_figure") + " where area_code = 'E06000032' and time_identifier = 'Academic year'"
                + " and (measure, time_period) in (('TotPermEx', 202324), ('TotFixedEx', 202324), ('TotAbs', 202425), ('TotPerAbNew', 202425)) order by all"))
                .containsExactly("TotAbs 202425 6.32", "TotFixedEx 202324 6.07066", "TotPerAbNew 202425 17.69", "TotPermEx 202324 0.10081");
        assertThat(home.query("select count(*) from " + home.relation(tool, "lait_figure") + " where value is null")).as("as many as the table has dashes, but for those rejected").isNotEmpty();
        assertThat(seconds).as("seconds for 641,070 rows").isLessThan(60);
    }

    private List<String> staged(Submission tool) {
        return home.staged(tool, "lait_figure", "measure", "time_period", "time_identifier", "geographic_level", "area_code", "school_type", "breakdown", "value", "value_status", "source_line");
    }

    private static void write(String copy) {
        try (DuckDb engine = DuckDb.plainMemory(new Settings.Engine("500MB", 1)); Connection connection = engine.connection()) {
            Sql.execute(connection, copy);
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private byte[] bytes(String format, String csv) throws IOException {
        if (format.equals("csv")) {
            return csv.getBytes(StandardCharsets.UTF_8);
        }
        if (format.equals("xlsx")) {
            return new Book().sheet("Long", Book.csv(csv)).xlsx();
        }
        Path text = folder.resolve("made.csv");
        Path parquet = folder.resolve("made.parquet");
        Files.writeString(text, csv);
        write("copy (select * from read_csv('" + text + "', all_varchar = false, nullstr = '')) to '" + parquet + "' (format parquet)");
        return Files.readAllBytes(parquet);
    }
}
