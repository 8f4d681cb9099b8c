package org.bellwether.release.site.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.site.SiteTemplates;
import org.bellwether.release.store.ReleaseFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page is one entry of config; what its marts say is shown, and nothing that they say is run. */
class ReportWriterTest {

    private static final Settings.Engine SMALL = new Settings.Engine("256MB", 1);

    @TempDir
    Path folder;

    private ReleaseFolder release;
    private boolean isPacked;

    @BeforeEach
    void a_release_of_one_mart() throws SQLException, IOException {
        release = new ReleaseFolder(folder.resolve("release"));
        Files.createDirectories(release.published());
        try (DuckDb engine = DuckDb.plainFile(release.publishedDatabase(), SMALL, folder.resolve("tmp")); Connection connection = engine.connection()) {
            Sql.execute(connection, "create table mart_small (laestab integer, school_name varchar, as_at_date date, rate double, rate_status varchar)");
            Sql.execute(connection, "insert into mart_small values (8994001, '<script>alert(1)</script>', date '2026-05-13', 8.43373, 'ok'),"
                    + " (8994002, '=cmd|''/c calc''!A0', date '2026-05-12', null, 'c'), (8994003, null, null, null, 'z')");
        }
        page("""
                title: Small
                menu: Small
                as_at: [mart_small, mart_of_later]
                panels:
                  rates:
                    title: Rates
                    chart: bar
                    unit: "%"
                    dp: 1
                    columns: {label: School, y: Rate}
                    query: select school_name as label, rate as y, rate_status as y_status from mart_small order by laestab
                  said:
                    title: Said
                    sentences: true
                    unit: "%"
                    dp: 2
                    query: select school_name || ' has {rate}.' as sentence, rate, rate_status, 'good' as tone from mart_small where rate is not null
                """);
    }

    @Test
    void a_page_shows_what_the_mart_says() throws SQLException, IOException {
        Document page = written("small");

        assertThat(page.select("#rates tbody tr").eachText()).containsExactly("<script>alert(1)</script> 8.4%", "=cmd|'/c calc'!A0 hidden", "not applicable");
        assertThat(page.select("#rates data").eachAttr("value")).containsExactly("8.43373");
        assertThat(page.select("#said li").text()).isEqualTo("<script>alert(1)</script> has 8.43%.");
        assertThat(page.text()).contains("As at 13 May 2026");
        assertThat(page.select("footer a[href*=catalogue]").eachAttr("href")).as("of marts that there are").containsExactly("../catalogue/mart_small.html");
    }

    @Test
    void what_a_mart_says_is_never_run() throws SQLException, IOException {
        assertThat(written("small").select("script")).isEmpty();
        assertThat(folder.resolve("report/small.html")).content().doesNotContain("<script");
        assertThat(folder.resolve("report/data/small-rates.csv")).content().isEqualTo("""
                School,Rate,"Rate, status"
                <script>alert(1)</script>,8.43373,ok
                '=cmd|'/c calc'!A0,,c
                ,,z
                """);
    }

    @Test
    void each_row_of_a_query_has_its_own_page_with_its_own_rows() throws SQLException, IOException {
        page("""
                title: "{title}"
                each: select laestab as key, 'School ' || laestab as title from mart_small where rate_status <> 'z'
                panels:
                  rate: {title: Rate, columns: {rate: Rate}, query: "select laestab as key, rate, rate_status from mart_small"}
                """);

        assertThat(written("small-8994001").select("h1, td, tbody th").eachText()).containsExactly("School 8994001", "8");
        assertThat(written("small-8994002").select("h1, td, tbody th").eachText()).containsExactly("School 8994002", "hidden");
        assertThat(folder.resolve("report/small-8994003.html")).doesNotExist();
    }

    @Test
    void a_question_that_cannot_be_asked_keeps_nobody_from_the_others() throws SQLException, IOException {
        page("""
                title: Small
                menu: Small
                panels:
                  gone: {title: Gone, columns: {a: A}, query: select no_such_column from mart_small}
                  files: {title: Files, columns: {a: A}, query: "select * from read_text('/etc/hostname')"}
                  rates: {title: Rates, columns: {rate: Rate}, query: "select rate, rate_status from mart_small where rate is not null"}
                """);

        Document page = written("small");

        assertThat(page.select("#gone .govuk-inset-text, #files .govuk-inset-text")).hasSize(2);
        assertThat(page.select("#rates tbody tr")).hasSize(1);
    }

    @Test
    void an_answer_that_cannot_be_drawn_keeps_nobody_from_the_others() throws SQLException, IOException {
        page("""
                title: Small
                menu: Small
                as_at: [mart_small, dim_without_a_day]
                panels:
                  lacking: {title: Lacking, chart: line, columns: {y: Rate}, query: select rate as y from mart_small}
                  endless: {title: Endless, chart: bar, columns: {label: School, y: Rate}, query: "select laestab as label, 1.0 / 0.0 as y from mart_small"}
                  rates: {title: Rates, columns: {rate: Rate}, query: "select rate, rate_status from mart_small where rate is not null"}
                """);

        Document page = written("small");

        assertThat(page.select("#lacking .govuk-inset-text")).hasSize(1);
        assertThat(page.select("#endless td data")).isEmpty();
        assertThat(page.select("#rates tbody tr")).hasSize(1);
    }

    @Test
    void a_key_that_is_no_name_of_a_file_has_no_page() throws SQLException, IOException {
        page("""
                title: "{title}"
                each: select unnest(['../../outside', 'a/b', 'plain', null, '']) as key
                panels:
                  rate: {title: Rate, columns: {rate: Rate}, query: "select 'plain' as key, rate, rate_status from mart_small"}
                """);

        assertThat(written("small-plain").select("h1").text()).isEqualTo("plain");
        assertThat(Folders.files(folder.resolve("report"))).extracting(file -> file.getFileName().toString()).containsExactlyInAnyOrder("small-plain.html", "small-plain-rate.csv");

        page("title: '{title}'\neach: select no_such_column from mart_small\npanels: {rate: {title: Rate, columns: {rate: Rate}, query: select rate from mart_small}}\n");
        Folders.delete(folder.resolve("report"));
        written();
        assertThat(Folders.files(folder.resolve("report"))).isEmpty();
    }

    @Test
    void a_home_lays_a_panel_over_a_page_or_takes_one_away() throws SQLException, IOException {
        Path overlay = Files.createDirectories(folder.resolve("overlay/report")).resolve("small.yml");
        Files.writeString(overlay, "panels: {said: , own: {title: Own, columns: {n: Schools}, query: select count(*) as n from mart_small}}\n");

        assertThat(written("small").select("section").eachAttr("id")).containsExactly("rates", "own");
    }

    @Test
    void what_is_said_of_a_target_stands_below_its_chart() throws SQLException, IOException {
        page("""
                title: Small
                panels:
                  rates:
                    title: Rates
                    chart: bar
                    columns: {label: School, y: Rate}
                    query: select school_name as label, rate as y, rate_status as y_status, 'ONE/' || laestab as comment_on, laestab as chart from mart_small where laestab <= 8994002
                """);
        Path said = Files.createDirectories(folder.resolve("overlay/commentary")).resolve("now.yml");
        Files.writeString(said, """
                comments:
                  - {strategy: ONE, target: "8994001", period: 202425, owner: Before, says: of last year}
                  - {strategy: ONE, target: "8994001", period: 202526, owner: Head of <b>inclusion</b>, says: It fell., action: Go on.}
                """);

        Document page = written("small");

        assertThat(page.select(".bw-comment").eachText()).containsExactly("Head of <b>inclusion</b>: It fell. Action: Go on.");
        Files.writeString(said, "comments: [{strategy: ONE, target: a, period: 202526}]");
        assertThatThrownBy(this::config).isInstanceOf(BellwetherException.class).hasMessageContainingAll("now.yml", "owner and says");
    }

    @Test
    void written_twice_it_is_the_same() throws SQLException, IOException {
        String first = written("small").outerHtml();

        assertThat(written("small").outerHtml()).isEqualTo(first);
    }

    @Test
    void a_page_that_lacks_something_is_told_with_its_file() throws IOException {
        page("title: Small\nmenu: Small\npanels: {rates: {title: Rates}}\n");

        assertThatThrownBy(this::config).isInstanceOf(BellwetherException.class)
                .hasMessageContainingAll("small.yml", "panel rates needs a title and a query", "needs columns");
    }

    private void page(String text) throws IOException {
        Path file = folder.resolve("config/report/small.yml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void without_a_board_pack_there_is_none_and_nothing_leads_to_it() throws Exception {
        isPacked = true;
        assertThat(written("small").select("a[href=board-pack.pdf]")).hasSize(1);
        byte[] pack = Files.readAllBytes(folder.resolve("report/board-pack.pdf"));
        Folders.delete(folder.resolve("report"));
        written();
        assertThat(folder.resolve("report/board-pack.pdf")).as("the same figures").hasBinaryContent(pack);
        Folders.delete(folder.resolve("report"));

        isPacked = false;
        assertThat(written("small").select("a[href=board-pack.pdf]")).isEmpty();
        assertThat(folder.resolve("report/board-pack.pdf")).doesNotExist();
    }

    private ReportConfig config() {
        return ReportConfig.load(new ConfigFiles(folder.resolve("config"), folder.resolve("overlay")));
    }

    private Document written(String page) throws SQLException, IOException {
        written();
        return Jsoup.parse(folder.resolve("report").resolve(page + ".html"));
    }

    private void written() throws SQLException, IOException {
        try (ReportTier tier = ReportTier.published(Project.locate(), release)) {
            new ReportWriter(config(), new SiteTemplates(), tier, "Small", null, "../catalogue", isPacked).write(folder.resolve("report"), Instant.parse("2026-05-14T01:30:00Z"));
        }
    }
}
