package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every file of a home after whole nights is read for every name, UPN and postcode of what was received: they stand in landing, among what was refused and in the vault. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhereNamesStandTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'-]+");

    private Home home;
    private Connection engine;
    private Set<String> upns;
    private Set<String> names;
    private Set<String> postcodes;

    @BeforeAll
    void two_nights(@TempDir Path folder) throws Exception {
        home = NightsOfPupils.copyTo(folder.resolve("home")).home();
        engine = DriverManager.getConnection("jdbc:duckdb:");
        upns = received("pupilonroll.csv", "upn");
        names = received("pupilonroll.csv", "surname");
        names.addAll(received("pupilonroll.csv", "forename"));
        postcodes = received("addressesonroll.csv", "postcode");
        assertThat(upns).hasSizeGreaterThan(100);
        assertThat(names).hasSizeGreaterThan(10);
        assertThat(postcodes).isNotEmpty();
    }

    @AfterAll
    void close() throws SQLException {
        engine.close();
    }

    @Test
    void they_are_where_they_were_sent_to() throws IOException {
        assertThat(words(Folders.files(home.landing()).stream().filter(file -> file.toString().endsWith(".csv")).toList())).containsAll(upns).containsAll(names);
    }

    @Test
    void no_text_of_any_other_file_has_one() throws IOException {
        List<Path> texts = others().stream().filter(file -> !file.toString().endsWith(".parquet")).toList();
        assertThat(texts).hasSizeGreaterThan(100);
        for (Path file : texts) {
            // A database has texts in its bytes, and by chance any short run of letters.
            boolean isDatabase = file.toString().matches(".*\\.(duckdb|mv\\.db|pdf|zip)");
            Set<String> words = words(List.of(file));
            assertThat(found(words, upns)).as(file.toString()).isZero();
            assertThat(isDatabase ? 0 : found(words, names)).as(file.toString()).isZero();
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(postcodes.stream().filter(text::contains).count()).as(file.toString()).isZero();
        }
    }

    @Test
    void no_value_of_any_other_table_is_one() throws SQLException {
        List<Path> tables = others().stream().filter(file -> file.toString().endsWith(".parquet")).toList();
        assertThat(tables).hasSizeGreaterThan(50);
        for (Path file : tables) {
            expectNone("read_parquet(" + Sql.literal(file.toString()) + ")");
        }
        for (Path file : others().stream().filter(file -> file.toString().endsWith(".duckdb")).toList()) {
            Sql.execute(engine, "attach " + Sql.literal(file.toString()) + " as looked_at (read_only)");
            for (String table : Sql.queryTexts(engine, "select 'looked_at.' || schema_name || '.\"' || table_name || '\"' from duckdb_tables() where database_name = 'looked_at'")) {
                expectNone(table);
            }
            Sql.execute(engine, "detach looked_at");
        }
    }

    private void expectNone(String from) throws SQLException {
        for (String column : Sql.queryTexts(engine, "select column_name from (describe select * from " + from + ") where column_type = 'VARCHAR'")) {
            List<String> values = Sql.queryTexts(engine, "select distinct " + Sql.identifier(column) + " from " + from + " where " + Sql.identifier(column) + " is not null");
            Predicate<String> isOfPupil = value -> upns.contains(value) || names.contains(value) || postcodes.contains(value);
            assertThat(values.stream().filter(isOfPupil).count()).as(from + " " + column).isZero();
        }
    }

    private List<Path> others() {
        return Folders.files(home.root()).stream()
                .filter(file -> !file.startsWith(home.landing()) && !file.startsWith(home.refused()) && !file.startsWith(home.vault())).toList();
    }

    private Set<String> received(String ending, String column) throws SQLException {
        Set<String> values = new TreeSet<>();
        for (Path file : Folders.files(home.landing())) {
            if (file.toString().endsWith(ending)) {
                values.addAll(Sql.queryTexts(engine, "select distinct " + column + " from read_csv(" + Sql.literal(file.toString()) + ", all_varchar = true) where trim(" + column
                        + ") <> ''"));
            }
        }
        return values;
    }

    private static Set<String> words(Collection<Path> files) throws IOException {
        Set<String> words = new TreeSet<>();
        for (Path file : files) {
            WORD.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).results().forEach(word -> words.add(word.group()));
        }
        return words;
    }

    private static long found(Set<String> words, Set<String> wanted) {
        List<String> both = new ArrayList<>(words);
        both.retainAll(wanted);
        return both.size();
    }
}
