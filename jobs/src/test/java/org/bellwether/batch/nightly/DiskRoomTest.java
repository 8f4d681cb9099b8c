package org.bellwether.batch.nightly;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.config.BellwetherException;
import org.bellwether.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRoomTest {

    @TempDir
    Path folder;

    @Test
    void a_night_that_the_disk_has_no_room_for_does_not_begin() throws IOException {
        Home home = new Home(folder);
        Files.createDirectories(home.inbox());
        Files.write(home.inbox().resolve("attendance_marks.csv.gz"), new byte[30 << 20]);

        assertThatThrownBy(() -> new DiskRoom(home).demand(300L << 20)).isInstanceOf(BellwetherException.class)
                .hasMessageContaining("ENV-001").hasMessageContaining("300 MB free").hasMessageContaining(folder.toString());
        assertThatCode(() -> new DiskRoom(home).demand(400L << 20)).doesNotThrowAnyException();
    }
}
