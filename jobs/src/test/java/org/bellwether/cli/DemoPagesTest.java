package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.site.PageFaults;
import org.bellwether.release.store.ReleaseFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The pages of the demo's first night: they lead somewhere, every figure on them is the mart's, and a browser finds no fault. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoPagesTest {

    private ReleaseFolder release;
    private Connection published;
    private Connection restricted;

    @BeforeAll
    void a_night_of_the_demo(@TempDir Path folder) throws Exception {
        TrialHome trial = DemoNight.copyTo(folder.resolve("home"));
        release = new ReleaseFolder(trial.home().current().toRealPath());
        published = DriverManager.getConnection("jdbc:duckdb:");
        Sql.execute(published, "attach " + Sql.literal(release.publishedDatabase().toString()) + " as published (read_only); use published");
        restricted = DriverManager.getConnection("jdbc:duckdb:");
        Sql.execute(restricted, "attach " + Sql.literal(release.martsDatabase().toString()) + " as marts (read_only); use marts.mart");
    }

    @AfterAll
    void close() throws SQLException {
        published.close();
        restricted.close();
    }

    @Test
    void every_link_leads_somewhere_and_nothing_is_run_or_fetched() {
        assertThat(PageFaults.in(release.published())).isEmpty();
        assertThat(PageFaults.in(release.root())).as("restricted pages lead into the catalogue").isEmpty();
    }

    @Test
    void every_figure_of_a_page_is_a_cell_of_the_marts_that_it_names() throws IOException, SQLException {
        assertThat(compared(pages(release.report()), published)).isGreaterThan(1000);
    }

    @Test
    void pages_of_the_restricted_edition_alone_tell_cells_too_and_stand_in_no_other() throws IOException, SQLException {
        List<Path> alone = pages(release.restrictedReport()).stream().filter(file -> !Files.exists(release.report().resolve(file.getFileName()))).toList();

        assertThat(alone).extracting(file -> file.getFileName().toString()).contains("alternative.html", "children.html", "returns.html");
        assertThat(compared(alone, restricted)).isGreaterThan(400);
        assertThat(alone).allSatisfy(file -> assertThat(Jsoup.parse(file).text()).doesNotContain("could not be made"));
    }

    /** How many figures were held against the marts of the tier. */
    private static long compared(List<Path> files, Connection tier) throws IOException, SQLException {
        Map<String, TreeSet<BigDecimal>> cells = new TreeMap<>();
        List<String> strangers = new ArrayList<>();
        long figures = 0;
        for (Path file : files) {
            Document page = Jsoup.parse(file);
            TreeSet<BigDecimal> known = new TreeSet<>();
            for (String mart : page.select("footer .bw-mart").eachText()) {
                if (!cells.containsKey(mart)) {
                    cells.put(mart, cells(tier, mart));
                }
                known.addAll(cells.get(mart));
            }
            for (Element figure : page.select("data")) {
                figures++;
                if (!known.contains(new BigDecimal(figure.attr("value")).stripTrailingZeros())) {
                    strangers.add(file.getFileName() + ": " + figure.attr("value"));
                }
            }
        }

        assertThat(strangers).isEmpty();
        return figures;
    }

    @Test
    void each_target_and_each_school_is_told_as_its_mart_has_it() throws IOException, SQLException {
        Document outcomes = Jsoup.parse(release.report().resolve("outcomes.html"));
        List<String> told = outcomes.select("#targets tbody tr").stream().filter(row -> row.select("td").get(1).text().equals("Wardown Borough"))
                .flatMap(row -> row.select("data").eachAttr("value").stream()).sorted().toList();
        List<String> held = Sql.queryTexts(published, """
                select cast(actual as varchar) from (select distinct strategy_code, target_code, time_period, actual from mart_strategy_outcomes where actual is not null)
                union all select cast(baseline as varchar) from (select distinct strategy_code, target_code, baseline from mart_strategy_outcomes where baseline is not null)""");
        assertThat(told).containsExactlyElementsOf(held.stream().map(value -> new BigDecimal(value).stripTrailingZeros().toPlainString()).sorted().toList());

        for (String school : Sql.queryTexts(published, "select distinct laestab from mart_school_scorecard")) {
            Document page = Jsoup.parse(release.report().resolve("school-" + school + ".html"));
            List<String> hidden = Sql.queryTexts(published, "select measure_name from mart_school_scorecard_measure where value_status = 'c' and laestab = " + school
                    + " and time_period = 202425 order by measure_name");
            assertThat(page.select("#scorecard tbody tr").stream().filter(row -> row.select("td").get(1).text().equals("hidden")).map(row -> row.select("th").text()).sorted())
                    .as("hidden of " + school).containsExactlyElementsOf(hidden);
        }
    }

    @Test
    void what_the_published_edition_hides_the_restricted_one_shows() throws IOException {
        Document published = Jsoup.parse(release.report().resolve("school-8992001.html"));
        Document restricted = Jsoup.parse(release.restrictedReport().resolve("school-8992001.html"));

        assertThat(published.select("#scorecard .bw-hidden")).isNotEmpty();
        assertThat(restricted.select("#scorecard tbody tr").stream().map(row -> row.select("td").get(1).text())).as("its own figures").isNotEmpty().doesNotContain("hidden");
        Map<String, String> shown = byMeasure(published);
        assertThat(byMeasure(restricted)).as("of others what is published, and of a row that is not published nothing").allSatisfy((measure, others) ->
                assertThat(others).as(measure).isEqualTo(shown.getOrDefault(measure, "hidden"))).containsKeys(shown.keySet().toArray(String[]::new));
        assertThat(restricted.select("header").text()).contains("Restricted");
        assertThat(Files.exists(release.published().resolve("report/school-8992001.html"))).isTrue();
    }

    @Test
    void a_browser_finds_no_fault_of_access_at_a_desk_on_a_phone_and_on_paper() throws Exception {
        try (Browser browser = Browser.start()) {
            List<String> faults = new ArrayList<>();
            // Pages of schools differ in their figures alone, and those of documents in their statements.
            for (Path file : Stream.of(release.report(), release.catalogue(), release.restrictedReport()).flatMap(folder -> pages(folder).stream())
                    .filter(file -> !file.getFileName().toString().matches("school-(?!8994001).*|documents-(?!WARDOWN).*")).toList()) {
                for (int width : List.of(1200, 360)) {
                    browser.open(file, width);
                    browser.faultsOfAccess().forEach(fault -> faults.add(file.getFileName() + " at " + width + ": " + fault));
                    long content = browser.contentWidth();
                    if (content > width) {
                        faults.add(file.getFileName() + " is " + content + " wide in " + width);
                    }
                }
            }
            browser.requests().stream().filter(url -> !url.startsWith("file:") && !url.startsWith("data:")).forEach(url -> faults.add("fetches " + url));

            assertThat(faults).isEmpty();
        }
    }

    @Test
    void the_board_pack_is_a_tagged_pdf_that_says_what_the_pages_say() throws Exception {
        Path pack = release.report().resolve("board-pack.pdf");

        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(pack.toFile(), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            assertThat(validator.validate(parser).getTestAssertions()).extracting(broken -> broken.getRuleId().getClause() + " " + broken.getMessage()).isEmpty();
        }
        try (PDDocument document = Loader.loadPDF(pack.toFile())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(Jsoup.parse(release.report().resolve("index.html")).select(".bw-sentence").eachText()).isNotEmpty().allSatisfy(sentence -> assertThat(text).contains(sentence));
            assertThat(text).contains("Suspension rate by term", "Attendance by week", "Budget and outturn", "Quillbank Primary School");
        }
        assertThat(release.restrictedReport().resolve("board-pack.pdf")).doesNotExist();
    }

    /** What the scorecard says of the schools of the phase together. */
    private static Map<String, String> byMeasure(Document page) {
        Map<String, String> cells = new TreeMap<>();
        page.select("#scorecard tbody tr").forEach(row -> cells.put(row.select("th").text(), row.select("td").get(2).text()));
        return cells;
    }

    private static List<Path> pages(Path folder) {
        return Folders.files(folder).stream().filter(file -> file.toString().endsWith(".html")).toList();
    }

    /** Every number of the mart. */
    private static TreeSet<BigDecimal> cells(Connection tier, String mart) throws SQLException {
        TreeSet<BigDecimal> cells = new TreeSet<>();
        Sql.query(tier, "select * from " + Sql.identifier(mart), row -> {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                if (row.getObject(i) instanceof Number number) {
                    cells.add(new BigDecimal(number.toString()).stripTrailingZeros());
                }
            }
            return null;
        });
        return cells;
    }
}
