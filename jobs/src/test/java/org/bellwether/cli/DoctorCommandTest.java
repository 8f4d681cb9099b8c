package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.config.Settings;
import org.bellwether.home.Home;
import org.bellwether.home.HomeFolders;
import org.bellwether.home.PseudonymKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorCommandTest {

    @TempDir
    Path folder;

    @Test
    void settings_that_cannot_be_used_are_found_and_begin_no_night() throws IOException {
        Home home = home("engine: {threads: 0}");

        assertThat(doctor(home)).isEqualTo(ExitCode.FAILED);
        assertThat(Bellwether.run("nightly", "--home", home.root().toString())).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "control: {url: 'jdbc:postgresql://localhost:1/none', username: u, password: p}",
        "schedule: {cron: half past two}",
        "schedule: {cron: '0 30 2 1 1 ? 2020'}",
        "la: 999"
    })
    void what_would_stop_a_night_is_found(String setting) throws IOException {
        assertThat(doctor(home(setting))).isEqualTo(ExitCode.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"disclosure.yml,marts: {mart_hnb_cost: {no_such_key: 1}}", "report/own.yml,title: Without a panel", "publication.yml,no_such_key: 1",
        "commentary/now.yml,'comments: [{target: susp_rate}]'", "measures/roll.yml,no_such_key: 1"})
    void what_would_stop_a_night_only_when_it_publishes_is_found(String file, String text) throws IOException {
        Home home = home("la: 821");
        Path overlay = home.config().resolve(file);
        Files.createDirectories(overlay.getParent());
        Files.writeString(overlay, text);

        assertThat(doctor(home)).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void a_file_where_a_folder_belongs_is_found() throws IOException {
        Home home = home("la: 821");
        assertThat(doctor(home)).isEqualTo(ExitCode.DONE);

        Files.writeString(home.inbox(), "");

        assertThat(doctor(home)).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void a_folder_that_others_may_enter_is_found() throws IOException {
        Home home = home("la: 821");
        HomeFolders.prepare(home);
        assertThat(doctor(home)).isEqualTo(ExitCode.DONE);

        Files.setAttribute(home.vault(), "unix:mode", 0755);

        assertThat(doctor(home)).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void a_second_copy_of_the_key_is_held_against_the_key() throws IOException {
        Home home = home("la: 821");
        HomeFolders.prepare(home);
        PseudonymKey.of(home);
        Path copy = Files.createDirectories(folder.resolve("elsewhere")).resolve("pseudonym.key");
        Files.copy(home.vault().resolve("pseudonym.key"), copy);
        assertThat(doctor(home)).as("none is known, which is a note").isEqualTo(ExitCode.DONE);

        assertThat(doctor(home("key_copy: {path: '" + copy.getParent() + "'}"))).isEqualTo(ExitCode.DONE);
        assertThat(doctor(home("key_copy: {path: '" + home.vault() + "'}"))).as("in the home").isEqualTo(ExitCode.FAILED);
        Files.writeString(copy, "0".repeat(64));
        assertThat(doctor(home("key_copy: {path: '" + copy + "'}"))).as("another key").isEqualTo(ExitCode.FAILED);
        Files.delete(copy);
        assertThat(doctor(home("key_copy: {path: '" + copy + "'}"))).as("not there").isEqualTo(ExitCode.FAILED);

        LocalDate today = LocalDate.now(Settings.LONDON);
        assertThat(doctor(home("key_copy: {kept: in the safe, checked: " + today.minusDays(30) + "}"))).isEqualTo(ExitCode.DONE);
        assertThat(doctor(home("key_copy: {kept: in the safe, checked: " + today.minusDays(400) + "}"))).isEqualTo(ExitCode.FAILED);
    }

    private static int doctor(Home home) {
        return Bellwether.run("doctor", "--home", home.root().toString());
    }

    private Home home(String setting) throws IOException {
        Home home = new Home(folder.resolve("home"));
        Files.createDirectories(home.config());
        Files.setAttribute(home.config(), "unix:mode", 0700);
        Files.writeString(home.config().resolve(Settings.FILE), "bellwether:\n" + (setting.startsWith("la:") ? "" : "  la: 821\n") + "  " + setting + "\n");
        return home;
    }
}
