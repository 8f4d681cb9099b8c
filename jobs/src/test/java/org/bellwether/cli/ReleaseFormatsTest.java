package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bellwether.home.Json;
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
