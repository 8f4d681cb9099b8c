package org.bellwether.release.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.bellwether.config.BellwetherException;
import org.bellwether.home.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTrailTest {

    private static final Instant NOW = Instant.parse("2026-05-20T09:00:00Z");
    private static final ReleaseId ID = ReleaseId.parse("2026-05-13-0001").orElseThrow();
    private static final ReleaseId OTHER = ReleaseId.parse("2026-05-14-0002").orElseThrow();

    @TempDir
    Path folder;

    private Home home;
    private ReleaseTrail trail;

    @BeforeEach
    void an_empty_home() {
        home = new Home(folder);
        trail = new ReleaseTrail(home);
    }

    @Test
    void a_pin_stands_until_it_is_taken_back_and_both_stay_in_the_trail() throws IOException {
        trail.pin(whole(ID), "A Reader", "the board saw it", NOW);
        assertThat(trail.pins()).containsOnlyKeys(ID);
        assertThat(trail.pins().get(ID)).extracting(ReleaseDecision::at, ReleaseDecision::by, ReleaseDecision::why)
                .containsExactly(NOW, "A Reader", "the board saw it");

        trail.unpin(ID, "A Reader", "a year has passed", NOW);
        assertThat(trail.pins()).isEmpty();
        assertThat(Files.readAllLines(home.auditTrail())).containsExactly(
                "{\"at\":\"2026-05-20T09:00:00Z\",\"action\":\"pin\",\"release\":\"2026-05-13-0001\",\"by\":\"A Reader\",\"why\":\"the board saw it\"}",
                "{\"at\":\"2026-05-20T09:00:00Z\",\"action\":\"unpin\",\"release\":\"2026-05-13-0001\",\"by\":\"A Reader\",\"why\":\"a year has passed\"}");
    }

    @Test
    void a_pin_that_changes_nothing_is_refused() throws IOException {
        Release release = whole(ID);
        trail.pin(release, "A Reader", "the board saw it", NOW);

        assertThatThrownBy(() -> trail.pin(release, "Another", "so did the council", NOW)).isInstanceOf(BellwetherException.class)
                .hasMessageContaining("pinned already, by A Reader at 2026-05-20T09:00:00Z: the board saw it");
        assertThatThrownBy(() -> trail.unpin(OTHER, "Another", "a mistake", NOW)).hasMessageContaining("is not pinned");
    }

    @Test
    void nothing_is_left_to_keep_of_a_release_that_was_pruned() {
        assertThatThrownBy(() -> trail.pin(new Release(ID, new ReleaseFolder(home.release(ID.toString())), false), "A Reader", "the board saw it", NOW))
                .isInstanceOf(BellwetherException.class).hasMessageContaining("pruned");
        assertThat(trail.pins()).isEmpty();
    }

    @Test
    void acts_of_other_kinds_and_a_line_cut_short_take_no_pin_away() throws IOException {
        trail.pin(whole(ID), "A Reader", "the board saw it", NOW);
        Files.writeString(home.auditTrail(), "{\"at\":\"2026-05-20T09:00:00Z\",\"event\":\"rollback\",\"from\":\"a\",\"to\":\"b\"}\n{\"at\":\"2026-05-20T0",
                StandardOpenOption.APPEND);

        trail.pin(whole(OTHER), "A Reader", "so did the council", NOW);

        assertThat(trail.pins()).containsOnlyKeys(ID, OTHER);
    }

    private Release whole(ReleaseId id) throws IOException {
        ReleaseFolder release = new ReleaseFolder(home.release(id.toString()));
        Files.createDirectories(release.published());
        Files.writeString(release.readersManifest(), "{}");
        return new Release(id, release, false);
    }
}
