package org.bellwether.release.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
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

/** What is hidden beside small figures, so that those cannot be worked out. */
class CompanionFiguresTest {

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
    void beside_a_small_count_another_is_hidden_with_all_figures_of_its_children() throws SQLException, IOException {
        groups("a, 3, 50", "b, 9, 80", "c, 20, 90");

        assertThat(published("breakdown, suspension, suspension_status, susp_rate, headcount")).containsExactly(
                "Total 32 ok 14.5 220", "a null c null 50", "b null c null 80", "c 20 ok 22.2 90");
    }

    @Test
    void a_group_of_few_is_hidden_whole_and_what_it_takes_to_hide_it() throws SQLException, IOException {
        groups("a, 0, 3", "b, 9, 80", "c, 20, 90");

        assertThat(published("breakdown, suspension, susp_rate, headcount")).containsExactly(
                "Total 29 16.8 173", "a null null null", "b null null null", "c 20 22.2 90");
    }

    @Test
    void a_figure_of_which_few_have_come_since_it_was_shown_is_hidden_until_more_have() throws SQLException, IOException {
        groups("a, 20, 50", "b, 30, 80", "c, 40, 90");
        assertThat(shown("breakdown, suspension")).containsExactly("Total 90", "a 20", "b 30", "c 40");

        GroupsOfATotal.replace(connection, "a, 22, 50", "b, 30, 80", "c, 48, 90");
        assertThat(shown("breakdown, suspension, susp_rate, headcount")).containsExactly(
                "Total 100 45.5 220", "a null null 50", "b 30 37.5 80", "c null null 90");

        GroupsOfATotal.replace(connection, "a, 26, 50", "b, 30, 80", "c, 48, 90");
        assertThat(shown("breakdown, suspension")).containsExactly("Total 104", "a 26", "b 30", "c 48");
    }

    private void groups(String... groups) throws SQLException {
        GroupsOfATotal.create(connection, groups);
    }

    /** Rows of the mart as a release publishes it after those before it. */
    private List<String> shown(String columns) throws SQLException, IOException {
        Path before = folder.resolve("shown_before.parquet");
        Path after = folder.resolve("shown_after.parquet");
        List<String> rows = published(columns, control -> {
            control.hide(Optional.of(before).filter(Files::exists), true);
            control.keepShown(after, true);
        });
        Files.move(after, before, StandardCopyOption.REPLACE_EXISTING);
        return rows;
    }

    private List<String> published(String columns) throws SQLException, IOException {
        return published(columns, DisclosureControl::hide);
    }

    private interface Hiding {
        void of(DisclosureControl control) throws SQLException, IOException;
    }

    /** Rows of the mart as published, in order, each as its values with a space between. */
    private List<String> published(String columns, Hiding hiding) throws SQLException, IOException {
        ConfigFiles config = GroupsOfATotal.config(folder);
        List<Table> marts = Table.tables(connection, connection.getCatalog(), "mart");
        try (DisclosureControl control = new DisclosureControl(connection, DisclosureConfig.load(config), MeasureCatalog.load(config), marts)) {
            hiding.of(control);
            return Sql.query(connection, "select " + columns + " from (" + control.publishedRows(marts.get(0)) + ") order by breakdown", row -> {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    values.add(String.valueOf(row.getObject(column)));
                }
                return String.join(" ", values);
            });
        }
    }
}
