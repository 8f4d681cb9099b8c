package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.config.Yaml;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.bellwether.release.powerbi.TmdlRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The Power BI project of a release: a model that loads, a page a mart, and queries that read what is published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowerBiProjectTest {

    private static final String SCHEMAS = "https://developer.microsoft.com/json-schemas/fabric/";

    private Path published;
    private Path project;

    @BeforeAll
    void a_release(@TempDir Path folder) throws IOException, InterruptedException {
        published = FirstNight.copyTo(folder.resolve("home")).home().current().toRealPath().resolve("published");
        project = published.resolve("powerbi");
    }

    @Test
    void the_model_is_one_that_power_bi_loads() throws IOException {
        assertThat(TmdlRules.faults(project.resolve("bellwether.SemanticModel/definition"), published)).isEmpty();
    }

    @Test
    void the_model_has_every_table_every_column_and_every_measure_of_the_marts() throws IOException {
        for (Path contract : Folders.list(published.resolve("contracts"))) {
            JsonNode mart = Yaml.tree(contract).at("/schema/0");
            String table = Files.readString(project.resolve("bellwether.SemanticModel/definition/tables/" + mart.get("name").asString() + ".tmdl"));
            for (JsonNode column : mart.get("properties")) {
                assertThat(table).contains("\tcolumn " + column.get("name").asString() + "\n");
                if (column.has("businessName")) {
                    assertThat(table).contains("/// " + definition(column), "\tmeasure '" + column.get("businessName").asString().replace("'", "''") + ", ");
                }
            }
        }
    }

    @Test
    void marts_are_related_to_dimensions_of_which_one_row_is_meant() throws IOException {
        Path definition = project.resolve("bellwether.SemanticModel/definition");
        assertThat(definition.resolve("relationships.tmdl")).content().contains("fromColumn: mart_school_scorecard.urn\n\ttoColumn: dim_school.urn",
                "fromColumn: mart_school_scorecard_measure.measure_code\n\ttoColumn: dim_measure.measure_code");
        assertThat(definition.resolve("tables/dim_school.tmdl")).content().contains("Table.SelectRows(Source, each [is_current] = true and [urn] <> null)");
    }

    @Test
    void the_report_has_a_page_a_mart_with_a_table_of_columns_that_the_model_has() throws IOException {
        Path report = project.resolve("bellwether.Report");
        List<String> marts = Folders.list(published.resolve("marts")).stream().map(file -> file.getFileName().toString().replace(".parquet", "")).toList();
        JsonNode pages = json(report.resolve("definition/pages/pages.json"));
        assertThat(pages.get("pageOrder").valueStream().map(JsonNode::asString)).containsExactlyElementsOf(marts);
        for (String mart : marts) {
            Path page = report.resolve("definition/pages/" + mart);
            assertThat(json(page.resolve("page.json")).get("name").asString()).isEqualTo(mart).hasSizeLessThanOrEqualTo(50);
            assertThat(json(page.resolve("page.json")).propertyNames()).containsExactlyInAnyOrder("$schema", "name", "displayName", "displayOption", "height", "width");
            Path visual = Folders.list(page.resolve("visuals")).get(0).resolve("visual.json");
            assertThat(json(visual).get("name").asString()).isEqualTo(visual.getParent().getFileName().toString());
            String table = Files.readString(project.resolve("bellwether.SemanticModel/definition/tables/" + mart + ".tmdl"));
            assertThat(json(visual).at("/visual/query/queryState/Values/projections")).isNotEmpty().allSatisfy(projection -> {
                assertThat(projection.at("/field/Column/Expression/SourceRef/Entity").asString()).isEqualTo(mart);
                assertThat(table).contains("\tcolumn " + projection.at("/field/Column/Property").asString() + "\n");
            });
        }
    }

    @Test
    void every_json_file_names_its_schema_and_what_it_refers_to_is_there() throws IOException {
        Set<String> kinds = Folders.files(project).stream().filter(file -> !file.toString().matches(".*\\.(tmdl|pq)")).map(file -> json(file).get("$schema").asString())
                .peek(schema -> assertThat(schema).startsWith(SCHEMAS).endsWith("/schema.json")).map(schema -> schema.substring(SCHEMAS.length()).replaceFirst("/[0-9.]+/.*", ""))
                .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder("pbip/pbipProperties", "item/semanticModel/definitionProperties", "item/report/definitionProperties",
                "item/report/definition/versionMetadata", "item/report/definition/report", "item/report/definition/pagesMetadata", "item/report/definition/page",
                "item/report/definition/visualContainer");
        assertThat(project.resolve(json(project.resolve("bellwether.pbip")).at("/artifacts/0/report/path").asString())).isDirectory();
        assertThat(project.resolve("bellwether.Report").resolve(json(project.resolve("bellwether.Report/definition.pbir")).at("/datasetReference/byPath/path").asString())
                .resolve("definition.pbism")).isRegularFile();
    }

    @Test
    void the_query_alone_reads_every_published_table() throws IOException {
        String query = Files.readString(project.resolve("bellwether.pq"));

        assertThat(query).contains("(Folder as text) =>");
        for (String folder : List.of("marts", "dims")) {
            for (Path file : Folders.list(published.resolve(folder))) {
                assertThat(query).contains("Parquet.Document(File.Contents(Folder & \"\\" + folder + "\\" + file.getFileName() + "\"))");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "tables/dim_school.tmdl | \\tcolumn urn | \\tcolumn laestab | stands twice",
        "tables/dim_school.tmdl | \\t\\tdataType: string | \\t\\tdataType: varchar | has no type of a model",
        "tables/dim_school.tmdl | \\t\\tsummarizeBy: none | \\t\\t\\tsummarizeBy: none | is too deep",
        "tables/dim_school.tmdl | dims\\dim_school | dims\\dim_moon | reads no published file",
        "tables/mart_hnb_cost.tmdl | [budget_net_gbp] | [nothing] | no column",
        "tables/mart_hnb_cost.tmdl | \\t/// Net expenditure in | \\t// Net expenditure in | neither object nor property",
        "relationships.tmdl | toColumn: dim_school.urn | toColumn: dim_school.moon | relates no columns",
        "model.tmdl | ref table dim_school | ref table dim_moon | names other tables",
    })
    void a_model_that_is_wrong_is_seen_to_be(String file, String right, String wrong, String fault, @TempDir Path folder) throws IOException {
        Path definition = folder.resolve("definition");
        Folders.copy(project.resolve("bellwether.SemanticModel/definition"), definition);
        String text = Files.readString(definition.resolve(file));
        assertThat(text).contains(tabbed(right));
        Files.delete(definition.resolve(file));
        Files.writeString(definition.resolve(file), text.replace(tabbed(right), tabbed(wrong)));

        assertThat(TmdlRules.faults(definition, published)).isNotEmpty().anyMatch(one -> one.contains(fault));
    }

    private static String tabbed(String text) {
        return text.replace("\\t", "\t");
    }

    private static String definition(JsonNode column) {
        return column.get("customProperties").valueStream().filter(one -> one.get("property").asString().equals("definition")).findFirst().orElseThrow().get("value").asString();
    }

    private static JsonNode json(Path file) {
        return Json.read(file, JsonNode.class);
    }
}
