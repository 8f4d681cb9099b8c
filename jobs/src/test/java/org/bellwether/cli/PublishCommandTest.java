package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.engine.Sql;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published without a night is what the models and config in force make of it. */
@Tag("slow")
@WithSmallProject
class PublishCommandTest {

    @Test
    void a_warehouse_of_an_earlier_program_is_built_before_it_is_published(@TempDir Path folder) throws Exception {
        TrialHome home = FirstNight.copyTo(folder.resolve("home"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + home.home().warehouseFile())) {
            // One that knew a fact less, and did not note by what it was made.
            Sql.execute(connection, "drop table core.fact_training");
            Sql.execute(connection, "drop table build.definition");
            Sql.execute(connection, "delete from build.model_state where model = 'core.fact_training'");
            String history = Sql.queryTexts(connection, "select schema_name || '.' || table_name from duckdb_tables() where table_name like '%schema_history%'").get(0);
            Sql.execute(connection, "delete from " + history + " where script like '%governance%' or script like '%definition%'");
        }

        Child publish = home.start("publish");

        assertThat(publish.await()).as(publish.printed()).isIn(ExitCode.DONE, ExitCode.NOTHING_TO_DO);
        assertThat(publish.printed()).doesNotContain("BUG-");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + home.home().warehouseFile())) {
            assertThat(Sql.queryLong(connection, "select count(*) from build.model_state where model = 'core.fact_training'")).isEqualTo(1);
        }
        assertThat(home.gaps()).isEmpty();
    }

    @Test
    void config_that_has_changed_is_in_force_when_what_is_built_is_published(@TempDir Path folder) throws Exception {
        TrialHome home = FirstNight.copyTo(folder.resolve("home"));
        Files.writeString(home.home().config().resolve("disclosure.yml"), "grid: {open: night, closed: night}\n");

        Child publish = home.start("publish");

        assertThat(publish.await()).as(publish.printed()).isEqualTo(ExitCode.DONE);
        assertThat(home.manifest().release()).endsWith("-0002");
        assertThat(home.start("publish").await()).isEqualTo(ExitCode.NOTHING_TO_DO);
    }
}
