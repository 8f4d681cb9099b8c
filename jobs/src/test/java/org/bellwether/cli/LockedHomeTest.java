package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Properties;
import org.bellwether.engine.Sql;
import org.bellwether.home.HomeLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer a home, and any number of readers. */
class LockedHomeTest {

    @TempDir
    Path folder;

    @Test
    void a_second_writer_is_told_who_holds_the_home() throws Exception {
        TrialHome home = small();
        try (HomeLock lock = HomeLock.tryAcquire(home.home()).orElseThrow()) {
            Child second = home.startNight(TrialHome.FIRST_NIGHT);

            assertThat(second.await()).isEqualTo(ExitCode.LOCKED);
            assertThat(second.printed().lines()).containsExactly("The home " + home.root() + " is in use by process "
                    + ProcessHandle.current().pid() + "; try again when it has ended.");
            assertThat(Files.exists(home.home().control())).isFalse();
        }
    }

    @Test
    void a_reader_that_keeps_a_release_open_does_not_disturb_a_night() throws Exception {
        TrialHome home = small().night(TrialHome.FIRST_NIGHT);
        Path database = home.home().current().toRealPath().resolve("published/marts.duckdb");
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection reader = DriverManager.getConnection("jdbc:duckdb:" + database, readOnly)) {
            long tables = Sql.queryLong(reader, "select count(*) from duckdb_tables()");
            Path late = folder.resolve("returns/night-2/exclusion_notice_2026-05-13.csv");
            Files.copy(late, home.home().inbox().resolve(late.getFileName()));

            home.night(TrialHome.SECOND_NIGHT);

            assertThat(home.home().current().toRealPath()).isNotEqualTo(database.getParent().getParent());
            assertThat(Sql.queryLong(reader, "select count(*) from duckdb_tables()")).isEqualTo(tables).isPositive();
            assertThat(home.gaps()).isEmpty();
        }
    }

    /** With schools, term dates and notices alone. */
    private TrialHome small() throws Exception {
        return TrialHome.fresh(folder.resolve("home"), TrialHome.returns(folder.resolve("returns")))
                .keeping("edubase.*|term_dates.*|exclusion_notice.*");
    }
}
