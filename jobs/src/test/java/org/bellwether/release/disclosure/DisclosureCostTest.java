package org.bellwether.release.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.bellwether.engine.Sql;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four rows, of which one hides two figures and another one; permanent exclusions are published of the first row alone. */
class DisclosureCostTest {

    private static final MartDisclosure MART = new MartDisclosure(5, null, null, "breakdown = 'Total'", List.of("perm"), List.of("breakdown"), List.of(), List.of(),
            List.of("roll", "susp", "perm"), null, null, null, null, List.of("susp"), null);
    private static final DisclosureConfig CONFIG = new DisclosureConfig("1", 10, null, null, null, null, Map.of("mart_a", MART));

    private Connection connection;

    @BeforeEach
    void a_mart_before_and_after() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        Sql.execute(connection, "create schema mart; create schema published");
        Sql.execute(connection, """
                create table mart.mart_a as from (values
                    ('Total', 100, 'ok', 40, 'ok', 8, 'ok'), ('a', 60, 'ok', 27, 'ok', 5, 'ok'), ('b', 30, 'ok', 10, 'ok', 2, 'ok'), ('c', 10, 'ok', 3, 'ok', 1, 'ok'))
                    as row(breakdown, roll, roll_status, susp, susp_status, perm, perm_status)""");
        Sql.execute(connection, """
                create table published.mart_a as from (values
                    ('Total', 100, 'ok', 40, 'ok', 8, 'ok'), ('a', 60, 'ok', 27, 'ok', null, 'c'), ('b', 30, 'ok', null, 'c', null, 'c'), ('c', null, 'c', null, 'c', null, 'c'))
                    as row(breakdown, roll, roll_status, susp, susp_status, perm, perm_status)""");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void figures_that_are_hidden_are_counted_as_they_are_and_as_whole_rows_would_be() throws SQLException {
        assertThat(shares().of(List.of(published()))).containsExactly(
                new HiddenShares.Share("mart_a", 12, 6, new BigDecimal("50.0"), 7, new BigDecimal("58.3")));
    }

    @Test
    void figures_of_the_authority_and_those_that_a_mart_shows_of_others_are_told_apart() throws SQLException {
        assertThat(shares().shown(List.of(published()))).containsExactly(new HiddenShares.Shown("mart_a", null, 3, 3), new HiddenShares.Shown("mart_a", "susp", 2, 4));
    }

    /** Of pupils 10 of 200 are hidden and 40 in whole rows, of suspensions 13 of 80, of permanent exclusions 8 of 16. */
    @Test
    void what_hidden_counts_come_to_is_weighed_each_count_the_same() throws SQLException {
        List<Manifest.Cost> costs = new DisclosureCost(connection, CONFIG).of(List.of(published()), Table::qualified, Table.tables(connection, connection.getCatalog(), "mart"));

        assertThat(costs).containsExactly(new Manifest.Cost("mart_a", 12, 6, new BigDecimal("50.0"), new BigDecimal("58.3"), new BigDecimal("23.8"), new BigDecimal("28.8")));
    }

    private HiddenShares shares() {
        return new HiddenShares(connection, CONFIG, Table::qualified);
    }

    private Table published() throws SQLException {
        return Table.tables(connection, connection.getCatalog(), "published").get(0);
    }
}
