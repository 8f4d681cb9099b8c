package org.bellwether.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.TableContract;
import org.bellwether.home.Folders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files are known by their header alone; skipped where BELLWETHER_REAL_DATA does not name their folder. */
class RealHeadersTest {

    @TempDir
    Path tmp;

    private Path real;
    private ContractCatalog catalog;

    @BeforeEach
    void the_folder_of_real_files() {
        String folder = System.getenv("BELLWETHER_REAL_DATA");
        assumeTrue(folder != null, "skipped: BELLWETHER_REAL_DATA is not set");
        real = Path.of(folder);
        assertThat(real).as("the folder that BELLWETHER_REAL_DATA names").isDirectory();
        catalog = ContractCatalog.load(new ConfigFiles(Project.locate().config(), tmp.resolve("home")));
    }

    @Test
    void gias_is_recognised_with_every_required_column() throws IOException {
        assertThat(recognised(real.resolve("gias/gias_sample.csv")).name()).isEqualTo("establishment");
    }

    @Test
    void of_the_census_set_every_column_is_known() throws IOException {
        for (Path file : Folders.list(real.resolve("school-census-2024-autumn"))) {
            assertThat(recognised(file).locate(header(file)).extras()).as(file.toString()).isEmpty();
        }
    }

    private TableContract recognised(Path file) throws IOException {
        List<String> header = header(file);
        ContractMatch found = new ContractMatcher(catalog).match("renamed.csv", header)
                .orElseThrow(() -> new AssertionError(file + " is not recognised"));
        TableContract table = catalog.contract(found.returnName()).latest().table(found.table());
        assertThat(table.locate(header).missing()).as(file.toString()).isEmpty();
        assertThat(table.locate(header).duplicates()).as(file.toString()).isEmpty();
        return table;
    }

    private static List<String> header(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), CSVFormat.RFC4180)) {
            return parser.iterator().next().toList();
        }
    }
}
