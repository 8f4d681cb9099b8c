package org.bellwether.intake.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.bellwether.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is what was judged, though its sender may still have it open. */
class UnchangedFileTest {

    @TempDir
    Path folder;

    private final FileProfiler preflight = new FileProfiler(new Settings.Inbox(Duration.ZERO, 1L << 30, 1L << 30, 1 << 20));

    @Test
    void a_file_that_was_written_to_since_the_first_look_is_refused_even_where_its_size_and_time_are_the_same() throws IOException {
        Path file = Files.writeString(folder.resolve("marks.csv"), "a,b\n1,2\n");
        FileTime modified = Files.getLastModifiedTime(file);
        FileProfile profile = preflight.profile(file);

        Files.writeString(file, "a,b\n1,3\n");
        Files.setLastModifiedTime(file, modified);

        assertThatThrownBy(() -> FileProfiler.demandUnchanged(file, profile)).isInstanceOf(RefusedException.class)
                .satisfies(e -> assertThat(((RefusedException) e).error().rule()).isEqualTo("FILE-054"));
    }

    @Test
    void a_file_that_was_only_touched_is_the_same() throws IOException {
        Path file = Files.writeString(folder.resolve("marks.csv"), "a,b\n1,2\n");
        FileProfile profile = preflight.profile(file);

        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        FileProfiler.demandUnchanged(file, profile);
        assertThat(profile.stamp()).isNotEqualTo(FileStamp.of(file));
    }
}
