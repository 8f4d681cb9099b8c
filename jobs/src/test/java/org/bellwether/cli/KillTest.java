package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellwether.home.PseudonymKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills a night and runs it again: what is published is what an undisturbed night publishes.
 *
 * <p>{@code -Dkill.points=sample} takes a few of the points, always the same, instead of all.
 */
@WithSmallProject
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTest {

    private static final boolean SAMPLE = "sample".equals(System.getProperty("kill.points"));
    private static final int TRIES = 3;

    private Path folder;
    private TrialHome dusk;
    private TrialHome evening;
    private NightProgress undisturbed;
    private Map<String, String> firstContents;
    private String release;
    private Map<String, String> contents;

    @BeforeAll
    void an_undisturbed_night_to_compare_with(@TempDir Path empty) throws Exception {
        folder = empty;
        Path returns = TrialHome.returns(folder.resolve("returns"));
        dusk = TrialHome.fresh(folder.resolve("dusk"), returns);
        PseudonymKey.of(dusk.home());
        evening = dusk.copyTo(folder.resolve("evening")).night(TrialHome.FIRST_NIGHT);
        firstContents = evening.contents();
        evening.withReturns(returns.resolve("night-2"));
        TrialHome morning = evening.copyTo(folder.resolve("morning"));
        undisturbed = NightProgress.of(morning.home(), morning.startNight(TrialHome.SECOND_NIGHT));
        release = morning.manifest().release();
        contents = morning.contents();
        assertThat(contents).hasSizeGreaterThan(50);
        assertThat(morning.leftovers()).isEmpty();
    }

    Stream<KillPoint> points() {
        List<KillPoint> all = KillPoint.all(undisturbed);
        return (SAMPLE ? KillPoint.sample(all, 4) : all).stream();
    }

    @ParameterizedTest
    @MethodSource("points")
    void a_night_that_was_killed_ends_as_if_nothing_had_happened(KillPoint point) throws Exception {
        TrialHome home = killed(point);
        assertThat(home.gaps()).as("what readers see after the kill").isEmpty();

        home.night(TrialHome.SECOND_NIGHT);

        assertThat(home.gaps()).isEmpty();
        assertThat(home.contents()).isEqualTo(contents);
        assertThat(home.manifest().release()).isEqualTo(release);
        assertThat(home.manifest().submissions()).extracting(submission -> submission.id()).doesNotHaveDuplicates();
        assertThat(home.leftovers()).isEmpty();
        home.delete();
    }

    @Test
    void a_first_night_that_is_killed_in_every_phase_ends_as_if_nothing_had_happened() throws Exception {
        TrialHome home = dusk.copyTo(folder.resolve("killed-often"));
        List<KillPoint> points = KillPoint.all(new NightProgress(0, undisturbed.largestLog(), undisturbed.releaseFiles()));
        for (KillPoint point : KillPoint.sample(points, SAMPLE ? 3 : 9)) {
            NightProgress.killAt(point, home.home(), home.startNight(TrialHome.FIRST_NIGHT));
            assertThat(home.gaps()).as(point.name()).isEmpty();
        }

        home.night(TrialHome.FIRST_NIGHT);

        assertThat(home.contents()).isEqualTo(firstContents);
        assertThat(home.leftovers()).isEmpty();
    }

    /** A home whose night was killed there; where it ran through before it could be killed, once more. */
    private TrialHome killed(KillPoint point) throws Exception {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            TrialHome home = evening.copyTo(folder.resolve("killed-" + attempt));
            if (NightProgress.killAt(point, home.home(), home.startNight(TrialHome.SECOND_NIGHT))) {
                return home;
            }
            home.delete();
        }
        throw new AssertionError("In " + TRIES + " nights the point was never seen: " + point);
    }
}
