package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {

    @TempDir
    Path folder;

    @Test
    void the_first_release_becomes_current() throws SQLException, IOException {
        try (SmallWarehouse warehouse = new SmallWarehouse(folder)) {
            PublishedRelease published = warehouse.release();

            assertThat(published.isNew()).isTrue();
            assertThat(published.id()).hasToString("2026-05-01-0001");
            assertThat(Files.readSymbolicLink(warehouse.home.current())).isEqualTo(Path.of("releases/2026-05-01-0001"));
        }
    }

    @Test
    void equal_content_makes_no_new_release() throws SQLException, IOException {
        try (SmallWarehouse warehouse = new SmallWarehouse(folder)) {
            PublishedRelease first = warehouse.release();
            PublishedRelease second = warehouse.release();

            assertThat(second).isEqualTo(new PublishedRelease(first.id(), false, first.contentHash()));
            assertThat(warehouse.store().list()).hasSize(1);
            assertThat(warehouse.home.releases()).isDirectoryNotContaining(path -> path.toString().contains("/."));
        }
    }
}
