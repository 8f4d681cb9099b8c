package org.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message about config names the line that is to be mended. */
class YamlPlaceTest {

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void a_file() throws IOException {
        file = Files.writeString(folder.resolve("some.yml"), """
                # What it is about.
                name: some
                tables:
                  visit: {files: [a, b],
                    keys: [c]}
                rows:
                  - of: one
                  - of: two
                    by: three
                """);
    }

    @ParameterizedTest
    @CsvSource({"name, 2", "tables.visit, 4", "tables.visit.keys, 5", "rows[1].by, 9", "rows[1], 8", "rows, 6", "tables.visit.nothing.below, 4", "rows[7].by, 6"})
    void a_key_has_the_line_in_which_it_stands_or_the_nearest_above_it(String key, int line) {
        assertThat(YamlPlace.of(file, key)).isEqualTo(file + " line " + line);
    }

    @Test
    void what_stands_nowhere_or_in_no_file_is_told_without_a_line() throws IOException {
        assertThat(YamlPlace.of(file, "other")).isEqualTo(file.toString());
        assertThat(YamlPlace.of(file, "")).isEqualTo(file.toString());
        assertThat(YamlPlace.of(folder.resolve("none.yml"), "name")).endsWith("none.yml");
        Files.writeString(file, "a: [b");
        assertThat(YamlPlace.of(file, "a")).isEqualTo(file.toString());
    }

    /** As a file of config may be. */
    private record Some(String name, Object tables, List<Row> rows) {
    }

    private record Row(String of, Integer by) {
    }

    @Test
    void a_value_of_another_type_and_an_unknown_key_are_told_with_their_line() throws IOException {
        assertThatThrownBy(() -> Yaml.read(file, Some.class)).isInstanceOf(BellwetherException.class).hasMessageStartingWith("CFG-003 " + file + " line 9: ");
        Files.writeString(file, "name: some\nrows:\n  - of: one\n    buy: 2\n");
        assertThatThrownBy(() -> Yaml.read(file, Some.class)).hasMessageStartingWith("CFG-002 " + file + " line 4: unknown key 'buy' at rows[0].buy");
    }
}
