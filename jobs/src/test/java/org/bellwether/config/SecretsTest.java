package org.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("DB", "s3$cret\\1", "HOST", "db.example");

    @ParameterizedTest
    @CsvSource({"plain, plain", "${DB}, s3$cret\\1", "a-${DB}-b, a-s3$cret\\1-b", "$DB, $DB", "'',''"})
    void a_password_may_name_a_variable_of_the_environment(String written, String taken) {
        assertThat(new Secrets(ENVIRONMENT::get).in(control(written)).password()).isEqualTo(taken);
    }

    @Test
    void where_no_password_is_set_the_environment_may_give_it() {
        Secrets secrets = new Secrets(Map.of(Secrets.PASSWORD, "from outside", "HOST", "db.example")::get);

        assertThat(secrets.in(control("")).password()).isEqualTo("from outside");
        assertThat(secrets.in(control(null)).password()).isEqualTo("from outside");
        assertThat(secrets.in(control("set")).password()).isEqualTo("set");
    }

    @Test
    void the_embedded_database_keeps_its_own() {
        Settings.Control embedded = new Settings.Control("", "sa", "");

        assertThat(new Secrets(Map.of(Secrets.PASSWORD, "from outside")::get).in(embedded)).isEqualTo(embedded);
    }

    @Test
    void a_variable_that_is_not_set_is_told_by_its_name() {
        assertThatThrownBy(() -> new Secrets(ENVIRONMENT::get).in(control("${NOBODY}"))).isInstanceOf(ConfigException.class)
                .hasMessageContaining("bellwether.control.password").hasMessageContaining("NOBODY");
    }

    @Test
    void a_password_is_not_printed_with_its_settings() {
        assertThat(new Secrets(ENVIRONMENT::get).in(control("${DB}")).toString()).doesNotContain("s3").contains("db.example");
    }

    private static Settings.Control control(String password) {
        return new Settings.Control("jdbc:postgresql://${HOST}/control", "bellwether", password);
    }
}
