package org.bellwether.release.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.format.Table;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisclosureControlTest {

    private static final String EXCLUSIONS = """
            mart_a:
              threshold: 5
              open: breakdown = 'Total'
              grain: [time_period, breakdown]
              counts: [headcount, suspension]
              rates: {susp_rate: {of: suspension, per: headcount}}
              derived: {days_lost: [suspension]}
              changes: {yoy_change_pct: suspension}
            """;

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void an_empty_warehouse() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        Sql.execute(connection, "create schema mart; create schema config");
        GroupsOfATotal.figures(connection, List.of());
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void counts_below_the_threshold_are_hidden_and_zero_stays_zero() throws SQLException, IOException {
        exclusions("breakdown, headcount, suspension", "('a', 50, 0), ('b', 50, 1), ('c', 50, 4), ('d', 50, 5)");

        assertThat(published(EXCLUSIONS, "mart_a", "breakdown, suspension, suspension_status")).containsExactly(
                "a 0 ok", "b null c", "c null c", "d 5 ok");
    }

    @Test
    void totals_of_the_authority_are_shown_whatever_they_are() throws SQLException, IOException {
        exclusions("breakdown, headcount, suspension, susp_rate", "('Total', 8, 2, 25.0)");

        assertThat(published(EXCLUSIONS, "mart_a", "headcount, suspension, susp_rate")).containsExactly("8 2 25.0");
    }

    @Test
    void a_rate_is_hidden_with_its_numerator() throws SQLException, IOException {
        exclusions("breakdown, headcount, suspension, susp_rate", "('a', 50, 2, 4.0), ('b', 50, 5, 10.0)");

        assertThat(published(EXCLUSIONS, "mart_a", "breakdown, susp_rate, susp_rate_status")).containsExactly("a null c", "b 10.0 ok");
    }

    @Test
    void a_rate_of_fewer_than_ten_is_hidden() throws SQLException, IOException {
        exclusions("breakdown, headcount, suspension, susp_rate", "('a', 9, 0, 0.0), ('b', 10, 0, 0.0)");

        assertThat(published(EXCLUSIONS, "mart_a", "breakdown, suspension, susp_rate, susp_rate_status"))
                .containsExactly("a 0 null c", "b 0 0.0 ok");
    }

    @Test
    void a_rate_that_tells_of_few_without_the_event_is_hidden() throws SQLException, IOException {
        exclusions("breakdown, headcount, suspension, susp_rate",
                "('a', 20, 19, 95.0), ('b', 20, 20, 100.0), ('c', 20, 15, 75.0)");

        assertThat(published(EXCLUSIONS, "mart_a", "breakdown, susp_rate, susp_rate_status")).containsExactly("a null c", "b 100.0 ok", "c 75.0 ok");
    }

    @Test
    void a_rate_whose_numerator_the_mart_lacks_is_judged_by_what_it_tells() throws SQLException, IOException {
        mart("mart_a", "laestab, roll, fsm_pct", "(1, 200, 1.5), (2, 200, 10.0), (3, 200, 99.0), (4, 9, 0.0)");

        assertThat(published("""
                mart_a:
                  threshold: 5
                  grain: [laestab]
                  counts: [roll]
                  rates: {fsm_pct: {per: roll}}
                """, "mart_a", "laestab, fsm_pct, fsm_pct_status")).containsExactly(
                "1 null c", "2 10.0 ok", "3 null c", "4 null c");
    }

    @Test
    void a_rate_is_judged_by_what_it_divides() throws SQLException, IOException {
        mart("mart_a", "laestab, met_pct", "(1, 50.0), (2, 50.0), (3, 100.0), (4, 0.0), (5, 0.0), (6, 0.0)");
        figures("mart_a", "laestab, mart_column, shown_measure, cell_key, numerator, denominator", "(1, 'met_pct', 'met_pct', 1, 7, 14),"
                + " (2, 'met_pct', 'met_pct', 2, 3, 6), (2, 'other', 'other', 2, null, 90), (3, 'met_pct', 'met_pct', 3, 12, 12),"
                + " (4, 'met_pct', 'met_pct', 4, 0, 2), (5, 'met_pct', 'met_pct', 5, 0, 20)");

        assertThat(published("""
                mart_a:
                  threshold: 5
                  grain: [laestab]
                  rates: {met_pct: {}}
                """, "mart_a", "laestab, met_pct, met_pct_status")).containsExactly(
                "1 50.0 ok", "2 null c", "3 100.0 ok", "4 null c", "5 0.0 ok", "6 null c");
    }

    @Test
    void what_is_derived_from_a_hidden_count_is_hidden() throws SQLException, IOException {
        exclusions("breakdown, headcount, suspension, days_lost", "('a', 50, 2, 9.5), ('b', 50, 6, 9.5)");

        assertThat(published(EXCLUSIONS, "mart_a", "breakdown, days_lost, days_lost_status")).containsExactly("a null c", "b 9.5 ok");
    }

    @Test
    void a_change_is_hidden_with_the_count_of_either_year() throws SQLException, IOException {
        exclusions("time_period, breakdown, headcount, suspension, yoy_change_pct",
                "(202324, 'a', 50, 4, null), (202425, 'a', 50, 8, 100.0), (202526, 'a', 50, 6, -25.0)");

        assertThat(published(EXCLUSIONS, "mart_a", "time_period, suspension, yoy_change_pct, yoy_change_pct_status"))
                .containsExactly("202324 null null z", "202425 8 null c", "202526 6 -25.0 ok");
    }

    @Test
    void the_status_that_a_mart_gives_stands_where_nothing_is_hidden() throws SQLException, IOException {
        exclusions("breakdown, headcount, suspension, susp_rate, susp_rate_status",
                "('a', 0, 0, null, 'z'), ('b', 50, 2, 4.0, 'ok')");

        assertThat(published(EXCLUSIONS, "mart_a", "breakdown, susp_rate, susp_rate_status")).containsExactly("a null z", "b null c");
    }

    @Test
    void a_figure_that_is_hidden_in_one_mart_is_hidden_in_all_with_what_is_made_of_it() throws SQLException, IOException {
        mart("mart_b", "laestab, suspension", "(1, 3), (2, 30)");
        mart("mart_a", "laestab, measure_code, value, rank", "(1, 'suspension', 3, 1), (2, 'suspension', 30, 2), (1, 'other', 3, 1)");
        figures("mart_b", "laestab, mart_column, shown_measure, cell_key", "(1, 'suspension', 'suspension', 11), (2, 'suspension', 'suspension', 12)");
        figures("mart_a", "laestab, measure_code, mart_column, shown_measure, cell_key",
                "(1, 'suspension', 'value', 'suspension', 11), (2, 'suspension', 'value', 'suspension', 12), (1, 'other', 'value', 'other', 11)");

        assertThat(published("""
                mart_a:
                  threshold: 0
                  grain: [laestab, measure_code]
                  shows: [value]
                  derived: {rank: [value]}
                mart_b: {threshold: 5, grain: [laestab], counts: [suspension]}
                """, "mart_a", "laestab, measure_code, value, value_status, rank, rank_status")).containsExactly(
                "1 other 3 ok 1 ok", "1 suspension null c null c", "2 suspension 30 ok 2 ok");
    }

    @Test
    void money_of_one_to_four_children_is_hidden_with_all_that_is_made_of_it() throws SQLException, IOException {
        mart("mart_hnb_cost", "time_period, time_identifier, scope_type, scope_code, children, budget_net_gbp, outturn_net_gbp, variance_gbp,"
                + " per_place_gbp, baseline_net_gbp, saving_gbp, per_pupil_gbp", """
                (202425, 'Financial year', 'PROVISION', 'A', 4, 10, 12, 2, 3, null, null, null),
                (202425, 'Financial year', 'PROVISION', 'B', 5, 10, 12, 2, 3, null, null, null),
                (202425, 'Financial year', 'SAVING', 'C', 1, 10, 12, 2, null, 20, 8, null),
                (202425, 'Financial year', 'TOTAL', 'Total', null, 10, 12, 2, null, null, null, 7)""");

        assertThat(published(shipped("mart_hnb_cost"), "mart_hnb_cost", "scope_code, children_status, budget_net_gbp, outturn_net_gbp,"
                + " outturn_net_gbp_status, variance_gbp, per_place_gbp, baseline_net_gbp, saving_gbp, saving_gbp_status, per_pupil_gbp"))
                .containsExactly("A c null null c null null null null z null", "B ok 10 12 ok 2 3 null null z null",
                        "C c null null c null null null null c null", "Total z 10 12 ok 2 null null null z 7");
    }

    @Test
    void a_figure_of_all_schools_is_hidden_where_it_tells_of_few() throws SQLException, IOException {
        mart("mart_school_scorecard_measure", "time_period, laestab, education_phase, measure_code, value, la_value, la_count, quartile_in_la, rag", """
                (202425, 1, 'Primary', 'perm_excl', 50.0, 4.0, 4, 1, null),
                (202425, 1, 'Primary', 'roll', 50.0, 90.0, 90, 1, null),
                (202425, 1, 'Primary', 'ehcp_pct', 50.0, 3.3, 3, 1, 'green'),
                (202425, 1, 'Primary', 'susp_rate', 50.0, 10.0, 9, 1, 'green'),
                (202425, 2, 'Special', 'susp_rate', 50.0, 75.0, 6, 1, 'green')""");
        figures("mart_school_scorecard_measure", "time_period, laestab, measure_code, mart_column, shown_measure, cell_key",
                "(202425, 1, 'susp_rate', 'la_value', 'susp_rate', 2), (202425, 1, 'susp_rate', 'la_count', 'suspension', 2),"
                        + " (202425, 2, 'susp_rate', 'la_value', 'susp_rate', 1), (202425, 2, 'susp_rate', 'la_count', 'suspension', 1)");
        GroupsOfATotal.figures(connection, List.of("susp_rate, 1, Special, 6, 8", "susp_rate, 2, Primary, 9, 90"));

        assertThat(published(shipped("mart_school_scorecard_measure"), "mart_school_scorecard_measure",
                "laestab, measure_code, la_value, la_value_status, la_count, rag")).containsExactly(
                "1 ehcp_pct null c null null", "1 roll 90.0 ok 90 null",
                "1 susp_rate 10.0 ok 9 green", "2 susp_rate null c null null");
    }

    @Test
    void rows_and_columns_that_are_not_to_be_published_are_not() throws SQLException, IOException {
        exclusions("breakdown, headcount, suspension", "('a', 50, 6), ('minor', 50, 6), ('Total', 50, 3)");

        String marts = EXCLUSIONS + "  publishes: breakdown <> 'minor'\n  withheld: [headcount, susp_rate]\n  open_alone: [suspension]\n";
        assertThat(published(marts, "mart_a", "columns('breakdown|headcount|suspension|susp')")).containsExactly("Total 3 ok", "a null c");
    }

    @Test
    void a_place_is_hidden_with_the_figure_of_any_of_those_it_is_among() throws SQLException, IOException {
        mart("mart_a", "phase, laestab, suspension, place", "('P', 1, 3, 1), ('P', 2, 30, 2), ('S', 3, 40, 1)");

        assertThat(published("""
                mart_a:
                  threshold: 5
                  grain: [laestab]
                  labels: [phase]
                  counts: [suspension]
                  ranks: {place: {of: suspension, among: [phase]}}
                """, "mart_a", "laestab, suspension, place, place_status")).containsExactly("1 null null c", "2 30 null c", "3 40 1 ok");
    }

    /** What the shipped config says of a mart. */
    private static String shipped(String mart) throws IOException {
        String config = Files.readString(Project.locate().config().resolve("disclosure.yml")).replaceFirst("(?s).*\nmarts:\n", "");
        return config.replaceFirst("(?s).*?(?=  " + mart + ":\n)", "").replaceFirst("(?s)(?<=\n)\n.*", "").stripIndent() + "\n";
    }

    @Test
    void a_column_that_nobody_has_judged_is_an_error() throws SQLException, IOException {
        exclusions("breakdown, headcount, suspension", "('a', 50, 6)");
        Sql.execute(connection, "alter table mart.mart_a add column pupils_at_risk bigint");

        assertThatThrownBy(() -> published(EXCLUSIONS, "mart_a", "*"))
                .isInstanceOf(BellwetherException.class)
                .hasMessageContaining("mart_a")
                .hasMessageContaining("pupils_at_risk");
    }

    @Test
    void a_mart_that_nobody_has_judged_is_an_error() throws SQLException, IOException {
        mart("mart_z", "breakdown", "('a')");

        assertThatThrownBy(() -> published(EXCLUSIONS, "mart_z", "*"))
                .isInstanceOf(BellwetherException.class)
                .hasMessageContaining("mart_z");
    }

    @Test
    void a_figure_must_stand_after_what_it_rests_on() throws SQLException, IOException {
        mart("mart_a", "laestab, roll, days, mean", "(1, 20, 3, 1.5)");

        assertThatThrownBy(() -> published("""
                mart_a:
                  threshold: 5
                  grain: [laestab]
                  counts: [roll]
                  derived: {mean: [days], days: [roll]}
                """, "mart_a", "*"))
                .isInstanceOf(BellwetherException.class)
                .hasMessageContaining("[days]");
    }

    /** Cells of a mart with every kind of column; those not named are null. */
    private void exclusions(String columns, String rows) throws SQLException {
        Sql.execute(connection, "create table mart.mart_a (time_period integer, breakdown varchar, headcount bigint,"
                + " suspension bigint, susp_rate double, susp_rate_status varchar default 'ok',"
                + " days_lost decimal(14, 1), yoy_change_pct double)");
        Sql.execute(connection, "insert into mart.mart_a (" + columns + ") values " + rows);
    }

    private void mart(String name, String columns, String rows) throws SQLException {
        Sql.execute(connection, "create table mart." + name + " as select * from (values " + rows + ") as v(" + columns + ")");
    }

    /** Which figure each column of a mart shows. */
    private void figures(String mart, String columns, String rows) throws SQLException {
        Sql.execute(connection, "create view mart." + mart + "__figure as select * from (values " + rows + ") as v(" + columns + ")");
    }

    /** The rows that would be published, in order, each as its values with a space between. */
    private List<String> published(String marts, String mart, String columns) throws SQLException, IOException {
        Files.writeString(folder.resolve("disclosure.yml"), "version: test\nmin_denominator: 10\nmarts:\n" + marts.indent(2));
        Folders.copy(Project.locate().config().resolve("measures"), folder.resolve("measures"));
        List<Table> tables = Table.tables(connection, connection.getCatalog(), "mart");
        ConfigFiles config = new ConfigFiles(folder, folder.resolve("none"));
        DisclosureControl control = new DisclosureControl(connection, DisclosureConfig.load(config), MeasureCatalog.load(config), tables);
        control.hide();
        Table table = tables.stream().filter(found -> found.name().equals(mart)).findFirst().orElseThrow();
        return Sql.query(connection, "select " + columns + " from (" + control.publishedRows(table) + ") order by all", row -> {
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                values.add(String.valueOf(row.getObject(column)));
            }
            return String.join(" ", values);
        });
    }
}
