package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.release.store.PublishedRelease;
import org.bellwether.release.store.ReleaseDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publication that stops anywhere ends, when it is run again, as if it had never stopped. */
class RestartedPublicationTest {

    @TempDir
    Path folder;

    private SmallWarehouse warehouse;
    private String undisturbed;

    @BeforeEach
    void open() throws SQLException, IOException {
        try (SmallWarehouse other = new SmallWarehouse(folder.resolve("other"))) {
            undisturbed = other.release().contentHash();
        }
        warehouse = new SmallWarehouse(folder.resolve("stopped"));
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    @Test
    void a_run_begins_again_after_a_stop_in_any_step() throws SQLException, IOException {
        Publisher publisher = warehouse.publisher();
        ReleaseDraft draft = publisher.write(warehouse.connection, warehouse.input());
        publisher.disclose(warehouse.connection, draft);
        SmallWarehouse.write(draft.folder().publishedMarts().resolve("tmp_mart.parquet"), "half");
        SmallWarehouse.write(draft.folder().publishedDatabase().resolveSibling("marts.duckdb.wal"), "half");

        expectAsUndisturbed(warehouse.release());
    }

    @Test
    void every_step_can_be_repeated_in_its_draft() throws SQLException, IOException {
        Publisher publisher = warehouse.publisher();
        ReleaseDraft draft = publisher.draft(publisher.write(warehouse.connection, warehouse.input()).id());
        publisher.disclose(warehouse.connection, draft);
        SmallWarehouse.write(draft.folder().publishedMarts().resolve("tmp_mart.parquet"), "half");
        for (int time = 0; time < 2; time++) {
            publisher.disclose(warehouse.connection, draft);
            publisher.audit(warehouse.connection, draft);
            publisher.describe(warehouse.connection, draft);
            publisher.verify(warehouse.connection, draft);
        }

        expectAsUndisturbed(publisher.publish(warehouse.connection, draft));
    }

    @Test
    void a_manifest_that_was_half_written_is_no_file_of_the_release() throws SQLException, IOException {
        Publisher publisher = warehouse.publisher();
        ReleaseDraft draft = publisher.write(warehouse.connection, warehouse.input());
        publisher.disclose(warehouse.connection, draft);
        publisher.audit(warehouse.connection, draft);
        publisher.describe(warehouse.connection, draft);
        publisher.verify(warehouse.connection, draft);
        for (Path manifest : List.of(draft.folder().manifest(), draft.folder().readersManifest())) {
            Files.writeString(manifest.resolveSibling("manifest.json.tmp"), "{");
        }

        expectAsUndisturbed(publisher.publish(warehouse.connection, draft));
    }

    @Test
    void a_stop_before_the_pointer_moved_is_carried_on() throws SQLException, IOException {
        Publisher publisher = warehouse.publisher();
        PublishedRelease published = warehouse.release();
        Files.move(warehouse.home.current(), warehouse.home.root().resolve(".current.next"));

        expectAsUndisturbed(publisher.publish(warehouse.connection, publisher.draft(published.id())));
    }

    @Test
    void a_stop_after_the_pointer_moved_changes_nothing() throws SQLException, IOException {
        Publisher publisher = warehouse.publisher();
        PublishedRelease published = warehouse.release();

        assertThat(publisher.publish(warehouse.connection, publisher.draft(published.id()))).isEqualTo(published);
    }

    @Test
    void a_run_that_knows_of_no_step_behind_the_first_finds_its_release() throws SQLException, IOException {
        Publisher publisher = warehouse.publisher();
        PublishedRelease published = warehouse.release();
        ReleaseDraft draft = publisher.draft(published.id());
        publisher.disclose(warehouse.connection, draft);
        publisher.audit(warehouse.connection, draft);
        publisher.describe(warehouse.connection, draft);
        publisher.verify(warehouse.connection, draft);

        expectAsUndisturbed(publisher.publish(warehouse.connection, draft));
    }

    private void expectAsUndisturbed(PublishedRelease release) throws IOException {
        assertThat(release.isNew()).isTrue();
        assertThat(release.contentHash()).isEqualTo(undisturbed);
        assertThat(warehouse.store().current().orElseThrow().id()).isEqualTo(release.id());
        assertThat(warehouse.store().list()).hasSize(1);
        warehouse.expectNothingLeftBehind();
    }
}
