package org.bellwether.release.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bellwether.config.BellwetherException;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.SmallWarehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final Instant NOW = Instant.parse("2026-05-02T09:00:00Z");

    @TempDir
    Path folder;

    private Home home;
    private ReleaseStore store;

    @BeforeEach
    void an_empty_home() {
        home = new Home(folder);
        store = new ReleaseStore(home);
    }

    @Test
    void numbers_grow_whatever_the_date() throws IOException {
        release(DAY);
        release(DAY.minusDays(7));

        assertThat(store.list()).extracting(release -> release.id().toString())
                .containsExactly("2026-05-01-0001", "2026-04-24-0002");
        assertThat(store.current().orElseThrow().id()).hasToString("2026-04-24-0002");
    }

    @Test
    void the_pointer_is_a_relative_link() throws IOException {
        ReleaseId id = release(DAY);

        assertThat(Files.readSymbolicLink(home.current())).isEqualTo(Path.of("releases", id.toString()));
        assertThat(home.current().resolve("published")).isDirectory();
    }

    @Test
    void a_release_whose_folder_is_gone_is_not_current_and_its_number_is_not_given_again() throws IOException {
        release(DAY);
        ReleaseId second = release(DAY);
        Folders.delete(home.release(second.toString()));

        assertThat(store.current()).isEmpty();
        assertThat(release(DAY)).hasToString("2026-05-01-0003");
    }

    @Test
    void a_rollback_goes_to_the_release_before_and_is_recorded() throws IOException {
        ReleaseId first = release(DAY);
        ReleaseId second = release(DAY.plusDays(1));

        store.rollback(Optional.empty(), NOW);

        assertThat(store.current().orElseThrow().id()).isEqualTo(first);
        assertThat(home.control().resolve("audit.jsonl")).content()
                .contains("\"rollback\"", first.toString(), second.toString());
    }

    @Test
    void after_a_rollback_an_id_leads_forward_again() throws IOException {
        release(DAY);
        ReleaseId second = release(DAY.plusDays(1));
        store.rollback(Optional.empty(), NOW);

        store.rollback(Optional.of(second), NOW);

        assertThat(store.current().orElseThrow().id()).isEqualTo(second);
    }

    @Test
    void a_rollback_to_nowhere_is_refused() throws IOException {
        release(DAY);

        assertThatThrownBy(() -> store.rollback(Optional.empty(), NOW)).isInstanceOf(BellwetherException.class);
        assertThatThrownBy(() -> store.rollback(ReleaseId.parse("2026-05-01-0009"), NOW))
                .isInstanceOf(BellwetherException.class).hasMessageContaining("2026-05-01-0009");
    }

    @Test
    void of_a_pruned_release_the_manifest_and_the_models_stay() throws IOException {
        ReleaseId first = release(DAY);
        release(DAY.plusDays(1));

        assertThat(store.prune(1, Set.of())).containsExactly(first);

        assertThat(names(store.folder(first).root())).containsExactly("manifest.json", "restricted/manifest.json", "restricted/models.zip");
        assertThatThrownBy(() -> store.rollback(Optional.of(first), NOW)).hasMessageContaining("pruned");
    }

    @Test
    void the_pinned_and_the_current_are_never_pruned() throws IOException {
        ReleaseId first = release(DAY);
        ReleaseId second = release(DAY.plusDays(1));
        ReleaseId third = release(DAY.plusDays(2));
        release(DAY.plusDays(3));
        store.rollback(Optional.of(second), NOW);

        assertThat(store.prune(1, Set.of(first))).containsExactly(third);
    }

    @Test
    void what_stopped_runs_left_is_swept() throws IOException {
        ReleaseId first = release(DAY);
        ReleaseDraft draft = store.begin(DAY);
        write(draft.folder());
        Files.move(store.folder(first).published(), home.releases().resolve(".pruning-" + first));

        store.sweep();

        assertThat(names(home.releases())).containsExactly(first + "/manifest.json", first + "/restricted/manifest.json", first + "/restricted/models.zip");
    }

    @Test
    void a_release_that_was_written_but_not_yet_current_becomes_so() throws IOException {
        release(DAY);
        ReleaseDraft draft = store.begin(DAY);
        write(draft.folder());
        Files.createSymbolicLink(home.root().resolve(".current.next"), Path.of("releases", draft.id().toString()));
        Files.move(draft.folder().root(), home.release(draft.id().toString()));

        store.sweep();

        assertThat(store.current().orElseThrow().id()).isEqualTo(draft.id());
        assertThat(home.root().resolve(".current.next")).doesNotExist();
    }

    @Test
    void a_pointer_to_a_release_that_was_never_written_is_swept() throws IOException {
        ReleaseId first = release(DAY);
        Files.createSymbolicLink(home.root().resolve(".current.next"), Path.of("releases/2026-05-01-0002"));

        store.sweep();

        assertThat(store.current().orElseThrow().id()).isEqualTo(first);
        assertThat(Files.isSymbolicLink(home.root().resolve(".current.next"))).isFalse();
    }

    @Test
    void files_of_a_release_cannot_be_written() throws IOException {
        ReleaseId id = release(DAY);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.folder(id).models())))
                .isEqualTo("r--r--r--");
    }

    private ReleaseId release(LocalDate asOf) throws IOException {
        ReleaseDraft draft = store.begin(asOf);
        write(draft.folder());
        store.complete(draft);
        return draft.id();
    }

    private static void write(ReleaseFolder folder) throws IOException {
        for (Path file : List.of(folder.manifest(), folder.readersManifest(), folder.models(), folder.coreDatabase(), folder.martsDatabase(),
                folder.publishedDatabase())) {
            SmallWarehouse.write(file, "{}");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        return Folders.files(folder).stream().map(file -> Folders.name(folder, file)).toList();
    }
}
