package org.bellwether.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Settings;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;

class RunLogTest {

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        RunLog.end();
    }

    @Test
    void a_failure_stands_in_it_with_its_trace_and_without_what_stood_in_a_row() throws IOException {
        RunLog log = RunLog.begin(new Home(folder), settings(3));

        LoggerFactory.getLogger("org.bellwether.any").debug("Arrival 7 of notice_A12345678901B.csv", new IllegalStateException("java.sql.SQLException: "
                + "Conversion Error: Could not convert string 'Ann Other' to INT32", new SQLException("Conversion Error: Could not convert string 'Ann Other' to INT32")));
        log.failed("BUG-001 Something", new SQLException("Invalid Input Error: CSV Error on Line: 3\nOriginal Line: Ann,Other,A12345678901B"));

        assertThat(Files.readString(log.file())).contains("Arrival 7 of notice_[UPN].csv", "Caused by: java.sql.SQLException: Conversion Error",
                "at " + RunLogTest.class.getName(), "ERROR", "BUG-001 Something").doesNotContain("Ann", "Other", "12345678901");
    }

    @Test
    void words_that_quote_nothing_are_kept() throws IOException {
        RunLog log = RunLog.begin(new Home(folder), settings(3));

        log.failed("ENV-001 The disk is full", ErrorCode.DISK_FULL.because(
                new SQLException("IO Error: Could not write file \"/srv/x/build/tmp/a\": No space left on device"), "/srv/x/build/tmp/a"));

        assertThat(Files.readString(log.file())).contains("Could not write file \"/srv/x/build/tmp/a\": No space left on device");
    }

    @Test
    void libraries_are_heard_from_their_own_level_on() throws IOException {
        RunLog log = RunLog.begin(new Home(folder), settings(3));

        LoggerFactory.getLogger("com.example").info("not this");
        LoggerFactory.getLogger("com.example").warn("this");
        LoggerFactory.getLogger("org.bellwether.any").trace("nor this");

        assertThat(Files.readString(log.file())).contains(" this").doesNotContain("not this", "nor this");
    }

    @Test
    void the_last_runs_keep_theirs_and_nobody_else_may_enter() throws Exception {
        Home home = new Home(folder);
        for (int run = 0; run < 5; run++) {
            RunLog.begin(home, settings(3));
            Thread.sleep(2);
        }

        assertThat(Folders.list(home.logs())).hasSize(3).contains(RunLog.current().orElseThrow().file());
        assertThat(Files.getPosixFilePermissions(home.logs())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    private static Settings.Log settings(int keep) {
        return new Settings.Log(keep, LogLevel.DEBUG, LogLevel.WARN);
    }
}
