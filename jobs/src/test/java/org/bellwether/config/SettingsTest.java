package org.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final String SERVER = "url: 'jdbc:postgresql://${HOST}/control', username: bellwether";
    private static final Map<String, String> ENVIRONMENT = Map.of("DB", "s3$cret\\1", "HOST", "db.example");

    @TempDir
    Path home;

    @Test
    void a_home_overrides_single_settings_and_keeps_the_rest() throws IOException {
        Settings settings = read("la: 899", "inbox: {quiet: PT0S}");

        assertThat(settings.la()).isEqualTo(899);
        assertThat(settings.inbox().quiet()).isZero();
        assertThat(settings.inbox().maxLineBytes()).isEqualTo(1048576);
        assertThat(settings.maxRejectedPct()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "la: 9999                                 | la must be from 201 to 999 and is 9999",
        "la: -1                                   | la must be from 201 to 999 and is -1",
        "la: Luton                                | la must be a whole number, not too large, and is Luton",
        "la: {code: 821}                          | la must be one value, or left out to have the shipped one, which is 0",
        "max_rejected_pct: 101                    | max_rejected_pct must be from 0 to 100 and is 101",
        "inbox: {quiet: PT-5S}                    | inbox.quiet must be a time from PT0S to P1D and is PT-5S",
        "inbox: {quiet: soon}                     | inbox.quiet must be a time such as PT5S and is soon",
        "inbox: {max_file_bytes: 0}               | inbox.max_file_bytes must be 1 or more and is 0",
        "inbox: {max_line_bytes: -1}              | inbox.max_line_bytes must be 1 or more and is -1",
        "inbox: {max_line_bytes: 9999999999}      | inbox.max_line_bytes must be a whole number, not too large, and is 9999999999",
        "engine: {memory_limit: 5 bananas}        | engine.memory_limit must be an amount such as 2GB or 512MB and is 5 bananas",
        "engine: {memory_limit: ''}               | engine.memory_limit must be an amount such as 2GB or 512MB and is empty",
        "engine: {threads: 0}                     | engine.threads must be from 1 to 1024 and is 0",
        "engine: {threads: }                      | engine.threads must be one value, or left out to have the shipped one, which is 2",
        "engine:                                  | engine must be a section with some of memory_limit, threads",
        "control: {url: 'postgres://u:secret@h'}  | control.url must be empty or begin with jdbc:postgresql://",
        "schedule: {cron: half past two}          | schedule.cron must be a cron expression of six or seven fields, such as 0 30 2 * * ? for half past two every night, and is half past two",
        "schedule: {zone: Europe/Luton}           | schedule.zone must be a time zone such as Europe/London and is Europe/Luton",
        "schedule: {school_days_only: often}      | schedule.school_days_only must be true or false and is often",
        "releases: {keep: 0}                      | releases.keep must be from 1 to 100000 and is 0",
        "key_copy: {kept: in the safe}            | key_copy.checked must be the day on which somebody last saw what key_copy.kept names, such as 2026-04-01, and is empty",
        "key_copy: {kept: x, checked: 1 April}    | key_copy.checked must be the day on which somebody last saw what key_copy.kept names, such as 2026-04-01, and is 1 April",
        "key_copy: {kept: x, checked: 2999-01-01} | key_copy.checked must be the day on which somebody last saw what key_copy.kept names, such as 2026-04-01, and is 2999-01-01",
        "measures: {ebsna_window_weeks: 0}        | measures.ebsna_window_weeks must be from 1 to 53 and is 0",
        "measures: {reintegration_days: 0}        | measures.reintegration_days must be from 1 to 1096 and is 0"
    })
    void a_value_that_cannot_be_meant_is_told_with_file_and_key_and_what_would_be_right(String setting, String told) {
        assertThatThrownBy(() -> read(setting)).isInstanceOf(BellwetherException.class)
                .hasMessageStartingWith("CFG-001 " + home.resolve(Settings.FILE)).hasMessageContaining(": bellwether." + told + ". ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "inbox: {quite: PT5S}    | unknown key 'quite' at bellwether.inbox.quite; there are quiet, max_file_bytes, max_unpacked_bytes, max_line_bytes",
        "releases: {Keep: 3}     | unknown key 'Keep' at bellwether.releases.Keep; there are keep, reviewers",
        "control.password: x     | unknown key 'control.password' at bellwether.control.password; there are la, la_name, inbox, max_rejected_pct, engine, control, schedule, serve, log, releases, key_copy, measures"
    })
    void a_key_is_spelled_as_the_shipped_file_spells_it(String setting, String told) {
        assertThatThrownBy(() -> read(setting)).isInstanceOf(BellwetherException.class).hasMessageStartingWith("CFG-001 " + home.resolve(Settings.FILE) + " line 2: " + told);
    }

    @Test
    void settings_of_another_name_are_no_settings() throws IOException {
        Files.writeString(home.resolve(Settings.FILE), "belwether: {la: 821}\nspring: {main: {banner-mode: console}}\n");

        assertThatThrownBy(this::read).hasMessageStartingWith("CFG-001 " + home.resolve(Settings.FILE)
                + " line 1: unknown key 'belwether' at belwether; there is bellwether; line 2: unknown key 'spring' at spring; there is bellwether");
    }

    @Test
    void all_that_is_wrong_is_told_at_once_each_with_its_line() {
        assertThatThrownBy(() -> read("la: 821", "releases: {keep: 0}", "schedule: {zone: Mars}")).hasMessageStartingWith("CFG-001 " + home.resolve(Settings.FILE)
                + " line 3: bellwether.releases.keep must be from 1 to 100000 and is 0;"
                + " line 4: bellwether.schedule.zone must be a time zone such as Europe/London and is Mars");
    }

    @Test
    void what_is_no_yaml_is_told_with_its_line() throws IOException {
        Files.writeString(home.resolve(Settings.FILE), "bellwether:\n  la: [821\n");

        assertThatThrownBy(this::read).isInstanceOf(BellwetherException.class).hasMessageStartingWith("CFG-003 " + home.resolve(Settings.FILE) + " line 3: ");
    }

    @ParameterizedTest
    @CsvSource({"plain, plain", "${DB}, s3$cret\\1", "a-${DB}-b, a-s3$cret\\1-b", "${NOBODY:else}, else", "$DB, $DB", "'',''"})
    void a_password_may_name_a_variable_of_the_environment(String written, String taken) throws IOException {
        Settings.Control control = read("control: {" + SERVER + ", password: '" + written + "'}").control();

        assertThat(control.password()).isEqualTo(taken);
        assertThat(control.url()).isEqualTo("jdbc:postgresql://db.example/control");
        assertThat(control.toString()).doesNotContain("s3").contains("db.example");
    }

    @Test
    void a_variable_that_is_not_set_is_told_by_its_name() {
        assertThatThrownBy(() -> read("control: {" + SERVER + ", password: '${NOBODY}'}")).isInstanceOf(BellwetherException.class)
                .hasMessageStartingWith("CFG-001 " + home.resolve(Settings.FILE) + " line 2: bellwether.control.password names the environment variable NOBODY, which is not set");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"``, from outside", "`, password: ''`, from outside", "`, password: set`, set"})
    void where_no_password_is_set_the_environment_may_give_it(String password, String taken) throws IOException {
        write("control: {url: 'jdbc:postgresql://h/control'" + password + "}");

        assertThat(new SettingsReader(config(), Map.of(SettingsReader.PASSWORD, "from outside")::get).read().control().password()).isEqualTo(taken);
    }

    private Settings read(String... settings) throws IOException {
        write(settings);
        return read();
    }

    private Settings read() {
        return new SettingsReader(config(), ENVIRONMENT::get).read();
    }

    private void write(String... settings) throws IOException {
        Files.writeString(home.resolve(Settings.FILE), "bellwether:\n  " + String.join("\n  ", settings) + "\n");
    }

    private ConfigFiles config() {
        return new ConfigFiles(Project.locate().config(), home);
    }
}
