package org.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFilesTest {

    @TempDir
    Path home;

    private ConfigFiles config;

    @BeforeEach
    void shipped_config_under_a_home() {
        config = new ConfigFiles(Project.locate().config(), home);
    }

    @Test
    void a_home_overrides_single_settings_and_keeps_the_rest() throws IOException {
        Files.writeString(home.resolve("application.yml"), """
                bellwether:
                  la: 899
                  inbox: {quiet: PT0S}
                """);

        Settings.Bellwether settings = Settings.load(config).bellwether();

        assertThat(settings.la()).isEqualTo(899);
        assertThat(settings.inbox().quiet()).isZero();
        assertThat(settings.maxRejectedPct()).isEqualTo(20);
    }

    @Test
    void an_unknown_key_is_an_error_that_names_file_and_key() throws IOException {
        Files.writeString(home.resolve("application.yml"), "bellwether: {inbox: {quite: PT5S}}");

        assertThatThrownBy(() -> Settings.load(config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("application.yml")
                .hasMessageContaining("quite");
    }
}
