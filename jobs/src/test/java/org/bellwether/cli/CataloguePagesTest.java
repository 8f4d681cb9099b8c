package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.bellwether.release.compare.PublishedChanges;
import org.bellwether.release.compare.ReleaseComparison;
import org.bellwether.release.compare.ReleaseDifference;
import org.bellwether.release.compare.ReleaseDifference.FigureChange;
import org.bellwether.release.site.PageFaults;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.release.store.ReleaseStore;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue of a second night, four days after the first, whose figures move at once: held against the release that it is of. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CataloguePagesTest {

    private Home home;
    private ReleaseFolder before;
    private ReleaseFolder release;
    private Connection engine;

    @BeforeAll
    void two_nights(@TempDir Path folder) throws Exception {
        TrialHome trial = FirstNight.copyTo(folder.resolve("home"));
        home = trial.home();
        before = new ReleaseFolder(home.current().toRealPath());
        Files.writeString(home.config().resolve("disclosure.yml"), "grid: {open: night, closed: night}\n");
        for (Path file : Folders.list(FirstNight.returns(folder.resolve("returns")).resolve("night-2"))) {
            if (file.getFileName().toString().startsWith("exclusion_notice")) {
                Files.copy(file, home.inbox().resolve(file.getFileName()));
            }
        }
        trial.nightHere(TrialHome.SECOND_NIGHT.plusSeconds(3 * 86_400));
        release = new ReleaseFolder(home.current().toRealPath());
        engine = DriverManager.getConnection("jdbc:duckdb:");
        Sql.execute(engine, "attach " + Sql.literal(release.publishedDatabase().toString()) + " as published (read_only)");
    }

    @AfterAll
    void close() throws SQLException {
        engine.close();
    }

    @Test
    void every_page_leads_somewhere() {
        assertThat(PageFaults.in(release.root())).isEmpty();
    }

    @Test
    void each_return_is_as_fresh_as_its_latest_submission() throws IOException, SQLException {
        Map<String, String> received = new TreeMap<>();
        Sql.query(engine, "select return_name, strftime(max(received_at), '%-d %B %Y'), date '2026-05-17' - cast(max(received_at) as date) from read_parquet("
                + Sql.literal(release.core().resolve("dim_submission.parquet").toString()) + ") group by return_name", row -> received.put(row.getString(1), row.getString(2) + ", " + row.getLong(3)));
        assertThat(received).containsEntry("exclusion_notice", "17 May 2026, 0").containsEntry("gias", "13 May 2026, 4");

        Map<String, String> told = new TreeMap<>();
        List<String> never = new ArrayList<>();
        for (Element row : page("freshness").select("#returns tbody tr")) {
            String day = row.select("td").get(2).text();
            if (day.equals("never")) {
                never.add(row.select("th").text());
            } else {
                told.put(row.select("th").text(), day + ", " + row.select("td").get(3).text());
            }
        }
        assertThat(told).isEqualTo(received);
        assertThat(never).contains("attendance_marks", "school_census").doesNotContainAnyElementsOf(received.keySet());
    }

    @Test
    void each_table_says_up_to_which_day_it_is_known_and_which_of_its_returns_came_when() throws IOException, SQLException {
        Map<String, List<String>> told = new HashMap<>();
        page("freshness").select("#tables tbody tr").forEach(row -> told.put(row.select("th").text(), row.select("td").eachText()));

        assertThat(told.get("mart_exclusions_la").subList(1, 3)).containsExactly("exclusion_notice, 17 May 2026", "term_dates, 13 May 2026");
        assertThat(told.get("dim_school")).containsSubsequence("gias, 13 May 2026", "gias, 13 May 2026");
        assertThat(told.get("dim_measure")).contains("made of none");
        for (String mart : Sql.queryTexts(engine, "select table_name from duckdb_columns() where database_name = 'published' and table_name like 'mart%' and column_name = 'as_at_date'")) {
            String day = Sql.queryText(engine, "select coalesce(strftime(max(as_at_date), '%-d %B %Y'), 'no rows') from published.main." + mart);
            assertThat(told.get(mart).get(0)).as(mart).isEqualTo(day);
            assertThat(page(mart).select(".govuk-summary-list__value").text()).as(mart).contains("As at " + day);
        }
    }

    @Test
    void what_changed_is_what_the_diff_of_published_figures_says() throws IOException, SQLException {
        PublishedChanges told = Json.read(release.changes(), PublishedChanges.class);
        ReleaseDifference diff = new ReleaseComparison(engine, Project.locate(), home).between(before, release, false);

        assertThat(told.since().release()).isEqualTo(diff.from().release());
        assertThat(told.returns()).containsExactly("exclusion_notice");
        assertThat(told.figures()).extracting(CataloguePagesTest::counted).isNotEmpty().isEqualTo(diff.figures().stream().map(CataloguePagesTest::counted).toList());
        assertThat(told.figures()).filteredOn(change -> change.hidden() + change.shown() == 0 && change.laestab() != null).isNotEmpty()
                .extracting(FigureChange::first).containsAnyElementsOf(diff.figures().stream().map(FigureChange::first).toList());
        assertThat(told.figures()).extracting(FigureChange::first).noneMatch(first -> "c".equals(first.before()) || "c".equals(first.after()));
        assertThat(told.figures()).flatExtracting(FigureChange::why).extracting(reason -> reason.kind().words())
                .containsAnyOf("other data", "another moment").doesNotContain("new data", "restated data", "withdrawn data");

        Document page = page("changes");
        assertThat(page.select("#made-of").text()).contains("other data: exclusion_notice");
        for (String mart : told.figures().stream().map(FigureChange::mart).distinct().toList()) {
            long figures = told.figures().stream().filter(change -> change.mart().equals(mart) && !change.isLabel()).mapToLong(FigureChange::cells).sum();
            assertThat(page.getElementById(mart).nextElementSibling().text().replace(",", "")).as(mart).isEqualTo("Figures that differ: " + figures);
        }
    }

    @Test
    void what_readers_are_told_rests_on_the_two_releases_alone() throws IOException, SQLException {
        Home elsewhere = new Home(home.root().resolveSibling("elsewhere"));
        Folders.copy(home.config(), elsewhere.config());

        assertThat(new ReleaseComparison(engine, Project.locate(), elsewhere).forReaders(before, Manifest.read(before), release, Manifest.read(release)))
                .isEqualTo(Json.read(release.changes(), PublishedChanges.class));
        assertThat(new ReleaseStore(home).before(Manifest.read(release)).orElseThrow().folder()).isEqualTo(new ReleaseFolder(home.release(before.root().getFileName().toString())));
    }

    @Test
    void how_much_is_hidden_and_shown_is_what_the_published_rows_have() throws IOException, SQLException {
        Map<String, List<String>> hidden = new HashMap<>();
        page("disclosure").select("#hidden tbody tr").forEach(row -> hidden.put(row.select("th").text(), row.select("td").eachText()));
        assertThat(hidden.get("mart_school_scorecard_measure").get(1)).isEqualTo(text("select sum(case when value_status = 'c' then 1 else 0 end + case when la_value_status = 'c' then 1 else 0 end"
                + " + case when la_count_status = 'c' then 1 else 0 end + case when national_value_status = 'c' then 1 else 0 end"
                + " + case when quartile_in_la_status = 'c' then 1 else 0 end) from published.main.mart_school_scorecard_measure")).isNotEqualTo("0");

        Map<String, List<String>> shown = new HashMap<>();
        page("disclosure").select("#shown tbody tr").forEach(row -> shown.put(row.select("th").text(), row.select("td").eachText()));
        assertThat(shown.get("mart_school_scorecard_measure, value")).containsExactly(text("select count(*) from published.main.mart_school_scorecard_measure where value_status in ('ok', 'low')"),
                text("select count(*) from published.main.mart_school_scorecard_measure where value_status in ('ok', 'low', 'c')"));
        assertThat(shown.get("mart_strategy_outcomes, actual").get(0)).isEqualTo(text("select count(*) from published.main.mart_strategy_outcomes where actual_status in ('ok', 'low')"));
        assertThat(shown.get("mart_exclusions_la, the authority as a whole")).satisfies(counts -> assertThat(counts.get(0)).isEqualTo(counts.get(1)).isNotEqualTo("0"));

        assertThat(Manifest.read(release).costs()).filteredOn(cost -> cost.mart().equals("mart_exclusions_la")).singleElement()
                .satisfies(cost -> assertThat(List.of(String.valueOf(cost.figures()), String.valueOf(cost.hidden()))).isEqualTo(hidden.get("mart_exclusions_la").subList(0, 2)));
    }

    private String text(String query) throws SQLException {
        return String.valueOf(Sql.queryLong(engine, query));
    }

    private Document page(String name) throws IOException {
        return Jsoup.parse(release.catalogue().resolve(name + ".html"));
    }

    private static List<Object> counted(FigureChange change) {
        return List.of(change.mart(), String.valueOf(change.laestab()), change.measure(), change.column(), change.changed(), change.appeared(), change.gone(), change.hidden(), change.shown());
    }
}
