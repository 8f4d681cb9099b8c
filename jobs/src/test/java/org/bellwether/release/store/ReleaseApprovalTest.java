package org.bellwether.release.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bellwether.config.BellwetherException;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Home;
import org.bellwether.release.SmallWarehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseApprovalTest {

    private static final Instant NOW = Instant.parse("2026-05-20T09:00:00Z");

    @TempDir
    Path folder;

    private Home home;
    private ReleaseStore store;
    private ReleaseDraft held;

    @BeforeEach
    void a_release_that_is_held() throws IOException {
        home = new Home(folder);
        store = new ReleaseStore(home);
        store.complete(draft("abc"));
        held = new HeldReleases(home).hold(draft("def"));
    }

    @Test
    void one_name_is_enough_where_one_is_asked_for() throws IOException {
        ReleaseApproval.Result result = new ReleaseApproval(home, 1).approve(held, "A Starter", "it is right", NOW);

        assertThat(result).isEqualTo(new ReleaseApproval.Result(held.id(), 0));
        assertThat(store.current().orElseThrow().id()).isEqualTo(held.id());
        assertThat(new AuditTrail(home).read(ReleaseDecision.class)).containsExactly(
                new ReleaseDecision(NOW, "approve", held.id().toString(), null, "A Starter", "it is right", "def"));
    }

    @Test
    void of_two_neither_may_have_started_it_and_they_are_two() throws IOException {
        ReleaseApproval approval = new ReleaseApproval(home, 2);

        assertThatThrownBy(() -> approval.approve(held, " a  STARTER", "it is mine", NOW)).isInstanceOf(BellwetherException.class)
                .hasMessageContaining("started the run that made release " + held.id());
        assertThat(approval.approve(held, "A Reader", "it is right", NOW).missing()).isEqualTo(1);
        assertThatThrownBy(() -> approval.approve(held, "a reader", "still", NOW)).hasMessageContaining("Let another person approve it");
        assertThat(store.current().orElseThrow().id()).isNotEqualTo(held.id());

        assertThat(approval.approve(held, "Another", "I looked too", NOW).missing()).isZero();
        assertThat(store.current().orElseThrow().id()).isEqualTo(held.id());
    }

    @Test
    void an_approval_is_of_what_was_seen_and_not_of_its_number() throws IOException {
        ReleaseApproval approval = new ReleaseApproval(home, 2);
        approval.approve(held, "A Reader", "it is right", NOW);
        new HeldReleases(home).forget();
        ReleaseDraft other = new HeldReleases(home).hold(draft("ghi"));

        assertThat(other.id()).isEqualTo(held.id());
        assertThat(approval.of(other)).isEmpty();
        assertThat(approval.approve(other, "Another", "it is right", NOW).missing()).isEqualTo(1);
    }

    @Test
    void a_run_that_was_stopped_before_the_pointer_moved_is_carried_on() throws IOException {
        new ReleaseTrail(home).approve(held.id(), "def", "A Reader", "it is right", NOW);

        assertThat(new ReleaseApproval(home, 1).approve(held, "A Reader", "once more", NOW).missing()).isZero();
        assertThat(store.current().orElseThrow().id()).isEqualTo(held.id());
    }

    @Test
    void what_is_not_held_cannot_be_approved() {
        ReleaseApproval approval = new ReleaseApproval(home, 1);

        assertThat(approval.named(held.id().toString())).isEqualTo(held);
        assertThatThrownBy(() -> approval.named("2026-05-01-0001")).isInstanceOf(BellwetherException.class).hasMessageContaining("is not held for approval");
    }

    @Test
    void what_is_held_outlasts_a_sweep_and_its_number_is_not_given_again() throws IOException {
        store.sweep();

        assertThat(new HeldReleases(home).held()).contains(held);
        assertThat(store.begin(LocalDate.of(2026, 5, 2)).id().sequence()).isEqualTo(3);
        assertThat(store.list()).hasSize(1);
    }

    private ReleaseDraft draft(String content) throws IOException {
        ReleaseDraft draft = store.begin(LocalDate.of(2026, 5, 1));
        for (Path file : List.of(draft.folder().models(), draft.folder().coreDatabase(), draft.folder().martsDatabase(), draft.folder().publishedDatabase())) {
            SmallWarehouse.write(file, "{}");
        }
        Manifest.begin(draft.id(), new ReleaseInput(NOW, 899, List.of(), Map.of(), Map.of(), Map.of(ReleaseInput.STARTED_BY, "A Starter")))
                .withFiles(List.of(), content).write(draft.folder());
        return draft;
    }
}
