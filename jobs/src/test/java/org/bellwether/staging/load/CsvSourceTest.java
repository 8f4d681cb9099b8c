package org.bellwether.staging.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.bellwether.config.Settings;
import org.bellwether.intake.profile.FileProfile;
import org.bellwether.intake.profile.FileProfiler;
import org.bellwether.intake.profile.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest {

    @TempDir
    Path folder;

    @Test
    void a_disk_that_takes_nothing_is_not_taken_for_a_file_whose_quotes_do_not_pair_up() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n3\n");
        Path tmp = folder.resolve("gone");

        assertThatThrownBy(() -> load(file, tmp)).isInstanceOf(UncheckedIOException.class).isNotInstanceOf(RefusedException.class);

        Files.createDirectories(tmp);
        assertThat(load(file, tmp).ragged()).containsExactly(3L);
    }

    private static CsvSource.Loaded load(Path file, Path tmp) throws Exception {
        FileProfile profile = new FileProfiler(new Settings.Inbox(Duration.ZERO, 1000, 1000, 1000)).profile(file);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return new CsvSource(connection, tmp).load("a", file, profile, List.of(0, 1));
        }
    }
}
