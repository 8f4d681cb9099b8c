package org.bellwether.release.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.JsonNode;

/** What the Data Package standard (version 2) demands of a descriptor and of the files it names, by the sections of the standard. */
public final class DataPackageRules {

    private static final String NAME = "[-a-z0-9._/]+";
    private static final Set<String> TYPES = Set.of("string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date", "time", "year",
            "yearmonth", "duration", "geopoint", "geojson", "any");

    private final Path folder;
    private final List<String> faults = new ArrayList<>();

    private DataPackageRules(Path folder) {
        this.folder = folder;
    }

    /** @param folder in which the descriptor lies */
    public static List<String> faults(JsonNode descriptor, Path folder) throws IOException {
        DataPackageRules rules = new DataPackageRules(folder);
        rules.check(descriptor);
        return rules.faults;
    }

    private void check(JsonNode root) throws IOException {
        demand(root.path("name").asString("").matches(NAME), "Data Package, name: lower case, digits and -._/");
        demand(root.path("resources").size() > 0, "Data Package, resources: one or more");
        demand(isInstant(root.path("created").asString("")), "Data Package, created: a datetime");
        for (JsonNode licence : root.path("licenses")) {
            demand(licence.has("name") || licence.has("path"), "Data Package, licenses: each has a name or a path");
            demand(licence.path("name").asString("x").matches("[-a-zA-Z0-9._]+"), "Data Package, licenses: an identifier");
        }
        demand(!root.has("licenses") || root.get("licenses").size() > 0, "Data Package, licenses: one or more where there is the property");
        for (JsonNode contributor : root.path("contributors")) {
            demand(contributor.has("title") || contributor.has("givenName"), "Data Package, contributors: each has a name");
            demand(contributor.path("roles").isArray(), "Data Package, contributors: roles is an array");
        }
        Map<String, JsonNode> resources = new HashMap<>();
        for (JsonNode resource : root.path("resources")) {
            String name = resource.path("name").asString("");
            demand(name.matches(NAME), "Data Resource, name: " + name);
            demand(resources.put(name, resource) == null, "Data Package, resources: " + name + " is named twice");
        }
        for (JsonNode resource : root.path("resources")) {
            data(resource);
            schema(resource, resources);
        }
    }

    private void data(JsonNode resource) throws IOException {
        String name = resource.path("name").asString("");
        String path = resource.path("path").asString("");
        demand(!path.isEmpty() && !path.startsWith("/") && !path.contains(".."), "Data Resource, path: relative and below the descriptor: " + name);
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            faults.add("Data Resource, path: no such file: " + path);
            return;
        }
        demand(resource.path("bytes").asLong(-1) == Files.size(file), "Data Resource, bytes: " + name);
        demand(resource.path("hash").asString("").equals("sha256:" + DigestUtils.sha256Hex(Files.readAllBytes(file))), "Data Resource, hash: " + name);
        demand(resource.path("mediatype").asString("").matches("(.+)/(.+)"), "Data Resource, mediatype: " + name);
        demand(path.endsWith("." + resource.path("format").asString("")), "Data Resource, format: " + name);
        demand(!path.endsWith(".csv") || resource.path("encoding").asString("").equals("utf-8"), "Data Resource, encoding: " + name);
    }

    private void schema(JsonNode resource, Map<String, JsonNode> resources) {
        String name = resource.path("name").asString("");
        JsonNode schema = resource.path("schema");
        Set<String> fields = new HashSet<>();
        for (JsonNode field : schema.path("fields")) {
            demand(field.has("name") && fields.add(field.get("name").asString()), "Table Schema, fields: a name of its own: " + name);
            demand(TYPES.contains(field.path("type").asString("")), "Table Schema, field types: " + name + " " + field);
        }
        demand(!fields.isEmpty(), "Table Schema, fields: one or more: " + name);
        demand(schema.path("primaryKey").isArray() && !schema.path("primaryKey").isEmpty() && fields.containsAll(texts(schema.path("primaryKey"))),
                "Table Schema, primaryKey: fields of the table: " + name);
        for (JsonNode foreignKey : schema.path("foreignKeys")) {
            JsonNode reference = foreignKey.path("reference");
            List<String> here = texts(foreignKey.path("fields"));
            List<String> there = texts(reference.path("fields"));
            demand(fields.containsAll(here) && here.size() == there.size(), "Table Schema, foreignKeys: fields of the table: " + name);
            JsonNode other = resources.get(reference.path("resource").asString(""));
            demand(other != null && names(other).containsAll(there), "Table Schema, foreignKeys: fields of another resource: " + name);
        }
        demand(!schema.has("missingValues") || !texts(schema.get("missingValues")).isEmpty(), "Table Schema, missingValues: texts: " + name);
    }

    private static List<String> names(JsonNode resource) {
        return StreamSupport.stream(resource.path("schema").path("fields").spliterator(), false).map(field -> field.path("name").asString("")).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }

    private void demand(boolean holds, String rule) {
        if (!holds) {
            faults.add(rule);
        }
    }
}
