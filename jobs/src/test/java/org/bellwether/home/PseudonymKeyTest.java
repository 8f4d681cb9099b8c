package org.bellwether.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.config.BellwetherException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {

    @TempDir
    Path folder;

    private Home home;
    private Path key;

    @BeforeEach
    void an_empty_home() {
        home = new Home(folder);
        key = home.vault().resolve("pseudonym.key");
    }

    @Test
    void a_key_is_made_once_and_kept() throws IOException {
        byte[] first = PseudonymKey.of(home).innerBlock();
        String written = Files.readString(key);

        assertThat(PseudonymKey.of(home).innerBlock()).isEqualTo(first);
        assertThat(key).hasContent(written);
    }

    @Test
    void no_key_is_made_where_rows_were_made_under_one_that_is_gone() {
        PseudonymKey.of(home);
        Folders.delete(home.vault());

        assertThatThrownBy(() -> PseudonymKey.of(home)).isInstanceOf(BellwetherException.class).hasMessageContaining("ENV-010");
        assertThat(home.vault()).doesNotExist();
    }

    @Test
    void staged_rows_alone_tell_that_there_was_a_key() throws IOException {
        Files.createDirectories(home.staged("exclusion_notice", "000001-0123456789ab"));

        assertThatThrownBy(() -> PseudonymKey.of(home)).isInstanceOf(BellwetherException.class).hasMessageContaining("ENV-010");
    }

    @Test
    void what_had_landed_alone_tells_that_there_was_a_key() throws IOException {
        Files.createDirectories(home.landing("exclusion_notice", "000001-0123456789ab"));

        assertThatThrownBy(() -> PseudonymKey.of(home)).isInstanceOf(BellwetherException.class).hasMessageContaining("ENV-010");
        assertThat(home.vault()).doesNotExist();
    }

    @Test
    void what_is_arriving_has_no_rows_yet() throws IOException {
        Files.createDirectories(home.arriving().resolve("000001"));

        PseudonymKey.of(home);

        assertThat(key).exists();
    }

    @Test
    void a_key_of_another_home_is_noticed_before_anything_is_made_under_it() throws IOException {
        PseudonymKey.of(home);
        Files.writeString(key, "ab".repeat(32) + "\n");

        assertThatThrownBy(() -> PseudonymKey.of(home)).isInstanceOf(BellwetherException.class).hasMessageContaining("ENV-011");
    }

    @Test
    void control_database_and_staged_rows_each_know_the_key() throws IOException {
        PseudonymKey.of(home);
        Folders.delete(home.control());
        Files.writeString(key, "ab".repeat(32) + "\n");

        assertThatThrownBy(() -> PseudonymKey.of(home)).isInstanceOf(BellwetherException.class);
    }

    @Test
    void a_damaged_record_of_the_key_is_written_again() throws IOException {
        PseudonymKey.of(home);
        Path record = home.control().resolve("pseudonym-key.json");
        String written = Files.readString(record);
        Files.writeString(record, "{");

        PseudonymKey.of(home);

        assertThat(record).hasContent(written);
    }
}
