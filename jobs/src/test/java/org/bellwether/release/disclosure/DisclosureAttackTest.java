package org.bellwether.release.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.bellwether.config.ConfigFiles;
import org.bellwether.engine.Sql;
import org.bellwether.release.format.Table;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an attacker finds in marts as they were published. */
class DisclosureAttackTest {

    @TempDir
    Path folder;

    private Connection connection;
    private ConfigFiles config;

    @BeforeEach
    void groups_of_a_total() throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        Sql.execute(connection, "create schema mart; create schema config");
        GroupsOfATotal.create(connection, "a, 3, 50", "b, 9, 80", "c, 20, 90");
        config = GroupsOfATotal.config(folder);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void of_what_was_chosen_to_be_hidden_nothing_follows() throws SQLException {
        try (DisclosureControl control = new DisclosureControl(connection, disclosure(), measures(), marts())) {
            control.hide();
            Sql.execute(connection, "create table main.published as " + control.publishedRows(marts().get(0)));
        }

        assertThat(Sql.queryTexts(connection, "select breakdown from main.published where suspension is null order by 1")).containsExactly("a", "b");
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_count_follows_from_a_total_and_the_other_groups() throws SQLException {
        published("suspension = null, susp_rate = null where breakdown = 'a'");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.leak()).isEqualTo("exclusion.suspension of Local authority, 899, 202425, Academic year, Group, a");
            assertThat(finding.relations()).startsWith("groups of exclusion.suspension");
        });
    }

    @Test
    void a_count_follows_from_its_rate_and_the_pupils() throws SQLException {
        published("suspension = null where breakdown in ('a', 'b')");

        assertThat(findings()).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.leak()).startsWith("suspension of Local authority, 899, 202425, Academic year, Group, ");
            assertThat(finding.relations()).contains("susp_rate");
        });
    }

    @Test
    void a_rate_follows_from_what_it_divides() throws SQLException {
        published("susp_rate = null where breakdown = 'a'");

        assertThat(findings()).extracting(DisclosureAttack.Finding::leak).containsExactly("susp_rate of Local authority, 899, 202425, Academic year, Group, a");
    }

    @Test
    void beside_a_companion_that_is_too_small_too_little_is_open() throws SQLException {
        GroupsOfATotal.replace(connection, "a, 1, 50", "b, 1, 80", "c, 20, 90");
        published("suspension = null, susp_rate = null where breakdown in ('a', 'b')");

        assertThat(findings()).extracting(DisclosureAttack.Finding::leak).allMatch(leak -> leak.startsWith("exclusion.suspension of")).hasSize(2);
    }

    @Test
    void two_figures_follow_from_what_an_earlier_release_showed() throws SQLException, IOException {
        GroupsOfATotal.replace(connection, "a, 30, 50", "b, 30, 80", "c, 40, 90");
        try (DisclosureControl control = new DisclosureControl(connection, disclosure(), measures(), marts())) {
            control.hide();
            control.keepShown(folder.resolve("shown_before.parquet"), true);
        }
        GroupsOfATotal.replace(connection, "a, 31, 50", "b, 30, 80", "c, 48, 90");
        published("suspension = suspension");

        assertThat(new DisclosureAttack(connection, disclosure(), measures(), marts())
                .findings(mart -> "main.published", Optional.of(folder.resolve("shown_before.parquet"))))
                .extracting(DisclosureAttack.Finding::leak).containsExactly("exclusion.suspension of Local authority, 899, 202425, Academic year, Group, a");
    }

    private void published(String change) throws SQLException {
        Sql.execute(connection, "create table main.published as select * from mart.mart_g");
        Sql.execute(connection, "update main.published set " + change);
    }

    private List<DisclosureAttack.Finding> findings() throws SQLException {
        return new DisclosureAttack(connection, disclosure(), measures(), marts()).findings(mart -> "main.published", Optional.empty());
    }

    private List<Table> marts() throws SQLException {
        return Table.tables(connection, connection.getCatalog(), "mart");
    }

    private DisclosureConfig disclosure() {
        return DisclosureConfig.load(config);
    }

    private MeasureCatalog measures() {
        return MeasureCatalog.load(config);
    }
}
