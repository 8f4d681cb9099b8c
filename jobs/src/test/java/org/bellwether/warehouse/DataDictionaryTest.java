package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.engine.Sql;
import org.bellwether.home.Folders;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.format.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The pages of docs/dictionary say what the comments of the tables say, and what is asked of marts. To write them anew:
 * {@code mvn -pl jobs -am test -Dtest=DataDictionaryTest -Dsurefire.failIfNoSpecifiedTests=false -Dbellwether.dictionary=write}.
 */
class DataDictionaryTest {

    private static final Project PROJECT = Project.locate();
    private static final Path FOLDER = PROJECT.root().resolve("docs/dictionary");

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void every_page_says_what_comments_and_questions_say() throws IOException {
        warehouse.buildAll();
        Map<String, String> pages = new DataDictionary(tables(), warehouse.reads(), WorkedQuestion.all(PROJECT), restricted()).pages();
        if ("write".equals(System.getProperty("bellwether.dictionary"))) {
            write(pages);
        }

        assertThat(written()).as("written anew as the Javadoc of this class says").isEqualTo(pages);
    }

    /** Marts of which nothing is published. */
    private static Set<String> restricted() {
        return DisclosureConfig.load(ConfigFiles.of(PROJECT, Path.of("none"))).marts().entrySet().stream()
                .filter(mart -> mart.getValue().isRestrictedAlone()).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** The tables of the star and the marts. */
    private static List<Table> tables() {
        return warehouse.with(connection -> {
            String database = Sql.queryText(connection, "select current_database()");
            Map<String, Table> shapes = Table.tables(connection, database, "shape").stream()
                    .collect(Collectors.toMap(Table::name, Function.identity()));
            List<Table> tables = new ArrayList<>();
            for (String schema : List.of("core", "mart")) {
                tables.addAll(Table.tables(connection, database, schema));
                // A view of the Parquet files of a fact has the comments of its shape.
                Table.views(connection, database, schema).forEach(view -> tables.add(shapes.containsKey(view.name())
                        ? new Table(schema, view.name(), shapes.get(view.name()).comment(), shapes.get(view.name()).columns()) : view));
            }
            return tables.stream().sorted((one, other) -> one.name().compareTo(other.name())).toList();
        });
    }

    private static Map<String, String> written() throws IOException {
        Map<String, String> written = new TreeMap<>();
        for (Path file : Folders.list(FOLDER)) {
            written.put(file.getFileName().toString(), Files.readString(file));
        }
        return written;
    }

    private static void write(Map<String, String> pages) throws IOException {
        Folders.delete(FOLDER);
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }
}
