package org.bellwether.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** H2 commits every change of a table by itself: a kill among them leaves a part of a migration, which the next start completes. */
class HalfMadeControlDatabaseTest {

    private static final Path SCRIPTS = Project.locate().schema().resolve("control/h2");

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void the_next_start_completes_what_a_kill_has_left_half_made(int script) throws IOException, SQLException {
        String[] statements = Files.readString(Folders.list(SCRIPTS).get(script)).split(";");
        assertThat(statements.length).isGreaterThan(3);
        for (int made = 1; made <= statements.length; made++) {
            JdbcDataSource database = database();
            if (script == 0) {
                flyway(database).baselineVersion("0").load().baseline();
            } else {
                flyway(database).target(String.valueOf(script)).load().migrate();
            }
            JdbcTemplate jdbc = new JdbcTemplate(database);
            List.of(statements).subList(0, made).stream().filter(sql -> !sql.isBlank()).forEach(jdbc::execute);

            assertThatCode(() -> flyway(database).load().migrate()).as("after %d statements", made).doesNotThrowAnyException();
            assertThat(tables(database)).isEqualTo(tables(whole()));
        }
    }

    private static JdbcDataSource whole() {
        JdbcDataSource database = database();
        flyway(database).load().migrate();
        return database;
    }

    private static FluentConfiguration flyway(JdbcDataSource database) {
        return Flyway.configure().dataSource(database).locations("filesystem:" + SCRIPTS);
    }

    private static List<String> tables(JdbcDataSource database) {
        return new ArrayList<>(new JdbcTemplate(database).queryForList("""
                select table_name || '.' || column_name from information_schema.columns where table_schema = 'PUBLIC'
                union all select table_name || ' by ' || index_name from information_schema.indexes
                where table_schema = 'PUBLIC' and index_type_name <> 'PRIMARY KEY' and index_name not like 'CONSTRAINT%'
                union all select sequence_name from information_schema.sequences where sequence_name not like 'SYSTEM%'
                order by 1""", String.class));
    }

    private static JdbcDataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        source.setUser("sa");
        return source;
    }
}
