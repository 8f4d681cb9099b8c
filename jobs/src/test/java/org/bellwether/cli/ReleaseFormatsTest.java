package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bellwether.config.Yaml;
import org.bellwether.home.Folders;
import org.bellwether.home.Json;
import org.bellwether.release.exchange.DataContractRules;
import org.bellwether.release.exchange.DataPackageRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a release of the shipped marts is in the formats of others: data package, contracts, EES tables, Power BI project. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseFormatsTest {

    private Path published;

    @BeforeAll
    void a_release(@TempDir Path folder) throws IOException, InterruptedException {
        published = FirstNight.copyTo(folder.resolve("home")).home().current().toRealPath().resolve("published");
    }

    @Test
    void the_data_package_is_one_by_the_standard() throws IOException {
        assertThat(DataPackageRules.faults(dataPackage(), published)).isEmpty();
    }

    @Test
    void the_data_package_says_keys_references_and_statuses() throws IOException {
        JsonNode mart = resource(dataPackage(), "mart_school_scorecard_measure").get("schema");

        assertThat(texts(mart.get("primaryKey"))).containsExactly("time_period", "laestab", "measure_code");
        assertThat(mart.get("foreignKeys")).extracting(key -> texts(key.get("fields")) + " " + key.get("reference").get("resource").asString())
                .containsExactly("[la_code] dim_local_authority", "[as_at_date] dim_date", "[urn] dim_school", "[measure_code] dim_measure");
        assertThat(mart.get("fields")).filteredOn(field -> field.get("name").asString().equals("value_status")).singleElement()
                .satisfies(field -> assertThat(texts(field.get("constraints").get("enum"))).contains("ok", "c", "z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/name | Bellwether 899 | Data Package, name",
        "/created | yesterday | Data Package, created",
        "/resources/0/hash | sha256:00 | Data Resource, hash",
        "/resources/0/path | ../marts.duckdb | Data Resource, path",
        "/resources/0/name | mart_exclusions_la | Data Package, resources",
        "/resources/0/schema/fields/0/type | BIGINT | Table Schema, field types",
        "/resources/0/schema/primaryKey/0 | nobody | Table Schema, primaryKey",
        "/resources/0/schema/foreignKeys/0/reference/resource | dim_moon | Table Schema, foreignKeys",
    })
    void a_data_package_that_is_wrong_is_seen_to_be(String place, String value, String rule) throws IOException {
        JsonNode descriptor = dataPackage();
        int end = place.lastIndexOf('/');
        JsonNode parent = descriptor.at(place.substring(0, end));
        if (parent instanceof ObjectNode object) {
            object.put(place.substring(end + 1), value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(place.substring(end + 1)), value);
        }

        assertThat(DataPackageRules.faults(descriptor, published)).isNotEmpty().allMatch(fault -> fault.startsWith(rule));
    }

    @Test
    void every_published_mart_has_a_contract_by_the_standard() throws IOException {
        assertThat(Folders.list(published.resolve("contracts"))).extracting(file -> file.getFileName().toString().replace(".odcs.yaml", ""))
                .isEqualTo(Folders.list(published.resolve("marts")).stream().map(file -> file.getFileName().toString().replace(".parquet", "")).toList()).hasSizeGreaterThan(9);
        assertThat(Folders.list(published.resolve("contracts"))).allSatisfy(file -> assertThat(DataContractRules.faults(Yaml.tree(file))).as(file.toString()).isEmpty());
    }

    @Test
    void of_a_mart_of_which_nothing_is_published_nothing_stands_in_the_published_tier() throws IOException {
        Path restricted = published.resolveSibling("restricted").resolve("marts");
        Set<String> marts = Folders.list(restricted).stream().map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".parquet"))
                .map(name -> name.replace(".parquet", "")).collect(Collectors.toCollection(TreeSet::new));
        marts.removeIf(mart -> Files.exists(published.resolve("marts").resolve(mart + ".parquet")));

        assertThat(marts).contains("mart_vulnerable_pupils", "mart_reconciliation");
        try (Stream<Path> files = Files.walk(published)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("[.].*", ""))).doesNotContainAnyElementsOf(marts);
        }
    }

    @Test
    void a_contract_says_measures_keys_disclosure_freshness_and_who_rests_on_it() {
        JsonNode contract = contract("mart_hnb_cost");

        assertThat(contract.get("slaProperties")).extracting(sla -> sla.get("unit").asString()).containsExactly("half term");
        assertThat(contract.get("customProperties")).extracting(one -> one.get("property").asString() + " " + one.get("value"))
                .contains("disclosureThreshold 5", "exposures [{\"name\":\"High-needs block report\",\"kind\":\"report\"},{\"name\":\"EES tables of the release\",\"kind\":\"file\"}]");
        JsonNode column = contract.at("/schema/0/properties").valueStream().filter(one -> one.get("name").asString().equals("per_pupil_gbp")).findFirst().orElseThrow();
        assertThat(column.get("physicalType").asString()).isEqualTo("DECIMAL(18,2)");
        assertThat(column.get("customProperties")).extracting(one -> one.get("property").asString()).containsExactly("definition", "unit", "decimalPlaces", "polarity", "source");
        assertThat(contract.at("/schema/0/properties").valueStream().filter(one -> one.path("primaryKey").asBoolean(false)).map(one -> one.get("name").asString()))
                .containsExactly("time_period", "time_identifier", "scope_type", "scope_code");
    }

    @Test
    void every_figure_has_its_status_beside_it() {
        int figures = 0;
        for (Path file : Folders.list(published.resolve("contracts"))) {
            List<JsonNode> columns = Yaml.tree(file).at("/schema/0/properties").valueStream().toList();
            List<String> names = columns.stream().map(column -> column.get("name").asString()).toList();
            for (JsonNode figure : columns.stream().filter(column -> column.has("businessName") && !column.get("logicalType").asString().equals("string")).toList()) {
                String name = figure.get("name").asString();
                assertThat(names.get(names.indexOf(name) + 1)).as(file.toString()).isEqualTo(name + "_status");
                figures++;
            }
        }
        assertThat(figures).isGreaterThan(60);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/apiVersion | v2 | Fundamentals: apiVersion",
        "/owner | somebody | Fundamentals: no property owner",
        "/schema/0/properties/0/logicalType | BIGINT | Schema, property: logicalType",
        "/schema/0/properties/1/name | la_code | Schema, property: a name of its own",
        "/schema/0/properties/2/primaryKeyPosition | 7 | Schema, primaryKeyPosition",
        "/schema/0/quality/0/metric | luck | Data quality",
        "/customProperties/0/property | of wrong case | Custom properties",
    })
    void a_contract_that_is_wrong_is_seen_to_be(String place, String value, String rule) {
        JsonNode contract = contract("mart_hnb_cost");
        int end = place.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) contract.at(place.substring(0, end));
        if (value.matches("[0-9]+")) {
            parent.put(place.substring(end + 1), Integer.parseInt(value));
        } else {
            parent.put(place.substring(end + 1), value);
        }

        assertThat(DataContractRules.faults(contract)).isNotEmpty().allMatch(fault -> fault.startsWith(rule));
    }

    private JsonNode contract(String mart) {
        return Yaml.tree(published.resolve("contracts/" + mart + ".odcs.yaml"));
    }

    private JsonNode dataPackage() {
        return Json.read(published.resolve("datapackage.json"), JsonNode.class);
    }

    private static JsonNode resource(JsonNode descriptor, String name) {
        return StreamSupport.stream(descriptor.get("resources").spliterator(), false).filter(one -> one.get("name").asString().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }
}
