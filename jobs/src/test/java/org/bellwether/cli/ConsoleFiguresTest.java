package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Figures in the console: every one is a cell of the release's mart, is taken along as it is, and leads to where it came from. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleFiguresTest {

    private Home home;
    private ReleaseFolder release;
    private TrialConsole console;
    private TrialConsole.Visitor reader;
    private TrialConsole.Visitor analyst;
    private Connection published;
    private Connection restricted;

    @BeforeAll
    void a_console(@TempDir Path folder) throws Exception {
        home = FirstNight.copyTo(folder.resolve("home")).home();
        release = new ReleaseFolder(home.current().toRealPath());
        console = TrialConsole.start(home);
        reader = console.signedIn("rita.reader");
        analyst = console.signedIn("anna.analyst");
        published = attached(release.publishedDatabase(), "release.main");
        restricted = attached(release.martsDatabase(), "release.mart");
    }

    private static Connection attached(Path database, String schema) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Sql.executeAll(connection, List.of("attach " + Sql.literal(database.toString()) + " as release (read_only)", "use " + schema));
        return connection;
    }

    @AfterAll
    void close() throws SQLException {
        console.close();
        published.close();
        restricted.close();
    }

    @Test
    void every_figure_on_a_page_is_the_marts_cell_in_its_row() throws Exception {
        assertThat(compared(published, reader, "/figures/")).isGreaterThan(100);
    }

    @Test
    void and_so_is_every_one_before_disclosure_control() throws Exception {
        assertThat(compared(restricted, analyst, "/restricted/figures/")).isGreaterThan(100);
    }

    /** How many were compared. */
    private int compared(Connection tier, TrialConsole.Visitor visitor, String path) throws Exception {
        int compared = 0;
        for (String mart : Sql.queryTexts(tier, "select table_name from duckdb_tables() where database_name = 'release' and table_name like 'mart\\_%' escape '\\' and table_name not like '%\\_\\_%' escape '\\'"
                + " and schema_name in ('main', 'mart') order by 1")) {
            List<String> figures = Sql.queryTexts(tier, "select column_name from duckdb_columns() as figure where data_type not in ('BOOLEAN', 'VARCHAR', 'DATE') and database_name = 'release' and table_name = " + Sql.literal(mart)
                    + " and exists (select 1 from duckdb_columns() as status where status.database_name = 'release' and status.table_name = figure.table_name and status.column_name = figure.column_name || '_status')");
            for (String figure : figures) {
                Document page = visitor.page(path + mart + "?la_code=&time_period=&column=" + figure);
                List<String> shown = new ArrayList<>();
                for (Element row : page.select("table tbody tr")) {
                    Element cell = row.select("td").get(row.select("td").size() - 2);
                    shown.add(cell.select("data").isEmpty() ? cell.text().equals("hidden") ? "c" : "" : plain(cell.select("data").attr("value")));
                }
                List<String> held = Sql.query(tier, "select cast(" + Sql.identifier(figure) + " as varchar), " + figure + "_status from " + mart, row ->
                        row.getString(1) != null ? plain(row.getString(1)) : row.getString(2).equals("c") ? "c" : "");
                if (held.size() <= 200) {
                    assertThat(shown).as(mart + "." + figure).containsExactlyInAnyOrderElementsOf(held);
                } else {
                    assertThat(held).as(mart + "." + figure).containsAll(shown);
                }
                compared += shown.size();
            }
        }
        return compared;
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    @Test
    void a_choice_is_taken_along_as_csv_and_the_mart_as_the_very_file() throws Exception {
        String choice = "phase_type_grouping=" + URLEncoder.encode("Total", StandardCharsets.UTF_8) + "&breakdown_topic=Total&time_identifier=Academic+year";
        List<String> expected = Sql.queryTexts(published, "select cast(suspension as varchar) from mart_exclusions_la where phase_type_grouping = 'Total' and breakdown_topic = 'Total'"
                + " and time_identifier = 'Academic year' order by all");

        try (CSVParser csv = CSVParser.parse(reader.get("/figures/mart_exclusions_la.csv?" + choice).body(), CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            assertThat(csv.getRecords().stream().map(row -> row.get("suspension")).sorted()).containsExactlyElementsOf(expected);
        }
        assertThat(reader.bytes("/figures/mart_exclusions_la.parquet")).isEqualTo(Files.readAllBytes(release.publishedMarts().resolve("mart_exclusions_la.parquet")));
        assertThat(analyst.bytes("/restricted/figures/mart_exclusions_la.parquet")).isEqualTo(Files.readAllBytes(release.rows(release.martsDatabase(), "mart_exclusions_la")));
    }

    @Test
    void what_stands_in_the_restricted_tier_alone_is_found_by_those_who_may_read_it() throws Exception {
        assertThat(reader.page("/figures?q=returns").select("a[href*=mart_returns_school]")).isEmpty();

        Document found = analyst.page("/figures?q=returns");
        assertThat(analyst.page(found.select("a[href^=/restricted/figures/mart_returns_school]").attr("href")).select("table tbody tr")).isNotEmpty();
        assertThat(found.select("a[href^=/restricted/figures/mart_exclusions_la]")).as("what is published is found as it is published").isEmpty();
    }

    @Test
    void a_figure_is_found_by_a_word_and_cited_by_what_it_is_of() throws Exception {
        Document found = reader.page("/figures?q=suspension");
        String href = found.select("a[href^=/figures/mart_exclusions_la]").attr("href");
        Document page = reader.page(href + "&breakdown_topic=Total");

        Manifest manifest = Manifest.read(release);
        assertThat(page.select(".bw-cite").text()).contains(manifest.release(), manifest.contentHash(), "breakdown_topic = Total");
        assertThat(Sql.query(published, page.select(".bw-sql").text(), row -> row.getString(1))).hasSize(page.select("table tbody tr").size());
        assertThat(reader.page("/figures?q=zzz").text()).contains("Nothing has these words");
        assertThat(found.text()).doesNotContain("pupil_key");
    }

    @Test
    void what_readers_see_is_explained_to_them_without_a_line_and_what_is_hidden_is_not() throws Exception {
        Document page = reader.page("/figures/mart_exclusions_la?column=suspension");
        Document explained = reader.page(page.select("tr:has(data) a[href*=explain]").attr("href"));

        assertThat(explained.text()).contains("Made again from its rows", "the same").doesNotContain("stand until");
        assertThat(explained.select("a.govuk-back-link").attr("href")).startsWith("/figures/mart_exclusions_la?column=suspension&");
    }

    @Test
    void it_is_followed_to_the_lines_it_came_from() throws Exception {
        Document page = analyst.page("/restricted/figures/mart_exclusions_la?column=suspension&phase_type_grouping=Total&breakdown_topic=Total&time_identifier=Academic+year");
        Document explained = analyst.page(page.select("td a[href*=explain]").attr("href"));

        assertThat(explained.text()).contains("Made again from its rows", "the same", "exclusion_notice");
        assertThat(explained.select("h2").eachText()).contains("The files that it came from");
    }
}
