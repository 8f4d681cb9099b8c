package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.bellwether.release.compare.Reason;
import org.bellwether.release.compare.ReleaseDifference.FigureChange;
import org.bellwether.release.compare.ReleaseSummary;
import org.bellwether.release.store.Manifest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that moves figures beyond what is plausible, from the night that makes it until two people have approved it. */
@Tag("slow")
@WithSmallProject
class HeldReleaseTest {

    private static final String FIRST = "2026-05-13-0001";
    private static final String HELD = "2026-05-13-0002";

    @Test
    void it_waits_for_two_others_than_who_started_it_while_readers_have_the_one_before(@TempDir Path folder) throws Exception {
        TrialHome home = FirstNight.copyTo(folder.resolve("home")).setting("releases: {reviewers: 2}");
        Files.writeString(home.home().config().resolve("disclosure.yml"), "grid: {open: night, closed: night}\n");
        for (Path notices : Folders.list(home.home().landing().resolve("exclusion_notice"))) {
            home.ask("withdraw", notices.getFileName().toString(), "--by", "An Officer", "--why", "of another council");
        }

        Child night = home.start("nightly", "--received-at", TrialHome.SECOND_NIGHT.toString(), "--by", "A Starter");

        assertThat(night.await()).as(night.printed()).isEqualTo(ExitCode.HELD);
        assertThat(night.printed()).contains("audit holds            plausible_suspensions: The authority's suspensions of a period are far from those of the last release",
                "release " + HELD + " is held for approval; see: bellwether releases review");
        assertThat(home.manifest().release()).isEqualTo(FIRST);
        isTold(home);

        Child again = home.start("nightly", "--received-at", TrialHome.SECOND_NIGHT.plus(Duration.ofDays(1)).toString(), "--by", "Somebody");
        assertThat(again.await()).as(again.printed()).isEqualTo(ExitCode.HELD);
        assertThat(home.ask("releases", "list").lines()).hasSize(2);

        assertThat(Bellwether.run(approval(home, "a starter"))).isEqualTo(ExitCode.USAGE);
        Child one = Child.start(home.beside(), approval(home, "A Reader"));
        assertThat(one.await()).as(one.printed()).isEqualTo(ExitCode.HELD);
        assertThat(one.printed()).contains("smallest count shown", "withdrawn data", "is held until another approves it");
        assertThat(Bellwether.run(approval(home, "A Reader"))).isEqualTo(ExitCode.USAGE);
        assertThat(home.manifest().release()).isEqualTo(FIRST);
        assertThat(Bellwether.run(approval(home, "Another"))).isEqualTo(ExitCode.DONE);

        assertThat(home.manifest().release()).isEqualTo(HELD);
        assertThat(home.gaps()).isEmpty();
        assertThat(home.ask("releases", "list").lines()).anyMatch(line -> line.startsWith("* " + HELD) && line.endsWith("approved by A Reader, Another"));
        assertThat(home.status().held()).isNull();
        assertThat(home.ask("releases", "review").strip()).isEqualTo("No release is held for approval.");
        home.nightHere(TrialHome.SECOND_NIGHT.plus(Duration.ofDays(2)));
        assertThat(home.ask("releases", "list").lines()).hasSize(2);
    }

    private static void isTold(TrialHome home) throws Exception {
        assertThat(home.status().held().release()).isEqualTo(HELD);
        assertThat(home.status().held().audits()).contains("plausible_suspensions: The authority's suspensions of a period are far from those of the last release");
        assertThat(home.ask("status")).contains("release " + HELD + " is held for approval: ");
        assertThat(home.ask("doctor")).contains("NOTE  held release: " + HELD + " waits for approval");
        assertThat(home.ask("releases", "list").lines()).anyMatch(line -> line.startsWith("* " + FIRST)).anyMatch(line -> line.startsWith("  " + HELD + "  held for approval since "));
        ReleaseSummary summary = Json.parse(home.ask("releases", "review", "--json"), ReleaseSummary.class);
        assertThat(summary.startedBy()).isEqualTo("A Starter");
        assertThat(summary.holding()).extracting(Manifest.Audit::name).contains("plausible_suspensions");
        assertThat(summary.marts()).hasSameSizeAs(home.publishedMarts()).filteredOn(mart -> mart.mart().equals("mart_exclusions_la")).singleElement().satisfies(mart -> {
            assertThat(mart.rows()).isZero();
            assertThat(mart.rowsBefore()).isPositive();
        });
        assertThat(summary.difference().figures()).filteredOn(change -> change.mart().equals("mart_exclusions_la") && change.column().equals("suspension")).isNotEmpty()
                .allSatisfy(change -> assertThat(change.gone() + change.hidden()).isPositive())
                .flatExtracting(FigureChange::why).contains(new Reason(Reason.Kind.WITHDRAWN_DATA, "exclusion_notice"));
    }

    private static String[] approval(TrialHome home, String by) {
        return new String[] {"releases", "approve", HELD, "--by", by, "--why", "the school has closed", "--home", home.root().toString()};
    }
}
