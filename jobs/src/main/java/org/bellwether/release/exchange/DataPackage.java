package org.bellwether.release.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.bellwether.config.Settings;
import org.bellwether.home.FileDigest;
import org.bellwether.home.Json;
import org.bellwether.release.format.Table;
import org.bellwether.release.store.Manifest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published tier as a Frictionless data package (version 2, which readers of version 1 understand): every file with its size and digest,
 * its columns, their types and what they mean, its key, and which dimension a column names a row of.
 */
final class DataPackage {

    private static final String PROFILE = "https://datapackage.org/profiles/2.0/";

    private final PublishedSchema schema;
    private final Path published;

    /** @param published folder in which the files that it describes lie already */
    DataPackage(PublishedSchema schema, Path published) {
        this.schema = schema;
        this.published = published;
    }

    String text() throws IOException {
        ObjectNode root = Json.MAPPER.createObjectNode()
                .put("$schema", PROFILE + "datapackage.json")
                .put("name", "bellwether-" + schema.contents().la())
                .put("title", schema.title())
                .put("description", Manifest.AUDIENCE)
                .put("version", LocalDate.ofInstant(schema.asOf(), Settings.LONDON).toString())
                .put("created", schema.asOf().toString());
        licences(root);
        root.putArray("contributors").addObject().put("title", schema.laName()).putArray("roles").add("publisher");
        root.put("as_at", schema.asOf().toString())
                .put("methodology", schema.contents().methodology())
                .put("disclosure_rules", schema.contents().disclosure())
                .put("audience", Manifest.AUDIENCE);
        ArrayNode resources = root.putArray("resources");
        for (PublishedTable table : schema.tables()) {
            add(resources, table);
        }
        for (String file : schema.contents().ees()) {
            EesFile ees = EesFile.read(published.resolve("ees").resolve(file));
            ObjectNode resource = resource(resources, ees.resourceName(), "ees/" + file, "csv", "text/csv").put("encoding", "utf-8");
            ees.describe(resource.putObject("schema").put("$schema", PROFILE + "tableschema.json"));
        }
        return Json.text(root) + "\n";
    }

    private void licences(ObjectNode root) {
        if (!schema.publication().licences().isEmpty()) {
            ArrayNode licences = root.putArray("licenses");
            schema.publication().licences().forEach(one -> licences.addObject().put("name", one.name()).put("path", one.path()).put("title", one.title()));
        }
    }

    private void add(ArrayNode resources, PublishedTable table) throws IOException {
        ObjectNode resource = resource(resources, table.name(), table.path(), "parquet", "application/vnd.apache.parquet");
        describe(resource, table.table().comment());
        ObjectNode described = resource.putObject("schema").put("$schema", PROFILE + "tableschema.json");
        ArrayNode fields = described.putArray("fields");
        for (Table.Column column : table.table().columns()) {
            ObjectNode field = fields.addObject().put("name", column.name()).put("type", type(column));
            describe(field, column.comment());
            if (table.key().contains(column.name())) {
                field.putObject("constraints").put("required", true);
            } else if (table.isStatus(column)) {
                names(field.putObject("constraints").putArray("enum"), PublishedSchema.STATUSES);
            }
        }
        if (!table.key().isEmpty()) {
            names(described.putArray("primaryKey"), table.key());
        }
        if (!table.references().isEmpty()) {
            ArrayNode foreignKeys = described.putArray("foreignKeys");
            for (Publication.Reference reference : table.references()) {
                ObjectNode foreignKey = foreignKeys.addObject();
                names(foreignKey.putArray("fields"), reference.columns());
                names(foreignKey.putObject("reference").put("resource", reference.to()).putArray("fields"), reference.there());
            }
        }
    }

    private ObjectNode resource(ArrayNode resources, String name, String path, String format, String mediaType) throws IOException {
        Path file = published.resolve(path);
        return resources.addObject().put("name", name).put("type", "table").put("path", path).put("format", format).put("mediatype", mediaType)
                .put("bytes", Files.size(file)).put("hash", "sha256:" + FileDigest.sha256(file));
    }

    private static void describe(ObjectNode node, String text) {
        if (text != null) {
            node.put("description", text);
        }
    }

    static void names(ArrayNode array, List<String> names) {
        names.forEach(array::add);
    }

    private static String type(Table.Column column) {
        return switch (column.type()) {
            case "BIGINT", "INTEGER", "SMALLINT", "TINYINT" -> "integer";
            case "VARCHAR" -> "string";
            case "DATE" -> "date";
            case "BOOLEAN" -> "boolean";
            case "TIMESTAMP" -> "datetime";
            default -> "number";
        };
    }
}
