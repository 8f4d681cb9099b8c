package org.bellwether.release.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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

/** Leaks planted by hand in marts as they might be published; {@link DisclosureAttackTest} has those of one mart of counts and rates, and of two releases. */
class PlantedLeaksTest {

    private static final String CELL = " of Local authority, 899, 202425, Academic year, Group, ";
    private static final String TOTAL = "breakdown = 'Total'";

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void an_empty_warehouse() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        Sql.execute(connection, "create schema mart; create schema config");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_mean_times_its_count() throws SQLException, IOException {
        given("a, 6, 50, 12", "b, 9, 80, 30", "c, 20, 90, 60");
        assertThat(findings("days_lost_exact = null where breakdown in ('a', 'b')")).extracting(DisclosureAttack.Finding::leak)
                .contains("days_lost_exact" + CELL + "a", "days_lost_exact" + CELL + "b");
    }

    @Test
    void a_total_divided_by_its_mean() throws SQLException, IOException {
        given("a, 3, 50, 12", "b, 4, 80, 30", "c, 20, 90, 60");
        assertThat(findings("suspension = null where breakdown in ('a', 'b')")).extracting(DisclosureAttack.Finding::leak)
                .contains("suspension" + CELL + "a", "suspension" + CELL + "b");
    }

    @Test
    void two_girls_and_one_boy() throws SQLException, IOException {
        given("girls, 2, 50, 12", "boys, 1, 80, 30");
        // Not of the authority as a whole, whose three are shown whatever they are.
        assertThat(findings(config("true", "false", ""), "suspension = null, mean_duration_days = null, days_lost_exact = null where breakdown in ('girls', 'boys')"))
                .extracting(DisclosureAttack.Finding::leak).contains("exclusion.suspension" + CELL + "girls", "exclusion.suspension" + CELL + "boys");
    }

    @Test
    void one_school_alone_in_its_phase() throws SQLException, IOException {
        given("a, 3, 50, 12", "b, 9, 80, 30", "c, 20, 90, 60", "special schools, 3, 50, 12");
        // The one special school of the authority is a.
        sums("select 'groups' as sum_of, total.rowid + 1 as total_key, null::varchar as total_part, part.rowid + 1 as part_key, null::varchar as part"
                + " from mart.mart_g as part join mart.mart_g as total on total.breakdown = 'Total' and part.breakdown in ('a', 'b', 'c')"
                + " union all select 'schools', total.rowid + 1, null, part.rowid + 1, null from mart.mart_g as part join mart.mart_g as total"
                + " on total.breakdown = 'special schools' and part.breakdown = 'a'");

        assertThat(findings("suspension = null, mean_duration_days = null, days_lost_exact = null where breakdown in ('a', 'b')")).anySatisfy(finding -> {
            assertThat(finding.leak()).isEqualTo("exclusion.suspension" + CELL + "a");
            assertThat(finding.relations()).contains("schools of exclusion.suspension");
        });
    }

    @Test
    void a_total_that_stands_in_another_mart() throws SQLException, IOException {
        given("a, 3, 50, 12", "b, 9, 80, 30", "c, 20, 90, 60");
        Sql.execute(connection, "create table mart.mart_h as select breakdown, suspension from mart.mart_g where breakdown = 'Total'");
        Sql.execute(connection, "create view mart.mart_h__figure as select * from mart.mart_g__figure where breakdown = 'Total' and mart_column = 'suspension'");
        String small = "suspension = null, mean_duration_days = null, days_lost_exact = null where breakdown = ";

        assertThat(findings(config("breakdown <> 'Total'", TOTAL, ""), small + "'a'")).as("groups without their total").isEmpty();
        assertThat(findings(config("breakdown <> 'Total'", TOTAL, """
                  mart_h:
                    threshold: 5
                    open: breakdown = 'Total'
                    grain: [breakdown]
                """), small + "'a'")).extracting(DisclosureAttack.Finding::leak).contains("exclusion.suspension" + CELL + "a");
    }

    /** @param groups name, suspensions, pupils and sessions lost of each */
    private void given(String... groups) throws SQLException {
        Sql.execute(connection, "create table mart.mart_g (breakdown varchar, suspension bigint, headcount bigint, sessions_lost bigint)");
        for (String group : groups) {
            String[] values = group.split(", ");
            Sql.execute(connection, "insert into mart.mart_g values ('%s', %s, %s, %s)".formatted((Object[]) values));
        }
        Sql.execute(connection, "insert into mart.mart_g select 'Total', sum(suspension), sum(headcount), sum(sessions_lost) from mart.mart_g where breakdown <> 'special schools'");
        Sql.execute(connection, "create table main.told_figure as select unnest(['suspension', 'headcount', 'days_lost_exact', 'mean_duration_days']) as measure_code,"
                + " rowid + 1 as cell_key, breakdown, unnest([suspension, headcount, sessions_lost, sessions_lost]) as numerator,"
                + " unnest([null, null, null, 2 * suspension]) as denominator from mart.mart_g");
        Sql.execute(connection, """
                create view mart.figure as
                select *, 'Local authority' as geographic_level, '899' as area_code, 202425 as time_period, 'Academic year' as time_identifier,
                    'Total' as phase_type_grouping, 'Group' as breakdown_topic, 'Total' as scope_code
                from main.told_figure
                """);
        sums("select 'groups' as sum_of, total.rowid + 1 as total_key, null::varchar as total_part, part.rowid + 1 as part_key, null::varchar as part"
                + " from mart.mart_g as part join mart.mart_g as total on total.breakdown = 'Total' and part.breakdown <> 'Total'");
        Sql.execute(connection, "create view mart.mart_g__figure as select own.breakdown, figure.measure_code as mart_column, figure.measure_code as shown_measure,"
                + " figure.cell_key from mart.mart_g as own join mart.figure as figure on figure.cell_key = own.rowid + 1");
        Sql.execute(connection, "alter table mart.mart_g add column days_lost_exact double; alter table mart.mart_g add column mean_duration_days double");
        Sql.execute(connection, "update mart.mart_g set days_lost_exact = sessions_lost / 2, mean_duration_days = round(sessions_lost / (2 * suspension), 5)");
        Sql.execute(connection, "alter table mart.mart_g drop column sessions_lost");
    }

    private void sums(String select) throws SQLException {
        Sql.execute(connection, "create or replace view mart.figure__sum as " + select);
    }

    private List<DisclosureAttack.Finding> findings(String change) throws SQLException, IOException {
        return findings(config("true", TOTAL, ""), change);
    }

    private List<DisclosureAttack.Finding> findings(ConfigFiles config, String change) throws SQLException {
        Sql.execute(connection, "create or replace table main.published_mart_g as select * from mart.mart_g");
        Sql.execute(connection, "update main.published_mart_g set " + change);
        DisclosureConfig disclosure = DisclosureConfig.load(config);
        List<Table> marts = Table.tables(connection, connection.getCatalog(), "mart").stream().filter(mart -> disclosure.marts().containsKey(mart.name())).toList();
        return new DisclosureAttack(connection, disclosure, MeasureCatalog.load(config), marts)
                .findings(mart -> mart.equals("mart_g") ? "main.published_mart_g" : "mart." + mart, Optional.empty());
    }

    private ConfigFiles config(String publishes, String open, String others) throws IOException {
        Files.writeString(folder.resolve("disclosure.yml"), """
                version: test
                min_denominator: 10
                marts:
                  mart_g:
                    threshold: 5
                    publishes: %s
                    open: %s
                    grain: [breakdown]
                    counts: [headcount, suspension]
                    derived: {days_lost_exact: [suspension], mean_duration_days: [days_lost_exact]}
                """.formatted(publishes, open) + others.replace("grain: [breakdown]", "grain: [breakdown]\n    counts: [suspension]"));
        Folders.copy(Project.locate().config().resolve("measures"), folder.resolve("measures"));
        return new ConfigFiles(folder, folder.resolve("none"));
    }
}
