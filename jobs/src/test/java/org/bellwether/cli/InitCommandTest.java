package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.HomeFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_home_is_made_with_its_authority_by_name_and_an_inbox() {
        Home home = new Home(folder.resolve("a council's home"));

        assertThat(init(home, "821")).isEqualTo(ExitCode.DONE);

        Settings settings = Settings.load(ConfigFiles.of(Project.locate(), home.config()));
        assertThat(settings.la()).isEqualTo(821);
        assertThat(settings.laName()).isEqualTo("Luton");
        assertThat(home.inbox()).isEmptyDirectory();
        assertThat(HomeFolders.owners(home)).allSatisfy(one -> assertThat(HomeFolders.isOpen(one)).isFalse());
        assertThat(Bellwether.run("doctor", "--home", home.root().toString())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_home_that_is_there_is_left_as_it_is() throws IOException {
        Home home = new Home(folder.resolve("home"));
        init(home, "821");
        Path settings = home.config().resolve(Settings.FILE);
        Files.writeString(settings, "bellwether: {la: 821, la_name: Luton, engine: {threads: 1}}\n");

        assertThat(init(home, "821")).isEqualTo(ExitCode.DONE);
        assertThat(init(home, "822")).isEqualTo(ExitCode.USAGE);

        assertThat(settings).hasContent("bellwether: {la: 821, la_name: Luton, engine: {threads: 1}}");
    }

    @Test
    void an_authority_that_is_not_known_makes_nothing() {
        assertThat(init(new Home(folder.resolve("home")), "9999")).isEqualTo(ExitCode.USAGE);
        assertThat(init(new Home(folder.resolve("home")), "999")).isEqualTo(ExitCode.USAGE);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_with_other_things_is_no_place_for_a_home() throws IOException {
        Files.writeString(folder.resolve("README.md"), "a checkout");

        assertThat(init(new Home(folder), "821")).isEqualTo(ExitCode.USAGE);

        assertThat(Folders.list(folder)).hasSize(1);
    }

    @Test
    void a_folder_that_was_prepared_by_hand_becomes_a_home() throws IOException {
        Files.createDirectories(folder.resolve("inbox"));
        Files.createDirectories(folder.resolve("config/strategies"));

        assertThat(init(new Home(folder), "821")).isEqualTo(ExitCode.DONE);

        assertThat(folder.resolve("config/strategies")).exists();
    }

    private static int init(Home home, String la) {
        return Bellwether.run("init", "--home", home.root().toString(), "--la", la);
    }
}
