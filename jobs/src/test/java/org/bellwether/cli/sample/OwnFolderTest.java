package org.bellwether.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bellwether.cli.Bellwether;
import org.bellwether.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.config.BellwetherException;
import org.bellwether.home.Folders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command takes away what a person did not give it, wherever he points. */
class OwnFolderTest {

    @TempDir
    Path folder;

    private Path home;
    private Path settings;
    private Path key;

    @BeforeEach
    void a_live_home() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("config"));
        Files.createDirectories(home.resolve("vault"));
        settings = Files.writeString(home.resolve("config/application.yml"), "bellwether: {la: 821, la_name: Luton}\n");
        key = Files.writeString(home.resolve("vault/pseudonym.key"), "f".repeat(64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench --work", "demo --home", "generate --out"})
    void a_live_home_is_left_alone(String command) throws IOException {
        assertThat(Bellwether.run((command + " " + home).split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(settings).hasContent("bellwether: {la: 821, la_name: Luton}");
        assertThat(key).exists();
        assertThat(Folders.list(home)).extracting(path -> path.getFileName().toString()).containsExactly("config", "vault");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench --work", "demo --home", "generate --out", "init --la 821 --home", "nightly --home", "status --home"})
    void a_file_is_left_alone(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear sir");

        assertThat(Bellwether.run((command + " " + file).split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(file).hasContent("Dear sir");
    }

    @Test
    void a_folder_that_the_command_filled_is_emptied_and_stays_its_own() throws IOException {
        OwnFolder own = new OwnFolder(folder.resolve("work"), "bench");
        own.claim();
        Files.createDirectories(folder.resolve("work/data/night-1"));
        Files.writeString(folder.resolve("work/.lock"), "1");

        own.claim();
        own.empty(folder.resolve("work/.lock"));

        assertThat(Folders.list(folder.resolve("work"))).extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrder(".lock", ".made-by-bench");
        assertThatThrownBy(() -> new OwnFolder(folder.resolve("work"), "demo").claim()).isInstanceOf(BellwetherException.class)
                .hasMessageContaining("not made by demo");
    }
}
