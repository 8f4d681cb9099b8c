package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.bellwether.batch.receive.Given;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a night at moments that nobody has chosen, always the same ones, and the two nights after it as well: what is published is what an
 * undisturbed night publishes. {@link KillTest} knows the points at which much could go wrong; this looks for those that nobody thought of.
 *
 * <p>{@code -Dbellwether.kills=50} asks for so many.
 */
@WithSmallProject
@Tag("slow")
@Tag("long")
class RandomKillsTest {

    private static final int KILLS = Integer.getInteger("bellwether.kills", "sample".equals(System.getProperty("proofs")) ? 3 : 6);
    private static final int IN_A_ROW = 3;
    private static final int MOST_HOMES_A_KILL = 3;
    private static final long SEED = 20_260_514;

    @Test
    void a_night_that_is_killed_at_any_moment_ends_as_if_nothing_had_happened(@TempDir Path folder) throws Exception {
        TrialHome evening = FirstNight.copyTo(folder.resolve("evening"));
        for (int file = 1; file <= 3; file++) {
            Files.writeString(evening.home().inbox().resolve("exclusion_notice_late_" + file + ".csv"), Given.notices(10_000 + 100 * file, 10_009 + 100 * file));
        }
        TrialHome morning = evening.copyTo(folder.resolve("morning"));
        long began = System.nanoTime();
        morning.night(TrialHome.SECOND_NIGHT);
        Duration undisturbed = Duration.ofNanos(System.nanoTime() - began);
        Map<String, String> contents = morning.contents();
        String release = morning.manifest().release();
        morning.delete();
        Random moments = new Random(SEED);
        int killed = 0;
        // A night may be over before its moment comes, since this one was the first and nothing of it was in memory; such a kill is none.
        for (int home = 1; killed < KILLS; home++) {
            assertThat(home).as("homes for %d kills", KILLS).isLessThanOrEqualTo(MOST_HOMES_A_KILL * KILLS);
            TrialHome night = evening.copyTo(folder.resolve("home-" + home));
            StringBuilder when = new StringBuilder();
            boolean isKilled = true;
            for (int row = 0; row < IN_A_ROW && killed < KILLS && isKilled; row++) {
                long moment = Math.round(moments.nextDouble() * undisturbed.toMillis());
                when.append(' ').append(moment).append(" ms");
                isKilled = isKilled(night.startNight(TrialHome.SECOND_NIGHT), moment);
                killed += isKilled ? 1 : 0;
                assertThat(night.gaps()).as("what readers see after a kill at" + when).isEmpty();
            }
            night.nightHere(TrialHome.SECOND_NIGHT);
            assertThat(night.gaps()).as("killed at" + when).isEmpty();
            assertThat(night.contents()).as("killed at" + when).isEqualTo(contents);
            assertThat(night.manifest().release()).as("killed at" + when).isEqualTo(release);
            assertThat(night.manifest().submissions()).extracting(submission -> submission.id()).doesNotHaveDuplicates();
            assertThat(night.leftovers()).as("killed at" + when).isEmpty();
            night.delete();
        }
    }

    /** @return false where it had ended before */
    private static boolean isKilled(Child night, long moment) throws InterruptedException {
        long until = System.nanoTime() + moment * 1_000_000;
        while (System.nanoTime() < until && night.isRunning()) {
            Thread.sleep(2);
        }
        boolean isRunning = night.isRunning();
        night.kill();
        return isRunning;
    }
}
