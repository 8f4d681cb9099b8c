package org.bellwether.release.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bellwether.release.format.KeptModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionChangesTest {

    private static final Map<String, String> FILES = Map.of(
            "sql/core/fact_x.sql", "select 1",
            "sql/functions/duckdb.sql", "create macro f(x) as x;",
            "config/measures/exclusion.yml", "subject: exclusion\nmeasures: {susp: {of: a, disclosure: {counts: true}}, perm: {of: b}}",
            "config/disclosure.yml", "version: 1",
            "config/reference/term.csv", "code\nAUT\n",
            "config/returns/gias.yml", "return: gias",
            "home/config/strategies/plan.yml", "strategy: PLAN",
            "models/core/fact_x.sql", "select 1",
            "models/mart/mart_x.sql", "select * from core.fact_x");

    @TempDir
    Path folder;

    @Test
    void nothing_is_told_of_what_is_the_same() throws IOException {
        assertThat(after(Map.of()).reasons()).isEmpty();
        assertThat(after(Map.of()).suppression().what()).isEmpty();
    }

    @Test
    void a_model_is_told_by_its_relation_and_once() throws IOException {
        DefinitionChanges changes = after(Map.of("sql/core/fact_x.sql", "select 2", "models/core/fact_x.sql", "select 2"));

        assertThat(changes.reasons()).extracting(Reason::toString).containsExactly("changed definition: model core.fact_x");
        assertThat(changes.of("core.fact_x", Set.of())).hasSize(1);
        assertThat(changes.of("core.fact_y", Set.of())).isEmpty();
    }

    @Test
    void a_measure_is_told_by_its_code_and_what_may_be_shown_of_it_as_suppression() throws IOException {
        DefinitionChanges changes = after(Map.of("config/measures/exclusion.yml",
                "subject: exclusion\nmeasures: {susp: {of: a, disclosure: {counts: false}}, perm: {of: a - b}}"));

        assertThat(changes.reasons()).extracting(Reason::toString).containsExactly("changed definition: measure perm",
                "changed suppression: rules of disclosure control");
        assertThat(changes.ofMeasure("susp")).isEmpty();
    }

    @Test
    void targets_code_sets_contracts_and_functions_are_told_apart() throws IOException {
        DefinitionChanges changes = after(Map.of("home/config/strategies/plan.yml", "strategy: PLAN\ntitle: x", "config/reference/term.csv", "code\nSPR\n",
                "config/returns/gias.yml", "return: gias\ntitle: x", "sql/functions/duckdb.sql", "create macro f(x) as x + 1;"));

        assertThat(changes.ofTargets()).extracting(Reason::toString).containsExactly("changed target: plan");
        assertThat(changes.of("config.term", Set.of())).extracting(Reason::what).containsExactly("config/reference/term.csv");
        assertThat(changes.of("staged.establishment", Set.of("gias"))).extracting(Reason::what).containsExactly("config/returns/gias.yml");
        assertThat(changes.of("staged.attendance_mark", Set.of("attendance_marks"))).as("judged by another contract").isEmpty();
        assertThat(changes.ofFunctions()).hasSize(1);
    }

    @Test
    void what_the_program_alone_makes_otherwise_is_told_too() throws IOException {
        assertThat(after(Map.of("models/mart/mart_x.sql", "select a from core.fact_x")).of("mart.mart_x", Set.of())).extracting(Reason::what)
                .containsExactly("this version composes mart.mart_x otherwise");
    }

    /** Against the same with these files in place of theirs. */
    private DefinitionChanges after(Map<String, String> others) throws IOException {
        Map<String, String> files = new TreeMap<>(FILES);
        KeptModels before = kept("before.zip", files);
        files.putAll(others);
        return DefinitionChanges.between(before, kept("after.zip", files));
    }

    private KeptModels kept(String name, Map<String, String> files) throws IOException {
        Path zip = folder.resolve(name);
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                archive.putNextEntry(new ZipEntry(file.getKey()));
                archive.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                archive.closeEntry();
            }
        }
        return KeptModels.read(zip);
    }
}
