package org.bellwether.warehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditFileTest {

    private static final String FILE = """
            -- Two rows have the same key
            -- severity: FAIL
            -- rule: BLD-010
            -- why: a key is
            --     one row: always
            -- matters: it would count twice
            -- resolve: take one out
            select 1 as one;
            """;

    @Test
    void a_header_says_what_rows_mean_and_what_to_do() {
        AuditFile file = AuditFile.parse(Path.of("key.sql"), FILE);

        assertThat(file.message()).isEqualTo("Two rows have the same key");
        assertThat(file.part("why")).isEqualTo("a key is one row: always");
        assertThat(file.part("rule")).isEqualTo("BLD-010");
        assertThat(file.query()).isEqualTo("select 1 as one");
    }

    @Test
    void lines_of_another_machine_and_an_audit_without_a_rule_are_read() {
        AuditFile file = AuditFile.parse(Path.of("key.sql"), FILE.replace("-- rule: BLD-010\n", "").replace("\n", "\r\n"));

        assertThat(file.part("rule")).isNull();
        assertThat(file.part("resolve")).isEqualTo("take one out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-- Two rows have the same key | select 1 | the first line",
        "-- Two rows have the same key | -- why: first | the first line",
        "-- severity: FAIL | -- grave: yes | the header has the parts [grave",
        "-- severity: FAIL | -- severity: ERROR | severity is ERROR",
        "-- rule: BLD-010 | -- rule: BLD-10 | rule is BLD-10",
        "-- matters: it would count twice | -- matters: | is no part of a header",
        "-- matters: it would count twice | -- harms: it would count twice | the header has the parts",
        "-- matters: it would count twice | -- why: again | why stands twice",
        "-- resolve: take one out | -- And more | is no part of a header",
        "select 1 as one; | -- | is no part of a header",
    })
    void a_header_of_another_form_is_refused_by_name(String line, String instead, String message) {
        assertThatThrownBy(() -> AuditFile.parse(Path.of("key.sql"), FILE.replace(line, instead))).isInstanceOf(BellwetherException.class)
                .hasMessageStartingWith("CFG-012 key.sql: ").hasMessageContaining(message);
    }

    @Test
    void a_header_without_a_query_is_no_audit() {
        assertThatThrownBy(() -> AuditFile.parse(Path.of("key.sql"), FILE.replace("select 1 as one;", ""))).hasMessageContaining("no query");
    }

    @Test
    void every_audit_of_the_project_is_one() {
        assertThat(Audit.all(Project.locate())).hasSizeGreaterThan(50);
    }
}
