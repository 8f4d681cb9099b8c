package org.bellwether.warehouse.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.engine.Sql;
import org.bellwether.warehouse.table.TableComments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableDeclarationTest {

    private Connection connection;

    @BeforeEach
    void a_mart_that_its_model_has_filled() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        Sql.execute(connection, "create schema mart; create schema build; create table build.model_state (model varchar)");
        declared("Pupils", "headcount").apply(connection, TableComments.read(connection));
        Sql.execute(connection, "insert into mart.mart_x values (7); insert into build.model_state values ('mart.mart_x'), ('mart.mart_y')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void with_other_columns_it_is_empty_and_nobody_has_filled_it() throws SQLException {
        declared("Pupils", "headcount", "suspension").apply(connection, TableComments.read(connection));

        assertThat(Sql.queryLong(connection, "select count(*) from mart.mart_x")).isZero();
        assertThat(Sql.queryTexts(connection, "select model from build.model_state")).containsExactly("mart.mart_y");
    }

    @Test
    void with_another_comment_it_keeps_its_rows() throws SQLException {
        declared("Pupils on roll", "headcount").apply(connection, TableComments.read(connection));

        assertThat(Sql.queryTexts(connection, "select headcount from mart.mart_x")).containsExactly("7");
        assertThat(Sql.queryTexts(connection, "select model from build.model_state order by all")).containsExactly("mart.mart_x", "mart.mart_y");
        assertThat(Sql.queryTexts(connection, "select comment from duckdb_columns() where table_name = 'mart_x'")).containsExactly("Pupils on roll");
    }

    private static TableDeclaration declared(String comment, String... columns) {
        return new TableDeclaration("mart.mart_x", "A mart", List.of(columns).stream()
                .map(column -> new TableDeclaration.Column(column, "BIGINT", comment)).toList());
    }
}
