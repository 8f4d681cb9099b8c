package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bellwether.app.session.PostgreSql;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.config.Settings;
import org.bellwether.home.Folders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home whose settings name a PostgreSQL server keeps nothing of its control plane in a database of its own. */
@Tag("slow")
@WithSmallProject
class PostgreSqlNightTest {

    @TempDir
    Path folder;

    @Test
    void a_whole_night_runs_on_a_control_database_elsewhere() throws Exception {
        Settings.Control control = PostgreSql.freshDatabase();
        TrialHome home = TrialHome.fresh(folder.resolve("home"), TrialHome.returns(folder.resolve("returns")))
                .setting("control: {url: \"" + control.url() + "\", username: " + control.username() + ", password: " + control.password() + "}")
                .keeping("edubase.*|term_dates.*|exclusion_notice.*");

        home.nightHere(TrialHome.FIRST_NIGHT);
        Child again = home.start("nightly");

        assertThat(again.await()).as(again.printed()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(home.gaps()).isEmpty();
        assertThat(home.manifest().submissions()).hasSizeGreaterThan(3);
        assertThat(Folders.list(home.home().control())).extracting(file -> file.getFileName().toString()).containsExactly("indexed", "pseudonym-key.json", "set-aside.json", "status.json");
    }
}
