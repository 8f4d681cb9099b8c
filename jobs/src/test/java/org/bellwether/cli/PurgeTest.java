package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been kept for as long as the authority says goes, but for what a pinned release was made of. */
@Tag("slow")
@WithSmallProject
class PurgeTest {

    private static final String NOTICES = "select count(*) from core.fact_exclusion";

    @Test
    void what_is_due_is_told_first_and_then_goes_with_its_rows_and_pupils(@TempDir Path folder) throws Exception {
        TrialHome home = FirstNight.copyTo(folder.resolve("home"));
        long kept = Long.parseLong(home.askRestricted(NOTICES).get(0));
        assertThat(kept).isPositive();
        assertThat(purge(home)).as("nothing is seven years old").isEqualTo(ExitCode.NOTHING_TO_DO);
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(TrialHome.FIRST_NIGHT, ZoneOffset.UTC), LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC));
        Files.writeString(home.home().config().resolve("governance.yml"), "returns:\n  exclusion_notice: {keep: P" + Math.max(1, days - 1) + "D, dpia: DPIA-1, ropa: ROPA-1}\n");

        home.ask("releases", "pin", home.manifest().release(), "--by", "A Director", "--why", "the board saw it");
        Child pinned = home.start("purge", "--by", "An Officer", "--why", "policy");
        assertThat(pinned.await()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(pinned.printed().lines().filter(line -> line.contains("exclusion_notice"))).isNotEmpty().allMatch(line -> line.startsWith("stays") && line.contains("pinned release"));
        home.ask("releases", "unpin", home.manifest().release(), "--by", "A Director", "--why", "a later one counts");

        assertThat(purge(home)).isEqualTo(ExitCode.DONE);
        assertThat(Folders.list(home.home().landing().resolve("exclusion_notice"))).as("told, not done").isNotEmpty();
        assertThat(purge(home, "--erase")).isEqualTo(ExitCode.DONE);

        assertThat(Folders.list(home.home().landing().resolve("exclusion_notice"))).isEmpty();
        assertThat(Folders.list(home.home().staged().resolve("exclusion_notice"))).isEmpty();
        assertThat(Folders.list(home.home().landing().resolve("gias"))).as("others stay").isNotEmpty();
        assertThat(Files.readString(home.home().purgedFile())).contains("exclusion_notice", "An Officer");
        assertThat(Files.readString(home.home().auditTrail())).contains("\"action\":\"purge\"");
        // All suspensions are gone, which somebody has to look at before readers do.
        assertThat(home.startNight(TrialHome.FIRST_NIGHT.plus(Duration.ofDays(1))).await()).isEqualTo(ExitCode.HELD);
        home.ask("releases", "approve", home.status().held().release(), "--by", "A Director", "--why", "purged");
        assertThat(home.askRestricted(NOTICES)).containsExactly("0");
        assertThat(home.gaps()).isEmpty();
        assertThat(purge(home)).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    @Test
    void a_period_that_is_none_is_told_with_its_file(@TempDir Path folder) throws IOException, InterruptedException {
        TrialHome home = FirstNight.copyTo(folder.resolve("home"));
        Files.writeString(home.home().config().resolve("governance.yml"), "returns:\n  exclusion_notice: {keep: seven years}\n");
        Child child = home.start("purge", "--by", "An Officer", "--why", "policy");

        assertThat(child.await()).isNotEqualTo(ExitCode.DONE);
        assertThat(child.printed()).contains("CFG-003", "governance.yml", "returns.exclusion_notice.keep is no period such as P7Y");
    }

    private static int purge(TrialHome home, String... options) {
        List<String> arguments = new ArrayList<>(List.of("purge", "--by", "An Officer", "--why", "policy", "--home", home.root().toString()));
        arguments.addAll(List.of(options));
        return Bellwether.run(arguments.toArray(String[]::new));
    }
}
