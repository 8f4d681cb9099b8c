package org.bellwether.release.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the Open Data Contract Standard, version 3.1, demands of a contract, by its sections: what must be there, and that nothing else is. */
public final class DataContractRules {

    private static final Set<String> ROOT = Set.of("version", "kind", "apiVersion", "id", "name", "tenant", "tags", "status", "servers", "dataProduct", "description",
            "domain", "schema", "support", "price", "team", "roles", "slaProperties", "authoritativeDefinitions", "customProperties", "contractCreatedTs");
    private static final Set<String> ELEMENT = Set.of("name", "physicalType", "description", "businessName", "authoritativeDefinitions", "tags", "customProperties",
            "logicalType", "physicalName", "relationships", "quality");
    private static final Set<String> OF_OBJECT = Set.of("dataGranularityDescription", "properties");
    private static final Set<String> OF_PROPERTY = Set.of("primaryKey", "primaryKeyPosition", "logicalTypeOptions", "required", "unique", "partitioned",
            "partitionKeyPosition", "classification", "encryptedName", "transformSourceObjects", "transformLogic", "transformDescription", "examples", "criticalDataElement");
    private static final Set<String> TYPES = Set.of("string", "date", "timestamp", "time", "number", "integer", "object", "array", "boolean");
    private static final Set<String> METRICS = Set.of("nullValues", "missingValues", "invalidValues", "duplicateValues", "rowCount");
    private static final Set<String> QUALITY = Set.of("type", "metric", "mustBe", "dimension", "severity", "description", "arguments", "unit", "name");
    private static final Set<String> SLA = Set.of("property", "value", "valueExt", "unit", "element", "driver", "description", "scheduler", "schedule");

    private final List<String> faults = new ArrayList<>();

    private DataContractRules() {
    }

    public static List<String> faults(JsonNode contract) {
        DataContractRules rules = new DataContractRules();
        rules.check(contract);
        return rules.faults;
    }

    private void check(JsonNode root) {
        known("Fundamentals", root, ROOT);
        for (String name : List.of("version", "id", "status", "name", "tenant", "domain")) {
            demand(root.path(name).isString() && !root.get(name).asString().isBlank(), "Fundamentals: " + name);
        }
        demand(root.path("apiVersion").asString("").equals("v3.1.0") && root.path("kind").asString("").equals("DataContract"), "Fundamentals: apiVersion and kind");
        known("Fundamentals, description", root.path("description"), Set.of("usage", "purpose", "limitations", "authoritativeDefinitions", "customProperties"));
        for (JsonNode server : root.path("servers")) {
            known("Servers", server, Set.of("server", "type", "path", "format", "description", "environment", "roles", "customProperties"));
            demand(server.has("server") && server.path("type").asString("").equals("local") && server.has("path") && server.has("format"), "Servers: of type local");
        }
        root.path("schema").forEach(this::object);
        demand(root.path("schema").size() == 1, "Schema: one object a contract");
        for (JsonNode sla : root.path("slaProperties")) {
            known("SLA", sla, SLA);
            demand(sla.has("property") && sla.has("value") && sla.get("value").isValueNode(), "SLA: property and value");
        }
        known("Team", root.path("team"), Set.of("name", "description", "members", "tags", "customProperties", "authoritativeDefinitions"));
        custom(root);
    }

    private void object(JsonNode object) {
        Set<String> names = new HashSet<>(ELEMENT);
        names.addAll(OF_OBJECT);
        known("Schema, object", object, names);
        demand(object.path("logicalType").asString("").equals("object") && object.has("name"), "Schema, object: name and logicalType");
        Set<String> properties = new HashSet<>();
        int positions = 0;
        for (JsonNode property : object.path("properties")) {
            Set<String> all = new HashSet<>(ELEMENT);
            all.addAll(OF_PROPERTY);
            known("Schema, property", property, all);
            demand(property.path("name").isString() && properties.add(property.get("name").asString()), "Schema, property: a name of its own");
            demand(TYPES.contains(property.path("logicalType").asString("")), "Schema, property: logicalType " + property.path("name"));
            demand(property.path("required").isBoolean(), "Schema, property: required " + property.path("name"));
            positions += property.path("primaryKeyPosition").asInt(0);
            for (JsonNode relationship : property.path("relationships")) {
                known("References, property", relationship, Set.of("type", "to", "customProperties"));
                demand(relationship.path("to").asString("").matches("\\w+\\.\\w+"), "References, property: to");
            }
            custom(property);
        }
        int keys = (int) properties.stream().filter(name -> object.path("properties").valueStream().anyMatch(property ->
                property.get("name").asString().equals(name) && property.path("primaryKey").asBoolean(false))).count();
        demand(keys > 0 && positions == keys * (keys + 1) / 2, "Schema, primaryKeyPosition: from 1, each once");
        for (JsonNode relationship : object.path("relationships")) {
            demand(relationship.path("from").isArray() && relationship.path("from").size() == relationship.path("to").size(), "References, schema: from and to alike");
        }
        for (JsonNode quality : object.path("quality")) {
            known("Data quality", quality, QUALITY);
            demand(quality.path("type").asString("").equals("library") && METRICS.contains(quality.path("metric").asString("")), "Data quality: a metric of the library");
        }
    }

    private void custom(JsonNode element) {
        for (JsonNode one : element.path("customProperties")) {
            known("Custom properties", one, Set.of("property", "value", "description"));
            demand(one.path("property").asString("").matches("[a-z][A-Za-z]*") && one.has("value"), "Custom properties: a name in camel case and a value");
        }
    }

    private void known(String section, JsonNode node, Set<String> names) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            demand(names.contains(property.getKey()), section + ": no property " + property.getKey());
        }
    }

    private void demand(boolean holds, String rule) {
        if (!holds) {
            faults.add(rule);
        }
    }
}
