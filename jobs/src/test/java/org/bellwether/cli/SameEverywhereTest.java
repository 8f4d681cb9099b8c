package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.home.PseudonymKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files, times of receipt and key give the same release, wherever and however it is made. */
@Tag("slow")
@Tag("long")
class SameEverywhereTest {

    @TempDir
    Path folder;

    @Test
    void another_path_locale_time_zone_and_number_of_threads_change_nothing() throws Exception {
        Path returns = TrialHome.returns(folder.resolve("returns"));
        TrialHome here = TrialHome.fresh(folder.resolve("here"), returns).withBoardPack().withThreads(2);
        PseudonymKey.of(here.home());
        TrialHome there = TrialHome.fresh(folder.resolve("far away/a council's home"), returns).withBoardPack();
        Files.createDirectories(there.home().vault());
        Files.copy(here.home().vault().resolve("pseudonym.key"), there.home().vault().resolve("pseudonym.key"));

        here.night(TrialHome.FIRST_NIGHT);
        nightInTurkishOnTheOtherSideOfTheWorld(there, TrialHome.FIRST_NIGHT.toString());
        assertThat(there.contents()).isEqualTo(here.contents());

        here.withReturns(returns.resolve("night-2")).night(TrialHome.SECOND_NIGHT);
        there.withReturns(returns.resolve("night-2"));
        nightInTurkishOnTheOtherSideOfTheWorld(there, TrialHome.SECOND_NIGHT.toString());
        assertThat(there.contents()).isEqualTo(here.contents());
        assertThat(there.manifest().submissions()).isEqualTo(here.manifest().submissions());
    }

    private static void nightInTurkishOnTheOtherSideOfTheWorld(TrialHome home, String receivedAt) throws Exception {
        // Java takes its language from these where the machine has no Turkish.
        Child child = Child.start(home.beside(), List.of("-Duser.language=tr", "-Duser.country=TR"),
                Map.of("TZ", "Pacific/Auckland", "LC_ALL", "tr_TR.UTF-8"),
                "nightly", "--home", home.root().toString(), "--received-at", receivedAt);
        assertThat(child.await()).as(child.printed()).isIn(ExitCode.DONE, ExitCode.REJECTED);
    }
}
